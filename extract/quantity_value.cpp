#include "extract/quantity_value.hpp"

#include <algorithm>
#include <array>

namespace guanxi {

namespace {

bool compares(std::string_view indicator) {
    static constexpr std::array<std::string_view, 7> verbs{"超过", "高于", "低于", "快于", "高出", "领先", "优于"};
    return std::any_of(verbs.begin(), verbs.end(),
                       [&](std::string_view verb) { return indicator.find(verb) != std::string_view::npos; });
}

std::string_view left_out(const Figure& figure, std::string_view indicator) {
    if (!figure.scaled) return {};
    if (indicator.ends_with("户")) return "户";
    if (indicator.ends_with("人") || indicator.ends_with("员") || indicator.ends_with("人口")) return "人";
    return is_measure_noun(indicator) || indicator.ends_with("GDP") ? "CNY" : "";
}

}  // namespace

Quantity to_quantity(const Figure& figure, const Approach& approach, std::string_view indicator) {
    Quantity quantity;
    const bool comparison = (figure.kind == UnitKind::points || figure.kind == UnitKind::times) && compares(indicator);
    const bool below = comparison && indicator.find("低于") != std::string_view::npos;
    quantity.value = approach.turn == Turn::down || below ? figure.value.negated() : figure.value;
    quantity.unit = figure.kind == UnitKind::label ? left_out(figure, indicator) : std::string_view(figure.unit);
    quantity.bound = figure.bound != Bound::none ? figure.bound : approach.bound;
    quantity.change = figure.change || comparison || approach.turn != Turn::none ||
                      (figure.kind == UnitKind::points && !approach.reaches);
    return quantity;
}

}  // namespace guanxi
