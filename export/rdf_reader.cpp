#include "export/detail/rdf_nodes.hpp"
#include "export/rdf.hpp"

namespace guanxi {

Graph read_rdf(std::istream& in, const std::string& file) {
    RdfTable table = read_rdf_lines(in, file);
    table.group();
    return RdfNodes(table, file).read();
}

}  // namespace guanxi
