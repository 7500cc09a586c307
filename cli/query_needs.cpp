#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/printable.hpp"
#include "cli/query.hpp"
#include "core/dependencies.hpp"

namespace guanxi {

namespace {

constexpr std::size_t most_cycles = 1000;

// Which relations could tell of needs, said where none does.
constexpr std::string_view hint = "; --over adds relations, as --over locatedIn,settlesIn\n";

Answer needs_answer(const Asked& asked, const std::vector<DistantNeed>& found, bool of_needed) {
    Table table{"needs", {{"depth", Shown::once}, {"needed"}, {"by"}, {"fact", Shown::brief}}, {}};
    if (!of_needed) table.columns = {{"depth", Shown::once}, {"needs_it"}, {"needed"}, {"fact", Shown::brief}};
    for (const DistantNeed& distant : found) {
        const EntityIndex first = of_needed ? distant.need.needed : distant.need.needer;
        const EntityIndex second = of_needed ? distant.need.needer : distant.need.needed;
        if (!is_of_kind(asked, first)) continue;
        table.rows.push_back({static_cast<std::int64_t>(distant.depth), EntityCell{first}, EntityCell{second},
                              FactCell{distant.need.fact}});
    }
    Answer answer;
    answer.tables.push_back(std::move(table));
    return answer;
}

std::vector<FactIndex> facts_of_need(std::span<const Need> all, EntityIndex needer, EntityIndex needed) {
    std::vector<FactIndex> facts;
    for (const Need& need : all) {
        if (need.needer == needer && need.needed == needed) facts.push_back(need.fact);
    }
    return facts;
}

}  // namespace

Answer answer_deps(const Asked& asked) {
    const std::vector<Need> all = needs(asked.graph, asked.arguments.question.over);
    Answer answer = needs_answer(asked, needs_of(all, asked.names[0]), true);
    if (answer.tables[0].rows.empty()) {
        answer.said = fmt::format("{} needs nothing{}", printable(asked.graph.entity(asked.names[0]).name), hint);
    }
    return answer;
}

Answer answer_impact(const Asked& asked) {
    const std::vector<Need> all = needs(asked.graph, asked.arguments.question.over);
    Answer answer = needs_answer(asked, needs_for(all, asked.names[0]), false);
    if (answer.tables[0].rows.empty()) {
        answer.said = fmt::format("nothing needs {}{}", printable(asked.graph.entity(asked.names[0]).name), hint);
    }
    return answer;
}

Answer answer_order(const Asked& asked) {
    const std::vector<Need> all = needs(asked.graph, asked.arguments.question.over);
    std::map<EntityIndex, EntitiesCell> needed;
    for (const Need& need : all) {
        std::vector<EntityIndex>& list = needed[need.needer].list;
        if (std::find(list.begin(), list.end(), need.needed) == list.end()) list.push_back(need.needed);
    }
    Table table{"order", {{"level", Shown::once}, {"ring"}, {"entity"}, {"kind"}, {"needs"}}, {}};
    for (const OrderedEntity& place : needs_in_order(all)) {
        if (!is_of_kind(asked, place.entity)) continue;
        Row row{static_cast<std::int64_t>(place.level),
                {},
                EntityCell{place.entity},
                kind_of(asked.graph.entity(place.entity)),
                needed[place.entity]};
        if (place.ring > 0) row[1] = static_cast<std::int64_t>(place.ring);
        table.rows.push_back(std::move(row));
    }
    Answer answer;
    if (all.empty()) answer.said = fmt::format("nothing needs anything{}", hint);
    answer.tables.push_back(std::move(table));
    answer.with_links = true;
    return answer;
}

Answer answer_cycles(const Asked& asked) {
    const std::vector<Need> all = needs(asked.graph, asked.arguments.question.over);
    const Cycles found = cycles_of(all, most_cycles);
    Table table{"steps", {{"cycle", Shown::once}, {"needs_it"}, {"needed"}, {"fact", Shown::brief}}, {}};
    table.whole = true;
    const std::size_t told = within_limit(asked, found.cycles.size());
    for (std::size_t c = 0; c < told; ++c) {
        const std::vector<EntityIndex>& cycle = found.cycles[c];
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            const EntityIndex next = cycle[(i + 1) % cycle.size()];
            for (const FactIndex fact : facts_of_need(all, cycle[i], next)) {
                table.rows.push_back(
                    {static_cast<std::int64_t>(c + 1), EntityCell{cycle[i]}, EntityCell{next}, FactCell{fact}});
            }
        }
    }
    Answer answer;
    if (found.cycles.empty()) answer.said = fmt::format("nothing needs itself in a ring{}", hint);
    if (told > 0) {
        answer.said = fmt::format("{}{} ring{}, {} shown\n", found.complete ? "" : "more than ", found.cycles.size(),
                                  found.cycles.size() == 1 ? "" : "s", told);
    }
    answer.counts = {{found.complete ? "cycles" : "more_than", static_cast<std::int64_t>(found.cycles.size())}};
    answer.tables.push_back(std::move(table));
    answer.with_evidence = true;
    return answer;
}

}  // namespace guanxi
