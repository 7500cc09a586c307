#pragma once

#include <vector>

#include "core/annotation.hpp"
#include "extract/outline_head.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {

/// Cuts a document, whose head is read, into sections that tile its text: the head itself (a review of the document's
/// day), the dateline's paragraph, then one for each heading, and for each paragraph that turns to another time without
/// a heading (五年来，…; 今年要重点做好…). A section inherits stance and time from the heading above it; the words of a
/// heading, the year that it names, or the sound of the text below it set them.
[[nodiscard]] std::vector<Section> cut_sections(const Document& document, const std::vector<Line>& lines,
                                                const Head& head);

}  // namespace guanxi
