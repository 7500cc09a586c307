#include "cli/query.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

#include "cli/answer_json.hpp"
#include "cli/answer_text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/read_graph.hpp"
#include "cli/write_graph.hpp"
#include "core/chronology.hpp"
#include "core/error.hpp"
#include "core/selection.hpp"

namespace guanxi {

namespace {

const Question& question_of(const Arguments& arguments) {
    const auto all = questions();
    return *std::find_if(all.begin(), all.end(),
                         [&](const Question& question) { return question.name == arguments.operands[1]; });
}

std::vector<EntityIndex> named(const Graph& graph, const Question& question, const Arguments& arguments) {
    std::vector<EntityIndex> found;
    if (question.what == Operands::pattern) return found;
    for (std::size_t i = 2; i < arguments.operands.size(); ++i) {
        const EntityIndex entity = find_one_entity(graph, arguments.operands[i]);
        if (std::find(found.begin(), found.end(), entity) != found.end()) {
            throw Error(fmt::format("two names are {}", graph.entity(entity).name));
        }
        found.push_back(entity);
    }
    return found;
}

template <typename Value>
bool asked_for(const std::vector<Value>& values, Value value) {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

// What the options leave of a graph; none if that is all of it.
class Narrowing {
public:
    Narrowing(const Graph& graph, const Question& question, const Arguments& arguments)
        : graph_(graph), question_(question), arguments_(arguments), years_(years_of(arguments.question.years)) {
        for (const std::string& name : arguments.question.without) without_.insert(find_one_entity(graph, name));
    }

    [[nodiscard]] std::optional<Selected> operator()(const std::vector<EntityIndex>& names) const {
        for (const EntityIndex i : names) {
            if (without_.contains(i))
                throw UsageError(fmt::format("{} is asked about and left out", graph_.entity(i).name));
        }
        Part part;
        part.observations.emplace();
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i) {
            if (!without_.contains(i)) part.entities.push_back(i);
        }
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            if (stays(graph_.fact(i))) part.facts.push_back(i);
        }
        const auto all = graph_.observations();
        for (ObservationIndex i = 0; i < all.size(); ++i) {
            if (!without_.contains(all[i].subject) && fits(all[i].qualifiers)) part.observations->push_back(i);
        }
        if (without_.empty() && part.facts.size() == graph_.fact_count() && part.observations->size() == all.size()) {
            return std::nullopt;
        }
        return take(graph_, part);
    }

private:
    [[nodiscard]] bool fits(const Qualifiers& said) const {
        return asked_for(arguments_.selection.statuses, said.status) &&
               (arguments_.question.years.empty() || overlaps(said.time, years_));
    }
    [[nodiscard]] bool stays(const Fact& fact) const {
        return asked_for(arguments_.selection.relations, fact.predicate) && fits(fact.qualifiers) &&
               !without_.contains(fact.subject) && !without_.contains(fact.object) &&
               (question_.facts == Facts::all || !fact.qualifiers.negated);
    }

