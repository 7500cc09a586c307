#include "extract/quantity_qualifiers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.hpp"
#include "extract/numbers.hpp"

namespace guanxi {

namespace {

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

constexpr std::array<std::string_view, 10> intentions{"将",   "力争", "计划", "拟",   "预期",
                                                      "确保", "明年", "有望", "争取", "目标"};
constexpr std::array<std::string_view, 6> progress{"加快建设", "加快推进", "正在", "在建", "有序推进", "推进"};

// 2025年, 2022年9月, 9月 with the section's year.
std::string time_in(std::string_view part, const std::string& section) {
    std::string time;
    for (std::uint32_t i = 0; i < part.size();) {
        const auto number = numeral_at(part, i, static_cast<std::uint32_t>(part.size()));
        if (!number || number->chinese) {
            i += number ? number->span.size() : decode(part, i).size;
            continue;
        }
        i = std::max(number->span.end, i + 1);
        const std::string_view rest = part.substr(number->span.end);
        const bool year = rest.starts_with("年") && !rest.starts_with("年期") && !rest.starts_with("年来") &&
                          number->value >= Decimal(1990) && number->value <= Decimal(2100);
        if (year) time = number->value.to_string();
        const bool month = rest.starts_with("月") && number->value >= Decimal(1) && number->value <= Decimal(12) &&
                           !rest.starts_with("月份至");
        if (month && (time.size() == 4 || section.size() == 4)) {
            const std::string digits = number->value.to_string();
            time = (time.size() >= 4 ? time.substr(0, 4) : section) + (digits.size() < 2 ? "-0" : "-") + digits;
        }
    }
    return time;
}

}  // namespace

Qualifiers qualify_quantity(const Extraction& extraction, std::uint32_t sentence, Span part) {
    const std::string_view clause = slice(extraction.document.text, part);
    Qualifiers qualifiers;
    Stance stance = Stance::unknown;
    const std::uint32_t section = extraction.sentences.at(sentence).section;
    if (section < extraction.sections.size()) {
        stance = extraction.sections[section].stance;
        qualifiers.time = extraction.sections[section].time;
    }
    if (auto time = time_in(clause, qualifiers.time); !time.empty()) qualifiers.time = std::move(time);
    if (stance == Stance::outlook || (stance == Stance::unknown && contains_any(clause, intentions))) {
        qualifiers.status = Status::planned;
    } else {
        qualifiers.status = contains_any(clause, progress) ? Status::ongoing : Status::done;
    }
    return qualifiers;
}

}  // namespace guanxi
