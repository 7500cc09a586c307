#pragma once

#include <cstdint>
#include <string>

#include "core/annotation.hpp"

namespace guanxi {

/// What a clause is told of: what was done or what is to be done, and when.
struct Context {
    Stance stance = Stance::unknown;
    std::string time;  ///< `2022`, `2022-09`, `2021/2025`; empty if unknown
};

/// The stance and time of a clause of a sentence: its section's, unless its own words say it nearer: 今年9月, 去年,
/// 昨日, 到2025年, 明年, 计划投资; where the section says nothing, by cue words (力争, 将; 已, 入选). Words in
/// quotation marks and titles do not count.
[[nodiscard]] Context context_at(const Extraction& extraction, std::uint32_t sentence, Span clause);

/// The time of what a sentence tells up to `end`: the last that it names there, else its section's.
[[nodiscard]] std::string time_at(const Extraction& extraction, std::uint32_t sentence, std::uint32_t end);

}  // namespace guanxi
