#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guanxi {

/// The end of a message about a misspelt name: `; did you mean X or Y?`, empty if nothing is near.
[[nodiscard]] std::string suggestion(std::string_view name, std::span<const std::string> known);

/// The same, or, if nothing is near, the names that there are.
[[nodiscard]] std::string suggestion_or_all(std::string_view name, std::span<const std::string> known);

}  // namespace guanxi
