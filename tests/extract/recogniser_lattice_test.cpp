#include "extract/recogniser_lattice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace guanxi {
namespace {

Candidate candidate(std::uint32_t first, std::uint32_t last, double score, std::size_t type = 0) {
    Candidate made;
    made.first = first;
    made.last = last;
    made.score = score;
    made.type = static_cast<EntityType>(type);
    return made;
}

// What a set of candidates weighs, as a logarithm; they are in order and do not overlap.
double score_of(const std::vector<Candidate>& set, const std::vector<Gap>& gaps, const Succession& succession,
                Succession& seen) {
    double score = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const auto type = static_cast<std::size_t>(set[i].type);
        score += set[i].score;
        const std::uint32_t first = set[i].first;
        const bool joined = i > 0 && set[i - 1].last + 2 == first && gaps[first - 1] == Gap::joint;
        const bool adjacent = i > 0 && set[i - 1].last + 1 == first;
        if (i > 0) {
            const auto before = static_cast<std::size_t>(set[i - 1].type);
            score += (joined ? succession.joined : succession.later)[before][type];
            (joined ? seen.joined : seen.later)[before][type] += 1;
        }
        if (!joined && !adjacent && first > 0 && gaps[first - 1] == Gap::joint) {
            score += succession.unlike[type];
            seen.unlike[type] += 1;
        }
    }
    return score;
}

struct Enumerated {
    double all = 0;
    std::vector<double> with;  // of the sets that have each candidate
    Succession expected;
};

void add_rows(Succession& to, const Succession& from, double factor) {
    for (std::size_t t = 0; t < entity_type_count; ++t) {
        to.unlike[t] += factor * from.unlike[t];
        for (std::size_t k = 0; k < entity_type_count; ++k) {
            to.joined[k][t] += factor * from.joined[k][t];
            to.later[k][t] += factor * from.later[k][t];
        }
    }
}

// One set after another.
Enumerated enumerate(const std::vector<Candidate>& candidates, const std::vector<Gap>& gaps,
                     const Succession& succession) {
    Enumerated sums;
    sums.with.resize(candidates.size());
    for (std::size_t mask = 0; mask < (std::size_t{1} << candidates.size()); ++mask) {
        std::vector<Candidate> set;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if ((mask >> i & 1U) != 0) set.push_back(candidates[i]);
        }
        std::sort(set.begin(), set.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
        bool overlaps = false;
        for (std::size_t i = 1; i < set.size(); ++i) overlaps = overlaps || set[i - 1].last >= set[i].first;
        if (overlaps) continue;
        Succession seen;
        const double weight = std::exp(score_of(set, gaps, succession, seen));
        sums.all += weight;
        add_rows(sums.expected, seen, weight);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if ((mask >> i & 1U) != 0) sums.with[i] += weight;
        }
    }
    return sums;
}

constexpr std::size_t units = 6;

std::vector<Candidate> some_candidates(std::mt19937& random) {
    std::vector<Candidate> candidates;
    for (std::uint32_t last = 0; last < units; ++last) {
        for (std::uint32_t first = last + 1; first-- > 0;) {
            if (random() % 2 == 0) continue;
            candidates.push_back(candidate(first, last, static_cast<double>(random() % 100) / 20 - 2.5, random() % 3));
        }
    }
    return candidates;
}

Succession some_succession(std::mt19937& random) {
    Succession succession;
    const auto draw = [&] { return static_cast<double>(random() % 100) / 25 - 2; };
    for (std::size_t t = 0; t < entity_type_count; ++t) {
        succession.unlike[t] = draw();
        for (std::size_t k = 0; k < entity_type_count; ++k) {
            succession.joined[k][t] = draw();
            succession.later[k][t] = draw();
        }
    }
    return succession;
}

}  // namespace

TEST(Lattice, AgreesWithEnumeration) {
    std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same each time
    for (int round = 0; round < 30; ++round) {
        std::vector<Candidate> candidates = some_candidates(random);
        std::vector<Gap> gaps(units, Gap::other);
        for (Gap& gap : gaps) gap = random() % 2 == 0 ? Gap::joint : Gap::other;
        const Succession succession = some_succession(random);
        Succession expected;
        const double all = set_probabilities(candidates, gaps, SuccessionWeights(succession), &expected);
        const Enumerated sums = enumerate(candidates, gaps, succession);
        EXPECT_NEAR(all, std::log(sums.all), 1e-9);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            EXPECT_NEAR(candidates[i].probability, sums.with[i] / sums.all, 1e-9);
        for (std::size_t t = 0; t < 3; ++t) {
            EXPECT_NEAR(expected.unlike[t], sums.expected.unlike[t] / sums.all, 1e-9);
            for (std::size_t k = 0; k < 3; ++k) {
                EXPECT_NEAR(expected.joined[k][t], sums.expected.joined[k][t] / sums.all, 1e-9);
                EXPECT_NEAR(expected.later[k][t], sums.expected.later[k][t] / sums.all, 1e-9);
            }
        }
    }
}

TEST(Lattice, HoldsForLargeScoresAndNone) {
    const std::vector<Gap> gaps(3, Gap::other);
    std::vector<Candidate> none;
    EXPECT_EQ(set_probabilities(none, gaps, {}), 0.0);
    std::vector<Candidate> sure{candidate(0, 1, 900), candidate(0, 2, -900)};
    EXPECT_NEAR(set_probabilities(sure, gaps, {}), 900, 1e-9);
    EXPECT_NEAR(sure[0].probability, 1, 1e-12);
    EXPECT_NEAR(sure[1].probability, 0, 1e-12);
}

TEST(Lattice, ItemsOfAListAreOfOneKind) {
    // 甲、乙: what is likelier by itself gives way to what its neighbour is.
    const std::vector<Gap> gaps{Gap::other, Gap::joint, Gap::other};
    Succession succession;
    for (std::size_t k = 0; k < entity_type_count; ++k) succession.joined[k][k] = 3;
    std::vector<Candidate> candidates{candidate(0, 0, 4, 1), candidate(2, 2, 1, 0), candidate(2, 2, 0, 1)};
    set_probabilities(candidates, gaps, SuccessionWeights(succession));
    EXPECT_GT(candidates[2].probability, 0.8);
    set_probabilities(candidates, gaps, {});
    EXPECT_LT(candidates[2].probability, 0.3);
}

}  // namespace guanxi
