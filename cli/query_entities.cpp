#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "cli/evidence_text.hpp"
#include "cli/output.hpp"
#include "cli/printable.hpp"
#include "cli/query.hpp"
#include "core/algorithms.hpp"
#include "core/explanation.hpp"
#include "core/search.hpp"

namespace guanxi {

namespace {

std::int64_t count_of(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

// The documents that the evidence of facts and figures is from, in order of index.
std::set<DocumentIndex> documents_of(const Graph& graph, const Explanation& told) {
    std::set<DocumentIndex> found;
    const auto add = [&](const std::vector<Evidence>& evidence) {
        for (const Evidence& why : evidence) found.insert(graph.quotes()[why.quote].document);
    };
    for (const FactIndex i : told.facts) add(graph.fact(i).evidence);
    for (const ObservationIndex i : told.observations) add(graph.observations()[i].evidence);
    return found;
}

std::string nothing_found(const Asked& asked) {
    std::string text = fmt::format("no entity has \"{}\" in its name", printable(asked.pattern));
    const std::vector<std::string> near = similar_names(asked.graph, asked.pattern);
    if (!near.empty()) text += fmt::format("; near it are {}", printable(fmt::format("{}", fmt::join(near, "、"))));
    return text + '\n';
}

Table document_table() {
    return {"documents", {{"document"}, {"title"}, {"date"}}, {}};
}

Row document_row(const Graph& graph, DocumentIndex index) {
    return {DocumentCell{index}, graph.documents()[index].title, graph.documents()[index].date};
}

}  // namespace

Answer answer_find(const Asked& asked) {
    Table table{"entities", {{"entity"}, {"kind"}, {"facts"}, {"figures"}, {"also"}}, {}};
    for (const EntityIndex i : search_entities(asked.graph, asked.pattern)) {
        if (!is_of_kind(asked, i)) continue;
        const Entity& entity = asked.graph.entity(i);
        table.rows.push_back({EntityCell{i}, kind_of(entity), count_of(asked.graph.facts_of(i).size()),
                              count_of(asked.graph.observations_of(i).size()),
                              fmt::format("{}", fmt::join(entity.aliases, "、"))});
    }
    Answer answer;
    if (table.rows.empty()) answer.said = nothing_found(asked);
    answer.tables.push_back(std::move(table));
    answer.with_links = true;
    return answer;
}

Answer answer_show(const Asked& asked) {
    const EntityIndex entity = asked.names.front();
    const Explanation told = explain(asked.graph, entity);
    Answer answer;
    answer.said = entity_title(asked.graph.entity(entity), output_is_terminal() ? Marking::bold : Marking::brackets);
    if (told.facts.empty() && told.observations.empty()) answer.said += "no fact and no figure\n";
    Table facts{"facts", {{"fact"}}, {}};
    for (const FactIndex i : told.facts) {
        const Fact& fact = asked.graph.fact(i);
        if (is_of_kind(asked, fact.subject == entity ? fact.object : fact.subject)) facts.rows.push_back({FactCell{i}});
    }
    Table figures{"figures", {{"figure"}}, {}};
    for (const ObservationIndex i : told.observations) figures.rows.push_back({ObservationCell{i}});
    Table documents = document_table();
    for (const DocumentIndex i : documents_of(asked.graph, told))
        documents.rows.push_back(document_row(asked.graph, i));
    answer.tables = {std::move(facts), std::move(figures), std::move(documents)};
    return answer;
}

Answer answer_around(const Asked& asked) {
    const std::vector<unsigned> away = distances(asked.graph, asked.names);
    const unsigned most = asked.arguments.question.hops;
    // A fact is as far away as its farther end.
    struct Near {
        unsigned hops = 0;
        FactIndex fact = 0;
    };
    const std::vector<FactIndex> all = [&] {
        std::vector<FactIndex> list(asked.graph.fact_count());
        for (FactIndex i = 0; i < list.size(); ++i) list[i] = i;
        return list;
    }();
    std::vector<Near> near;
    std::set<EntityIndex> entities;
    for (const FactIndex i : as_told(asked.graph, all)) {
        const Fact& fact = asked.graph.fact(i);
        const unsigned hops = std::max(away[fact.subject], away[fact.object]);
        if (hops > most || hops == unreached) continue;
        const auto fits = [&](EntityIndex end) { return away[end] < hops || away[end] == 0 || is_of_kind(asked, end); };
        if (!fits(fact.subject) || !fits(fact.object)) continue;
        near.push_back({hops, i});
        entities.insert({fact.subject, fact.object});
    }
    std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.hops < b.hops; });
    Table table{"facts", {{"hops", Shown::once}, {"fact"}}, {}};
    for (const Near& one : near) table.rows.push_back({count_of(one.hops), FactCell{one.fact}});
    Answer answer;
    if (near.empty()) {
        answer.said = fmt::format("nothing lies around {}\n", printable(asked.graph.entity(asked.names[0]).name));
    }
    answer.counts = {{"entities", count_of(entities.size())}};
    answer.tables.push_back(std::move(table));
    answer.with_links = false;
    return answer;
}

}  // namespace guanxi
