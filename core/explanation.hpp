#pragma once

#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The facts and observations of an entity in the order in which they are told: what is done before what is under way,
/// planned, or without status; within it by time, then in order of index.
struct Explanation {
    std::vector<FactIndex> facts;
    std::vector<ObservationIndex> observations;
};

/// Facts in that order.
[[nodiscard]] std::vector<FactIndex> as_told(const Graph& graph, std::vector<FactIndex> facts);

/// All about one entity.
[[nodiscard]] Explanation explain(const Graph& graph, EntityIndex entity);

/// What joins two entities. If no fact does, `facts` is the shortest way from `a` to `b`, in its order, directions
/// aside; empty if there is none. `direct` says which of the two it is.
struct Connection {
    std::vector<FactIndex> facts;
    bool direct = false;
};
[[nodiscard]] Connection connect(const Graph& graph, EntityIndex a, EntityIndex b);

}  // namespace guanxi
