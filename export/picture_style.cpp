#include "export/picture_style.hpp"

#include <array>

namespace guanxi {

namespace {

// In the order of EntityType.
constexpr std::array<KindStyle, entity_type_count> kinds{{
    {"box", "filled", "#C3DAF2", "#1F5A93", "2"},
    {"box", "filled,rounded", "#DCF0DA", "#3B7A3B"},
    {"folder", "filled", "#BFE3DA", "#1B7364"},
    {"box3d", "filled", "#FCDDB4", "#A85B00"},
    {"component", "filled", "#F8CFC6", "#A63A25"},
    {"box", "filled,bold", "#DDD8F0", "#54479B"},
    {"note", "filled", "#F3F2EC", "#6B6A5F"},
    {"tab", "filled", "#CDEBF4", "#187A96"},
    {"cylinder", "filled", "#E8DFCE", "#6F5A33"},
    {"ellipse", "filled", "#F8D8E7", "#9C2F6B"},
    {"cds", "filled", "#EAF1C4", "#66771A"},
    {"box", "filled,diagonals", "#FFE27A", "#7A5B00"},
}};

// In the order of Status.
constexpr std::array<LineStyle, 4> lines{{
    {"solid", "0.9", "#7A7F87"},
    {"solid", "1.8", "#2B2F36"},
    {"dotted", "2.2", "#1B6E8C"},
    {"dashed", "1.3", "#B35900"},
}};
constexpr LineStyle denied{"solid", "1.3", "#B00020"};

}  // namespace

const KindStyle& kind_style(EntityType type) {
    return kinds.at(static_cast<std::size_t>(type));
}
const LineStyle& line_style(Status status) {
    return lines.at(static_cast<std::size_t>(status));
}
const LineStyle& denied_style() {
    return denied;
}

}  // namespace guanxi
