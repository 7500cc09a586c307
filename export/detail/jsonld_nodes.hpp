#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/graph.hpp"
#include "export/contract_error.hpp"
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

/// Builds a graph from the nodes of a JSON-LD file, in any order. A node that breaks the contract
/// (docs/formats/jsonld.md) is left out, and what refers to it; `finish` throws what was wrong with all of them, with
/// place, node and key. Inside export/ only: it shows RapidJSON's types.
class NodeReader {
public:
    explicit NodeReader(std::string file) : file_(std::move(file)) {}

    /// Takes in a node that begins at `line`. Statements that refer to what is not there yet wait for `finish`.
    void add(const rapidjson::Value& node, std::size_t line);
    /// Notes what is wrong with the input besides the nodes that it is given; `left_out` is the id of the node that it
    /// is not given therefore. Throws ContractError if that makes too many problems.
    void problem(const Error& error, std::string_view left_out = {});
    [[nodiscard]] bool has_problems() const { return !problems_.empty(); }
    /// The graph, after the last node. Throws ContractError if there was a problem.
    [[nodiscard]] Graph finish();
    /// Throws ContractError: `error`, behind which nothing can be read, after the problems of the nodes so far.
    [[noreturn]] void give_up(const Error& error);

private:
    // What a statement or an observation refers to; `complete` if all of it is there.
    struct References {
        EntityIndex subject = Graph::no_entity;
        EntityIndex object = Graph::no_entity;
        std::vector<DocumentIndex> sources;
        bool complete = true;
        bool broken = false;  // refers to a node that is left out
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

    void take(const JsonFields& node, std::string_view type, const rapidjson::Value& value);
    void take_complete(const JsonFields& node, const References& ends);
    [[nodiscard]] bool is_broken(std::string_view id) const { return broken_.count(std::string(id)) != 0; }
    void document(const JsonFields& node);
    void entity(const JsonFields& node, EntityType type);
    void claim(const JsonFields& node, bool observation);
    void statement(const JsonFields& node, const References& ends);
    void observation(const JsonFields& node, const References& ends);
    [[nodiscard]] References references(const JsonFields& node, bool with_object) const;
    [[nodiscard]] EntityIndex find_end(const JsonFields& node, std::string_view key, References& ends) const;
    [[nodiscard]] DocumentIndex find_source(const JsonFields& quote, References& ends) const;
    [[nodiscard]] std::vector<Evidence> evidence(const JsonFields& node, const std::vector<DocumentIndex>& sources);
    [[nodiscard]] QuoteIndex quote(const JsonFields& quote, DocumentIndex source);
    void check_direct_edges();

    std::string file_;
    Graph graph_;
    bool finishing_ = false;
    std::unordered_map<std::string, DocumentIndex> documents_;
    std::vector<ByteIndex> texts_;  // by document
    std::vector<DirectEdge> direct_edges_;
    rapidjson::MemoryPoolAllocator<> waiting_pool_;
    std::vector<Waiting> waiting_;
    std::vector<std::string> problems_;
    std::unordered_set<std::string> broken_;  // ids of the nodes that are left out
};

}  // namespace guanxi
