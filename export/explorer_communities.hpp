#pragma once

#include <cstdint>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The community of each entity, numbered by first entity: who has more to do with each other than with the rest
/// (Louvain, Blondel et al. 2008, entities in order of index). An entity without facts is alone.
[[nodiscard]] std::vector<std::uint32_t> find_communities(const Graph& graph);

}  // namespace guanxi
