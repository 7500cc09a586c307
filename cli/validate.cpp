#include <fmt/format.h>

#include <string>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/printable.hpp"
#include "cli/read_graph.hpp"
#include "core/error.hpp"
#include "export/contract_error.hpp"

namespace guanxi {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary(const Graph& graph) {
    return fmt::format("{}, {}, {}, {}, {}", counted(graph.documents().size(), "document", "documents"),
                       counted(graph.entity_count(), "entity", "entities"),
                       counted(graph.fact_count(), "fact", "facts"),
                       counted(graph.observations().size(), "quantity", "quantities"),
                       counted(graph.quotes().size(), "quote", "quotes"));
}

}  // namespace

void validate(const Arguments& arguments) {
    const std::string& path = arguments.operands.front();
    const std::string shown = printable(path == "-" ? "standard input" : path);
    try {
        const Graph graph = read_graph(path);
        graph.check();
        print(fmt::format("{}: the graph is good: {}\n", shown, summary(graph)));
    } catch (const ContractError& error) {
        for (const std::string& problem : error.problems()) complain(problem.substr(0, problem.find('\n')));
        const std::size_t count = error.problems().size();
        throw Error(fmt::format("{}: {}{}", shown, counted(count, "problem", "problems"),
                                count >= most_problems ? "; there may be more" : ""));
    }
}

}  // namespace guanxi
