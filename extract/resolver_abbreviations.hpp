#pragma once

#include <string>
#include <vector>

#include "core/annotation.hpp"

namespace guanxi {

/// A short name that the text introduces behind a full one: 甲（以下简称“乙”）, 甲（WTO）.
struct Abbreviation {
    MentionIndex full = 0;
    std::string name;
};

/// The short names that the document introduces, in order.
[[nodiscard]] std::vector<Abbreviation> find_abbreviations(const Extraction& extraction);

}  // namespace guanxi
