#pragma once

#include <string>
#include <string_view>

#include "extract/quantity_phrase.hpp"

namespace guanxi {

/// What a figure counts that stands before its noun: 8所|高品质校园.
struct Counted {
    Pieces noun;
    std::size_t end = 0;     ///< behind the noun
    std::size_t resume = 0;  ///< where to go on reading: before `end` if an attribute stands between
};

/// The noun counted by the figure at `at`; without pieces if there is none.
[[nodiscard]] Counted counted_noun(std::string_view text, const Pieces& clause, std::size_t at);

/// What counted things did, said from `begin` on: 挂牌运行 of 7家孵化器挂牌运行. Empty if it is long or holds a figure.
[[nodiscard]] std::string event_phrase(std::string_view text, const Pieces& clause, std::size_t begin);

}  // namespace guanxi
