#include "core/dependencies.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/hawick_circuits.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/pending/queue.hpp>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace guanxi {

namespace {

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

constexpr unsigned unreached = std::numeric_limits<unsigned>::max();

// The entities that take part, and who needs whom among them, each pair once; vertices in order of index.
struct NeedGraph {
    std::vector<EntityIndex> entities;
    Directed graph;

    explicit NeedGraph(std::span<const Need> needs) {
        for (const Need& need : needs) entities.insert(entities.end(), {need.needer, need.needed});
        std::sort(entities.begin(), entities.end());
        entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const Need& need : needs) pairs.emplace(vertex(need.needer), vertex(need.needed));
        while (boost::num_vertices(graph) < entities.size()) boost::add_vertex(graph);
        for (const auto& [from, to] : pairs) boost::add_edge(from, to, graph);
    }

    // The number of an entity, or of the one behind where it would stand.
    [[nodiscard]] std::size_t vertex(EntityIndex entity) const {
        return static_cast<std::size_t>(std::lower_bound(entities.begin(), entities.end(), entity) - entities.begin());
    }
};

std::vector<DistantNeed> follow(std::span<const Need> needs, EntityIndex entity) {
    const NeedGraph all(needs);
    const std::size_t start = all.vertex(entity);
    if (start == all.entities.size() || all.entities[start] != entity) return {};
    std::vector<unsigned> depths(all.entities.size(), unreached);
    depths[start] = 0;
    boost::queue<std::size_t> queue;
    std::vector<boost::default_color_type> colours(all.entities.size());
    const auto distances = boost::make_bfs_visitor(boost::record_distances(depths.data(), boost::on_tree_edge()));
    boost::breadth_first_search(all.graph, &start, &start + 1, queue, distances, colours.data());
    std::vector<DistantNeed> found;
    for (const Need& need : needs) {
        const unsigned depth = depths[all.vertex(need.needer)];
        if (depth != unreached) found.push_back({depth + 1, need});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const DistantNeed& a, const DistantNeed& b) { return a.depth < b.depth; });
    return found;
}

std::vector<Need> turned(std::span<const Need> needs) {
    std::vector<Need> all(needs.begin(), needs.end());
    for (Need& need : all) std::swap(need.needer, need.needed);
    return all;
}

// Thrown out of Boost's search, which cannot be told to stop.
struct EnoughCycles {};

class CycleVisitor {
public:
    CycleVisitor(const NeedGraph& all, std::size_t most, std::vector<std::vector<EntityIndex>>& found)
        : all_(&all), most_(most), found_(&found) {}

    template <typename Vertices, typename View>
    void cycle(const Vertices& vertices, const View& /*view*/) {
        if (found_->size() == most_) throw EnoughCycles();
        std::vector<EntityIndex> cycle;
        cycle.reserve(vertices.size());
        for (const auto vertex : vertices) cycle.push_back(all_->entities[vertex]);
        std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
        found_->push_back(std::move(cycle));
    }

private:
    const NeedGraph* all_;
    std::size_t most_;
    std::vector<std::vector<EntityIndex>>* found_;
};

struct Components {
    std::vector<std::size_t> of;  // by vertex
    std::size_t count = 0;
};

Components strong_components(const NeedGraph& all) {
    Components found{std::vector<std::size_t>(all.entities.size())};
    found.count = boost::strong_components(
        all.graph, boost::make_iterator_property_map(found.of.begin(), boost::get(boost::vertex_index, all.graph)));
    return found;
}

// The level of each strong component: one more than the highest that it needs.
std::vector<unsigned> levels_of(const NeedGraph& all, const Components& components) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t vertex = 0; vertex < all.entities.size(); ++vertex) {
        for (const auto& edge : boost::make_iterator_range(boost::out_edges(vertex, all.graph))) {
            const std::size_t to = components.of[boost::target(edge, all.graph)];
            if (to != components.of[vertex]) pairs.emplace(components.of[vertex], to);
        }
    }
    Directed condensed(components.count);
    for (const auto& [from, to] : pairs) boost::add_edge(from, to, condensed);
    std::vector<std::size_t> needed_first;
    boost::topological_sort(condensed, std::back_inserter(needed_first));
    std::vector<unsigned> levels(components.count, 1);
    for (const std::size_t vertex : needed_first) {
        for (const auto& edge : boost::make_iterator_range(boost::out_edges(vertex, condensed))) {
            levels[vertex] = std::max(levels[vertex], levels[boost::target(edge, condensed)] + 1);
        }
    }
    return levels;
}

}  // namespace

std::vector<Need> needs(const Graph& graph, std::span<const Predicate> over) {
    std::vector<Need> all;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        if (fact.predicate == Predicate::part_of) {
            all.push_back({fact.object, fact.subject, i});
        } else if (fact.predicate == Predicate::depends_on ||
                   std::find(over.begin(), over.end(), fact.predicate) != over.end()) {
            all.push_back({fact.subject, fact.object, i});
        }
    }
    return all;
}

std::vector<DistantNeed> needs_of(std::span<const Need> needs, EntityIndex entity) {
    return follow(needs, entity);
}

std::vector<DistantNeed> needs_for(std::span<const Need> needs, EntityIndex entity) {
    std::vector<DistantNeed> found = follow(turned(needs), entity);
    for (DistantNeed& distant : found) std::swap(distant.need.needer, distant.need.needed);
    return found;
}

std::vector<OrderedEntity> needs_in_order(std::span<const Need> needs) {
    const NeedGraph all(needs);
    const Components components = strong_components(all);
    const std::vector<unsigned> levels = levels_of(all, components);
    std::vector<std::size_t> sizes(components.count);
    for (const std::size_t number : components.of) ++sizes[number];
    std::vector<unsigned> rings(components.count);
    std::vector<OrderedEntity> places;
    unsigned ring_count = 0;
    for (std::size_t i = 0; i < all.entities.size(); ++i) {
        const std::size_t number = components.of[i];
        if (sizes[number] > 1 && rings[number] == 0) rings[number] = ++ring_count;
        places.push_back({levels[number], all.entities[i], rings[number]});
    }
    std::sort(places.begin(), places.end(), [](const OrderedEntity& a, const OrderedEntity& b) {
        return std::tie(a.level, a.ring, a.entity) < std::tie(b.level, b.ring, b.entity);
    });
    return places;
}

Cycles cycles_of(std::span<const Need> needs, std::size_t most) {
    const NeedGraph all(needs);
    const Components components = strong_components(all);
    // No cycle leads out of a strong component; without the rest, the search has nothing to lose its way in.
    std::vector<Need> inner;
    for (const Need& need : needs) {
        if (components.of[all.vertex(need.needer)] == components.of[all.vertex(need.needed)]) inner.push_back(need);
    }
    const NeedGraph rings(inner);
    Cycles found;
    try {
        boost::hawick_unique_circuits(rings.graph, CycleVisitor(rings, most, found.cycles));
    } catch (const EnoughCycles&) {
        found.complete = false;
    }
    std::sort(found.cycles.begin(), found.cycles.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    return found;
}

}  // namespace guanxi
