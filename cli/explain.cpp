#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/evidence_text.hpp"
#include "cli/highlight.hpp"
#include "cli/output.hpp"
#include "cli/printable.hpp"
#include "cli/read_graph.hpp"
#include "cli/wording.hpp"
#include "core/error.hpp"
#include "core/explanation.hpp"
#include "core/selection.hpp"

namespace guanxi {

namespace {

std::string heading_of(Status status) {
    if (status == Status::none) return "\nno status\n";
    return fmt::format("\n{} {}\n", id(status), label_zh(status));
}

// Tells facts and observations of one graph.
class Teller {
public:
    Teller(const Graph& graph, Marking marking) : graph_(graph), marking_(marking) {}

    [[nodiscard]] std::string title(EntityIndex index) const { return entity_title(graph_.entity(index), marking_); }

    [[nodiscard]] std::string facts(const std::vector<FactIndex>& list) const {
        std::string text;
        bool first = true;
        Status status = Status::none;
        for (const FactIndex i : list) {
            const Fact& fact = graph_.fact(i);
            if (first || fact.qualifiers.status != status) text += heading_of(fact.qualifiers.status);
            first = false;
            status = fact.qualifiers.status;
            text += told(i, wording_but_status(fact.qualifiers));
        }
        return text;
    }

    // In the order given, each with its status.
    [[nodiscard]] std::string way(const std::vector<FactIndex>& list) const {
        std::string text = "\n";
        for (const FactIndex i : list) text += told(i, wording(graph_.fact(i).qualifiers));
        return text;
    }

    [[nodiscard]] std::string observations(const std::vector<ObservationIndex>& list) const {
        std::string text = list.empty() ? "" : "\nfigures\n";
        for (const ObservationIndex i : list) {
            const Observation& seen = graph_.observations()[i];
            const std::string said = printable(wording(seen.qualifiers));
            text += fmt::format("  {}: {}{}{}{}\n", printable(seen.indicator), printable(wording(seen.quantity)),
                                said.empty() ? "" : " (", said, said.empty() ? "" : ")");
            text += observation_evidence(graph_, i, marking_);
        }
        return text;
    }

private:
    [[nodiscard]] std::string told(FactIndex index, const std::string& said) const {
        const Fact& fact = graph_.fact(index);
        return fmt::format("  {} {} {}{}{}\n{}", printable(graph_.entity(fact.subject).name),
                           arrow(fact.predicate, fact.qualifiers), printable(graph_.entity(fact.object).name),
                           said.empty() ? "" : ": ", printable(said), fact_evidence(graph_, index, marking_));
    }

    const Graph& graph_;
    Marking marking_;
};

std::string tell_one(const Graph& graph, const Teller& teller, EntityIndex entity) {
    const Explanation told = explain(graph, entity);
    std::string text = teller.title(entity) + teller.facts(told.facts) + teller.observations(told.observations);
    if (told.facts.empty() && told.observations.empty()) text += "\nno fact and no figure\n";
    return text;
}

std::string tell_two(const Graph& graph, const Teller& teller, EntityIndex a, EntityIndex b) {
    if (a == b) throw Error(fmt::format("both names are {}", graph.entity(a).name));
    const Connection connection = connect(graph, a, b);
    const std::string text = teller.title(a) + teller.title(b);
    if (connection.direct) return text + teller.facts(connection.facts);
    if (connection.facts.empty()) return text + "\nno fact joins them, nor any chain of facts\n";
    return text + fmt::format("\nno fact joins them; the shortest chain has {} facts\n", connection.facts.size()) +
           teller.way(connection.facts);
}

}  // namespace

void explain(const Arguments& arguments) {
    const Graph graph = read_graph(arguments.operands[0]);
    const EntityIndex first = find_one_entity(graph, arguments.operands[1]);
    const Teller teller(graph, output_is_terminal() ? Marking::bold : Marking::brackets);
    if (arguments.operands.size() == 2) return print(tell_one(graph, teller, first));
    print(tell_two(graph, teller, first, find_one_entity(graph, arguments.operands[2])));
}

}  // namespace guanxi
