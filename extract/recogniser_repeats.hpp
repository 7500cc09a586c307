#pragma once

#include "core/annotation.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Adds mentions where a name that was found with certainty stands again, in a place that no mention covers yet. Takes
/// `mentions` in order of sentence, leaves them sorted by span.
void add_repeats(Extraction& extraction, Trace* trace = nullptr);

}  // namespace guanxi
