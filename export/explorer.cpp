#include "export/explorer.hpp"

#include "core/error.hpp"
#include "export/explorer_data.hpp"
#include "export/output_buffer.hpp"

namespace guanxi {

void require_explorer() {
    if (!explorer_page().empty()) return;
    throw Error(
        "this program was built without the explorer (GUANXI_EXPLORER=OFF), so it cannot write .html; .svg and .pdf "
        "show the graph, too");
}

void write_explorer(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    require_explorer();
    OutputBuffer buffer(out);
    for (const std::string_view piece : explorer_page().first(explorer_rest())) buffer.put(piece);
    write_explorer_data(graph, buffer, options);
    for (const std::string_view piece : explorer_page().subspan(explorer_rest())) buffer.put(piece);
    buffer.Flush();
}

}  // namespace guanxi
