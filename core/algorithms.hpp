#pragma once

#include <limits>
#include <span>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// How many facts each entity is away from the nearest of `from`, directions aside; `unreached` if no chain of facts
/// leads there.
[[nodiscard]] std::vector<unsigned> distances(const Graph& graph, std::span<const EntityIndex> from);
inline constexpr unsigned unreached = std::numeric_limits<unsigned>::max();

/// The entities at most `hops` facts away from one of `from`, directions aside, in order of index; `from` included.
[[nodiscard]] std::vector<EntityIndex> neighbourhood(const Graph& graph, std::span<const EntityIndex> from,
                                                     unsigned hops);

/// The weakly connected component of each entity, numbered by first entity.
[[nodiscard]] std::vector<std::uint32_t> components(const Graph& graph);

/// PageRank (Brin and Page 1998, damping 0.85, 40 rounds) over the undirected graph; sums to 1.
[[nodiscard]] std::vector<double> page_rank(const Graph& graph);

/// How many facts each entity has.
[[nodiscard]] std::vector<double> degrees(const Graph& graph);

/// The share of the shortest paths between two others that lead through an entity, from 0 to 1 (Brandes 2001), over the
/// undirected graph, in which two entities are joined once or not. Time grows with entities times facts.
[[nodiscard]] std::vector<double> betweenness(const Graph& graph);

}  // namespace guanxi
