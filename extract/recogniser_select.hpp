#pragma once

#include <cstdint>
#include <vector>

#include "extract/candidates.hpp"

namespace guanxi {

/// Indices of those candidates with a score above zero that do not overlap each other and have the largest sum of
/// scores (weighted interval scheduling), in order of span. Equal sums: what ends first.
[[nodiscard]] std::vector<std::uint32_t> select_candidates(const std::vector<Candidate>& candidates);

}  // namespace guanxi
