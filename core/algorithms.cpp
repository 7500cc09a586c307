#include "core/algorithms.hpp"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/pending/queue.hpp>
#include <numeric>

#include "core/detail/undirected.hpp"

namespace guanxi {

namespace {

// Notes the distance of each vertex that the search comes to. The search itself cannot be told to stop at a distance.
class DistanceVisitor : public boost::default_bfs_visitor {
public:
    explicit DistanceVisitor(std::vector<unsigned>& distances) : distances_(&distances) {}

    template <typename Edge, typename View>
    void tree_edge(const Edge& edge, const View& view) {
        (*distances_)[boost::target(edge, view)] = (*distances_)[boost::source(edge, view)] + 1;
    }

private:
    std::vector<unsigned>* distances_;
};

}  // namespace

std::vector<unsigned> distances(const Graph& graph, std::span<const EntityIndex> from) {
    const Undirected view = undirected(graph);
    std::vector<unsigned> found(graph.entity_count(), unreached);
    std::vector<EntityIndex> starts(from.begin(), from.end());
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    for (const EntityIndex start : starts) found.at(start) = 0;
    boost::queue<std::size_t> queue;
    std::vector<boost::default_color_type> colours(graph.entity_count());
    boost::breadth_first_search(view, starts.begin(), starts.end(), queue, DistanceVisitor(found), colours.data());
    return found;
}

std::vector<EntityIndex> neighbourhood(const Graph& graph, std::span<const EntityIndex> from, unsigned hops) {
    const std::vector<unsigned> found = distances(graph, from);
    std::vector<EntityIndex> near;
    for (EntityIndex i = 0; i < found.size(); ++i) {
        if (found[i] != unreached && found[i] <= hops) near.push_back(i);
    }
    return near;
}

std::vector<std::uint32_t> components(const Graph& graph) {
    std::vector<std::uint32_t> numbers(graph.entity_count());
    std::vector<boost::default_color_type> colours(graph.entity_count());
    boost::connected_components(undirected(graph), numbers.data(), boost::color_map(colours.data()));
    return numbers;
}

std::vector<double> page_rank(const Graph& graph) {
    constexpr double damping = 0.85;
    constexpr std::size_t rounds = 40;
    std::vector<double> ranks(graph.entity_count());
    if (ranks.empty()) return ranks;
    const auto view = undirected(graph);
    std::vector<double> next(ranks.size());
    boost::graph::page_rank(view, ranks.data(), boost::graph::n_iterations(rounds), damping, ranks.size(), next.data());
    // Boost lets each vertex jump with weight 1 - damping and what an entity without facts holds is lost. Both only
    // scale the result, so that dividing by the sum gives the usual definition, in which such an entity jumps anywhere.
    const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    for (double& rank : ranks) rank /= sum;
    return ranks;
}

std::vector<double> degrees(const Graph& graph) {
    std::vector<double> found(graph.entity_count());
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        found[graph.fact(i).subject] += 1;
        found[graph.fact(i).object] += 1;
    }
    return found;
}

std::vector<double> betweenness(const Graph& graph) {
    std::vector<double> found(graph.entity_count());
    if (found.size() < 3) return found;
    const Undirected view = undirected(neighbours(graph));
    const auto shares = boost::make_iterator_property_map(found.begin(), boost::get(boost::vertex_index, view));
    boost::brandes_betweenness_centrality(view, shares);
    boost::relative_betweenness_centrality(view, shares);
    return found;
}

}  // namespace guanxi
