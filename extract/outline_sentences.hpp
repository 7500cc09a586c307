#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace guanxi {

/// The longest sentence, in bytes; a run without an end is cut behind the last mark (；，、) before that.
inline constexpr std::uint32_t longest_sentence = 6000;

/// Cuts a line into sentences: behind 。！？ and the closing quotes and brackets that follow, unless the clause goes on
/// (“谁来干？”的问题, 《路在何方？》等); no blanks or Markdown marks at the ends, none without a word.
[[nodiscard]] std::vector<Span> sentence_spans(std::string_view text, Span line);

}  // namespace guanxi
