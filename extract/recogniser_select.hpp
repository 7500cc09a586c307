#pragma once

#include <cstdint>
#include <vector>

#include "extract/candidates.hpp"

namespace guanxi {

/// Indices of those candidates that do not overlap each other and whose probabilities exceed the threshold by the
/// largest sum (weighted interval scheduling), in order of span. Equal sums: what ends first.
[[nodiscard]] std::vector<std::uint32_t> select_candidates(const std::vector<Candidate>& candidates, double threshold);

}  // namespace guanxi
