#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.hpp"

namespace guanxi {

/// The district that a document is about, by full names from the largest that the text gives: 厦门市湖里区 for
/// 厦门湖里区第九届人民代表大会. From the lines of the head (title first) as `X第…届人民代表大会`, `X市长`,
/// `X政府工作报告`; else the district that the beginning of the text names most. Empty if there is none.
[[nodiscard]] std::string find_place(const std::vector<std::string_view>& head, std::string_view text,
                                     const Lexicon& lexicon);

}  // namespace guanxi
