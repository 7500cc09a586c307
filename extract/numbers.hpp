#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/decimal.hpp"
#include "core/span.hpp"

namespace guanxi {

/// A number as written: 1,600.5万, 两千三百, 1000多万. Its value has the multiplier in.
struct Numeral {
    Span span;
    Decimal value;
    bool chinese = false;  ///< written with Chinese characters only
    bool more = false;     ///< 多, 余 or 几 stands inside: at least
    bool scaled = false;   ///< ends with 百 千 万 亿
};

/// The numeral that begins at `offset` and ends before `end`, digits of full width as well; empty if there is none, or
/// if it has more than 18 digits. Looks at 40 characters at most.
[[nodiscard]] std::optional<Numeral> numeral_at(std::string_view text, std::uint32_t offset, std::uint32_t end);

/// The value of a numeral in Chinese characters: 三百二十 is 320, 二〇二三 is 2023. Empty if it is none.
[[nodiscard]] std::optional<std::int64_t> chinese_number(std::string_view text);

/// `part` of `whole` in per cent, to one decimal: 三分之一 is 33.3.
[[nodiscard]] std::optional<Decimal> per_cent(std::int64_t part, std::int64_t whole);

}  // namespace guanxi
