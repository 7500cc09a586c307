#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "core/milestone.hpp"

namespace guanxi {

/// The facts about each entity that say what is done to it or by it, as a plan is about it: what is built, who settles,
/// which title is won. By entity, in order of index; facts that a glossary alone says are left out. `place` is what the
/// graph is about.
using Deeds = std::vector<std::vector<FactIndex>>;
[[nodiscard]] Deeds deeds_by_thing(const Graph& graph, std::string_view place);

/// Whether a relation goes on for years and is never completed by itself.
[[nodiscard]] bool is_policy(Predicate predicate);

/// Whether a sentence says what a word means, as the notes behind a report do.
[[nodiscard]] bool explains_words(std::string_view sentence);

/// That a title is won completes it; a thing that wins one is no further for it.
[[nodiscard]] Milestone without_honour(Milestone milestone, Predicate predicate);

/// The evidence of a fact that tells most of its thing.
struct Told {
    QuoteIndex quote = 0;
    Milestone milestone = Milestone::none;
};
[[nodiscard]] Told told_of(const Graph& graph, FactIndex index, EntityIndex thing);

/// Whether something is to come of a fact: it is planned or under way, or what is done is but a step.
[[nodiscard]] bool is_open(const Fact& fact, Milestone told);

/// The last year of a time, and of the documents of a graph; empty if there is none.
[[nodiscard]] std::string last_year(std::string_view time);
[[nodiscard]] std::string last_year(const Graph& graph);

}  // namespace guanxi
