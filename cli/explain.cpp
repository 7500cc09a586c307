#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.hpp"
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

std::vector<std::string> names_of(const Entity& entity) {
    std::vector<std::string> names{printable(entity.name)};
    for (const std::string& alias : entity.aliases) names.push_back(printable(alias));
    return names;
}

// Tells facts and observations of one graph.
class Teller {
public:
    Teller(const Graph& graph, Marking marking) : graph_(graph), marking_(marking) {}

    [[nodiscard]] std::string title(EntityIndex index) const {
        const Entity& entity = graph_.entity(index);
        const EntityTypeInfo& row = info(entity.type);
        std::string text = fmt::format("{}  {} {}", strong(printable(entity.name), marking_), row.id, row.label_zh);
        if (!entity.code.empty()) text += fmt::format(", code {}", entity.code);
        if (!entity.within.empty()) text += fmt::format(", of {}", printable(entity.within));
        if (!entity.aliases.empty())
            text += fmt::format(", also {}", printable(fmt::format("{}", fmt::join(entity.aliases, "、"))));
        return text + '\n';
    }

    [[nodiscard]] std::string facts(const std::vector<FactIndex>& list) const {
        std::string text;
        bool first = true;
        Status status = Status::none;
        for (const FactIndex i : list) {
            const Fact& fact = graph_.fact(i);
            if (first || fact.qualifiers.status != status) text += heading_of(fact.qualifiers.status);
            first = false;
            status = fact.qualifiers.status;
            text += told(fact, wording_but_status(fact.qualifiers));
        }
        return text;
    }

    // In the order given, each with its status.
    [[nodiscard]] std::string way(const std::vector<FactIndex>& list) const {
        std::string text = "\n";
        for (const FactIndex i : list) text += told(graph_.fact(i), wording(graph_.fact(i).qualifiers));
        return text;
    }

    [[nodiscard]] std::string observations(const std::vector<ObservationIndex>& list) const {
        std::string text = list.empty() ? "" : "\nfigures\n";
        for (const ObservationIndex i : list) {
            const Observation& seen = graph_.observations()[i];
            const std::string said = printable(wording(seen.qualifiers));
            text += fmt::format("  {}: {}{}{}{}\n", printable(seen.indicator), printable(wording(seen.quantity)),
                                said.empty() ? "" : " (", said, said.empty() ? "" : ")");
            text += evidence(seen.evidence, names_of(graph_.entity(seen.subject)));
        }
        return text;
    }

private:
    [[nodiscard]] std::string told(const Fact& fact, const std::string& said) const {
        const Entity& subject = graph_.entity(fact.subject);
        const Entity& object = graph_.entity(fact.object);
        std::vector<std::string> names = names_of(subject);
        for (const std::string& name : names_of(object)) names.push_back(name);
        return fmt::format("  {} {} {}{}{}\n{}", printable(subject.name), arrow(fact.predicate, fact.qualifiers),
                           printable(object.name), said.empty() ? "" : ": ", printable(said),
                           evidence(fact.evidence, names));
    }

    [[nodiscard]] std::string evidence(const std::vector<Evidence>& list, const std::vector<std::string>& names) const {
        std::string text;
        for (const Evidence& why : list) {
            const Quote& quote = graph_.quotes()[why.quote];
            const std::string words = printable(quote.text);
            text += fmt::format("      “{}”\n      {} {}-{}, rule {}, confidence {:.2f}\n",
                                highlight(words, names, marking_), printable(graph_.documents()[quote.document].name),
                                quote.begin, quote.end, printable(why.rule), why.confidence);
        }
        return text;
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
