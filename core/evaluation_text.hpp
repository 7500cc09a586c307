#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// A name as an evaluation compares names: compatibility composed (NFKC), without blanks, brackets, quotation marks and
/// commas, in small letters (simple case mapping).
[[nodiscard]] std::string comparable_name(std::string_view name);

/// A unit as an evaluation compares units: 元 is CNY, 美元 is USD, full width is half width.
[[nodiscard]] std::string comparable_unit(std::string_view unit);

/// The pairs of neighbouring characters of a comparable name, each once, sorted; the name itself if it is shorter than
/// two.
[[nodiscard]] std::vector<std::u32string> character_pairs(std::string_view name);

/// How alike two lists of character pairs are, from 0 to 1: Dice's coefficient, or 0.8 times the share of the shorter
/// one in the longer one where that is more.
[[nodiscard]] double likeness(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b);

}  // namespace guanxi
