#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/printable.hpp"
#include "cli/text_input.hpp"
#include "cli/text_table.hpp"
#include "cli/wording.hpp"
#include "core/error.hpp"
#include "extract/extractor.hpp"

namespace guanxi {

namespace {

// What is shown of one sentence: indices into the lists of the extraction and of the trace.
struct Findings {
    std::vector<std::size_t> mentions;
    std::vector<std::size_t> measurements;
    std::vector<std::size_t> relations;
    std::vector<std::size_t> notes;
};

// Prints an extraction sentence by sentence.
class Tracer {
public:
    Tracer(const Extraction& extraction, const Trace& notes) : extraction_(extraction), trace_(notes) {
        by_sentence_.resize(extraction.sentences.size());
        for (std::size_t i = 0; i < extraction.mentions.size(); ++i)
            at(extraction.mentions[i].span).mentions.push_back(i);
        for (std::size_t i = 0; i < extraction.measurements.size(); ++i) {
            at(extraction.measurements[i].number).measurements.push_back(i);
        }
        for (std::size_t i = 0; i < extraction.relations.size(); ++i) {
            at(extraction.relations[i].evidence).relations.push_back(i);
        }
        for (std::size_t i = 0; i < notes.lines.size(); ++i) at(notes.lines[i].span).notes.push_back(i);
    }

    void print(std::ostream& out) const {
        out << head();
        std::uint32_t section = no_index;
        for (std::size_t i = 0; i < extraction_.sentences.size(); ++i) {
            const Sentence& sentence = extraction_.sentences[i];
            if (sentence.section != section) out << section_line(extraction_.sections.at(sentence.section));
            section = sentence.section;
            out << fmt::format("\n{}  {}\n", i + 1, text_of(sentence.span)) << words(sentence)
                << findings(by_sentence_[i]);
        }
        const std::string rest = findings(elsewhere_);
        if (!rest.empty()) out << "\noutside of the sentences\n" << rest;
        out << entities();
    }

private:
    // The findings of the sentence in which a span begins.
    Findings& at(Span span) {
        const auto& sentences = extraction_.sentences;
        const auto behind =
            std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                             [](std::uint32_t begin, const Sentence& s) { return begin < s.span.begin; });
        if (behind == sentences.begin() || span.empty()) return elsewhere_;
        const auto index = static_cast<std::size_t>(behind - sentences.begin()) - 1;
        return span.begin < sentences[index].span.end ? by_sentence_[index] : elsewhere_;
    }

    [[nodiscard]] std::string text_of(Span span) const { return printable(slice(extraction_.document.text, span)); }

    [[nodiscard]] std::string head() const {
        const Document& document = extraction_.document;
        TextTable table;
        for (const auto& [what, value] : {std::pair<std::string, std::string>{"title", document.title},
                                          {"place", document.place},
                                          {"date", document.date},
                                          {"source", document.source}}) {
            if (!value.empty()) table.add({what, value});
        }
        return table.to_string("");
    }

    [[nodiscard]] std::string section_line(const Section& section) const {
        const std::string heading = text_of(section.heading);
        if (heading.empty() && section.stance == Stance::unknown && section.time.empty()) return {};
        std::string line = "\n==";
        if (!heading.empty()) line += " " + heading;
        if (section.stance != Stance::unknown) line += fmt::format("  {}", id(section.stance));
        if (!section.time.empty()) line += "  " + section.time;
        return line + "\n";
    }

    [[nodiscard]] std::string words(const Sentence& sentence) const {
        std::string line = "   words     ";
        for (const Token& token : sentence.tokens) {
            line += fmt::format(" {}/{}", text_of(token.span), id(token.tag));
        }
        return line + '\n';
    }

    [[nodiscard]] std::string findings(const Findings& found) const {
        std::string text = block("mentions", mentions(found));
        text += block("measured", measurements(found));
        text += block("relations", relations(found));
        return text + block("why", notes(found));
    }

    static std::string block(std::string_view name, const TextTable& table) {
        if (table.empty()) return {};
        std::string text = table.to_string(std::string(14, ' '));
        return text.replace(3, name.size(), name);
    }

