#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/highlight.hpp"
#include "core/graph.hpp"

namespace guanxi {

/// The name of an entity and its other names, fit for a terminal.
[[nodiscard]] std::vector<std::string> printable_names(const Entity& entity);

/// `青山市  District 行政区划, code 990100, also 青山` and an end of line.
[[nodiscard]] std::string entity_title(const Entity& entity, Marking marking);

/// How much evidence is told.
enum class Telling : std::uint8_t { nothing, surest, all };

/// The sentences that say a fact or a figure, the names in them marked, each with its document, place, rule and
/// confidence below it.
[[nodiscard]] std::string fact_evidence(const Graph& graph, FactIndex index, Marking marking,
                                        Telling telling = Telling::all);
[[nodiscard]] std::string observation_evidence(const Graph& graph, ObservationIndex index, Marking marking,
                                               Telling telling = Telling::all);

}  // namespace guanxi
