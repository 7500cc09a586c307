#pragma once

#include <cstddef>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// An entity without which what holds together now would fall apart (an articulation point).
struct CutEntity {
    EntityIndex entity = 0;
    std::size_t pieces = 0;   ///< what is left of its component falls into so many
    std::size_t cut_off = 0;  ///< entities that no longer hang together with the largest of them
};

/// A fact that is alone in joining what lies on its two sides.
struct Bridge {
    FactIndex fact = 0;
    std::size_t cut_off = 0;  ///< entities on the smaller side
};

/// What holds a graph together, directions aside; those that would cut off most first, then in order of index.
struct Critical {
    std::vector<CutEntity> entities;
    std::vector<Bridge> bridges;
};
[[nodiscard]] Critical critical(const Graph& graph);

}  // namespace guanxi
