#pragma once

#include <string_view>

#include "extract/quantity_counts.hpp"
#include "extract/quantity_phrase.hpp"

namespace guanxi {

/// Why a figure measures nothing, by its unit and what stands before it: `a time`, `no unit`; empty if it measures.
[[nodiscard]] std::string_view why_idle(std::string_view text, const Figure& figure, const Pieces& left,
                                        const Approach& approach);

/// Whether the figure at `place` is the value that a change began with: 39项 of 由39项扩大到100项.
[[nodiscard]] bool starts_change(std::string_view text, const Pieces& clause, Place place);

}  // namespace guanxi
