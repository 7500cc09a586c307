#include "extract/recogniser_lattice.hpp"

#include <algorithm>
#include <cmath>

namespace guanxi {

namespace {

constexpr double impossible = -1e300;

// log(exp(a) + exp(b)).
double log_add(double a, double b) {
    const double most = std::max(a, b);
    const double least = std::min(a, b);
    return least <= impossible ? most : most + std::log1p(std::exp(least - most));
}

}  // namespace

double set_probabilities(std::vector<Candidate>& candidates, std::size_t units) {
    // before[i]: of the sets that lie within the first i units; behind[i]: of those within the units from i on.
    std::vector<double> before(units + 1, 0.0);
    std::vector<double> behind(units + 1, 0.0);
    auto next = candidates.begin();
    for (std::size_t i = 0; i < units; ++i) {
        double sum = before[i];
        for (; next != candidates.end() && next->last == i; ++next)
            sum = log_add(sum, before[next->first] + next->score);
        before[i + 1] = sum;
    }
    // A candidate that begins at i is known to behind[i] once all that ends later was seen.
    std::vector<double> begins(units + 1, impossible);
    auto previous = candidates.rbegin();
    for (std::size_t i = units; i > 0; --i) {
        for (; previous != candidates.rend() && previous->last + 1 == i; ++previous) {
            begins[previous->first] = log_add(begins[previous->first], previous->score + behind[i]);
        }
        behind[i - 1] = log_add(behind[i], begins[i - 1]);
    }
    const double all = before[units];
    for (Candidate& candidate : candidates) {
        const double log = before[candidate.first] + candidate.score + behind[candidate.last + 1] - all;
        candidate.probability = std::min(1.0, std::exp(log));
    }
    return all;
}

}  // namespace guanxi
