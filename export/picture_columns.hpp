#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace guanxi {

/// A part of a group that stands in one column: outlines `first` to `last` (not included).
struct Piece {
    std::size_t group = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    double y = 0;  ///< of its top, below the column's top
    double height = 0;
};
using Columns = std::vector<std::vector<Piece>>;

/// Heights of the outlines of each group.
using GroupHeights = std::vector<std::vector<double>>;

/// Room that a frame takes besides its outlines.
struct FrameRoom {
    double above = 0;
    double below = 0;
    double between = 0;  ///< two frames of a column
};

/// Sets groups into columns in their order, as text in a newspaper: the lowest columns of which at most `most` are
/// needed. A group that does not fit goes on in the next column; an outline stays whole.
[[nodiscard]] Columns flow(const GroupHeights& groups, const FrameRoom& room, std::size_t most);

/// The height of the highest column.
[[nodiscard]] double height_of(const Columns& columns);

}  // namespace guanxi
