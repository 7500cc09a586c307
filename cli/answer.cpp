#include "cli/answer.hpp"

#include <algorithm>

namespace guanxi {

std::vector<std::size_t> cut(Answer& answer, std::size_t limit) {
    std::vector<std::size_t> left_out;
    for (Table& table : answer.tables) {
        const std::size_t kept = table.whole ? table.rows.size() : std::min(limit, table.rows.size());
        left_out.push_back(table.rows.size() - kept);
        table.rows.resize(kept);
    }
    return left_out;
}

Grounds grounds(const Row& row) {
    Grounds found;
    for (const Cell& cell : row) {
        if (const auto* fact = std::get_if<FactCell>(&cell)) found.facts.push_back(fact->index);
        if (const auto* seen = std::get_if<ObservationCell>(&cell)) found.observations.push_back(seen->index);
    }
    return found;
}

}  // namespace guanxi
