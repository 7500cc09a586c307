#include "export/explorer_communities.hpp"

#include <algorithm>
#include <numeric>

namespace guanxi {

namespace {

struct Neighbour {
    std::uint32_t node = 0;
    double weight = 0;
};

// A graph without direction whose nodes may stand for many; `inner` is what a node has with itself, counted twice.
struct Network {
    std::vector<std::vector<Neighbour>> neighbours;
    std::vector<double> inner;

    [[nodiscard]] double degree(std::size_t node) const {
        double sum = inner[node];
        for (const Neighbour& n : neighbours[node]) sum += n.weight;
        return sum;
    }
};

// Equal neighbours become one.
void join(std::vector<Neighbour>& list) {
    std::sort(list.begin(), list.end(), [](const Neighbour& a, const Neighbour& b) { return a.node < b.node; });
    std::size_t kept = 0;
    for (const Neighbour& n : list) {
        if (kept > 0 && list[kept - 1].node == n.node) {
            list[kept - 1].weight += n.weight;
        } else {
            list[kept++] = n;
        }
    }
    list.resize(kept);
}

Network network_of(const Graph& graph) {
    Network network;
    network.neighbours.resize(graph.entity_count());
    network.inner.resize(graph.entity_count());
    for (FactIndex f = 0; f < graph.fact_count(); ++f) {
        const Fact& fact = graph.fact(f);
        network.neighbours[fact.subject].push_back({fact.object, 1});
        network.neighbours[fact.object].push_back({fact.subject, 1});
    }
    for (auto& list : network.neighbours) join(list);
    return network;
}

// Numbers communities by their first node; the count of them.
std::size_t renumber(std::vector<std::uint32_t>& communities) {
    std::vector<std::uint32_t> numbers(communities.size(), ~0U);
    std::uint32_t count = 0;
    for (std::uint32_t& community : communities) {
        if (numbers[community] == ~0U) numbers[community] = count++;
        community = numbers[community];
    }
    return count;
}

// Moves nodes, one after the other, to the neighbouring community that gains most, until none gains or the rounds are
// over. Weights are whole numbers, so that sums are exact in any order.
class LocalMoves {
public:
    explicit LocalMoves(const Network& network) : network_(network), communities_(network.neighbours.size()) {
        std::iota(communities_.begin(), communities_.end(), 0U);
        for (std::size_t i = 0; i < communities_.size(); ++i) degrees_.push_back(network.degree(i));
        totals_ = degrees_;
        whole_ = std::accumulate(degrees_.begin(), degrees_.end(), 0.0);
        shared_.resize(communities_.size());
    }

    std::vector<std::uint32_t> run() {
        constexpr int rounds = 12;
        for (int round = 0; round < rounds; ++round) {
            std::size_t moved = 0;
            for (std::uint32_t node = 0; node < communities_.size(); ++node) moved += move(node);
            if (moved == 0) break;
        }
        return std::move(communities_);
    }

private:
    std::size_t move(std::uint32_t node) {
        const std::uint32_t old = communities_[node];
        seen_.clear();
        for (const Neighbour& n : network_.neighbours[node]) {
            const std::uint32_t community = communities_[n.node];
            if (shared_[community] == 0) seen_.push_back(community);
            shared_[community] += n.weight;
        }
        totals_[old] -= degrees_[node];
        std::uint32_t best = old;
        double most = gain(node, old);
        for (const std::uint32_t community : seen_) {
            const double here = gain(node, community);
            if (here > most || (here == most && community < best)) {
                best = community;
                most = here;
            }
        }
        for (const std::uint32_t community : seen_) shared_[community] = 0;
        totals_[best] += degrees_[node];
        communities_[node] = best;
        return best == old ? 0 : 1;
    }

    [[nodiscard]] double gain(std::uint32_t node, std::uint32_t community) const {
        return shared_[community] * whole_ - totals_[community] * degrees_[node];
    }

    const Network& network_;
    std::vector<std::uint32_t> communities_;
    std::vector<double> degrees_;
    std::vector<double> totals_;  // of the degrees in a community
    std::vector<double> shared_;  // of the node with a community
    std::vector<std::uint32_t> seen_;
    double whole_ = 0;
};

// The network in which each community is a node.
Network contract(const Network& network, const std::vector<std::uint32_t>& communities, std::size_t count) {
    Network smaller;
    smaller.neighbours.resize(count);
    smaller.inner.resize(count);
    for (std::size_t i = 0; i < communities.size(); ++i) {
        const std::uint32_t own = communities[i];
        smaller.inner[own] += network.inner[i];
        for (const Neighbour& n : network.neighbours[i]) {
            if (communities[n.node] == own) {
                smaller.inner[own] += n.weight;
            } else {
                smaller.neighbours[own].push_back({communities[n.node], n.weight});
            }
        }
    }
    for (auto& list : smaller.neighbours) join(list);
    return smaller;
}

}  // namespace

std::vector<std::uint32_t> find_communities(const Graph& graph) {
    std::vector<std::uint32_t> result(graph.entity_count());
    std::iota(result.begin(), result.end(), 0U);
    Network network = network_of(graph);
    while (true) {
        std::vector<std::uint32_t> moved = LocalMoves(network).run();
        const std::size_t count = renumber(moved);
        for (std::uint32_t& community : result) community = moved[community];
        if (count == moved.size()) break;
        network = contract(network, moved, count);
    }
    renumber(result);
    return result;
}

}  // namespace guanxi
