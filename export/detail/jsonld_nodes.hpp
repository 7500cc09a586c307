#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/graph.hpp"
#include "export/detail/jsonld_fields.hpp"

namespace guanxi {

/// Finds the byte of a text at which a code point begins, in constant time.
class ByteIndex {
public:
    explicit ByteIndex(std::string_view text);
    /// Whether `part` stands in `text` (the same as before) from code point `begin` on.
    [[nodiscard]] bool stands_at(std::string_view text, std::uint32_t begin, std::string_view part) const;

private:
    static constexpr std::uint32_t stride = 64;
    std::vector<std::uint32_t> offsets_;  // of each stride-th code point
};

/// Builds a graph from the nodes of a JSON-LD file, in any order. Throws Error with place, node and key where a node
/// breaks the contract (docs/formats/jsonld.md). Inside export/ only: it shows RapidJSON's types.
class NodeReader {
public:
    explicit NodeReader(std::string file) : file_(std::move(file)) {}

    /// Takes in a node that begins at `line`. Statements that refer to what is not there yet wait for `finish`.
    void add(const rapidjson::Value& node, std::size_t line);
    /// The graph, after the last node.
    [[nodiscard]] Graph finish();

private:
    // What a statement or an observation refers to; `complete` if all of it is there.
    struct References {
        EntityIndex subject = Graph::no_entity;
        EntityIndex object = Graph::no_entity;
        std::vector<DocumentIndex> sources;
        bool complete = true;
    };
    // A direct property of an entity; its target, which may come later, by the hash of its id.
    struct DirectEdge {
        EntityIndex subject;
        Predicate predicate;
        std::size_t target;
        friend bool operator<(const DirectEdge& a, const DirectEdge& b) {
            return std::tie(a.subject, a.predicate, a.target) < std::tie(b.subject, b.predicate, b.target);
        }
    };
    struct Waiting {
        rapidjson::Value node;
        std::size_t line;
    };

    void document(const JsonFields& node);
    void entity(const JsonFields& node, EntityType type);
    void claim(const JsonFields& node, bool observation);
    void statement(const JsonFields& node, const References& ends);
    void observation(const JsonFields& node, const References& ends);
    [[nodiscard]] References references(const JsonFields& node, bool with_object) const;
    [[nodiscard]] EntityIndex find_end(const JsonFields& node, std::string_view key) const;
    [[nodiscard]] DocumentIndex find_source(const JsonFields& quote) const;
    [[nodiscard]] std::vector<Evidence> evidence(const JsonFields& node, const std::vector<DocumentIndex>& sources);
    [[nodiscard]] QuoteIndex quote(const JsonFields& quote, DocumentIndex source);
    void check_direct_edges() const;

    std::string file_;
    Graph graph_;
    bool finishing_ = false;
    std::unordered_map<std::string, DocumentIndex> documents_;
    std::vector<ByteIndex> texts_;  // by document
    std::vector<DirectEdge> direct_edges_;
    rapidjson::MemoryPoolAllocator<> waiting_pool_;
    std::vector<Waiting> waiting_;
};

}  // namespace guanxi
