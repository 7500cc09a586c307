#include "cli/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "core/edit_distance.hpp"

namespace guanxi {

std::string suggestion(std::string_view name, std::span<const std::string> known) {
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::vector<std::string> near = nearest_names(name, views);
    return near.empty() ? std::string() : fmt::format("; did you mean {}?", fmt::join(near, " or "));
}

std::string suggestion_or_all(std::string_view name, std::span<const std::string> known) {
    const std::string near = suggestion(name, known);
    return near.empty() ? fmt::format("; there are {}", fmt::join(known, " ")) : near;
}

}  // namespace guanxi
