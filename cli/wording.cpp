#include "cli/wording.hpp"

#include <fmt/format.h>

#include <array>

#include "core/schema.hpp"

namespace guanxi {

namespace {

// Appends with a comma between.
void add(std::string& list, std::string_view item) {
    if (item.empty()) return;
    if (!list.empty()) list += ", ";
    list += item;
}

std::string_view sign(Bound bound) {
    static constexpr std::array<std::string_view, 4> signs{"", "≥ ", "≤ ", "≈ "};
    return signs.at(static_cast<std::size_t>(bound));
}

}  // namespace

std::string wording(const Quantity& quantity) {
    std::string text;
    if (quantity.value) {
        const std::string_view plus = quantity.change && !quantity.value->is_negative() ? "+" : "";
        text = fmt::format("{}{}{}", sign(quantity.bound), plus, wording(*quantity.value, quantity.unit));
    }
    if (quantity.rank) {
        add(text, fmt::format("rank {}{}{}", *quantity.rank, quantity.scope.empty() ? "" : " in ", quantity.scope));
    } else if (!quantity.scope.empty()) {
        add(text, quantity.scope);
    }
    return text;
}

std::string wording_but_status(const Qualifiers& qualifiers) {
    std::string text = qualifiers.time;
    if (qualifiers.amount) add(text, wording(qualifiers.amount->value, qualifiers.amount->unit));
    if (qualifiers.count) add(text, fmt::format("{} of them", *qualifiers.count));
    add(text, qualifiers.title);
    return text;
}

std::string wording(const Qualifiers& qualifiers) {
    std::string text(id(qualifiers.status));
    add(text, wording_but_status(qualifiers));
    return text;
}

std::string arrow(Predicate predicate, const Qualifiers& qualifiers) {
    const PredicateInfo& row = info(predicate);
    return fmt::format("—{}{} {}→", qualifiers.negated ? "not " : "", row.label_zh, row.id);
}

}  // namespace guanxi
