#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Facts without their direction, for the algorithms of Boost.Graph: what is near to or reachable from an entity does
/// not depend on who is the subject.
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// Each fact is an edge, in order of index.
[[nodiscard]] Undirected undirected(const Graph& graph);

/// What an entity is joined with, and by how many facts.
struct Neighbour {
    EntityIndex entity = 0;
    std::uint32_t facts = 0;
};

/// The neighbours of each entity in order of index, each once.
[[nodiscard]] std::vector<std::vector<Neighbour>> neighbours(const Graph& graph);

/// An edge for each pair of neighbours, however many facts join them; edges in order of their ends.
[[nodiscard]] Undirected undirected(const std::vector<std::vector<Neighbour>>& neighbours);

}  // namespace guanxi
