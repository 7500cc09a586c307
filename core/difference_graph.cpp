#include "core/difference_graph.hpp"

#include <algorithm>
#include <utility>

namespace guanxi {

namespace {

template <typename Value>
bool has(const std::vector<Value>& list, Value value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Copies facts of one graph into another.
class Copier {
public:
    Copier(const Graph& from, Graph& to) : from_(&from), to_(&to) {}

    [[nodiscard]] EntityIndex entity(EntityIndex index) { return to_->add_entity(from_->entity(index)); }

    // The fact with this status, and with another entity in place of its thing; nothing if the schema does not let it
    // stand there (what was a project then may be a programme now).
    void fact(FactIndex index, Status status, EntityIndex thing, EntityIndex instead) {
        Fact fact = from_->fact(index);
        fact.qualifiers.status = status;
        const auto end = [&](EntityIndex i) { return i == thing ? instead : entity(i); };
        const Fact original = fact;
        fact.subject = end(original.subject);
        fact.object = end(original.object);
        if (!can_stand(fact)) return;
        for (Evidence& e : fact.evidence) e.quote = quote(from_->quotes()[e.quote]);
        to_->add_fact(std::move(fact));
    }

    QuoteIndex quote(Quote quote) {
        quote.document = to_->add_document(from_->documents()[quote.document]);
        return to_->add_quote(std::move(quote));
    }

private:
    [[nodiscard]] bool can_stand(const Fact& fact) const {
        return fact.subject != fact.object &&
               allows(fact.predicate, to_->entity(fact.subject).type, to_->entity(fact.object).type);
    }

    const Graph* from_;
    Graph* to_;
};

// A step that was planned and is done is not the whole.
Status status_of(const PlanOutcome& plan) {
    const bool a_step = plan.reached == Milestone::started || plan.reached == Milestone::topped_out;
    if (plan.outcome == Outcome::done) return a_step ? Status::ongoing : Status::done;
    if (plan.outcome == Outcome::under_way) return Status::ongoing;
    return plan.outcome == Outcome::planned_again ? Status::planned : Status::none;
}

// The old fact as a sentence of the new documents tells it.
void add_hit(Graph& graph, Copier& fresh, const PlanOutcome& plan, const Fact& planned) {
    constexpr double unsure = 0.5;
    Fact fact = planned;
    fact.qualifiers = {.status = status_of(plan)};
    const TextHit& hit = *plan.hit;
    fact.evidence = {{fresh.quote({hit.document, hit.begin, hit.end, hit.sentence}), "text-mention", unsure}};
    graph.add_fact(std::move(fact));
}

}  // namespace

Graph graph_of_changes(const Graph& old_graph, const Graph& new_graph, const Difference& difference,
                       const ShownChanges& shown) {
    Graph graph;
    Copier then(old_graph, graph);
    Copier now(new_graph, graph);
    for (const PlanOutcome& plan : difference.plans) {
        if (!has(shown.outcomes, plan.outcome)) continue;
        if (plan.tangibility == Tangibility::policy && !shown.policies) continue;
        const EntityIndex thing = plan.new_fact ? now.entity(plan.new_thing) : then.entity(plan.old_thing);
        if (plan.new_fact) {
            // Both names and all aliases of the two are of one thing now.
            Entity merged = new_graph.entity(plan.new_thing);
            const Entity& older = old_graph.entity(plan.old_thing);
            merged.aliases = older.aliases;
            merged.aliases.push_back(older.name);
            graph.add_entity(std::move(merged));
            now.fact(*plan.new_fact, status_of(plan), plan.new_thing, thing);
        }
        // What was under way then says nothing of now.
        const bool planned = old_graph.fact(plan.old_fact).qualifiers.status == Status::planned;
        const std::size_t facts = graph.fact_count();
        then.fact(plan.old_fact, planned ? Status::planned : Status::none, plan.old_thing, thing);
        if (plan.hit && graph.fact_count() > facts) {
            add_hit(graph, now, plan, graph.fact(static_cast<FactIndex>(facts)));
        }
    }
    for (const NewThing& added : difference.added) {
        if (!has(shown.added, new_graph.fact(added.fact).qualifiers.status)) continue;
        if (added.tangibility == Tangibility::policy && !shown.policies) continue;
        now.fact(added.fact, new_graph.fact(added.fact).qualifiers.status, added.thing, now.entity(added.thing));
    }
    return graph;
}

}  // namespace guanxi
