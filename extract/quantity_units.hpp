#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/span.hpp"

namespace guanxi {

/// What a unit measures, which decides how the number is read.
enum class UnitKind : std::uint8_t {
    count,     ///< a classifier: 家, 个, 人次
    physical,  ///< 公里, 亩, 吨, 千瓦
    money,
    share,     ///< %, 成
    points,    ///< 个百分点
    times,     ///< 倍
    duration,  ///< 天, 小时, 年
    label      ///< not a measure: 号线, 届, 版, 强
};

struct Unit {
    Span span;
    std::string_view name;  ///< as the quantity states it: `CNY`, `%`, else as written
    UnitKind kind = UnitKind::count;
};

/// The longest unit that begins at `offset` and ends before `end`.
[[nodiscard]] std::optional<Unit> unit_at(std::string_view text, std::uint32_t offset, std::uint32_t end);

/// Classifiers that are always read as such behind a number, whatever word the tagger saw there.
[[nodiscard]] bool is_common_classifier(std::string_view unit);

}  // namespace guanxi
