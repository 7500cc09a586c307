#pragma once

#include <cstddef>
#include <vector>

#include "extract/candidates.hpp"

namespace guanxi {

/// Sets the probability of each candidate from the scores of all, under the distribution over the sets of candidates
/// that do not overlap in which a set weighs the exponential of the sum of its scores (a semi-Markov conditional random
/// field, Sarawagi and Cohen 2004, whose segments are the candidates). Returns the logarithm of the sum of these
/// weights; the empty set weighs 1. `candidates` are those of one sentence of `units` units, by last unit.
double set_probabilities(std::vector<Candidate>& candidates, std::size_t units);

}  // namespace guanxi
