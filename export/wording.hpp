#pragma once

#include <string>
#include <string_view>

#include "core/decimal.hpp"

namespace guanxi {

/// A number for people: `2331亿元`, `1.62万个`, `92.81%`; exact.
[[nodiscard]] std::string wording(const Decimal& value, std::string_view unit);

}  // namespace guanxi
