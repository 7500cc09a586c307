#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace guanxi {

/// What a line of a text is.
enum class LineKind : std::uint8_t {
    nothing,       ///< blank, or marks without a word: rules, fences, the dashes of a table
    front_matter,  ///< `key: value` between the two `---` at the beginning of a Markdown text
    heading,
    body,
};

/// How high a heading stands; a lower number holds the higher ones below it.
enum class Level : std::uint8_t {
    top = 1,  ///< 【…】, #, 第一部分, 附件
    part,     ///< 一、, ##
    lead,     ///< 一年来，主要做了以下工作：, a line that tells what follows
    section,  ///< （一）, ###
    item,     ///< 1., 1、, ####
    note,     ///< other short or bold lines
};

/// A line without its break, its marks of emphasis and lists, and the blanks around it.
struct Line {
    Span whole;    ///< with the break; the lines tile the text
    Span content;  ///< what is to be read
    LineKind kind = LineKind::nothing;
    Level level = Level::note;  ///< of a heading
};

/// Cuts a text at \n, \r\n and \r and tells what each line is. Of comments and pictures in Markdown the words are left:
/// they are captions.
[[nodiscard]] std::vector<Line> lines(std::string_view text);

/// The span without blanks and Markdown's marks (`**`, `#`, `>`, `|`, list dots) at its ends.
[[nodiscard]] Span trim(std::string_view text, Span span);

/// Whether a Chinese character, a letter or a digit is in the text.
[[nodiscard]] bool has_word(std::string_view text);

}  // namespace guanxi
