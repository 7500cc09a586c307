#pragma once

#include "export/picture_page.hpp"

namespace guanxi {

/// Draws the title and below it how much the picture shows and what is left out, at most `width` wide; the room taken.
Rect draw_title(const Drawing& drawing, const std::string& title, const std::string& note, const Rect& room);

/// Whether a picture sets its entities in lists or joins them by lines.
enum class Form { lists, lines };

/// Draws what the shapes and lines that occur mean; the room taken.
Rect draw_legend(const Drawing& drawing, const Rect& room, Form form);

}  // namespace guanxi
