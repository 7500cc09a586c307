#pragma once

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Reads the head of the document (title, date, place, source, authors; what is already set stays), cuts it into
/// sections with their stance and time, and the sections into sentences without tokens. Boilerplate (front matter,
/// footnote marks, bold marks, picture captions' markup) stays in the text and is left out of the sentences.
void outline(Extraction& extraction, const Lexicon& lexicon, Trace* trace = nullptr);

}  // namespace guanxi
