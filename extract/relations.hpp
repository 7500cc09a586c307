#pragma once

#include "core/annotation.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Reads relations between resolved mentions of tagged sentences by verb frames, and containment by the schema's rules.
/// Fills `relations`, in order of evidence. Each is allowed by the schema.
void relate(Extraction& extraction, Trace* trace = nullptr);

}  // namespace guanxi
