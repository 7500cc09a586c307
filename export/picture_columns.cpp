#include "export/picture_columns.hpp"

#include <algorithm>

namespace guanxi {

namespace {

Columns fill(const GroupHeights& groups, const FrameRoom& room, double limit) {
    Columns columns(1);
    double y = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::vector<double>& outlines = groups[g];
        bool open = false;
        for (std::size_t o = 0; o < outlines.size(); ++o) {
            const double needed = outlines[o] + (open ? 0 : room.above + room.below);
            if (y + needed > limit && !columns.back().empty()) {
                columns.emplace_back();
                open = false;
                y = 0;
            }
            if (!open) {
                const double top = columns.back().empty() ? 0 : y + room.between;
                columns.back().push_back({g, o, o, top, room.above + room.below});
                open = true;
            }
            Piece& piece = columns.back().back();
            piece.last = o + 1;
            piece.height += outlines[o];
            y = piece.y + piece.height;
        }
    }
    if (columns.back().empty()) columns.pop_back();
    return columns;
}

}  // namespace

double height_of(const Columns& columns) {
    double height = 0;
    for (const std::vector<Piece>& column : columns) height = std::max(height, column.back().y + column.back().height);
    return height;
}

Columns flow(const GroupHeights& groups, const FrameRoom& room, std::size_t most) {
    double low = 0;
    double high = 1;
    for (const std::vector<double>& outlines : groups) {
        high += room.above + room.below + room.between;
        for (const double height : outlines) high += height;
    }
    for (int step = 0; step < 24; ++step) {
        const double middle = (low + high) / 2;
        (fill(groups, room, middle).size() > most ? low : high) = middle;
    }
    return fill(groups, room, high);
}

}  // namespace guanxi
