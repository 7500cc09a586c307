#include "cli/commands.hpp"
#include "cli/read_graph.hpp"
#include "cli/write_graph.hpp"

namespace guanxi {

void convert(const Arguments& arguments) {
    GraphOutputs outputs(arguments);
    outputs.write(read_graph(arguments.operands.front()), arguments);
}

}  // namespace guanxi
