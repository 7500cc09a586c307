#pragma once

#include <span>

#include "export/picture_canvas.hpp"
#include "export/picture_groups.hpp"

namespace guanxi {

/// What the parts of a picture share.
struct Drawing {
    const Graph* graph = nullptr;
    std::span<const Link> links;
    const Wording* wording = nullptr;
    Canvas* canvas = nullptr;
};

/// Sets panels as lists in columns below `top`, as many as make a page of usual proportions. Gives the room taken.
Rect draw_panels(const Drawing& drawing, std::span<const Panel> panels, Point top);

}  // namespace guanxi
