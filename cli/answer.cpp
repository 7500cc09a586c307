#include "cli/answer.hpp"

namespace guanxi {

std::vector<std::size_t> cut(Answer& answer, std::size_t limit) {
    std::vector<std::size_t> left_out;
    for (Table& table : answer.tables) {
        left_out.push_back(table.rows.size() > limit ? table.rows.size() - limit : 0);
        if (table.rows.size() > limit) table.rows.resize(limit);
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
