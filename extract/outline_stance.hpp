#pragma once

#include <string>
#include <string_view>

#include "core/annotation.hpp"
#include "extract/outline_dates.hpp"

namespace guanxi {

/// What the words of a heading promise: 2022年工作回顾 a review, 今后五年的目标任务 an outlook; unknown if they promise
/// neither, or both.
[[nodiscard]] Stance heading_stance(std::string_view heading, Years years);

/// Whether a heading opens an appendix that explains words, and tells nothing that was done or is to be done.
[[nodiscard]] bool is_glossary(std::string_view heading);

/// What the beginning of a paragraph says of the paragraphs that follow.
struct Turn {
    Stance stance = Stance::unknown;  ///< unknown: it says nothing
    std::string time;
};

/// Reads 五年来, 过去一年, 今后五年, 新的一年, 2023年是… at the beginning of a paragraph.
[[nodiscard]] Turn paragraph_turn(std::string_view paragraph, Years years);

/// How a text sounds, by cue words: above 0 like a review (入选, 同比, 已), below like an outlook (力争, 确保, 将).
[[nodiscard]] int stance_score(std::string_view text);

/// The time of a stance where nothing names one: the year looked back on, or ahead to; empty if unknown.
[[nodiscard]] std::string default_time(Stance stance, Years years);

}  // namespace guanxi
