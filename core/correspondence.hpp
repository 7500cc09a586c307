#pragma once

#include <string>
#include <vector>

#include "core/graph.hpp"
#include "core/thing_name.hpp"

namespace guanxi {

/// An entity of one graph that stands for an entity of another.
struct Counterpart {
    EntityIndex entity = Graph::no_entity;
    Likeness likeness = Likeness::different;
};

/// Which entities of two graphs are the same things. The same id is the same thing; so is the same name or alias,
/// marks, places and describing words aside, of kinds that texts do not keep apart (a station is a place here and a
/// project there). What is left is matched by likeness, where each is the other's only best candidate.
struct Correspondence {
    std::vector<Counterpart> of_old;  ///< by entity of the old graph, in the new one
    std::vector<Counterpart> of_new;
    std::vector<ThingName> old_names;  ///< of the entities' main names
    std::vector<ThingName> new_names;
};

/// `places` as of place_prefixes: what both graphs are about.
[[nodiscard]] Correspondence match_entities(const Graph& old_graph, const Graph& new_graph,
                                            const std::vector<std::u32string>& places);

}  // namespace guanxi
