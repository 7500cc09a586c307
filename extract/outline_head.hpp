#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document.hpp"
#include "extract/lexicon.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {

/// Fills title, date, place, source and authors of a document from its first lines, where they are not set already.
void read_head(Document& document, const std::vector<Line>& lines, const Lexicon& lexicon);

/// The first date in a text: 2022年4月15日, 2022-04-15, 二〇二二年四月十五日, 2022年; as `2022-04-15`, `2022-04` or
/// `2022`.
[[nodiscard]] std::optional<std::string> find_date(std::string_view text);

}  // namespace guanxi
