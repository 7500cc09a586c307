#include "extract/recogniser_lattice.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace guanxi {
namespace {

Candidate candidate(std::uint32_t first, std::uint32_t last, double score) {
    Candidate made;
    made.first = first;
    made.last = last;
    made.score = score;
    return made;
}

// The sum of the weights of all sets that do not overlap, and of those that have each candidate, one set after another.
std::vector<double> by_enumeration(const std::vector<Candidate>& candidates) {
    std::vector<double> sums(candidates.size() + 1);
    for (std::size_t set = 0; set < (std::size_t{1} << candidates.size()); ++set) {
        double score = 0;
        bool overlaps = false;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if ((set >> i & 1U) == 0) continue;
            score += candidates[i].score;
            for (std::size_t k = 0; k < i; ++k) {
                overlaps = overlaps || ((set >> k & 1U) != 0 && candidates[k].last >= candidates[i].first &&
                                        candidates[i].last >= candidates[k].first);
            }
        }
        if (overlaps) continue;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if ((set >> i & 1U) != 0) sums[i] += std::exp(score);
        }
        sums.back() += std::exp(score);
    }
    return sums;
}

}  // namespace

TEST(Lattice, AgreesWithEnumeration) {
    std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same each time
    for (int round = 0; round < 50; ++round) {
        std::vector<Candidate> candidates;
        for (std::uint32_t last = 0; last < 5; ++last) {
            for (std::uint32_t first = last + 1; first-- > 0;) {
                if (random() % 2 == 0) continue;
                candidates.push_back(candidate(first, last, static_cast<double>(random() % 100) / 20 - 2.5));
            }
        }
        const double all = set_probabilities(candidates, 5);
        const std::vector<double> sums = by_enumeration(candidates);
        EXPECT_NEAR(all, std::log(sums.back()), 1e-9);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            EXPECT_NEAR(candidates[i].probability, sums[i] / sums.back(), 1e-9);
    }
}

TEST(Lattice, HoldsForLargeScoresAndNone) {
    std::vector<Candidate> none;
    EXPECT_EQ(set_probabilities(none, 3), 0.0);
    std::vector<Candidate> sure{candidate(0, 1, 900), candidate(0, 2, -900)};
    EXPECT_NEAR(set_probabilities(sure, 3), 900, 1e-9);
    EXPECT_NEAR(sure[0].probability, 1, 1e-12);
    EXPECT_NEAR(sure[1].probability, 0, 1e-12);
}

}  // namespace guanxi
