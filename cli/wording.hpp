#pragma once

#include <string>
#include <string_view>

#include "core/fact.hpp"
#include "export/wording.hpp"  // numbers

namespace guanxi {

/// `≥ 2331亿元, rank 2 in 全市`.
[[nodiscard]] std::string wording(const Quantity& quantity);
/// `planned, 2023, 2331亿元`; empty if nothing is said.
[[nodiscard]] std::string wording(const Qualifiers& qualifiers);
/// The same without the status.
[[nodiscard]] std::string wording_but_status(const Qualifiers& qualifiers);
/// `—引进 attracts→`; with a `not` where the text denies it.
[[nodiscard]] std::string arrow(Predicate predicate, const Qualifiers& qualifiers);

}  // namespace guanxi
