#pragma once

#include <string_view>

#include "core/fact.hpp"
#include "extract/quantity_figures.hpp"
#include "extract/quantity_phrase.hpp"

namespace guanxi {

/// The figure with what leads to it: its bound, whether it is a difference, its sign. A unit that the text leaves out
/// (余额突破两万亿) follows from the indicator.
[[nodiscard]] Quantity to_quantity(const Figure& figure, const Approach& approach, std::string_view indicator);

}  // namespace guanxi
