#include "extract/outline_context.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/utf8.hpp"
#include "extract/outline_dates.hpp"
#include "extract/outline_sentences.hpp"
#include "extract/outline_stance.hpp"

namespace guanxi {

namespace {

// In a review, what is not done yet all the same.
constexpr std::array<std::string_view, 6> intentions{"年计划投资", "拟投资", "拟建", "计划总投资", "争创", "力争"};

constexpr std::u32string_view opening = U"“‘《〈「『";
constexpr std::u32string_view closing = U"”’》〉」』";

// All of these marks begin with the bytes of U+2018 to U+201D or U+3008 to U+300F.
bool has_quotes(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if ((text[i] == '\xE2' || text[i] == '\xE3') && text[i + 1] == '\x80' && text[i + 2] >= '\x88' &&
            text[i + 2] <= '\x9D') {
            return true;
        }
    }
    return false;
}

// The clause without what stands in quotes and titles: names have years of their own (“2021年度先进集体”). Stored in
// `room` where it is not the clause itself.
std::string_view without_quotes(std::string_view clause, std::string& room) {
    if (!has_quotes(clause)) return clause;
    int depth = 0;
    for (std::size_t i = 0; i < clause.size();) {
        const CodePoint c = decode(clause, i);
        if (opening.find(c.value) != std::u32string_view::npos) ++depth;
        if (depth == 0) room += clause.substr(i, c.size);
        if (closing.find(c.value) != std::u32string_view::npos) depth = std::max(0, depth - 1);
        i += c.size;
    }
    return room;
}

// The beginning of a text, as much as a date takes.
std::string_view date_part(std::string_view text) {
    std::size_t end = std::min<std::size_t>(text.size(), 24);
    while (!is_boundary(text, end)) ++end;
    return text.substr(0, end);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A year that is only compared with, begins a span, or counts: 比2020年, 2020年以来.
bool is_reference(std::string_view before, std::string_view behind) {
    for (const std::string_view word : {"比", "较", "自", "从", "与", "相比"}) {
        if (before.ends_with(word)) return true;
    }
    for (const std::string_view word : {"以来", "以后", "年期", "增长", "的", "版"}) {
        if (behind.starts_with(word)) return true;
    }
    return false;
}

// A month alone is of the section's year: 9月 in a section of 2022.
std::string month_alone(std::string_view clause, std::size_t at, const std::string& section) {
    if (section.size() < 4 || section.find('/') != std::string::npos || at == 0 || !is_digit(clause[at - 1])) return {};
    const std::size_t begin = at >= 2 && is_digit(clause[at - 2]) ? at - 2 : at - 1;
    const std::string_view before = clause.substr(0, begin);
    if (begin > 0 && (is_digit(before.back()) || before.back() == '.' || before.ends_with("年"))) return {};
    const std::string date =
        find_date(fmt::format("{}年{}", section.substr(0, 4), date_part(clause.substr(begin)))).value_or("");
    return date.size() > 4 && !is_reference(before, clause.substr(at + std::string_view("月").size())) ? date : "";
}

// A time, and where the clause names it.
struct Named {
    std::string time;
    std::size_t at = 0;
};

// The last date in the clause: 2022年, 2022年9月, 9月.
Named dated(std::string_view clause, const std::string& section) {
    constexpr std::string_view year_mark = "年";
    constexpr std::string_view month_mark = "月";
    for (std::size_t at = clause.size(); at-- > 0;) {
        if (clause[at] == month_mark.front() && clause.substr(at, month_mark.size()) == month_mark) {
            if (std::string date = month_alone(clause, at, section); !date.empty()) return {std::move(date), at};
        }
        if (at < 4 || clause[at] != year_mark.front() || clause.substr(at, year_mark.size()) != year_mark) continue;
        const std::string_view digits = clause.substr(at - 4, 4);
        if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
        const std::string_view behind = clause.substr(at + year_mark.size());
        if (is_reference(clause.substr(0, at - 4), behind) || (at >= 5 && is_digit(clause[at - 5]))) continue;
        if (auto date = find_date(date_part(clause.substr(at - 4)))) return {std::move(*date), at};
    }
    return {};
}

// The last time in the clause that counts from the document's day: 今年9月, 去年, 明年, 昨日. Of each word its last
// place alone counts.
Named relative(std::string_view clause, const Document& document, Years years) {
    struct Word {
        std::string_view word;
        std::optional<int> years;  // none: the day before
    };
    static constexpr std::array words{Word{"前年", -2}, Word{"去年", -1}, Word{"今年", 0}, Word{"明年", 1},
                                      Word{"后年", 2},  Word{"昨日", {}}, Word{"昨天", {}}};
    std::array<bool, words.size()> seen{};
    if (years.now == 0) return {};
    for (std::size_t at = clause.size(); at-- > 0;) {
        if (static_cast<unsigned char>(clause[at]) < 0xE4U) continue;  // none of the words begins here
        const std::string_view rest = clause.substr(at);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& word = words.at(i);
            if (!rest.starts_with(word.word) || seen.at(i)) continue;
            seen.at(i) = true;
            if (!word.years) return {day_before(document.date), at};
            const std::string_view behind = rest.substr(word.word.size());
            if (is_reference(clause.substr(0, at), behind)) continue;
            return {find_date(fmt::format("{}年{}", years.now + *word.years, date_part(behind))).value_or(""), at};
        }
    }
    return {};
}

Context section_context(const Extraction& extraction, std::uint32_t sentence) {
    const std::uint32_t number = extraction.sentences.at(sentence).section;
    if (number >= extraction.sections.size()) return {};
    return {extraction.sections[number].stance, extraction.sections[number].time};
}

// No sentence is longer; where a caller made one, its end alone counts, so that the work does not grow with its square.
std::string_view clause_text(const Extraction& extraction, Span clause) {
    const std::string_view text = extraction.document.text;
    if (clause.size() > longest_sentence) clause.begin = clause.end - longest_sentence;
    while (!is_boundary(text, clause.begin)) ++clause.begin;
    return slice(text, clause);
}

std::string own_time(std::string_view words, const Document& document, const std::string& section) {
    Named named = dated(words, section);
    // The later one stands nearer to what the clause tells.
    if (Named other = relative(words, document, years_of(document)); named.time.empty() || other.at > named.at) {
        if (!other.time.empty()) named = std::move(other);
    }
    return std::move(named.time);
}

}  // namespace

