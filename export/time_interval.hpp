#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanxi {

/// Days from the first to the last, both meant, as `2022-12-16`.
struct TimeInterval {
    std::string first, last;
    friend bool operator==(const TimeInterval&, const TimeInterval&) = default;
};

/// The days that a `time` of the schema stands for: 2022 is all of its days, 2021/2025 those of both years and all
/// between. Empty if the text is no such time or ends before it begins.
[[nodiscard]] std::optional<TimeInterval> days_of(std::string_view time);

}  // namespace guanxi
