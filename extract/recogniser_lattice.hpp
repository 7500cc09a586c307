#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/candidates.hpp"

namespace guanxi {

/// What a unit does between two mentions: 、 and 和 join them.
enum class Gap : std::uint8_t { other, joint };
[[nodiscard]] std::vector<Gap> gaps_of(const Units& units);

/// What the kind of a mention says of the next one's: logarithms of weights, by the kind before, then the kind.
struct Succession {
    using Row = std::array<double, entity_type_count>;
    std::array<Row, entity_type_count> joined{};  ///< the two are joined, with nothing else between them
    std::array<Row, entity_type_count> later{};   ///< more than that stands between them
    Row unlike{};                                 ///< joined to what is no mention
};

/// The weights themselves.
struct SuccessionWeights : Succession {
    SuccessionWeights() : SuccessionWeights(Succession()) {}
    explicit SuccessionWeights(const Succession& logarithms);
};

/// Sets the probability of each candidate from the scores of all, under the distribution over the sets of candidates
/// that do not overlap in which a set weighs the exponential of the sum of its scores and of what its successions say
/// (a semi-Markov conditional random field, Sarawagi and Cohen 2004, whose segments are the candidates). Returns the
/// logarithm of the sum of these weights; the empty set weighs 1. `candidates` are those of one sentence, by last unit;
/// `gaps` has all its units. Adds to `expected` how often each succession is to be expected.
double set_probabilities(std::vector<Candidate>& candidates, std::span<const Gap> gaps,
                         const SuccessionWeights& succession, Succession* expected = nullptr);

}  // namespace guanxi
