#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// What can be shown of a text: line breaks and other controls become spaces, marks that turn the direction of writing
/// and code points that XML forbids go, and what is longer than `limit` code points ends in an ellipsis.
[[nodiscard]] std::string shown(std::string_view text, std::size_t limit);

/// Lines no wider than `width` ems (a Chinese character is one em), broken into about equal parts, behind punctuation
/// and administrative suffixes where that is near, and never inside a Latin word or a number that fits a line. What
/// does not fit in `most` lines ends in an ellipsis.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double width, std::size_t most);

/// The width in ems.
[[nodiscard]] double width_of(std::string_view text);

/// For a plain label or tooltip of Graphviz: backslashes doubled, entities and line breaks written as Graphviz wants
/// them.
[[nodiscard]] std::string escape_label(std::string_view text);

/// For the text inside an HTML-like label of Graphviz.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The parts with `separator` between them.
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace guanxi
