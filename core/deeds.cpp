#include "core/deeds.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace guanxi {

namespace {

bool is_of_glossary(const Graph& graph, const Fact& fact) {
    return std::all_of(fact.evidence.begin(), fact.evidence.end(),
                       [&](const Evidence& e) { return explains_words(graph.quotes()[e.quote].text); });
}

// What a fact is about, as a plan is: what is built, who settles, which title is won. Empty for what is no deed.
std::optional<EntityIndex> thing_of(const Graph& graph, const Fact& fact, std::string_view place) {
    const auto is_home = [&](EntityIndex i) {
        const Entity& entity = graph.entity(i);
        return entity.type == EntityType::district && place.ends_with(entity.name);
    };
    switch (fact.predicate) {
        case Predicate::located_in:
        case Predicate::part_of:
        case Predicate::holds_position:
        case Predicate::depends_on:
        case Predicate::related_to:
            return {};
        case Predicate::settles_in:
            return fact.subject;
        case Predicate::cooperates_with:
            return is_home(fact.object) ? fact.subject : fact.object;
        default:
            return is_home(fact.object) ? std::nullopt : std::optional(fact.object);
    }
}

std::vector<std::string> names_of(const Entity& entity) {
    std::vector<std::string> names{entity.name};
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    return names;
}

}  // namespace

bool explains_words(std::string_view sentence) {
    constexpr std::array<std::string_view, 4> marks{"：指", "是指", "**指", "”指"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return sentence.find(mark) != std::string_view::npos; });
}

bool is_policy(Predicate predicate) {
    return predicate == Predicate::implements || predicate == Predicate::develops || predicate == Predicate::supports;
}

Milestone without_honour(Milestone milestone, Predicate predicate) {
    if (milestone != Milestone::honoured) return milestone;
    return predicate == Predicate::receives ? Milestone::completed : Milestone::none;
}

Told told_of(const Graph& graph, FactIndex index, EntityIndex thing) {
    const Fact& fact = graph.fact(index);
    const std::vector<std::string> names = names_of(graph.entity(thing));
    Told told{fact.evidence.front().quote, Milestone::none};
    for (const Evidence& e : fact.evidence) {
        const Milestone milestone = without_honour(milestone_in(graph.quotes()[e.quote].text, names), fact.predicate);
        if (milestone > told.milestone) told = {e.quote, milestone};
    }
    // Who is on a list of candidates has not won.
    constexpr std::array<std::string_view, 4> candidates{"创建名单", "培育名单", "候选名单", "提名"};
    const std::string& name = names.front();
    const bool candidate =
        std::any_of(candidates.begin(), candidates.end(), [&](std::string_view list) { return name.ends_with(list); });
    if (candidate) told.milestone = Milestone::prepared;
    return told;
}

Deeds deeds_by_thing(const Graph& graph, std::string_view place) {
    Deeds deeds(graph.entity_count());
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const std::optional<EntityIndex> thing = thing_of(graph, graph.fact(i), place);
        if (thing && !is_of_glossary(graph, graph.fact(i))) deeds[*thing].push_back(i);
    }
    return deeds;
}

std::string last_year(std::string_view time) {
    const std::size_t slash = time.find('/');
    const std::string_view last = time.substr(slash == std::string_view::npos ? 0 : slash + 1, 4);
    return last.size() == 4 ? std::string(last) : std::string();
}

std::string last_year(const Graph& graph) {
    std::string last;
    for (const Document& document : graph.documents()) last = std::max(last, document.date.substr(0, 4));
    return last;
}

bool is_open(const Fact& fact, Milestone told) {
    const Status status = fact.qualifiers.status;
    const bool begun = fact.predicate == Predicate::builds && status == Status::done &&
                       (told == Milestone::started || told == Milestone::topped_out);
    return !fact.qualifiers.negated && (status == Status::planned || status == Status::ongoing || begun);
}

}  // namespace guanxi
