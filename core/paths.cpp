#include "core/paths.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/algorithms.hpp"
#include "core/detail/undirected.hpp"

namespace guanxi {

namespace {

// Steps of a search, after which it gives up: a dense graph has dead ends beyond counting.
constexpr std::size_t most_steps = 20'000'000;

class PathSearch {
public:
    PathSearch(const Graph& graph, EntityIndex goal)
        : near_(neighbours(graph)), goal_(goal), used_(graph.entity_count()) {
        const std::array<EntityIndex, 1> from{goal};
        to_goal_ = distances(graph, from);
    }

    // All paths of that many facts, after those found so far. False: there would be too many.
    [[nodiscard]] bool find(EntityIndex start, unsigned facts, std::size_t most, std::vector<Path>& found) {
        path_ = {start};
        used_[start] = 1;
        const bool complete = go_on(facts, most, found);
        used_[start] = 0;
        return complete;
    }

    [[nodiscard]] unsigned distance(EntityIndex entity) const { return to_goal_[entity]; }

private:
    bool go_on(unsigned facts, std::size_t most, std::vector<Path>& found) {
        const EntityIndex here = path_.back();
        if (here == goal_) {
            if (facts > 0) return true;  // shorter than what is looked for
            if (found.size() == most) return false;
            found.push_back(path_);
            return true;
        }
        if (++steps_ > most_steps) return false;
        for (const Neighbour& next : near_[here]) {
            if (used_[next.entity] != 0 || to_goal_[next.entity] >= facts) continue;
            path_.push_back(next.entity);
            used_[next.entity] = 1;
            const bool complete = go_on(facts - 1, most, found);
            used_[next.entity] = 0;
            path_.pop_back();
            if (!complete) return false;
        }
        return true;
    }

    std::vector<std::vector<Neighbour>> near_;
    EntityIndex goal_;
    std::vector<unsigned> to_goal_;
    std::vector<char> used_;
    Path path_;
    std::size_t steps_ = 0;
};

}  // namespace

Path shortest_path(const Graph& graph, EntityIndex a, EntityIndex b) {
    const std::array<EntityIndex, 1> from{b};
    const std::vector<unsigned> to_goal = distances(graph, from);
    if (to_goal[a] == unreached) return {};
    const auto near = neighbours(graph);
    Path path{a};
    while (path.back() != b) {
        const std::vector<Neighbour>& list = near[path.back()];
        const unsigned nearer = to_goal[path.back()] - 1;
        path.push_back(std::find_if(list.begin(), list.end(), [&](const Neighbour& next) {
                           return to_goal[next.entity] == nearer;
                       })->entity);
    }
    return path;
}

Paths simple_paths(const Graph& graph, EntityIndex a, EntityIndex b, const PathLimits& limits) {
    PathSearch search(graph, b);
    Paths found;
    for (unsigned facts = search.distance(a); facts <= limits.longest && found.complete; ++facts) {
        found.complete = search.find(a, facts, limits.most, found.paths);
        if (a == b) break;
    }
    return found;
}

std::vector<FactIndex> facts_between(const Graph& graph, EntityIndex a, EntityIndex b) {
    std::vector<FactIndex> found;
    for (const FactIndex i : graph.facts_of(a)) {
        const Fact& fact = graph.fact(i);
        if ((fact.subject == a ? fact.object : fact.subject) == b) found.push_back(i);
    }
    return found;
}

std::vector<EntityIndex> common_neighbours(const Graph& graph, std::span<const EntityIndex> ends) {
    const std::set<EntityIndex> given(ends.begin(), ends.end());
    std::vector<std::size_t> joined(graph.entity_count());
    for (const EntityIndex end : given) {
        std::set<EntityIndex> near;
        for (const FactIndex i : graph.facts_of(end)) {
            const Fact& fact = graph.fact(i);
            near.insert(fact.subject == end ? fact.object : fact.subject);
        }
        for (const EntityIndex i : near) ++joined[i];
    }
    std::vector<EntityIndex> found;
    for (EntityIndex i = 0; i < joined.size(); ++i) {
        if (joined[i] == given.size() && joined[i] > 0 && !given.contains(i)) found.push_back(i);
    }
    return found;
}

}  // namespace guanxi
