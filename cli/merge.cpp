#include <algorithm>

#include "cli/commands.hpp"
#include "cli/read_graph.hpp"
#include "cli/write_graph.hpp"
#include "core/assemble.hpp"
#include "core/error.hpp"

namespace guanxi {

void merge(const Arguments& arguments) {
    if (std::count(arguments.operands.begin(), arguments.operands.end(), "-") > 1) {
        throw UsageError("standard input can be read once");
    }
    GraphOutputs outputs(arguments);
    Graph graph;
    for (const std::string& path : arguments.operands) add_graph(graph, read_graph(path));
    outputs.write(graph, arguments);
}

}  // namespace guanxi
