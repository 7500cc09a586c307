#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/figure_series.hpp"
#include "core/graph.hpp"
#include "core/milestone.hpp"
#include "core/text_search.hpp"
#include "core/thing_name.hpp"

namespace guanxi {

/// What became of a plan: it is done; it was begun or goes on; it is planned anew; it is denied; a sentence names it,
/// from which nothing certain was read; nothing speaks of it; nothing speaks of it, but it was planned for later.
enum class Outcome : std::uint8_t { done, under_way, planned_again, denied, mentioned, not_mentioned, not_due };
[[nodiscard]] std::string_view id(Outcome outcome);
inline constexpr std::size_t outcome_count = 7;

/// How much a plan tells when it is followed: a thing of its own name; what goes on for years (a policy, an industry);
/// what many things are called (社区公园).
enum class Tangibility : std::uint8_t { thing, policy, general };

/// What was planned, under way or begun in the old graph, and what the new one says of it.
struct PlanOutcome {
    EntityIndex old_thing = 0;
    EntityIndex new_thing = Graph::no_entity;
    Likeness likeness = Likeness::different;  ///< of the two names; `likely` also if only a text hit tells the outcome
    Tangibility tangibility = Tangibility::thing;
    bool title = false;    ///< it is a title to be won
    bool lasting = false;  ///< it takes its time: what is done of it need not be all of it
    Outcome outcome = Outcome::not_mentioned;
    FactIndex old_fact = 0;
    QuoteIndex old_quote = 0;            ///< of the fact's evidence the one that tells most
    Milestone wanted = Milestone::none;  ///< as the old sentence says it
    std::optional<FactIndex> new_fact;
    QuoteIndex new_quote = 0;
    Milestone reached = Milestone::none;
    std::optional<TextHit> hit;  ///< without `new_fact`: a sentence of the new documents that has the name
};

/// What has a name of its own in the new graph and is not in the old one, nor in the texts of its documents.
struct NewThing {
    EntityIndex thing = 0;
    Tangibility tangibility = Tangibility::thing;
    FactIndex fact = 0;
    QuoteIndex quote = 0;
    Milestone milestone = Milestone::none;
};

/// A fact of which both graphs say how much money, how many or who, and not the same.
struct AmountChange {
    EntityIndex old_thing = 0;
    EntityIndex new_thing = 0;
    Likeness likeness = Likeness::same;
    FactIndex old_fact = 0;
    FactIndex new_fact = 0;
};

/// How the graph of a place differs from an older one of the same place. Lists are in order of tangibility, then as
/// the texts tell them.
struct Difference {
    std::vector<PlanOutcome> plans;
    std::vector<NewThing> added;
    std::vector<AmountChange> amounts;
    std::vector<FigureRow> figures;
    std::size_t general_plans_left_out = 0;  ///< plans that no name can be followed by, and that are not met again
};

/// The place that both graphs are about: the most frequent one of the documents of both. Throws Error if each names
/// places and they have none in common, saying which.
[[nodiscard]] std::string common_place(const Graph& old_graph, const Graph& new_graph);

/// Compares two graphs of one place. Throws Error as common_place does.
[[nodiscard]] Difference compare(const Graph& old_graph, const Graph& new_graph);

/// Whether both graphs are made of the same documents, one at least, so that no difference can be told.
[[nodiscard]] bool same_documents(const Graph& a, const Graph& b);

}  // namespace guanxi
