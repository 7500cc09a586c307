#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// One entity needs another, and the fact that says so.
struct Need {
    EntityIndex needer = 0;
    EntityIndex needed = 0;
    FactIndex fact = 0;
};

/// The needs that a graph tells of, in order of fact: A needs B where A dependsOn B, and a whole needs its parts (B
/// partOf A). Of each relation in `over`, too, the subject needs the object.
[[nodiscard]] std::vector<Need> needs(const Graph& graph, std::span<const Predicate> over);

/// A need on the way from an entity, and how many needs away from it this one is: 1 for its own.
struct DistantNeed {
    unsigned depth = 1;
    Need need;
};

/// What an entity needs, transitively; by depth, then in order of fact.
[[nodiscard]] std::vector<DistantNeed> needs_of(std::span<const Need> needs, EntityIndex entity);

/// What needs it, transitively; by depth, then in order of fact.
[[nodiscard]] std::vector<DistantNeed> needs_for(std::span<const Need> needs, EntityIndex entity);

/// Where an entity stands in the order in which things can come: nothing of a level needs what has the same or a higher
/// one, but for those that need one another in a ring and so share a level.
struct OrderedEntity {
    unsigned level = 1;  ///< 1: needs nothing
    EntityIndex entity = 0;
    unsigned ring = 0;  ///< the number of its ring, 0 if it is in none
};

/// Every entity that needs or is needed; by level, then ring, then index.
[[nodiscard]] std::vector<OrderedEntity> needs_in_order(std::span<const Need> needs);

/// Rings of needs, each from its entity of smallest index on; shorter first, then by their indices. `complete` is false
/// if there are more than `most`.
struct Cycles {
    std::vector<std::vector<EntityIndex>> cycles;
    bool complete = true;
};

/// All elementary cycles (Hawick and James 2008), parallel needs counting once.
[[nodiscard]] Cycles cycles_of(std::span<const Need> needs, std::size_t most);

}  // namespace guanxi
