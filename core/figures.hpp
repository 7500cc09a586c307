#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The name under which an indicator of several texts can be compared: without marks and spaces, without 全市 and the
/// like before it, with the usual short forms written out (规上工业增加值 is 规模以上工业增加值, GDP 地区生产总值).
[[nodiscard]] std::string comparable_indicator(std::string_view indicator);

/// A figure beside others that say the same of other years and places.
struct ComparableFigure {
    ObservationIndex observation = 0;
    std::string indicator;         ///< comparable
    std::string unit;              ///< the one that all of its group are shown in: `亿元`, `平方公里`, `%`
    std::optional<Decimal> value;  ///< in that unit; none for a rank without a figure
};

/// Figures in groups of one indicator, one kind of unit, and levels or changes, each in one unit. Groups stand in order
/// of the first figure of their indicator; in a group, figures stand by entity in order of its first figure, then by
/// time, then planned before done, for the plan is older.
[[nodiscard]] std::vector<ComparableFigure> comparable_figures(const Graph& graph,
                                                               const std::vector<ObservationIndex>& observations);

}  // namespace guanxi
