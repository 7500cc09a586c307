#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/diff_parts.hpp"
#include "cli/highlight.hpp"

namespace guanxi {

/// How a difference is shown on a terminal.
struct DifferenceView {
    std::vector<std::string_view> parts;  ///< of difference_parts; empty for all
    std::size_t most = 20;                ///< rows of a part; 0 for all
    Marking marking = Marking::brackets;
};

/// The difference as text of at most 100 columns: what was said stands on the left, what is said now on the right.
[[nodiscard]] std::string difference_text(const Compared& compared, const DifferenceView& view);

/// The difference as a Markdown document, whole, with the sentences side by side in tables.
[[nodiscard]] std::string difference_markdown(const Compared& compared, const DifferenceView& view);

/// Two texts side by side, each wrapped into its half of 100 columns as a terminal shows them.
[[nodiscard]] std::string side_by_side(std::string_view left, std::string_view right);

}  // namespace guanxi
