#pragma once

#include <string>
#include <string_view>

namespace guanxi {

/// The last time that a part of a sentence names: 2025年, 2022年9月, or 9月 with the year of its section; as `2022-09`.
/// Empty if it names none.
[[nodiscard]] std::string time_in(std::string_view part, const std::string& section);

}  // namespace guanxi
