#pragma once

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Reads the head of the document (title, date, place, source, authors; what is already set stays), cuts it into
/// sections with their stance and time that tile the text (extract/outline_sections.hpp), and the lines into sentences
/// without tokens. A heading, a list item, a row of a table, and the words of a Markdown comment or picture (captions)
/// are sentences, too. Front matter, rules, and the marks around a line or sentence (`**`, `#`, `>`, `|`) stay in the
/// text and are in no sentence; footnote marks (`[3]`) and marks inside of a sentence stay in it. A sentence has at
/// most `longest_sentence` bytes.
void outline(Extraction& extraction, const Lexicon& lexicon, Trace* trace = nullptr);

}  // namespace guanxi
