#pragma once

#include <vector>

#include "core/graph.hpp"
#include "export/explorer_groups.hpp"

namespace guanxi {

/// A disc of the map.
struct Disc {
    double x = 0;
    double y = 0;
    double r = 0;
};

/// Where everything lies: no two entities and no two groups overlap, and what is in a group lies in its disc.
struct ExplorerLayout {
    std::vector<Disc> entities;  ///< by EntityIndex
    std::vector<Disc> groups;    ///< by index into ExplorerGroups::groups
};

/// Packs groups into groups, those that have much to do with each other side by side. Only sums, products and roots,
/// so that every processor finds the same places.
[[nodiscard]] ExplorerLayout lay_out_explorer(const Graph& graph, const ExplorerGroups& groups);

}  // namespace guanxi