    const Graph& graph_;
    const Question& question_;
    const Arguments& arguments_;
    Years years_;
    std::set<EntityIndex> without_;
};

// The part of the graph that an answer is about, and for those that are about a whole of entities what joins them.
Part part_of(const Graph& graph, const Answer& answer, const std::vector<EntityIndex>& names) {
    std::set<EntityIndex> entities(names.begin(), names.end());
    std::set<FactIndex> facts;
    std::set<ObservationIndex> observations;
    for (const Table& table : answer.tables) {
        for (const Row& row : table.rows) {
            const Grounds why = grounds(row);
            facts.insert(why.facts.begin(), why.facts.end());
            observations.insert(why.observations.begin(), why.observations.end());
            for (const Cell& cell : row) {
                if (const auto* one = std::get_if<EntityCell>(&cell)) entities.insert(one->index);
                if (const auto* list = std::get_if<EntitiesCell>(&cell)) {
                    entities.insert(list->list.begin(), list->list.end());
                }
            }
        }
    }
    if (answer.with_links) {
        for (FactIndex i = 0; i < graph.fact_count(); ++i) {
            const Fact& fact = graph.fact(i);
            if (entities.contains(fact.subject) && entities.contains(fact.object)) facts.insert(i);
        }
    }
    Part part{{entities.begin(), entities.end()}, {facts.begin(), facts.end()}, std::nullopt};
    // Figures that were asked for stand alone; an answer about entities has all of theirs.
    if (!observations.empty()) part.observations.emplace(observations.begin(), observations.end());
    return part;
}

void write_part(GraphOutputs& outputs, const Graph& graph, const Part& part, Arguments arguments) {
    const Selected selected = take(graph, part);
    if (arguments.writing.title.empty()) {
        const std::vector<std::string> words(arguments.operands.begin() + 1, arguments.operands.end());
        arguments.writing.title = fmt::format("{}", fmt::join(words, " "));
    }
    arguments.selection = {};
    outputs.write(selected.graph, arguments);
}

void say(const Graph& graph, const Answer& answer, const AnswerHead& head, const Arguments& arguments) {
    StandardOutput out;
    if (arguments.json) {
        write_answer(graph, answer, head, out.stream());
    } else {
        const Marking marking = output_is_terminal() ? Marking::bold : Marking::brackets;
        const Telling surest = answer.with_evidence ? Telling::surest : Telling::nothing;
        const Telling evidence = arguments.question.evidence ? Telling::all : surest;
        out.stream() << answer_text(graph, answer, {marking, evidence, head.left_out});
    }
    out.finish();
}

}  // namespace

std::size_t within_limit(const Asked& asked, std::size_t count) {
    return std::min(count, asked.limit.value_or(count));
}

bool is_of_kind(const Asked& asked, EntityIndex index) {
    return asked_for(asked.arguments.selection.types, asked.graph.entity(index).type);
}

bool joins_kind(const Asked& asked, FactIndex index) {
    const Fact& fact = asked.graph.fact(index);
    return is_of_kind(asked, fact.subject) || is_of_kind(asked, fact.object);
}

std::string kind_of(const Entity& entity) {
    return fmt::format("{} {}", info(entity.type).id, info(entity.type).label_zh);
}

void query(const Arguments& arguments) {
    const Question& question = question_of(arguments);
    const bool writes_graph = !arguments.outputs.empty() || arguments.format != nullptr;
    const bool to_standard =
        std::find(arguments.outputs.begin(), arguments.outputs.end(), "-") != arguments.outputs.end() ||
        (writes_graph && arguments.outputs.empty());
    if (to_standard && arguments.json)
        throw UsageError("standard output is one thing: the answer as JSON, or its graph");
    std::optional<GraphOutputs> outputs;
    if (writes_graph) outputs.emplace(arguments);

    const Graph whole = read_graph(arguments.operands[0]);
    std::vector<EntityIndex> names = named(whole, question, arguments);
    const std::optional<Selected> left = Narrowing(whole, question, arguments)(names);
    const Graph& graph = left ? left->graph : whole;
    for (EntityIndex& name : names) name = graph.find(whole.entity(name).id);

    const std::string pattern = question.what == Operands::pattern ? arguments.operands[2] : "";
    std::optional<std::size_t> limit = arguments.question.limit;
    if (!limit && question.lines > 0 && !writes_graph && !arguments.json) limit = question.lines;
    Answer answer = question.answer({graph, names, arguments, pattern, writes_graph, limit});
    std::vector<std::size_t> left_out(answer.tables.size());
    if (limit) left_out = cut(answer, *limit);
    if (outputs) write_part(*outputs, graph, part_of(graph, answer, names), arguments);
    if (writes_graph && !arguments.json) return;
    say(graph, answer, {question.name, names, arguments.question.evidence || answer.with_evidence, left_out},
        arguments);
}

}  // namespace guanxi
