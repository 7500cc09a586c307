#include "core/selection.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "core/algorithms.hpp"
#include "core/edit_distance.hpp"
#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t named_in_message = 8;

std::string describe(const Graph& graph, EntityIndex index) {
    const Entity& entity = graph.entity(index);
    std::string text = fmt::format("{} ({}, ", entity.name, info(entity.type).id);
    if (!entity.within.empty()) text += entity.within + ", ";
    return text + entity.id + ")";
}

Error ambiguous(const Graph& graph, std::string_view name, const std::vector<EntityIndex>& found) {
    std::string message =
        fmt::format("\"{}\" could be {} entities; say which by its full name or id:", name, found.size());
    for (std::size_t i = 0; i < std::min(found.size(), named_in_message); ++i) {
        message += "\n  " + describe(graph, found[i]);
    }
    if (found.size() > named_in_message) message += fmt::format("\n  and {} more", found.size() - named_in_message);
    return Error(message);
}

Error unknown(const Graph& graph, std::string_view name) {
    std::vector<std::string_view> names;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        names.emplace_back(graph.entity(i).name);
        names.insert(names.end(), graph.entity(i).aliases.begin(), graph.entity(i).aliases.end());
    }
    std::string message = fmt::format("no entity is called \"{}\"", name);
    const std::vector<std::string> near = nearest_names(name, names);
    for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; did you mean " : " or ") + near[i];
    return Error(message + (near.empty() ? "" : "?"));
}

template <typename Value>
bool asked_for(const std::vector<Value>& values, Value value) {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

// What stays of a graph: first marked, then copied.
struct Marks {
    std::vector<char> entities;
    std::vector<char> facts;
    std::optional<std::vector<char>> observations;  // none: all of the entities

    [[nodiscard]] bool keeps(const Graph& graph, ObservationIndex i) const {
        return observations ? (*observations)[i] != 0 : entities[graph.observations()[i].subject] != 0;
    }

    // A fact stays no longer than its ends.
    void drop_loose_facts(const Graph& graph) {
        for (FactIndex i = 0; i < facts.size(); ++i) {
            const Fact& fact = graph.fact(i);
            if (entities[fact.subject] == 0 || entities[fact.object] == 0) facts[i] = 0;
        }
    }
};

Marks mark_by_kind(const Graph& graph, const Selection& selection, const std::vector<EntityIndex>& centres) {
    Marks marks{std::vector<char>(graph.entity_count()), std::vector<char>(graph.fact_count()), std::nullopt};
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        if (asked_for(selection.types, graph.entity(i).type)) marks.entities[i] = 1;
    }
    for (const EntityIndex centre : centres) marks.entities[centre] = 1;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        if (asked_for(selection.relations, fact.predicate) && asked_for(selection.statuses, fact.qualifiers.status)) {
            marks.facts[i] = 1;
        }
    }
    marks.drop_loose_facts(graph);
    return marks;
}

void drop_isolated(const Graph& graph, const std::vector<EntityIndex>& centres, Marks& marks) {
    std::vector<char> joined(graph.entity_count());
    for (const EntityIndex centre : centres) joined[centre] = 1;
    for (FactIndex i = 0; i < marks.facts.size(); ++i) {
        if (marks.facts[i] == 0) continue;
        joined[graph.fact(i).subject] = 1;
        joined[graph.fact(i).object] = 1;
    }
    for (std::size_t i = 0; i < joined.size(); ++i) {
        if (joined[i] == 0) marks.entities[i] = 0;
    }
}

// Copies documents and quotes that are still needed; gives the quotes' new numbers.
class QuoteCopier {
public:
    QuoteCopier(const Graph& from, Graph& to)
        : from_(&from), to_(&to), needed_(from.quotes().size()), numbers_(from.quotes().size()) {}

    void need(const std::vector<Evidence>& evidence) {
        for (const Evidence& e : evidence) needed_[e.quote] = 1;
    }

    void copy() {
        // A document that nothing was read from is no part that was left out.
        std::vector<char> quoted(from_->documents().size());
        std::vector<char> stays(quoted.size());
        for (QuoteIndex i = 0; i < needed_.size(); ++i) {
            const DocumentIndex document = from_->quotes()[i].document;
            quoted[document] = 1;
            if (needed_[i] != 0) stays[document] = 1;
        }
        std::vector<DocumentIndex> documents(quoted.size());
        for (DocumentIndex i = 0; i < quoted.size(); ++i) {
            if (quoted[i] == 0 || stays[i] != 0) documents[i] = to_->add_document(from_->documents()[i]);
        }
        for (QuoteIndex i = 0; i < needed_.size(); ++i) {
            if (needed_[i] == 0) continue;
            Quote quote = from_->quotes()[i];
            quote.document = documents[quote.document];
            numbers_[i] = to_->add_quote(std::move(quote));
        }
    }

    [[nodiscard]] std::vector<Evidence> renumbered(std::vector<Evidence> evidence) const {
        for (Evidence& e : evidence) e.quote = numbers_[e.quote];
        return evidence;
    }

private:
    const Graph* from_;
    Graph* to_;
    std::vector<char> needed_;
    std::vector<QuoteIndex> numbers_;
};

