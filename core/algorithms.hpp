#pragma once

#include <span>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The entities at most `hops` facts away from one of `from`, directions aside, in order of index; `from` included.
[[nodiscard]] std::vector<EntityIndex> neighbourhood(const Graph& graph, std::span<const EntityIndex> from,
                                                     unsigned hops);

/// The weakly connected component of each entity, numbered by first entity.
[[nodiscard]] std::vector<std::uint32_t> components(const Graph& graph);

/// PageRank (Brin and Page 1998, damping 0.85, 40 rounds) over the undirected graph; sums to 1.
[[nodiscard]] std::vector<double> page_rank(const Graph& graph);

}  // namespace guanxi
