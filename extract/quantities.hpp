#pragma once

#include "core/annotation.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Reads the numbers of tagged sentences: value in base units, unit, bound, change, rank, scope, and the indicator that
/// they measure. Fills `measurements`, in order of `number`. The subject is the mention that the clause speaks about,
/// else mention 0, the document's district; without one, nothing is read.
void measure(Extraction& extraction, Trace* trace = nullptr);

}  // namespace guanxi
