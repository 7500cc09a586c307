#include "core/detail/undirected.hpp"

#include <algorithm>

#include "core/graph_store.hpp"

namespace guanxi {

Undirected undirected(const Graph& graph) {
    Undirected view(graph.entity_count());
    for (const GraphStore::Edge& edge : graph.store().edges) boost::add_edge(edge.m_source, edge.m_target, view);
    return view;
}

std::vector<std::vector<Neighbour>> neighbours(const Graph& graph) {
    std::vector<std::vector<Neighbour>> all(graph.entity_count());
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        all[fact.subject].push_back({fact.object, 1});
        all[fact.object].push_back({fact.subject, 1});
    }
    for (std::vector<Neighbour>& list : all) {
        std::sort(list.begin(), list.end(), [](const Neighbour& a, const Neighbour& b) { return a.entity < b.entity; });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (kept > 0 && list[kept - 1].entity == list[i].entity) {
                ++list[kept - 1].facts;
            } else {
                list[kept++] = list[i];
            }
        }
        list.resize(kept);
    }
    return all;
}

Undirected undirected(const std::vector<std::vector<Neighbour>>& neighbours) {
    Undirected view(neighbours.size());
    for (EntityIndex i = 0; i < neighbours.size(); ++i) {
        for (const Neighbour& other : neighbours[i]) {
            if (other.entity > i) boost::add_edge(i, other.entity, view);
        }
    }
    return view;
}

}  // namespace guanxi
