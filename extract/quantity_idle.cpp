#include "extract/quantity_idle.hpp"

#include <algorithm>
#include <array>

namespace guanxi {

namespace {

// What is measured without a unit.
bool is_index(std::string_view phrase) {
    static constexpr std::array<std::string_view, 4> words{"指数", "得分", "系数", "分值"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return phrase.find(word) != std::string_view::npos; });
}

}  // namespace

std::string_view why_idle(std::string_view text, const Figure& figure, const Pieces& left, const Approach& approach) {
    if (figure.kind == UnitKind::duration) {
        const bool reached = approach.reaches && figure.unit != "年" && figure.unit != "岁";
        return reached || approach.turn != Turn::none || approach.bound == Bound::max ? "" : "a time";
    }
    if (figure.kind == UnitKind::label && !figure.scaled) {
        return approach.reaches && is_index(to_text(text, left)) ? "" : "no unit";
    }
    return {};
}

bool starts_change(std::string_view text, const Pieces& clause, Place place) {
    const auto word = [&](std::size_t i) { return slice(text, clause[i].span); };
    std::size_t i = place.at;
    while (i > place.start && (clause[i - 1].tag == Tag::time || word(i - 1) == "的")) --i;
    if (i == place.start || (word(i - 1) != "由" && word(i - 1) != "从")) return false;
    for (std::size_t j = place.at + 1; j < clause.size() && j < place.at + 6; ++j) {
        if (clause[j].kind != PieceKind::word) return clause[j].kind == PieceKind::figure;
        const auto lead = lead_at_end(word(j));
        if (lead && lead->reaches) return true;
    }
    return false;
}

}  // namespace guanxi
