#include "core/difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/correspondence.hpp"
#include "core/deeds.hpp"
#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

class Comparison {
public:
    Comparison(const Graph& old_graph, const Graph& new_graph)
        : old_(&old_graph),
          new_(&new_graph),
          place_(common_place(old_graph, new_graph)),
          prefixes_(place_prefixes(place_)),
          entities_(match_entities(old_graph, new_graph, prefixes_)),
          old_deeds_(deeds_by_thing(old_graph, place_)),
          new_deeds_(deeds_by_thing(new_graph, place_)),
          old_text_(old_graph),
          new_text_(new_graph),
          old_year_(last_year(old_graph)),
          new_year_(last_year(new_graph)) {}

    [[nodiscard]] Difference difference() {
        for (EntityIndex i = 0; i < old_->entity_count(); ++i) follow_plan(i);
        for (EntityIndex i = 0; i < new_->entity_count(); ++i) add_if_new(i);
        for (EntityIndex i = 0; i < old_->entity_count(); ++i) compare_amounts(i);
        const auto by_tangibility = [](const auto& a, const auto& b) { return a.tangibility < b.tangibility; };
        std::stable_sort(found_.plans.begin(), found_.plans.end(), by_tangibility);
        std::stable_sort(found_.added.begin(), found_.added.end(), by_tangibility);
        found_.figures = compare_figures(*old_, *new_, entities_, prefixes_);
        return std::move(found_);
    }

private:
    static Tangibility tangibility(const ThingName& name, const Fact& fact) {
        if (name.general) return Tangibility::general;
        return is_policy(fact.predicate) ? Tangibility::policy : Tangibility::thing;
    }

    // The plan for the nearest time, of several the one that wants most.
    [[nodiscard]] std::optional<PlanOutcome> plan_for(EntityIndex thing) const {
        std::optional<PlanOutcome> best;
        for (const FactIndex i : old_deeds_[thing]) {
            const Fact& fact = old_->fact(i);
            const Told told = told_of(*old_, i, thing);
            if (!is_open(fact, told.milestone)) continue;
            const auto key = [&](FactIndex index, Milestone milestone) {
                const Qualifiers& said = old_->fact(index).qualifiers;
                return std::tuple(said.status == Status::planned, said.time.find('/') == std::string::npos, milestone);
            };
            if (best && key(best->old_fact, best->wanted) >= key(i, told.milestone)) continue;
            best = PlanOutcome{.old_thing = thing,
                               .tangibility = tangibility(entities_.old_names[thing], fact),
                               .title = fact.predicate == Predicate::receives,
                               .lasting = fact.predicate == Predicate::builds || is_policy(fact.predicate),
                               .old_fact = i,
                               .old_quote = told.quote,
                               .wanted = told.milestone};
        }
        return best;
    }

    // What a text says of a plan of which it has a fact or sentence of this status.
    [[nodiscard]] Outcome outcome_of(Status status, const PlanOutcome& plan, Milestone reached) const {
        if (status == Status::planned) return Outcome::planned_again;
        if (status == Status::ongoing) return Outcome::under_way;
        if (status == Status::none) return Outcome::mentioned;
        if (reached == Milestone::completed) return Outcome::done;
        // A policy goes on until the text says that it is completed.
        if (plan.tangibility == Tangibility::policy) return Outcome::under_way;
        if (reached == Milestone::none) return plan.lasting ? Outcome::under_way : Outcome::done;
        // A plan may be for a step alone; a step that was done then is to be followed by others.
        const bool is_plan = old_->fact(plan.old_fact).qualifiers.status == Status::planned;
        const bool a_step = is_plan && (plan.wanted == Milestone::started || plan.wanted == Milestone::topped_out ||
                                        (plan.wanted == Milestone::prepared && plan.title));
        return a_step && reached >= plan.wanted && reached > Milestone::prepared ? Outcome::done : Outcome::under_way;
    }

    // The best that the new graph's facts say of the thing.
    void follow_facts(PlanOutcome& plan, EntityIndex thing) const {
        for (const FactIndex i : new_deeds_[thing]) {
            if (is_history(new_->fact(i))) continue;
            const Told told = told_of(*new_, i, thing);
            const Qualifiers& said = new_->fact(i).qualifiers;
            const Outcome outcome = said.negated ? Outcome::denied : outcome_of(said.status, plan, told.milestone);
            const bool further = outcome == plan.outcome && told.milestone > plan.reached;
            if (plan.new_fact && outcome >= plan.outcome && !further) continue;
            plan.new_fact = i;
            plan.outcome = outcome;
            plan.new_quote = told.quote;
            plan.reached = told.milestone;
        }
    }

