#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "extract/lexicon.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {

/// Where the head of a document ends.
struct Head {
    /// The first line behind the head: where the text itself begins.
    std::size_t end = 0;
    /// The line that begins `…日报讯（记者…）`, behind the head; the number of lines if there is none.
    std::size_t dateline = 0;
};

/// Fills title, date, place, source and authors of a document from its first lines, where they are not set already.
[[nodiscard]] Head read_head(Document& document, const std::vector<Line>& lines, const Lexicon& lexicon);

/// Whether a line only says where the text is from: 来源：厦门日报 | 作者：…, 责任编辑：….
[[nodiscard]] bool is_byline(std::string_view line);

}  // namespace guanxi
