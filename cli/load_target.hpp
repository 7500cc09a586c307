#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/http.hpp"
#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// What a server speaks.
enum class Protocol : std::uint8_t { by_url, graph_store, update, neo4j };

/// Reads `graph-store`, `update` or `neo4j`. Throws UsageError for another word.
[[nodiscard]] Protocol read_protocol(std::string_view word);

struct Target {
    std::string url;
    Protocol protocol = Protocol::by_url;
};

/// The target at an address; what it speaks is seen from the path unless it is said. Throws UsageError for what is no
/// address, or of which it cannot be seen.
[[nodiscard]] Target find_target(const std::string& url, Protocol protocol);

/// Sends a graph to a server. Whatever was there of the same documents is replaced; nothing else is taken away.
class Loader {
public:
    /// The client must live as long. `names_graph`: the named graph that takes documents and names in place of the
    /// default graph.
    Loader(HttpClient& client, Target target, std::string names_graph);

    /// Throws Error where the server says no. What was sent by then stays; the same may be sent again.
    void load(const Graph& graph, const WriteOptions& options);
    /// What the server has taken, for a message.
    [[nodiscard]] std::string so_far() const;

private:
    void load_rdf(const Graph& graph, const WriteOptions& options);
    void put_names(std::string_view triples);
    void put_document(std::string_view graph, std::string_view triples);
    void update(const std::string& request);
    void load_neo4j(const Graph& graph, const WriteOptions& options);
    void run_cypher(const std::string& statement);

    HttpClient& client_;
    Target target_;
    std::string names_graph_;
    std::size_t documents_ = 0;
    std::size_t all_documents_ = 0;
    std::size_t requests_ = 0;
};

}  // namespace guanxi
