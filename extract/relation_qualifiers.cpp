#include "extract/relation_qualifiers.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/clause_time.hpp"

namespace guanxi {

namespace {

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

template <std::size_t n>
bool ends_with_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

constexpr std::array<std::string_view, 10> intentions{"将",   "力争", "计划", "拟",   "争取",
                                                      "确保", "争创", "有望", "谋划", "明年"};
constexpr std::array<std::string_view, 6> denials{"未", "没有", "不再", "停止", "取消", "尚未"};

}  // namespace

Qualifiers qualify(const Extraction& extraction, std::uint32_t sentence, Span clause, const Telling& telling) {
    const std::string_view text = extraction.document.text;
    const std::string_view front = slice(text, {clause.begin, std::max(clause.begin, telling.cue.begin)});
    Qualifiers qualifiers;
    const std::uint32_t section = extraction.sentences.at(sentence).section;
    Stance stance = Stance::unknown;
    if (section < extraction.sections.size()) {
        stance = extraction.sections[section].stance;
        qualifiers.time = extraction.sections[section].time;
    }
    // 2025年，将……: a time in front of the verb is nearer than the section's.
    const Span front_of_verb{extraction.sentences[sentence].span.begin, telling.cue.begin};
    if (front_of_verb.begin < front_of_verb.end) {
        if (auto time = time_in(slice(text, front_of_verb), qualifiers.time); !time.empty())
            qualifiers.time = std::move(time);
    }
    if (stance == Stance::outlook || telling.aspect == Status::planned) {
        qualifiers.status = Status::planned;
    } else if (stance == Stance::unknown && contains_any(front, intentions)) {
        qualifiers.status = Status::planned;
    } else {
        qualifiers.status = telling.aspect == Status::ongoing ? Status::ongoing : Status::done;
    }
    qualifiers.negated = ends_with_any(front, denials);
    return qualifiers;
}

}  // namespace guanxi
