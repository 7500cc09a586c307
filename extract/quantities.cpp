#include "extract/quantities.hpp"

#include <algorithm>
#include <string>

#include "extract/quantity_clause.hpp"
#include "extract/quantity_pieces.hpp"
#include "extract/quantity_qualifiers.hpp"
#include "extract/quantity_subject.hpp"

namespace guanxi {

namespace {

std::vector<std::vector<MentionIndex>> outer_mentions(const Extraction& extraction) {
    std::vector<std::vector<MentionIndex>> lists(extraction.sentences.size());
    for (MentionIndex i = 0; i < extraction.mentions.size(); ++i) {
        const Mention& mention = extraction.mentions[i];
        if (mention.span.empty() || mention.sentence >= lists.size()) continue;
        auto& list = lists[mention.sentence];
        // Sorted by span: what begins inside of the one before stands inside of it, or restores an elided head.
        if (list.empty() || extraction.mentions[list.back()].span.end <= mention.span.begin) list.push_back(i);
    }
    return lists;
}

constexpr std::size_t longest_clause = 300;  // pieces, so that a page without a comma takes no longer than one with

// A line of a glossary: [2] …, 15.“1+5”协议：指…. It explains a word, and measures nothing.
bool explains_term(std::string_view sentence) {
    if (sentence.starts_with('[')) return sentence.size() > 1 && sentence[1] >= '0' && sentence[1] <= '9';
    if (sentence.empty() || sentence.front() < '0' || sentence.front() > '9') return false;
    const std::string_view head = sentence.substr(0, 200);
    return head.find("：指") != std::string_view::npos || head.find("：即") != std::string_view::npos ||
           head.find("：是") != std::string_view::npos || head.find("是指") != std::string_view::npos;
}

void read_sentence(Extraction& extraction, std::uint32_t index, const std::vector<MentionIndex>& mentions,
                   Trace* trace) {
    const Sentence& sentence = extraction.sentences[index];
    if (explains_term(slice(extraction.document.text, sentence.span))) return;
    const Cut cut = cut_sentence(extraction, sentence, mentions, trace);
    if (cut.pieces.empty()) return;
    const Source source{extraction, cut.figures, trace};
    Carry carry;
    std::vector<Reading> readings;
    SubjectTracker subjects(extraction);
    Pieces clause;
    const auto close = [&] {
        const std::size_t first = readings.size();
        read_clause(source, clause, carry, readings);
        subjects.follow(clause, readings, first);
        clause.clear();
    };
    for (const Piece& piece : cut.pieces) {
        if (piece.kind == PieceKind::comma) {
            close();
            // What stands behind a semicolon speaks of something else.
            const std::string_view mark = slice(extraction.document.text, piece.span);
            if (mark == "；" || mark == ";") {
                carry = {};
                subjects.forget();
            }
        } else {
            clause.push_back(piece);
            if (clause.size() >= longest_clause) close();
        }
    }
    close();
    for (Reading& reading : readings) {
        Measurement measurement;
        measurement.subject = reading.subject;
        measurement.indicator = std::move(reading.indicator);
        measurement.quantity = std::move(reading.quantity);
        measurement.qualifiers = qualify_quantity(
            extraction, index,
            {reading.clause.begin, reading.rule == "quantity-count-noun" ? reading.clause.end : reading.number.end});
        measurement.number = reading.number;
        measurement.evidence = sentence.span;
        measurement.rule = reading.rule;
        measurement.confidence = reading.confidence;
        if (trace != nullptr) {
            trace->note("measure", reading.number, reading.rule,
                        measurement.indicator + " " +
                            (measurement.quantity.value ? measurement.quantity.value->to_string() : "") + " " +
                            measurement.quantity.unit);
        }
        extraction.measurements.push_back(std::move(measurement));
    }
}

}  // namespace

void measure(Extraction& extraction, Trace* trace) {
    extraction.measurements.clear();
    if (extraction.mentions.empty()) return;
    const auto mentions = outer_mentions(extraction);
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) read_sentence(extraction, i, mentions[i], trace);
    std::stable_sort(extraction.measurements.begin(), extraction.measurements.end(),
                     [](const Measurement& a, const Measurement& b) { return a.number < b.number; });
}

}  // namespace guanxi
