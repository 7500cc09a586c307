#pragma once

#include "export/picture_page.hpp"

namespace guanxi {

/// Draws the entities that have facts as nodes joined by lines, what lies in a district or park inside its frame.
/// Without positions; `engine` is to compute them.
void draw_network(const Drawing& drawing, const std::string& engine);

}  // namespace guanxi
