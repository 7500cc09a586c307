#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "export/rdf_names.hpp"
#include "export/rdf_table.hpp"

namespace guanxi {

/// Whether what stands in the named graphs of a file is what the documents that they are named after say. A file
/// without named graphs, N-Triples, is always right.
class RdfGraphs {
public:
    /// Grouped quads; both must live as long.
    RdfGraphs(const RdfTable& table, const RdfNames& names);

    /// What is wrong with the graphs in which a node's quads stand, empty if nothing is. A statement or an observation
    /// must stand in the graphs of exactly the documents that it quotes, each quote in that of its own document; names
    /// in none.
    [[nodiscard]] std::string check(RdfTable::TermIndex subject);

    /// A direct property in the graph of a document no statement of which says so.
    struct Stray {
        RdfTable::Quad quad;
        std::string message;
    };
    /// After `check` of each node.
    [[nodiscard]] std::vector<Stray> stray_edges() const;

private:
    using TermIndex = RdfTable::TermIndex;
    using Sources = std::set<TermIndex>;

    [[nodiscard]] TermIndex object_of(TermIndex subject, std::string_view key) const;
    [[nodiscard]] std::string_view key_of(const RdfTable::Quad& quad) const;
    [[nodiscard]] std::string check_claim(TermIndex subject, const Sources& sources) const;
    [[nodiscard]] std::string check_names(TermIndex subject) const;
    [[nodiscard]] std::string shown(TermIndex graph) const;
    void note_edge(TermIndex statement, const Sources& sources);

    const RdfTable& table_;
    const RdfNames& names_;
    bool any_ = false;
    Sources documents_;
    std::set<std::tuple<TermIndex, TermIndex, TermIndex, TermIndex>> said_;  // edges with the documents that say them
};

}  // namespace guanxi