Context context_at(const Extraction& extraction, std::uint32_t sentence, Span clause) {
    Context context = section_context(extraction, sentence);
    std::string room;
    const std::string_view words = without_quotes(clause_text(extraction, clause), room);
    if (std::string time = own_time(words, extraction.document, context.time); !time.empty()) {
        const Years years = years_of(extraction.document);
        const bool later = years.now > 0 && std::stoi(time) > std::max(years.now, years.past);
        if (later) context.stance = Stance::outlook;
        context.time = std::move(time);
    }
    if (context.stance == Stance::unknown) {
        const int score = stance_score(words);
        if (score != 0) context.stance = score > 0 ? Stance::review : Stance::outlook;
    } else if (std::any_of(intentions.begin(), intentions.end(),
                           [&](std::string_view intention) { return words.find(intention) != std::string::npos; })) {
        context.stance = Stance::outlook;
    }
    return context;
}

std::string time_at(const Extraction& extraction, std::uint32_t sentence, std::uint32_t end) {
    const Span front{extraction.sentences.at(sentence).span.begin, end};
    std::string section = section_context(extraction, sentence).time;
    std::string room;
    if (front.begin >= end) return section;
    std::string time = own_time(without_quotes(clause_text(extraction, front), room), extraction.document, section);
    return time.empty() ? section : time;
}

}  // namespace guanxi
