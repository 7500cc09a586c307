#pragma once

#include <cstdint>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Entities that have more to do with one another than with the rest.
struct Communities {
    std::vector<std::uint32_t>
        group;              ///< of each entity; the largest group is 0, of equal ones that of the first entity
    double modularity = 0;  ///< how far from chance the division is (Newman 2004); 0 without facts
};

/// The Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008) over the undirected graph, in which the number
/// of facts is the weight: entities in order of index, the smaller group of equal ones, whole numbers only, so that
/// every processor finds the same. In the end, a group that is not connected is parted.
[[nodiscard]] Communities communities(const Graph& graph);

}  // namespace guanxi
