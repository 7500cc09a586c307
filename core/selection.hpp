#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Which part of a graph is asked for. Empty lists ask for all.
struct Selection {
    std::vector<EntityType> types;
    std::vector<Predicate> relations;
    std::vector<Status> statuses;
    std::vector<std::string>
        around;         ///< names of entities, as find_entities takes them; they stay whatever else is asked
    unsigned hops = 1;  ///< with `around`, over the facts that the conditions above leave
    std::optional<std::size_t> top;  ///< the N most central entities by PageRank, after the other conditions
    bool isolated = true;            ///< whether entities without a remaining fact stay
};

/// A part of a graph, and how much is left out.
struct Selected {
    Graph graph;
    std::size_t entities_left_out = 0;
    std::size_t facts_left_out = 0;
};

/// A name without what people leave out or type otherwise: quotation marks, spaces and width.
[[nodiscard]] std::string plain_name(std::string_view name);

/// The entity of that id, else entities of that name, else of that alias, else those whose name or alias contains it
/// (quotation marks, spaces and width aside); in order of index.
[[nodiscard]] std::vector<EntityIndex> find_entities(const Graph& graph, std::string_view name);

/// The one entity that find_entities finds. Throws Error if the name is unknown (with the nearest names) or ambiguous
/// (with the candidates and their ids).
[[nodiscard]] EntityIndex find_one_entity(const Graph& graph, std::string_view name);

/// A part of a graph, by index.
struct Part {
    std::vector<EntityIndex> entities;
    std::vector<FactIndex> facts;
    /// None: all of the entities.
    std::optional<std::vector<ObservationIndex>> observations;
};

/// That part, with the ends of its facts and the subjects of its observations, in the order of the whole, with what
/// belongs to it as `select` does.
[[nodiscard]] Selected take(const Graph& graph, const Part& part);

/// The part that is asked for, in the order of the whole, with the quotes and observations of what stays and without
/// the documents of which no quote stays. Throws Error if a name of `around` is unknown (with the nearest names) or
/// ambiguous (with the candidates and their ids).
[[nodiscard]] Selected select(const Graph& graph, const Selection& selection);

}  // namespace guanxi
