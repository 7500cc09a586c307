#include "extract/quantity_qualifiers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/outline_context.hpp"

namespace guanxi {

namespace {

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 10> intentions{"将",   "力争", "计划", "拟",   "预期",
                                                      "确保", "明年", "有望", "争取", "目标"};
constexpr std::array<std::string_view, 11> progress{"加快建设", "加快推进", "加快实施", "加快落地", "正在",    "在建",
                                                    "有序推进", "稳步推进", "启动建设", "加紧",     "加速推进"};

}  // namespace

Qualifiers qualify_quantity(const Extraction& extraction, std::uint32_t sentence, Span part) {
    const std::string_view clause = slice(extraction.document.text, part);
    const Stance stance = context_at(extraction, sentence, part).stance;
    // The part says whether; the time may stand in front of it: 到2025年，……达到50家.
    Qualifiers qualifiers;
    qualifiers.time = time_at(extraction, sentence, part.end);
    if (stance == Stance::outlook || (stance == Stance::unknown && contains_any(clause, intentions))) {
        qualifiers.status = Status::planned;
    } else {
        qualifiers.status = contains_any(clause, progress) ? Status::ongoing : Status::done;
    }
    return qualifiers;
}

}  // namespace guanxi
