#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "cli/printable.hpp"
#include "cli/query.hpp"
#include "core/algorithms.hpp"
#include "core/communities.hpp"
#include "core/structure.hpp"

namespace guanxi {

namespace {

constexpr std::size_t shown_if_not_said = 20;

std::int64_t count_of(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

// One group or part of the graph: its members, those with the most facts inside first.
struct Cluster {
    std::vector<EntityIndex> members;
    std::size_t facts = 0;
};

std::vector<Cluster> clusters(const Graph& graph, const std::vector<std::uint32_t>& numbers) {
    std::vector<Cluster> all(numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1);
    for (EntityIndex i = 0; i < numbers.size(); ++i) all[numbers[i]].members.push_back(i);
    std::vector<std::size_t> inside(graph.entity_count());
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        if (numbers[fact.subject] != numbers[fact.object]) continue;
        ++inside[fact.subject];
        ++inside[fact.object];
        ++all[numbers[fact.subject]].facts;
    }
    for (Cluster& cluster : all) {
        std::stable_sort(cluster.members.begin(), cluster.members.end(),
                         [&](EntityIndex a, EntityIndex b) { return inside[a] > inside[b]; });
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Cluster& a, const Cluster& b) { return a.members.size() > b.members.size(); });
    return all;
}

// The clusters of two or more, or the members of the one that a name is in.
Answer cluster_answer(const Asked& asked, const std::vector<Cluster>& all, std::string_view what) {
    const std::string many = fmt::format("{}s", what);
    Answer answer;
    answer.with_links = true;
    std::size_t alone = 0;
    Table list{many, {{std::string(what)}, {"entities"}, {"facts"}, {"members"}}, {}};
    Table members{"members", {{std::string(what), Shown::once}, {"member"}, {"kind"}, {"facts"}}, {}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Cluster& cluster = all[i];
        if (cluster.members.size() == 1) ++alone;
        const auto number = count_of(i + 1);
        if (!asked.names.empty()) {
            if (std::find(cluster.members.begin(), cluster.members.end(), asked.names[0]) == cluster.members.end()) {
                continue;
            }
            for (const EntityIndex entity : cluster.members) {
                if (!is_of_kind(asked, entity)) continue;
                members.rows.push_back({number, EntityCell{entity}, kind_of(asked.graph.entity(entity)),
                                        count_of(asked.graph.facts_of(entity).size())});
            }
            continue;
        }
        EntitiesCell cell;
        for (const EntityIndex entity : cluster.members) {
            if (is_of_kind(asked, entity)) cell.list.push_back(entity);
        }
        if (cluster.members.size() == 1 || cell.list.empty()) continue;
        list.rows.push_back({number, count_of(cluster.members.size()), count_of(cluster.facts), std::move(cell)});
    }
    answer.counts = {{"number", count_of(all.size() - alone)}, {"alone", count_of(alone)}};
    if (asked.names.empty()) {
        answer.said = fmt::format("{} {} of two or more entities, {} alone\n", all.size() - alone,
                                  all.size() - alone == 1 ? std::string(what) : many, alone);
        answer.tables.push_back(std::move(list));
    } else {
        answer.tables.push_back(std::move(members));
    }
    return answer;
}

// Where one entity has most of the facts, all hangs on it, and there is more to see without it.
std::string hub_hint(const Asked& asked) {
    const std::vector<double> facts = degrees(asked.graph);
    const auto most = std::max_element(facts.begin(), facts.end());
    if (most == facts.end() || asked.graph.fact_count() < 20 ||
        *most < 0.5 * static_cast<double>(asked.graph.fact_count())) {
        return {};
    }
    const std::string name = printable(asked.graph.entity(static_cast<EntityIndex>(most - facts.begin())).name);
    return fmt::format("{} has {} of {} facts; --without {} shows what lies below it\n", name,
                       static_cast<std::int64_t>(*most), asked.graph.fact_count(), name);
}

}  // namespace

Answer answer_critical(const Asked& asked) {
    const Critical found = critical(asked.graph);
    Table entities{"entities", {{"entity"}, {"kind"}, {"cuts_off"}, {"pieces"}}, {}};
    for (const CutEntity& cut : found.entities) {
        if (!is_of_kind(asked, cut.entity)) continue;
        entities.rows.push_back({EntityCell{cut.entity}, kind_of(asked.graph.entity(cut.entity)), count_of(cut.cut_off),
                                 count_of(cut.pieces)});
    }
    Table bridges{"facts", {{"cuts_off"}, {"fact"}}, {}};
    for (const Bridge& bridge : found.bridges) {
        if (joins_kind(asked, bridge.fact)) bridges.rows.push_back({count_of(bridge.cut_off), FactCell{bridge.fact}});
    }
    Answer answer;
    answer.said = fmt::format("{} entities and {} facts without which something would hang loose\n",
                              entities.rows.size(), bridges.rows.size()) +
                  hub_hint(asked);
    answer.tables = {std::move(entities), std::move(bridges)};
    return answer;
}

Answer answer_top(const Asked& asked) {
    const std::string& by = asked.arguments.question.by;
    const std::vector<double> facts = degrees(asked.graph);
    std::vector<double> scores = facts;
    if (by == "pagerank") scores = page_rank(asked.graph);
    if (by == "betweenness") scores = betweenness(asked.graph);
    std::vector<EntityIndex> order(asked.graph.entity_count());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](EntityIndex a, EntityIndex b) { return scores[a] > scores[b]; });
    Table table{"entities", {{"rank"}, {"entity"}, {"kind"}, {"facts"}}, {}};
    if (by != "degree") table.columns.push_back({by});
    for (const EntityIndex i : order) {
        if (!is_of_kind(asked, i)) continue;
        if (!asked.arguments.question.limit && table.rows.size() == shown_if_not_said) break;
        Row row{count_of(table.rows.size() + 1), EntityCell{i}, kind_of(asked.graph.entity(i)),
                static_cast<std::int64_t>(facts[i])};
        if (by != "degree") row.emplace_back(ScoreCell{scores[i]});
        table.rows.push_back(std::move(row));
    }
    Answer answer;
    if (table.rows.empty()) answer.said = "no entity\n";
    answer.tables.push_back(std::move(table));
    answer.with_links = true;
    return answer;
}

Answer answer_groups(const Asked& asked) {
    const Communities found = communities(asked.graph);
    Answer answer = cluster_answer(asked, clusters(asked.graph, found.group), "group");
    answer.scores = {{"modularity", found.modularity}};
    if (!answer.said.empty()) {
        answer.said.pop_back();
        answer.said += fmt::format("; modularity {:.3f}\n", found.modularity) + hub_hint(asked);
    }
    return answer;
}

Answer answer_components(const Asked& asked) {
    return cluster_answer(asked, clusters(asked.graph, components(asked.graph)), "part");
}

}  // namespace guanxi
