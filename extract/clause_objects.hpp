#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "extract/clauses.hpp"

namespace guanxi {

using Words = std::span<const std::string_view>;

[[nodiscard]] bool starts_with_any(std::string_view text, Words words);
[[nodiscard]] bool ends_with_any(std::string_view text, Words words);

/// Text in front of a verb without what may stand between it and its subject: 甲公司累计, 甲所牵头.
[[nodiscard]] std::string_view without_adverbs(std::string_view front);

/// Neighbours among the mentions of a clause, by position, both included.
struct MentionRun {
    std::size_t first = 0, last = 0;
};

/// The position of the last mention of the enumeration that begins with the k-th mention of the clause.
[[nodiscard]] std::size_t enumeration_end(const Extraction& extraction, const Clause& clause, std::size_t k);

/// The first things of a clause behind `from`, if a verb of the clause has them as its objects and they are of these
/// kinds.
[[nodiscard]] std::optional<MentionRun> objects_of_verb(const Extraction& extraction, const Clause& clause,
                                                        std::uint32_t from, TypeSet kinds);

}  // namespace guanxi
