#include "core/annotation.hpp"

#include <array>

namespace guanxi {

std::string_view id(Tag tag) {
    static constexpr std::array<std::string_view, tag_count> names{
        "O", "a", "ad", "an", "c", "d", "f",  "m",  "n", "nr", "ns",  "nt",  "nw",  "nz",  "p",
        "q", "r", "s",  "t",  "u", "v", "vd", "vn", "w", "xc", "LOC", "ORG", "PER", "TIME"};
    return names.at(static_cast<std::size_t>(tag));
}

std::string_view id(Stance stance) {
    static constexpr std::array<std::string_view, 3> names{"unknown", "review", "outlook"};
    return names.at(static_cast<std::size_t>(stance));
}

}  // namespace guanxi
