#include "extract/relation_qualifiers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/outline_context.hpp"

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
    // The clause says whether; the time may stand in a clause before it: 2025年9月，……上线.
    const Stance stance =
        context_at(extraction, sentence, {clause.begin, std::max(clause.begin, telling.cue.end)}).stance;
    Qualifiers qualifiers;
    qualifiers.time = time_at(extraction, sentence, telling.cue.end);
    const bool is_meant = stance == Stance::unknown && contains_any(front, intentions);
    if (stance == Stance::outlook || telling.aspect == Status::planned || is_meant) {
        qualifiers.status = Status::planned;
    } else {
        qualifiers.status = telling.aspect == Status::ongoing ? Status::ongoing : Status::done;
    }
    qualifiers.negated = ends_with_any(front, denials);
    return qualifiers;
}

}  // namespace guanxi
