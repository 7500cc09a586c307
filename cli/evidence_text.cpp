#include "cli/evidence_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/printable.hpp"

namespace guanxi {

namespace {

std::string told(const Graph& graph, const Evidence& why, const std::vector<std::string>& names, Marking marking) {
    const Quote& quote = graph.quotes()[why.quote];
    return fmt::format(
        "      “{}”\n      {} {}-{}, rule {}, confidence {:.2f}\n", highlight(printable(quote.text), names, marking),
        printable(graph.documents()[quote.document].name), quote.begin, quote.end, printable(why.rule), why.confidence);
}

std::string told(const Graph& graph, const std::vector<Evidence>& list, const std::vector<std::string>& names,
                 Marking marking) {
    std::string text;
    for (const Evidence& why : list) text += told(graph, why, names, marking);
    return text;
}

// The surest, of equal ones the first.
std::vector<Evidence> chosen(const std::vector<Evidence>& list, Telling telling) {
    if (telling == Telling::nothing) return {};
    if (telling == Telling::all) return list;
    return {*std::max_element(list.begin(), list.end(),
                              [](const Evidence& a, const Evidence& b) { return a.confidence < b.confidence; })};
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

std::string fact_evidence(const Graph& graph, FactIndex index, Marking marking, Telling telling) {
    const Fact& fact = graph.fact(index);
    std::vector<std::string> names = printable_names(graph.entity(fact.subject));
    for (const std::string& name : printable_names(graph.entity(fact.object))) names.push_back(name);
    return told(graph, chosen(fact.evidence, telling), names, marking);
}

std::string observation_evidence(const Graph& graph, ObservationIndex index, Marking marking, Telling telling) {
    const Observation& seen = graph.observations()[index];
    return told(graph, chosen(seen.evidence, telling), printable_names(graph.entity(seen.subject)), marking);
}

}  // namespace guanxi