    // The sentence with the name that tells most, where no fact tells that something came of the plan. It counts where
    // it tells a milestone, or is of what is planned.
    void follow_text(PlanOutcome& plan) const {
        const std::u32string& core = entities_.old_names[plan.old_thing].core;
        if (core.size() < 3) return;
        for (TextHit& hit : new_text_.find(core)) {
            if (explains_words(hit.sentence)) continue;
            const Milestone reached =
                without_honour(milestone_in(hit.sentence, std::array{hit.name}), old_->fact(plan.old_fact).predicate);
            const bool told = hit.status == Status::planned || reached != Milestone::none;
            const Outcome outcome = plan.tangibility == Tangibility::thing && told
                                        ? outcome_of(hit.status, plan, reached)
                                        : Outcome::mentioned;
            if (outcome >= plan.outcome || (plan.new_fact && outcome >= Outcome::planned_again)) continue;
            plan.reached = reached;
            plan.likeness = Likeness::likely;
            plan.outcome = outcome;
            plan.new_fact.reset();
            plan.hit = std::move(hit);
        }
        if (plan.outcome == Outcome::not_mentioned) follow_part_of_name(plan, core);
    }

    // A text may leave out the rank or kind of a thing, or name it otherwise in part; then no more than the name is
    // sure.
    void follow_part_of_name(PlanOutcome& plan, std::u32string_view core) const {
        std::vector<TextHit> hits = new_text_.find(without_kind(core), 1);
        for (const std::u32string_view piece : pieces(core)) {
            if (!hits.empty()) break;
            hits = new_text_.find(piece, 1);
        }
        if (hits.empty()) return;
        plan.outcome = Outcome::mentioned;
        plan.likeness = Likeness::likely;
        plan.hit = std::move(hits.front());
    }

    // Beginnings of a name that are much of it, and parts that are most of it; longest first.
    static std::vector<std::u32string_view> pieces(std::u32string_view name) {
        constexpr std::size_t least = 5;
        std::vector<std::u32string_view> found;
        for (std::size_t size = name.size(); size-- > least;) {
            if (size * 5 < name.size() * 2) break;
            found.push_back(name.substr(0, size));
            const bool most = size * 10 >= name.size() * 7;
            for (std::size_t at = 1; most && at + size <= name.size(); ++at) found.push_back(name.substr(at, size));
        }
        return found;
    }

    // Whether the time of a plan ends before the new graph's documents were written.
    [[nodiscard]] bool is_due(const Fact& fact) const {
        const std::string last = last_year(fact.qualifiers.time);
        return new_year_.empty() || last.empty() || last < new_year_;
    }

    // What was over before the plan was written did not come of it.
    [[nodiscard]] bool is_history(const Fact& fact) const {
        const std::string last = last_year(fact.qualifiers.time);
        return !last.empty() && last < old_year_;
    }

    // What no plan can bring about: what guides, and the place itself.
    [[nodiscard]] bool is_no_thing(const ThingName& name) const {
        return name.guides || std::find(prefixes_.begin(), prefixes_.end(), name.core) != prefixes_.end();
    }

    void follow_plan(EntityIndex thing) {
        std::optional<PlanOutcome> plan = plan_for(thing);
        if (!plan || is_no_thing(entities_.old_names[thing])) return;
        const Counterpart& other = entities_.of_old[thing];
        if (other.likeness != Likeness::different) {
            plan->new_thing = other.entity;
            plan->likeness = other.likeness;
            follow_facts(*plan, other.entity);
        }
        const bool general = plan->tangibility == Tangibility::general;
        if (!general && plan->outcome >= Outcome::planned_again) follow_text(*plan);
        if (plan->outcome == Outcome::not_mentioned && !is_due(old_->fact(plan->old_fact)))
            plan->outcome = Outcome::not_due;
        // Of one general word it cannot be said that both reports mean the same.
        const bool idle =
            general && (is_policy(old_->fact(plan->old_fact).predicate) || entities_.old_names[thing].core.size() < 3);
        if (idle || (general && !plan->new_fact)) {
            ++found_.general_plans_left_out;
        } else {
            found_.plans.push_back(std::move(*plan));
        }
    }

