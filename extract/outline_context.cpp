#include "extract/outline_context.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.hpp"
#include "extract/outline_dates.hpp"
#include "extract/outline_stance.hpp"

namespace guanxi {

namespace {

// In a review, what is not done yet all the same.
constexpr std::array<std::string_view, 6> intentions{"年计划投资", "拟投资", "拟建", "计划总投资", "争创", "力争"};

// The clause without what stands in quotes and titles: names have years of their own (“2021年度先进集体”).
std::string without_quotes(std::string_view clause) {
    static constexpr std::u32string_view opening = U"“‘《〈「『";
    static constexpr std::u32string_view closing = U"”’》〉」』";
    std::string out;
    int depth = 0;
    for (std::size_t i = 0; i < clause.size();) {
        const CodePoint c = decode(clause, i);
        if (opening.find(c.value) != std::u32string_view::npos) ++depth;
        if (depth == 0) out += clause.substr(i, c.size);
        if (closing.find(c.value) != std::u32string_view::npos) depth = std::max(0, depth - 1);
        i += c.size;
    }
    return out;
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
    Named last;
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (clause.substr(at, month_mark.size()) == month_mark) {
            if (std::string date = month_alone(clause, at, section); !date.empty()) last = {std::move(date), at};
        }
        if (at < 4 || clause.substr(at, year_mark.size()) != year_mark) continue;
        const std::string_view behind = clause.substr(at + year_mark.size());
        if (is_reference(clause.substr(0, at - 4), behind) || (at >= 5 && is_digit(clause[at - 5]))) continue;
        const std::string_view digits = clause.substr(at - 4, 4);
        if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
        if (auto date = find_date(date_part(clause.substr(at - 4)))) last = {std::move(*date), at};
    }
    return last;
}

// The last time in the clause that counts from the document's day: 今年9月, 去年, 明年, 昨日.
Named relative(std::string_view clause, const Document& document, Years years) {
    struct Word {
        std::string_view word;
        int years;
    };
    static constexpr std::array words{Word{"前年", -2}, Word{"去年", -1}, Word{"今年", 0}, Word{"明年", 1},
                                      Word{"后年", 2}};
    Named last;
    if (years.now == 0) return last;
    for (const std::string_view day : {"昨日", "昨天"}) {
        const std::size_t at = clause.rfind(day);
        if (at != std::string_view::npos && at >= last.at) last = {day_before(document.date), at};
    }
    for (const auto& [word, offset] : words) {
        const std::size_t at = clause.rfind(word);
        if (at == std::string_view::npos || at < last.at) continue;
        const std::string_view behind = clause.substr(at + word.size());
        if (is_reference(clause.substr(0, at), behind)) continue;
        last = {find_date(fmt::format("{}年{}", years.now + offset, date_part(behind))).value_or(""), at};
    }
    return last;
}

}  // namespace

Context context_at(const Extraction& extraction, std::uint32_t sentence, Span clause) {
    Context context;
    const std::uint32_t number = extraction.sentences.at(sentence).section;
    if (number < extraction.sections.size()) {
        context = {extraction.sections[number].stance, extraction.sections[number].time};
    }
    const std::string words = without_quotes(slice(extraction.document.text, clause));
    const Years years = years_of(extraction.document);
    Named named = dated(words, context.time);
    // The later one stands nearer to what the clause tells.
    if (Named other = relative(words, extraction.document, years); named.time.empty() || other.at > named.at) {
        if (!other.time.empty()) named = std::move(other);
    }
    if (!named.time.empty()) {
        const bool later = years.now > 0 && std::stoi(named.time) > std::max(years.now, years.past);
        if (later) context.stance = Stance::outlook;
        context.time = std::move(named.time);
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

}  // namespace guanxi
