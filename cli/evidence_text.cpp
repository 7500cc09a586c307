#include "cli/evidence_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/printable.hpp"

namespace guanxi {

namespace {

std::string told(const Graph& graph, const std::vector<Evidence>& list, const std::vector<std::string>& names,
                 Marking marking) {
    std::string text;
    for (const Evidence& why : list) {
        const Quote& quote = graph.quotes()[why.quote];
        text += fmt::format("      “{}”\n      {} {}-{}, rule {}, confidence {:.2f}\n",
                            highlight(printable(quote.text), names, marking),
                            printable(graph.documents()[quote.document].name), quote.begin, quote.end,
                            printable(why.rule), why.confidence);
    }
    return text;
}

}  // namespace

std::vector<std::string> printable_names(const Entity& entity) {
    std::vector<std::string> names{printable(entity.name)};
    for (const std::string& alias : entity.aliases) names.push_back(printable(alias));
    return names;
}

std::string entity_title(const Entity& entity, Marking marking) {
    const EntityTypeInfo& row = info(entity.type);
    std::string text = fmt::format("{}  {} {}", strong(printable(entity.name), marking), row.id, row.label_zh);
    if (!entity.code.empty()) text += fmt::format(", code {}", entity.code);
    if (!entity.within.empty()) text += fmt::format(", of {}", printable(entity.within));
    if (!entity.aliases.empty()) {
        text += fmt::format(", also {}", printable(fmt::format("{}", fmt::join(entity.aliases, "、"))));
    }
    return text + '\n';
}

std::string fact_evidence(const Graph& graph, FactIndex index, Marking marking) {
    const Fact& fact = graph.fact(index);
    std::vector<std::string> names = printable_names(graph.entity(fact.subject));
    for (const std::string& name : printable_names(graph.entity(fact.object))) names.push_back(name);
    return told(graph, fact.evidence, names, marking);
}

std::string observation_evidence(const Graph& graph, ObservationIndex index, Marking marking) {
    const Observation& seen = graph.observations()[index];
    return told(graph, seen.evidence, printable_names(graph.entity(seen.subject)), marking);
}

}  // namespace guanxi
