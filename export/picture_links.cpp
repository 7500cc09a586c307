#include "export/picture_links.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "core/error.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

constexpr std::size_t sentence_limit = 160;
constexpr std::size_t name_limit = 60;
constexpr std::size_t facts_in_tooltip = 6;

// The surer the status, the smaller; what says nothing says least.
int doubt(Status status) {
    constexpr std::array<int, 4> order{3, 0, 1, 2};
    return order.at(static_cast<std::size_t>(status));
}

}  // namespace

std::vector<Link> link_facts(const Graph& graph) {
    std::vector<Link> links;
    std::map<std::tuple<EntityIndex, EntityIndex, bool>, std::size_t> place;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        const auto key = std::tuple(fact.subject, fact.object, fact.qualifiers.negated);
        const auto [at, added] = place.try_emplace(key, links.size());
        if (added) links.push_back({fact.subject, fact.object, fact.qualifiers.negated, fact.qualifiers.status, {}});
        Link& link = links[at->second];
        if (doubt(fact.qualifiers.status) < doubt(link.status)) link.status = fact.qualifiers.status;
        link.facts.push_back(i);
    }
    return links;
}

Wording::Wording(const Graph& graph, std::string_view language) : graph_(&graph), chinese_(language != "en") {
    if (language != "zh" && language != "en") {
        throw UsageError(fmt::format("no labels in \"{}\"; there are zh and en", language));
    }
}

std::string_view Wording::label(EntityType type) const {
    return either(info(type).label_zh, info(type).label_en);
}

std::string_view Wording::label(Predicate predicate) const {
    return either(info(predicate).label_zh, info(predicate).label_en);
}

std::string_view Wording::label(Status status) const {
    return either(label_zh(status), id(status));
}

std::string Wording::amount_text(const Amount& amount) const {
    if (!chinese_) return amount.value.to_string() + " " + shown(amount.unit, 16);
    const std::string unit = amount.unit == "CNY" ? "元" : shown(amount.unit, 16);
    const double size = std::abs(amount.value.to_double());
    if (size >= 1e8) return fmt::format("{}亿{}", amount.value.shifted(-8).to_string(), unit);
    if (size >= 1e4) return fmt::format("{}万{}", amount.value.shifted(-4).to_string(), unit);
    return amount.value.to_string() + unit;
}

std::string Wording::label(const Fact& fact) const {
    const Qualifiers& qualifiers = fact.qualifiers;
    std::string text(qualifiers.negated ? either("未", "not ") : "");
    text += label(fact.predicate);
    if (!qualifiers.title.empty()) text += fmt::format("（{}）", shown(qualifiers.title, 12));
    if (qualifiers.amount) text += " " + amount_text(*qualifiers.amount);
    // The year of the report is nearly every fact's; only what is more precise or a range is worth the room.
    if (qualifiers.time.size() > 4) text += " " + shown(qualifiers.time, 24);
    return text;
}

std::string Wording::label(const Link& link) const {
    std::vector<std::string> labels;
    for (const FactIndex f : link.facts) {
        std::string text = label(graph_->fact(f));
        if (std::find(labels.begin(), labels.end(), text) == labels.end()) labels.push_back(std::move(text));
    }
    return join(labels, " · ");
}

std::string Wording::tooltip(const Link& link) const {
    std::string text;
    for (std::size_t i = 0; i < link.facts.size(); ++i) {
        if (!text.empty()) text += "\n";
        if (i == facts_in_tooltip) return text + "…";
        const Fact& fact = graph_->fact(link.facts[i]);
        text += shown(graph_->entity(fact.subject).name, name_limit) + " — " + label(fact) + " → " +
                shown(graph_->entity(fact.object).name, name_limit);
        std::vector<std::string> said;
        if (fact.qualifiers.status != Status::none) said.emplace_back(label(fact.qualifiers.status));
        if (!fact.qualifiers.time.empty()) said.push_back(shown(fact.qualifiers.time, 24));
        if (!said.empty()) text += fmt::format(" ({})", join(said, ", "));
        text += "\n" + shown(graph_->quotes()[fact.evidence.front().quote].text, sentence_limit);
    }
    return text;
}

std::string Wording::tooltip(EntityIndex entity) const {
    const Entity& e = graph_->entity(entity);
    std::string text = fmt::format("{}: {}", label(e.type), shown(e.name, sentence_limit));
    if (e.aliases.empty()) return text;
    const std::vector<std::string> aliases(e.aliases.begin(),
                                           e.aliases.begin() + std::min<std::ptrdiff_t>(5, std::ssize(e.aliases)));
    return text + " (" + shown(join(aliases, ", "), sentence_limit) + ")";
}

}  // namespace guanxi
