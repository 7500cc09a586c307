#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/correspondence.hpp"
#include "core/graph.hpp"
#include "core/thing_name.hpp"

namespace guanxi {

/// Whether a planned value was reached, as far as the bounds let one say so.
enum class Verdict : std::uint8_t { none, kept, nearly, missed };
[[nodiscard]] std::string_view id(Verdict verdict);

/// One indicator of one entity over two graphs: what the old one says was reached and is planned, what the new one says
/// was reached and is planned. Values that differ in unit, or of which one is a change, never stand in one row.
struct FigureRow {
    EntityIndex old_subject = Graph::no_entity;
    EntityIndex new_subject = Graph::no_entity;
    std::string indicator;      ///< as the new graph words it, else the old one
    std::string old_indicator;  ///< as the old graph words it, if otherwise
    Likeness likeness = Likeness::same;
    std::optional<ObservationIndex> before;   ///< done, in the old graph
    std::optional<ObservationIndex> plan;     ///< planned, in the old graph
    std::optional<ObservationIndex> reached;  ///< done, in the new graph
    std::optional<ObservationIndex> next;     ///< planned, in the new graph
    Verdict verdict = Verdict::none;          ///< of `reached` against `plan`, if both are of the same time
    /// From `before` to `reached`: percent, for shares and changes a difference in points. Only for times of equal
    /// length.
    std::optional<double> growth;
    bool in_points = false;
    bool inexact = false;  ///< one of the values behind `growth` is a bound
};

/// The rows of which at least two values are there, in the order of the new graph, then of the old one. An indicator of
/// which one graph gives different values for one time is left out: nothing tells which is meant.
[[nodiscard]] std::vector<FigureRow> compare_figures(const Graph& old_graph, const Graph& new_graph,
                                                     const Correspondence& entities,
                                                     const std::vector<std::u32string>& places);

}  // namespace guanxi
