#include "core/explanation.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>
#include <unordered_map>

namespace guanxi {

namespace {

// What has no status comes last.
unsigned order_of(Status status) {
    static constexpr std::array<unsigned, 4> order{3, 0, 1, 2};
    return order.at(static_cast<std::size_t>(status));
}

template <typename Index, typename QualifiersOf>
void sort_as_told(std::vector<Index>& list, const QualifiersOf& qualifiers_of) {
    std::sort(list.begin(), list.end(), [&](Index a, Index b) {
        const Qualifiers& x = qualifiers_of(a);
        const Qualifiers& y = qualifiers_of(b);
        return std::tuple(order_of(x.status), std::string_view(x.time), a) <
               std::tuple(order_of(y.status), std::string_view(y.time), b);
    });
}

void sort_as_told(const Graph& graph, std::vector<FactIndex>& facts) {
    sort_as_told(facts, [&](FactIndex i) -> const Qualifiers& { return graph.fact(i).qualifiers; });
}

EntityIndex other_end(const Fact& fact, EntityIndex end) {
    return fact.subject == end ? fact.object : fact.subject;
}

// Breadth first, so the way is one of the shortest; the first of several in order of index.
std::vector<FactIndex> shortest_way(const Graph& graph, EntityIndex a, EntityIndex b) {
    std::unordered_map<EntityIndex, FactIndex> reached_by;
    std::deque<EntityIndex> queue{a};
    while (!queue.empty() && !reached_by.contains(b)) {
        const EntityIndex here = queue.front();
        queue.pop_front();
        for (const FactIndex i : graph.facts_of(here)) {
            const EntityIndex there = other_end(graph.fact(i), here);
            if (there != a && reached_by.try_emplace(there, i).second) queue.push_back(there);
        }
    }
    std::vector<FactIndex> way;
    for (EntityIndex here = b; here != a;) {
        const auto step = reached_by.find(here);
        if (step == reached_by.end()) return {};
        way.push_back(step->second);
        here = other_end(graph.fact(step->second), here);
    }
    std::reverse(way.begin(), way.end());
    return way;
}

}  // namespace

std::vector<FactIndex> as_told(const Graph& graph, std::vector<FactIndex> facts) {
    sort_as_told(graph, facts);
    return facts;
}

Explanation explain(const Graph& graph, EntityIndex entity) {
    Explanation told;
    told.facts = graph.facts_of(entity);
    const auto observations = graph.observations_of(entity);
    told.observations.assign(observations.begin(), observations.end());
    sort_as_told(graph, told.facts);
    sort_as_told(told.observations,
                 [&](ObservationIndex i) -> const Qualifiers& { return graph.observations()[i].qualifiers; });
    return told;
}

Connection connect(const Graph& graph, EntityIndex a, EntityIndex b) {
    Connection connection;
    for (const FactIndex i : graph.facts_of(a)) {
        if (other_end(graph.fact(i), a) == b) connection.facts.push_back(i);
    }
    connection.direct = !connection.facts.empty();
    if (connection.direct) {
        sort_as_told(graph, connection.facts);
    } else if (a != b) {
        connection.facts = shortest_way(graph, a, b);
    }
    return connection;
}

}  // namespace guanxi