Selected copy_marked(const Graph& graph, const Marks& marks) {
    Selected selected;
    QuoteCopier quotes(graph, selected.graph);
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        if (marks.facts[i] != 0) quotes.need(graph.fact(i).evidence);
    }
    for (ObservationIndex i = 0; i < graph.observations().size(); ++i) {
        if (marks.keeps(graph, i)) quotes.need(graph.observations()[i].evidence);
    }
    quotes.copy();
    std::vector<EntityIndex> numbers(graph.entity_count(), Graph::no_entity);
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        if (marks.entities[i] != 0) numbers[i] = selected.graph.add_entity(graph.entity(i));
    }
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        if (marks.facts[i] == 0) continue;
        Fact fact = graph.fact(i);
        fact.subject = numbers[fact.subject];
        fact.object = numbers[fact.object];
        fact.evidence = quotes.renumbered(std::move(fact.evidence));
        selected.graph.add_fact(std::move(fact));
    }
    for (ObservationIndex i = 0; i < graph.observations().size(); ++i) {
        if (!marks.keeps(graph, i)) continue;
        Observation observation = graph.observations()[i];
        observation.subject = numbers[observation.subject];
        observation.evidence = quotes.renumbered(std::move(observation.evidence));
        selected.graph.add_observation(std::move(observation));
    }
    selected.entities_left_out = graph.entity_count() - selected.graph.entity_count();
    selected.facts_left_out = graph.fact_count() - selected.graph.fact_count();
    return selected;
}

// The algorithms take a whole graph, so what is marked is copied out for them. `old_numbers` gives the way back.
std::vector<EntityIndex> old_numbers(const Marks& marks) {
    std::vector<EntityIndex> numbers;
    for (EntityIndex i = 0; i < marks.entities.size(); ++i) {
        if (marks.entities[i] != 0) numbers.push_back(i);
    }
    return numbers;
}

void keep_near(const Graph& graph, const std::vector<EntityIndex>& centres, unsigned hops, Marks& marks) {
    const std::vector<EntityIndex> numbers = old_numbers(marks);
    std::vector<EntityIndex> from;
    for (const EntityIndex centre : centres) {
        const auto place = std::lower_bound(numbers.begin(), numbers.end(), centre);
        from.push_back(static_cast<EntityIndex>(place - numbers.begin()));
    }
    const std::vector<EntityIndex> near = neighbourhood(copy_marked(graph, marks).graph, from, hops);
    std::fill(marks.entities.begin(), marks.entities.end(), 0);
    for (const EntityIndex i : near) marks.entities[numbers[i]] = 1;
    marks.drop_loose_facts(graph);
}

void keep_central(const Graph& graph, const std::vector<EntityIndex>& centres, std::size_t count, Marks& marks) {
    const std::vector<EntityIndex> numbers = old_numbers(marks);
    if (numbers.size() <= count) return;
    const std::vector<double> ranks = page_rank(copy_marked(graph, marks).graph);
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](std::size_t i) {
        const bool is_centre = std::find(centres.begin(), centres.end(), numbers[i]) != centres.end();
        return std::pair(is_centre ? 0 : 1, -ranks[i]);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (std::size_t i = count; i < order.size(); ++i) marks.entities[numbers[order[i]]] = 0;
    marks.drop_loose_facts(graph);
}

}  // namespace

std::string plain_name(std::string_view name) {
    constexpr std::u32string_view dropped = U" \t\n\"'“”‘’《》〈〉「」『』";
    std::u32string kept;
    for (const char32_t c : to_utf32(fold(name))) {
        if (dropped.find(c) == std::u32string_view::npos) kept += c;
    }
    return to_utf8(kept);
}

std::vector<EntityIndex> find_entities(const Graph& graph, std::string_view name) {
    if (const EntityIndex index = graph.find(name); index != Graph::no_entity) return {index};
    const std::string wanted = plain_name(name);
    if (wanted.empty()) return {};
    std::array<std::vector<EntityIndex>, 3> found;  // by name, by alias, by part of either
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        const Entity& entity = graph.entity(i);
        std::size_t best = found.size();
        const auto compare = [&](std::string_view other, std::size_t level) {
            const std::string have = plain_name(other);
            if (have == wanted) best = std::min(best, level);
            if (have.find(wanted) != std::string::npos) best = std::min<std::size_t>(best, 2);
        };
        compare(entity.name, 0);
        for (const std::string& alias : entity.aliases) compare(alias, 1);
        if (best < found.size()) found.at(best).push_back(i);
    }
    const auto first = std::find_if(found.begin(), found.end(), [](const auto& level) { return !level.empty(); });
    return first == found.end() ? std::vector<EntityIndex>{} : *first;
}

EntityIndex find_one_entity(const Graph& graph, std::string_view name) {
    const std::vector<EntityIndex> found = find_entities(graph, name);
    if (found.empty()) throw unknown(graph, name);
    if (found.size() > 1) throw ambiguous(graph, name, found);
    return found.front();
}

Selected take(const Graph& graph, const Part& part) {
    Marks marks{std::vector<char>(graph.entity_count()), std::vector<char>(graph.fact_count()), std::nullopt};
    for (const EntityIndex i : part.entities) marks.entities.at(i) = 1;
    for (const FactIndex i : part.facts) {
        marks.facts.at(i) = 1;
        marks.entities[graph.fact(i).subject] = 1;
        marks.entities[graph.fact(i).object] = 1;
    }
    if (part.observations) {
        marks.observations.emplace(graph.observations().size());
        for (const ObservationIndex i : *part.observations) {
            marks.observations->at(i) = 1;
            marks.entities[graph.observations()[i].subject] = 1;
        }
    }
    return copy_marked(graph, marks);
}

Selected select(const Graph& graph, const Selection& selection) {
    std::vector<EntityIndex> centres;
    for (const std::string& name : selection.around) centres.push_back(find_one_entity(graph, name));
    Marks marks = mark_by_kind(graph, selection, centres);
    if (!centres.empty()) keep_near(graph, centres, selection.hops, marks);
    if (selection.top) keep_central(graph, centres, *selection.top, marks);
    if (!selection.isolated) drop_isolated(graph, centres, marks);
    return copy_marked(graph, marks);
}

}  // namespace guanxi
