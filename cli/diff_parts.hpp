#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/difference.hpp"

namespace guanxi {

/// The parts in which a difference is told, in this order, as `--part` names them.
inline constexpr std::array<std::string_view, 12> difference_parts{"done",    "underway", "again",   "mentioned",
                                                                   "gone",    "later",    "new",     "planned",
                                                                   "amounts", "targets",  "figures", "goals"};

/// One thing and what each graph says of it; a side that says nothing is empty.
struct DifferenceRow {
    std::string title;
    std::string old_said;   ///< `planned 2023, 12亿元`
    std::string old_quote;  ///< the clause around the name
    std::string new_said;
    std::string new_quote;
};

/// A part, ready to be laid out: rows with quotes, or a table whose first row is its header. Texts are printable.
struct DifferencePart {
    std::string_view id;
    std::string title;
    std::vector<DifferenceRow> rows;
    std::vector<std::vector<std::string>> table;
    [[nodiscard]] std::size_t count() const { return table.empty() ? rows.size() : table.size() - 1; }
};

/// What a difference is told from.
struct Compared {
    const Graph& old_graph;
    const Graph& new_graph;
    const Difference& difference;
};

/// All parts that are not empty.
[[nodiscard]] std::vector<DifferencePart> tell(const Compared& compared);

/// `厦门市: 2024.md (2024-01-11) → 2025.md (2025-01-10)`.
[[nodiscard]] std::string headline(const Compared& compared);

/// How many plans are done, how many targets kept, in a few short lines.
[[nodiscard]] std::vector<std::string> summary(const Compared& compared);

}  // namespace guanxi
