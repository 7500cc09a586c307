#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace guanxi {

/// The first date in a short text: 2022年4月15日, 2022-04-15, 二〇二二年四月十五日, 2022年; as `2022-04-15`, `2022-04`
/// or `2022`. Blanks between digits do not matter.
[[nodiscard]] std::optional<std::string> find_date(std::string_view text);

/// The day before a day, `2022-12-16` to `2022-12-15`; a date without a day stays as it is.
[[nodiscard]] std::string day_before(const std::string& date);

/// The years that a document looks back on and ahead to; 0 if its date is unknown.
struct Years {
    int past = 0;
    int coming = 0;
    int now = 0;  ///< 今年
};

/// A report of spring speaks of the year before and of this one, a text of December of this one and the next; a year in
/// the title (2023年…工作报告) is the one ahead.
[[nodiscard]] Years years_of(const Document& document);

/// The year or range that a heading or the beginning of a paragraph names: 【回眸2022】, 今后五年, “十四五”时期,
/// 2021—2025年; the first one that it names. Empty if none.
[[nodiscard]] std::string named_time(std::string_view text, Years years);

}  // namespace guanxi
