#pragma once

#include <string>
#include <string_view>

#include "core/fact.hpp"

namespace guanxi {

/// A number for people: `2331亿元`, `1.62万个`, `92.81%`; exact.
[[nodiscard]] std::string wording(const Decimal& value, std::string_view unit);
/// `≥ 2331亿元, rank 2 in 全市`.
[[nodiscard]] std::string wording(const Quantity& quantity);
/// `planned, 2023, 2331亿元`; empty if nothing is said.
[[nodiscard]] std::string wording(const Qualifiers& qualifiers);
/// The same without the status.
[[nodiscard]] std::string wording_but_status(const Qualifiers& qualifiers);
/// `—引进 attracts→`; with a `not` where the text denies it.
[[nodiscard]] std::string arrow(Predicate predicate, const Qualifiers& qualifiers);

}  // namespace guanxi
