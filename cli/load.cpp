#include <fmt/format.h>

#include <string>

#include "cli/commands.hpp"
#include "cli/http.hpp"
#include "cli/load_target.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/read_graph.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace {

Patience patience_of(const Arguments& arguments) {
    Patience patience;
    if (arguments.retries) patience.retries = *arguments.retries;
    if (arguments.timeout) patience.timeout = std::chrono::seconds(*arguments.timeout);
    return patience;
}

}  // namespace

void load(const Arguments& arguments) {
    if (arguments.target.empty()) throw UsageError("'load' wants --to URL, the address of the server");
    const Target target = find_target(arguments.target, arguments.protocol);
    if (!arguments.names_graph.empty() && target.protocol == Protocol::neo4j) {
        throw UsageError("--graph is for RDF stores; Neo4j has no named graphs");
    }
    HttpClient client(credentials_from_environment(), patience_of(arguments), [&](const std::string& why) {
        if (!arguments.quiet) warn(why);
    });
    const Graph graph = read_graph(arguments.operands.front());
    Loader loader(client, target, arguments.names_graph);
    try {
        loader.load(graph, arguments.writing);
    } catch (const Error& error) {
        throw Error(fmt::format("{}\n{}", error.what(), loader.so_far()));
    }
    if (!arguments.quiet) print(fmt::format("{}\n", loader.so_far()));
}

}  // namespace guanxi
