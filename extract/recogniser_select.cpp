#include "extract/recogniser_select.hpp"

#include <algorithm>
#include <tuple>

namespace guanxi {

std::vector<std::uint32_t> select_candidates(const std::vector<Candidate>& candidates, double threshold) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].probability > threshold) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Candidate& x = candidates[a];
        const Candidate& y = candidates[b];
        return std::tuple(x.span.end, x.span.begin, x.type) < std::tuple(y.span.end, y.span.begin, y.type);
    });
    std::vector<double> best(order.size() + 1, 0.0);
    std::vector<std::size_t> before(order.size() + 1, 0);
    std::vector<char> taken(order.size() + 1, 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Candidate& candidate = candidates[order[i]];
        const auto free = std::upper_bound(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), candidate.span.begin,
            [&](std::uint32_t begin, std::uint32_t other) { return begin < candidates[other].span.end; });
        before[i + 1] = static_cast<std::size_t>(free - order.begin());
        const double with = best[before[i + 1]] + candidate.probability - threshold;
        taken[i + 1] = static_cast<char>(with > best[i]);
        best[i + 1] = std::max(with, best[i]);
    }
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = order.size(); i > 0;) {
        if (taken[i] != 0) chosen.push_back(order[i - 1]);
        i = taken[i] != 0 ? before[i] : i - 1;
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace guanxi
