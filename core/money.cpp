#include "core/money.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/chronology.hpp"

namespace guanxi {

namespace {

// What an indicator of money is about that somebody puts into something, not earns, sells or owns.
constexpr std::array<std::string_view, 25> put_in{
    "投资", "投入", "出资", "注资", "增资", "资金", "基金", "补贴", "补助", "奖补", "拨付", "拨款", "支出",
    "贷款", "增贷", "融资", "募资", "债券", "减税", "减负", "减免", "退税", "降费", "援助", "惠企"};

bool tells_of_putting_in(std::string_view indicator) {
    return std::any_of(put_in.begin(), put_in.end(),
                       [&](std::string_view word) { return indicator.find(word) != std::string_view::npos; });
}

// Larger amounts first, by unit; what has none comes last.
bool larger(const std::optional<Amount>& a, const std::optional<Amount>& b) {
    if (!a || !b) return a.has_value() && !b.has_value();
    return std::tie(a->unit, b->value) < std::tie(b->unit, a->value);
}

}  // namespace

bool is_money(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<FactIndex> money_facts(const Graph& graph) {
    std::vector<FactIndex> found;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        const std::optional<Amount>& amount = fact.qualifiers.amount;
        if ((amount && is_money(amount->unit)) || fact.predicate == Predicate::invests) found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(), [&](FactIndex a, FactIndex b) {
        return larger(graph.fact(a).qualifiers.amount, graph.fact(b).qualifiers.amount);
    });
    return found;
}

std::vector<ObservationIndex> money_figures(const Graph& graph) {
    std::vector<ObservationIndex> found;
    const auto all = graph.observations();
    for (ObservationIndex i = 0; i < all.size(); ++i) {
        const Quantity& quantity = all[i].quantity;
        if (quantity.value && !quantity.change && is_money(quantity.unit) && tells_of_putting_in(all[i].indicator)) {
            found.push_back(i);
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](ObservationIndex a, ObservationIndex b) {
        return std::tie(all[a].quantity.unit, *all[b].quantity.value) <
               std::tie(all[b].quantity.unit, *all[a].quantity.value);
    });
    return found;
}

std::vector<FactIndex> planned_facts(const Graph& graph) {
    std::vector<FactIndex> found;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        if (graph.fact(i).qualifiers.status == Status::planned) found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(), [&](FactIndex a, FactIndex b) {
        const Qualifiers& x = graph.fact(a).qualifiers;
        const Qualifiers& y = graph.fact(b).qualifiers;
        if (x.amount || y.amount) return larger(x.amount, y.amount);
        return earlier(x.time, y.time);
    });
    return found;
}

}  // namespace guanxi
