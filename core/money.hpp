#pragma once

#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Whether a unit is a currency: an ISO 4217 code.
[[nodiscard]] bool is_money(std::string_view unit);

/// Facts by which money is put into something: those that have an amount of money, the largest first, then investments
/// of which no amount is said; equal ones in order of index. Currencies stand by their codes.
[[nodiscard]] std::vector<FactIndex> money_facts(const Graph& graph);

/// Figures of money that is put into something: money whose indicator tells of investment, funds, loans, relief and the
/// like, and no change; ordered as the facts.
[[nodiscard]] std::vector<ObservationIndex> money_figures(const Graph& graph);

/// What is planned: facts with an amount first, the largest first, then by time, then in order of index.
[[nodiscard]] std::vector<FactIndex> planned_facts(const Graph& graph);

}  // namespace guanxi
