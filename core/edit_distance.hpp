#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// How many code points must be inserted, deleted, replaced or swapped with their neighbour to turn one text into the
/// other (optimal string alignment); `limit + 1` if more than `limit`. Time is linear in the length, times `limit`.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// The candidates that `name` may have been meant for, nearest first, else in the order given: at most `count`, and
/// none that differs in more than a third of the name (a single code point is always allowed). Each name once.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view name,
                                                     std::span<const std::string_view> candidates,
                                                     std::size_t count = 3);

}  // namespace guanxi
