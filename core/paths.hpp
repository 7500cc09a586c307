#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Entities of which each is joined with the next by a fact, directions aside; none stands in it twice.
using Path = std::vector<EntityIndex>;

/// A path with as few facts as can be, of several the first by its indices; empty if there is none.
[[nodiscard]] Path shortest_path(const Graph& graph, EntityIndex a, EntityIndex b);

/// How far a search for paths goes.
struct PathLimits {
    unsigned longest = 4;     ///< facts of a path
    std::size_t most = 1000;  ///< paths
};

/// Paths from one entity to another: shorter ones first, then by their indices. `complete` is false if there are more
/// than the limit lets be found.
struct Paths {
    std::vector<Path> paths;
    bool complete = true;
};

/// All paths of at most `limits.longest` facts, by deepening depth-first search, with the distance to `b` to prune it.
[[nodiscard]] Paths simple_paths(const Graph& graph, EntityIndex a, EntityIndex b, const PathLimits& limits);

/// The facts that join two entities, in either direction, in order of index.
[[nodiscard]] std::vector<FactIndex> facts_between(const Graph& graph, EntityIndex a, EntityIndex b);

/// The entities that a fact joins with each of `ends`, in order of index, without `ends` themselves.
[[nodiscard]] std::vector<EntityIndex> common_neighbours(const Graph& graph, std::span<const EntityIndex> ends);

}  // namespace guanxi