    [[nodiscard]] TextTable mentions(const Findings& found) const {
        TextTable table;
        for (const std::size_t i : found.mentions) {
            const Mention& mention = extraction_.mentions[i];
            const std::string shown = text_of(mention.span);
            const std::string entity = mention.entity == no_index ? "" : extraction_.entities.at(mention.entity).name;
            table.add({shown.empty() ? mention.name : shown, std::string(info(mention.type).id), mention.rule,
                       fmt::format("{:.2f}", mention.confidence), entity == shown ? "" : "is " + entity});
        }
        return table;
    }

    [[nodiscard]] const std::string& name_of(MentionIndex index) const {
        const Mention& mention = extraction_.mentions.at(index);
        return mention.entity == no_index ? mention.name : extraction_.entities.at(mention.entity).name;
    }

    [[nodiscard]] TextTable measurements(const Findings& found) const {
        TextTable table;
        for (const std::size_t i : found.measurements) {
            const Measurement& m = extraction_.measurements[i];
            table.add({name_of(m.subject), m.indicator, wording(m.quantity), wording(m.qualifiers), m.rule,
                       fmt::format("{:.2f}", m.confidence)});
        }
        return table;
    }

    [[nodiscard]] TextTable relations(const Findings& found) const {
        TextTable table;
        for (const std::size_t i : found.relations) {
            const Relation& r = extraction_.relations[i];
            table.add({fmt::format("{} {} {}", name_of(r.subject), arrow(r.predicate, r.qualifiers), name_of(r.object)),
                       wording(r.qualifiers), r.rule, fmt::format("{:.2f}", r.confidence)});
        }
        return table;
    }

    // What a stage says besides what stands in the blocks above: what was dropped, first of all.
    [[nodiscard]] TextTable notes(const Findings& found) const {
        TextTable table;
        for (const std::size_t i : found.notes) {
            const TraceLine& line = trace_.lines[i];
            if (repeats(found, line)) continue;
            table.add({std::string(line.stage), text_of(line.span), line.rule, printable(line.message)});
        }
        return table;
    }

    // Whether a note tells of a thing that is shown itself.
    [[nodiscard]] bool repeats(const Findings& found, const TraceLine& line) const {
        if (line.message.starts_with("dropped")) return false;
        const auto same = [&](Span span, const std::string& rule) { return span == line.span && rule == line.rule; };
        const auto any = [](const std::vector<std::size_t>& list, auto&& test) {
            return std::any_of(list.begin(), list.end(), test);
        };
        return any(found.mentions,
                   [&](std::size_t i) { return same(extraction_.mentions[i].span, extraction_.mentions[i].rule); }) ||
               any(found.relations,
                   [&](std::size_t i) {
                       return same(extraction_.relations[i].evidence, extraction_.relations[i].rule);
                   }) ||
               any(found.measurements, [&](std::size_t i) {
                   const Measurement& m = extraction_.measurements[i];
                   return same(m.evidence, m.rule) || same(m.number, m.rule);
               });
    }

    [[nodiscard]] std::string entities() const {
        TextTable table;
        for (const Entity& entity : extraction_.entities) {
            std::string aliases;
            for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "also " : "、") + alias;
            table.add({std::string(info(entity.type).id), entity.name, entity.code, aliases});
        }
        return table.empty() ? "\nno entity\n" : "\nentities\n" + table.to_string("   ");
    }

    const Extraction& extraction_;
    const Trace& trace_;
    std::vector<Findings> by_sentence_;
    Findings elsewhere_;
};

// What is no file is a sentence, unless it is written as a file's name is.
Document document_of(const std::string& operand, const Arguments& arguments) {
    std::error_code ignored;
    const bool is_file = operand == "-" || std::filesystem::exists(operand, ignored) || is_text_name(operand);
    if (!is_file) return as_document(operand, "sentence", arguments);
    return read_text(operand, std::filesystem::path(operand).filename().string(), arguments);
}

}  // namespace

void trace(const Arguments& arguments) {
    Document document = document_of(arguments.operands.front(), arguments);
    if (!has_chinese(document.text)) warn(fmt::format("{} has no Chinese character", document.name));
    const Extractor extractor = make_extractor(arguments);
    Trace notes;
    const Extraction extraction = extractor.extract(std::move(document), &notes);
    StandardOutput out;
    Tracer(extraction, notes).print(out.stream());
    out.finish();
}

}  // namespace guanxi
