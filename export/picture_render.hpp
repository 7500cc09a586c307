#pragma once

#include <ostream>
#include <string>

#include "export/picture_canvas.hpp"

namespace guanxi {

/// Computes positions with an engine of Graphviz and writes them into the canvas. Gives the room taken, whose lower
/// left corner is the origin. Throws Error with what Graphviz says if it cannot.
Rect lay_out(Canvas& canvas, const std::string& engine);

/// Draws a canvas whose nodes all have their places, as `svg`, `png` or `pdf`. Throws Error with what Graphviz says if
/// it cannot. One picture at a time, for Graphviz is not safe to use from two threads.
void render(const Canvas& canvas, const std::string& format, std::ostream& out);

}  // namespace guanxi
