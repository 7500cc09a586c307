#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The years that a time covers: `2022-09-01` is 2022 to 2022, `2021/2025` is 2021 to 2025. No time is 0 to 0.
struct Years {
    int first = 0;
    int last = 0;
    friend bool operator==(const Years&, const Years&) = default;
};
[[nodiscard]] Years years_of(std::string_view time);

/// Whether a time lies in these years, in part at least.
[[nodiscard]] bool overlaps(std::string_view time, const Years& years);

/// Whether a time comes before another: by its last year, then its first, then as written; what has no time comes last.
[[nodiscard]] bool earlier(std::string_view a, std::string_view b);

/// How many facts and figures a period has, by status in the order of `Status`.
struct PeriodCounts {
    std::string period;  ///< `2022` or `2021/2025`; empty for what has no time
    std::array<std::size_t, 4> facts{};
    std::array<std::size_t, 4> observations{};
};

/// Periods in which anything happens, `earlier` ones first.
[[nodiscard]] std::vector<PeriodCounts> count_by_period(const Graph& graph);

/// One thing said of a time: a fact or an observation.
struct Moment {
    bool is_fact = true;
    std::uint32_t index = 0;
};

/// The facts and observations of these lists by time, then done before ongoing before planned, then facts before
/// observations, then by index.
[[nodiscard]] std::vector<Moment> in_time(const Graph& graph, const std::vector<FactIndex>& facts,
                                          const std::vector<ObservationIndex>& observations);

}  // namespace guanxi
