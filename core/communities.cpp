#include "core/communities.hpp"

#include <algorithm>
#include <boost/graph/connected_components.hpp>
#include <cstddef>
#include <map>
#include <numeric>

#include "core/detail/undirected.hpp"

namespace guanxi {

namespace {

struct Link {
    std::uint32_t to = 0;
    std::int64_t weight = 0;
};

// A weighted graph: at first that of the facts, then one whose vertices are the groups found so far.
struct Level {
    std::vector<std::vector<Link>> links;  // without loops
    std::vector<std::int64_t> degrees;     // with loops
};

Level first_level(const std::vector<std::vector<Neighbour>>& near) {
    Level level{std::vector<std::vector<Link>>(near.size()), std::vector<std::int64_t>(near.size())};
    for (std::size_t i = 0; i < near.size(); ++i) {
        for (const Neighbour& other : near[i]) {
            level.links[i].push_back({other.entity, other.facts});
            level.degrees[i] += other.facts;
        }
    }
    return level;
}

// Numbers groups from 0 in order of their first member.
std::uint32_t renumber(std::vector<std::uint32_t>& groups) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t& group : groups) {
        group = numbers.try_emplace(group, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    return static_cast<std::uint32_t>(numbers.size());
}

// Moves vertices between groups, each to where modularity gains most, until no move gains. With weights w, the gain of
// joining a group is 2m * w(vertex, group) - degree * degree(group), up to a factor that is the same for all.
std::vector<std::uint32_t> move_vertices(const Level& level, std::int64_t twice_weight) {
    std::vector<std::uint32_t> groups(level.links.size());
    std::iota(groups.begin(), groups.end(), 0);
    std::vector<std::int64_t> totals = level.degrees;
    std::vector<std::int64_t> joined(groups.size());  // the weight between the vertex at hand and each group
    std::vector<std::uint32_t> touched;
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t v = 0; v < groups.size(); ++v) {
            touched.assign(1, groups[v]);
            for (const Link& link : level.links[v]) {
                const std::uint32_t group = groups[link.to];
                if (joined[group] == 0 && group != groups[v]) touched.push_back(group);
                joined[group] += link.weight;
            }
            totals[groups[v]] -= level.degrees[v];
            const auto gain = [&](std::uint32_t group) {
                return twice_weight * joined[group] - level.degrees[v] * totals[group];
            };
            std::uint32_t best = groups[v];
            for (const std::uint32_t group : touched) {
                const bool better = gain(group) > gain(best);
                // To leave takes a gain: of groups that are as good, a vertex could go round for ever.
                const bool smaller = gain(group) == gain(best) && best != groups[v] && group < best;
                if (better || smaller) best = group;
            }
            for (const std::uint32_t group : touched) joined[group] = 0;
            totals[best] += level.degrees[v];
            if (best != groups[v]) moved = true;
            groups[v] = best;
        }
    }
    return groups;
}

// The graph of the groups: what joins their members joins them.
Level condensed(const Level& level, const std::vector<std::uint32_t>& groups, std::uint32_t count) {
    Level next{std::vector<std::vector<Link>>(count), std::vector<std::int64_t>(count)};
    std::vector<std::map<std::uint32_t, std::int64_t>> weights(count);
    for (std::size_t v = 0; v < groups.size(); ++v) {
        next.degrees[groups[v]] += level.degrees[v];
        for (const Link& link : level.links[v]) {
            if (groups[link.to] != groups[v]) weights[groups[v]][groups[link.to]] += link.weight;
        }
    }
    for (std::uint32_t group = 0; group < count; ++group) {
        for (const auto& [to, weight] : weights[group]) next.links[group].push_back({to, weight});
    }
    return next;
}

// Each connected part of a group becomes a group, which never lowers modularity.
std::vector<std::uint32_t> connected_parts(const std::vector<std::vector<Neighbour>>& near,
                                           const std::vector<std::uint32_t>& groups) {
    Undirected inside(groups.size());
    for (EntityIndex i = 0; i < groups.size(); ++i) {
        for (const Neighbour& other : near[i]) {
            if (other.entity > i && groups[i] == groups[other.entity]) boost::add_edge(i, other.entity, inside);
        }
    }
    std::vector<std::uint32_t> parts(groups.size());
    boost::connected_components(
        inside, boost::make_iterator_property_map(parts.begin(), boost::get(boost::vertex_index, inside)));
    return parts;
}

void largest_first(std::vector<std::uint32_t>& groups) {
    const std::uint32_t count = renumber(groups);
    std::vector<std::size_t> sizes(count);
    for (const std::uint32_t group : groups) ++sizes[group];
    std::vector<std::uint32_t> by_size(count);
    std::iota(by_size.begin(), by_size.end(), 0);
    std::stable_sort(by_size.begin(), by_size.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
    std::vector<std::uint32_t> numbers(count);
    for (std::uint32_t i = 0; i < count; ++i) numbers[by_size[i]] = i;
    for (std::uint32_t& group : groups) group = numbers[group];
}

double modularity(const Level& first, const std::vector<std::uint32_t>& groups, std::int64_t twice_weight) {
    if (twice_weight == 0) return 0;
    std::vector<std::int64_t> inside(groups.size());
    std::vector<std::int64_t> totals(groups.size());
    for (std::size_t v = 0; v < groups.size(); ++v) {
        totals[groups[v]] += first.degrees[v];
        for (const Link& link : first.links[v]) {
            if (groups[link.to] == groups[v]) inside[groups[v]] += link.weight;
        }
    }
    const auto whole = static_cast<double>(twice_weight);
    double sum = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const double share = static_cast<double>(totals[group]) / whole;
        sum += static_cast<double>(inside[group]) / whole - share * share;
    }
    return sum;
}

}  // namespace

Communities communities(const Graph& graph) {
    const auto near = neighbours(graph);
    const Level first = first_level(near);
    const auto twice_weight = static_cast<std::int64_t>(2 * graph.fact_count());
    Communities found;
    found.group.resize(graph.entity_count());
    std::iota(found.group.begin(), found.group.end(), 0);
    Level level = first;
    while (true) {
        std::vector<std::uint32_t> groups = move_vertices(level, twice_weight);
        const std::uint32_t count = renumber(groups);
        if (count == groups.size()) break;  // nothing has moved
        for (std::uint32_t& group : found.group) group = groups[group];
        level = condensed(level, groups, count);
    }
    found.group = connected_parts(near, found.group);
    largest_first(found.group);
    found.modularity = modularity(first, found.group, twice_weight);
    return found;
}

}  // namespace guanxi
