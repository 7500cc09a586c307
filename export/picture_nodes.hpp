#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/picture_canvas.hpp"
#include "export/picture_links.hpp"

namespace guanxi {

/// Attributes of an entity's node by its kind, with tooltip, without label.
[[nodiscard]] Attributes entity_attributes(const Graph& graph, const Wording& wording, EntityIndex entity);

/// Attributes of a link's line by its status, with label and tooltip.
[[nodiscard]] Attributes link_attributes(const Graph& graph, const Wording& wording, const Link& link);

/// A node of text without a shape.
[[nodiscard]] Attributes text_attributes(const std::vector<std::string>& lines, double size, std::string_view colour);

/// A label of lines with smaller notes below them.
[[nodiscard]] Attribute noted_label(const std::vector<std::string>& lines, const std::vector<std::string>& notes,
                                    double note_size);

/// Sets what nodes and lines have in common.
void set_defaults(Canvas& canvas);

}  // namespace guanxi
