#pragma once

#include "core/annotation.hpp"

namespace guanxi {

/// Status and time of a figure: from its section, then from the words of its clause up to the figure (`part`).
[[nodiscard]] Qualifiers qualify_quantity(const Extraction& extraction, std::uint32_t sentence, Span part);

}  // namespace guanxi
