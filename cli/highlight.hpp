#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// How a name stands out: bold on a terminal, in square brackets elsewhere.
enum class Marking : std::uint8_t { bold, brackets };

/// The text with every occurrence of a name marked; of several names that begin at one place, the longest.
[[nodiscard]] std::string highlight(std::string_view text, const std::vector<std::string>& names, Marking marking);

/// A heading: bold on a terminal, as it is elsewhere.
[[nodiscard]] std::string strong(std::string_view text, Marking marking);

}  // namespace guanxi
