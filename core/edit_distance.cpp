#include "core/edit_distance.hpp"

#include <algorithm>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t too_far = limit + 1;
    if (b.size() - a.size() > limit) return too_far;
    // Three rows of the table: swapping neighbours looks two rows back. Only the band around the diagonal can be within
    // the limit; what lies outside counts as too far.
    std::vector<std::size_t> before(b.size() + 1, too_far);
    std::vector<std::size_t> above(b.size() + 1, too_far);
    std::vector<std::size_t> row(b.size() + 1, too_far);
    for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(b.size(), i + limit);
        row[first - 1] = first == 1 ? i : too_far;
        for (std::size_t j = first; j <= last; ++j) {
            std::size_t best = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            best = std::min({best, above[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, before[j - 2] + 1);
            row[j] = std::min(best, too_far);
        }
        if (last < b.size()) row[last + 1] = too_far;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], too_far);
}

std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string_view> candidates,
                                       std::size_t count) {
    const std::u32string wanted = to_utf32(fold(name));
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, to_utf32(fold(candidate)), limit);
        if (distance <= limit) found.emplace_back(distance, candidate);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    std::vector<std::string> names;
    for (const auto& [distance, candidate] : found) {
        if (names.size() == count) break;
        if (std::find(names.begin(), names.end(), candidate) == names.end()) names.emplace_back(candidate);
    }
    return names;
}

}  // namespace guanxi
