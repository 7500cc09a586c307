#include "extract/outline.hpp"

#include <algorithm>

#include "extract/outline_dates.hpp"
#include "extract/outline_head.hpp"
#include "extract/outline_lines.hpp"
#include "extract/outline_sections.hpp"
#include "extract/outline_sentences.hpp"
#include "extract/outline_stance.hpp"

namespace guanxi {

namespace {

// The year of a report that names it nowhere but in its headings: 2022年工作回顾 is of 2023.
void date_by_headings(Document& document, const std::vector<Line>& all) {
    for (const Line& line : all) {
        if (!document.date.empty()) return;
        if (line.kind != LineKind::heading) continue;
        const std::string_view heading = slice(document.text, line.content);
        const Stance stance = heading_stance(heading, {});
        const std::string time = named_time(heading, {});
        if (stance == Stance::unknown || time.size() != 4) continue;
        document.date = stance == Stance::outlook ? time : std::to_string(std::stoi(time) + 1);
    }
}

// The sentences of each line in the section where they begin; a heading's are its own section's.
void cut_sentences(Extraction& extraction, const std::vector<Line>& all) {
    const std::string_view text = extraction.document.text;
    std::uint32_t section = 0;
    for (const Line& line : all) {
        if (line.kind == LineKind::nothing || line.kind == LineKind::front_matter) continue;
        if (is_byline(slice(text, line.content))) continue;
        for (const Span span : sentence_spans(text, line.content)) {
            while (section + 1 < extraction.sections.size() &&
                   extraction.sections[section + 1].heading.begin <= span.begin) {
                ++section;
            }
            extraction.sentences.push_back({span, section, {}});
        }
    }
}

}  // namespace

void outline(Extraction& extraction, const Lexicon& lexicon, Trace* trace) {
    const std::vector<Line> all = lines(extraction.document.text);
    const Head head = read_head(extraction.document, all, lexicon);
    date_by_headings(extraction.document, all);
    extraction.sections = cut_sections(extraction.document, all, head);
    cut_sentences(extraction, all);
    if (trace == nullptr) return;
    for (const Section& section : extraction.sections) {
        trace->note("outline", section.heading, id(section.stance), section.time);
    }
}

}  // namespace guanxi
