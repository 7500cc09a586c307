#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The facts that say or deny something of one entity about another, drawn as one line.
struct Link {
    EntityIndex subject = 0;
    EntityIndex object = 0;
    bool negated = false;
    Status status = Status::none;  ///< the surest of its facts': done before ongoing before planned
    std::vector<FactIndex> facts;
};

/// The facts of a graph as links, in order of their first facts.
[[nodiscard]] std::vector<Link> link_facts(const Graph& graph);

/// The words of a picture in one language.
class Wording {
public:
    /// `language` is `zh` or `en`; throws UsageError otherwise.
    Wording(const Graph& graph, std::string_view language);

    [[nodiscard]] std::string_view label(EntityType type) const;
    [[nodiscard]] std::string_view label(Predicate predicate) const;
    [[nodiscard]] std::string_view label(Status status) const;

    /// `建设 12.5亿元`, `任职（区长）`, `未建设`: what is written beside a line.
    [[nodiscard]] std::string label(const Fact& fact) const;
    /// The labels of a link's facts, each once: `建设 · 支持`.
    [[nodiscard]] std::string label(const Link& link) const;

    /// Who does what, and the sentences that say so.
    [[nodiscard]] std::string tooltip(const Link& link) const;
    /// Kind, name and other names.
    [[nodiscard]] std::string tooltip(EntityIndex entity) const;

    /// The Chinese or the English text.
    [[nodiscard]] std::string_view either(std::string_view zh, std::string_view en) const { return chinese_ ? zh : en; }

private:
    [[nodiscard]] std::string amount_text(const Amount& amount) const;

    const Graph* graph_;
    bool chinese_;
};

}  // namespace guanxi
