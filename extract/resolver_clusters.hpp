#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/annotation.hpp"
#include "extract/resolver_places.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// The mentions of one name in one document.
struct NameNode {
    EntityType type = EntityType::district;
    std::string key;  ///< see name_key
    std::vector<std::string>
        names;             ///< as they stand in the document, in order first seen; the first is the node's own
    std::string text;      ///< the first text of it, with its quotation marks
    std::string identity;  ///< see entity_id
    std::string code;      ///< of a district that the gazetteer knows
    std::string within;    ///< see Entity
    MentionIndex first = 0;
};

/// Names and which of them are one thing. Names unite by what is given; those whose codes differ never do.
class Clusters {
public:
    using NodeIndex = std::uint32_t;

    explicit Clusters(Trace* trace) : trace_(trace) {}

    /// The node of that slot (a type and what tells its names apart), made of `node` if there is none yet.
    NodeIndex add(const std::string& slot, NameNode node);
    [[nodiscard]] NameNode& node(NodeIndex index) { return nodes_.at(index); }
    [[nodiscard]] const NameNode& node(NodeIndex index) const { return nodes_.at(index); }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// The first node of the cluster.
    [[nodiscard]] NodeIndex root(NodeIndex index) const;
    /// Makes two clusters one and notes why; false if they cannot be.
    bool unite(NodeIndex shorter, NodeIndex longer, std::string_view rule, Span at);

    /// Unites nodes of one type and identity.
    void unite_identities(const Extraction& extraction);
    /// Unites each name with the one longer name that it is short for; a name that is short for several stays apart.
    void unite_short_names(const Extraction& extraction, const Lexicon& lexicon, const Places& places);

private:
    void note(Span at, std::string_view rule, std::string message) const {
        if (trace_ != nullptr) trace_->note("resolve", at, rule, std::move(message));
    }

    Trace* trace_;
    std::vector<NameNode> nodes_;
    std::vector<NodeIndex> parents_;
    std::vector<std::string> codes_;  // of the cluster, kept at its root
    std::unordered_map<std::string, NodeIndex> by_slot_;
};

}  // namespace guanxi