    // In the old graph, or in its texts.
    [[nodiscard]] bool was_known(EntityIndex thing) const {
        if (entities_.of_new[thing].likeness != Likeness::different) return true;
        const std::u32string& core = entities_.new_names[thing].core;
        return core.size() >= 3 && !old_text_.find(core, 1).empty();
    }

    void add_if_new(EntityIndex thing) {
        if (new_deeds_[thing].empty() || is_no_thing(entities_.new_names[thing]) || was_known(thing)) return;
        std::optional<NewThing> best;
        for (const FactIndex i : new_deeds_[thing]) {
            const Fact& fact = new_->fact(i);
            if (fact.qualifiers.negated || fact.qualifiers.status == Status::none || is_history(fact)) continue;
            // What is done tells more than what is planned.
            if (best && new_->fact(best->fact).qualifiers.status <= fact.qualifiers.status) continue;
            const Told told = told_of(*new_, i, thing);
            best = NewThing{thing, tangibility(entities_.new_names[thing], fact), i, told.quote, told.milestone};
        }
        if (best && best->tangibility != Tangibility::general) found_.added.push_back(*best);
    }

    void compare_amounts(EntityIndex thing) {
        const Counterpart& other = entities_.of_old[thing];
        if (other.likeness == Likeness::different) return;
        for (const FactIndex i : old_deeds_[thing]) {
            for (const FactIndex j : new_deeds_[other.entity]) {
                if (!amounts_differ(old_->fact(i), new_->fact(j))) continue;
                found_.amounts.push_back({thing, other.entity, other.likeness, i, j});
            }
        }
    }

    static bool amounts_differ(const Fact& before, const Fact& after) {
        const Qualifiers& x = before.qualifiers;
        const Qualifiers& y = after.qualifiers;
        if (before.predicate != after.predicate || x.negated || y.negated) return false;
        const bool money = x.amount && y.amount && x.amount->unit == y.amount->unit && x.amount != y.amount;
        const bool count = x.count && y.count && x.count != y.count;
        return money || count;
    }

    const Graph* old_;
    const Graph* new_;
    std::string place_;
    std::vector<std::u32string> prefixes_;
    Correspondence entities_;
    Deeds old_deeds_;
    Deeds new_deeds_;
    TextSearch old_text_;
    TextSearch new_text_;
    std::string old_year_;  // of the last document
    std::string new_year_;
    Difference found_;
};

std::map<std::string, std::size_t> places_of(const Graph& graph) {
    std::map<std::string, std::size_t> places;
    for (const Document& document : graph.documents()) {
        if (!document.place.empty()) ++places[document.place];
    }
    return places;
}

bool is_same_place(std::string_view a, std::string_view b) {
    return a.ends_with(b) || b.ends_with(a);
}

std::string most_frequent(const std::map<std::string, std::size_t>& places) {
    const auto most = std::max_element(places.begin(), places.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == places.end() ? std::string() : most->first;
}

}  // namespace

std::string_view id(Outcome outcome) {
    static constexpr std::array<std::string_view, outcome_count> ids{
        "done", "underWay", "plannedAgain", "denied", "mentioned", "notMentioned", "notDue"};
    return ids.at(static_cast<std::size_t>(outcome));
}

std::string common_place(const Graph& old_graph, const Graph& new_graph) {
    const auto old_places = places_of(old_graph);
    const auto new_places = places_of(new_graph);
    if (old_places.empty()) return most_frequent(new_places);
    if (new_places.empty()) return most_frequent(old_places);
    std::map<std::string, std::size_t> common;
    for (const auto& [a, old_count] : old_places) {
        for (const auto& [b, new_count] : new_places) {
            if (is_same_place(a, b)) common[a.size() >= b.size() ? a : b] += old_count + new_count;
        }
    }
    if (!common.empty()) return most_frequent(common);
    throw Error(
        fmt::format("the first graph is about {}, the second about {}: only graphs of one place can be compared",
                    most_frequent(old_places), most_frequent(new_places)));
}

Difference compare(const Graph& old_graph, const Graph& new_graph) {
    return Comparison(old_graph, new_graph).difference();
}

bool same_documents(const Graph& a, const Graph& b) {
    const auto ids_of = [](const Graph& graph) {
        std::set<std::string_view> ids;
        for (const Document& document : graph.documents()) ids.insert(document.id);
        return ids;
    };
    return !a.documents().empty() && ids_of(a) == ids_of(b);
}

}  // namespace guanxi
