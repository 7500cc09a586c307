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

/// What a share is of: 全市近三分之一的|酒店.
struct Part {
    Pieces noun;
    std::string_view whole;  ///< 全市
    std::size_t end = 0;     ///< behind the noun
};

/// Where a figure stands in its clause, and where the words begin that no other figure has taken.
struct Place {
    std::size_t start = 0;
    std::size_t at = 0;
};

/// The noun that the share at `place` is a part of; without pieces if no 全市 or the like stands before it.
[[nodiscard]] Part find_part(std::string_view text, const Pieces& clause, Place place);

/// The attribute that a phrase ends with: 总投资 of 实施总投资; empty if there is none.
[[nodiscard]] std::string attribute_at_end(std::string_view text, const Pieces& phrase);

/// What counted things did, said from `begin` on: 挂牌运行 of 7家孵化器挂牌运行. Empty if it is long or holds a figure.
[[nodiscard]] std::string event_phrase(std::string_view text, const Pieces& clause, std::size_t begin);

}  // namespace guanxi
