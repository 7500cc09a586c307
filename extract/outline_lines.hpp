#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace guanxi {

/// What a line of a text is.
enum class LineKind : std::uint8_t {
    boilerplate,  ///< front matter, comments, rules, lines without a word
    heading,
    body,
};

/// A line without its break, its marks of emphasis and lists, and the blanks around it.
struct Line {
    Span whole;    ///< with the break; the lines tile the text
    Span content;  ///< what is to be read
    LineKind kind = LineKind::body;
    std::uint8_t level = 0;  ///< of a heading: 1 for 一、, 【…】 and #, 2 for （一） and ##, 3 for other short lines
};

/// Cuts a text at \n, \r\n and \r and tells what each line is.
[[nodiscard]] std::vector<Line> lines(std::string_view text);

/// Cuts a stretch of text into sentences: behind 。！？ with the closing marks that follow.
[[nodiscard]] std::vector<Span> sentence_spans(std::string_view text, Span stretch);

}  // namespace guanxi
