#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes the graph as a DOT file, through cgraph, with everything a picture needs: places and lines are final (`dot`
/// draws the same picture as write_svg). Throws Error as those below.
void write_dot(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Draw the graph with Graphviz. Throw Error, with the option to use, if it is too large to be drawn in reasonable
/// time.
void write_svg(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_png(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_pdf(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// The layout engines that WriteOptions::engine may name: guanxi's own `page` and those of Graphviz.
[[nodiscard]] std::vector<std::string_view> layout_engines();

/// The font family that labels are drawn in, empty if none with Chinese characters is installed.
[[nodiscard]] std::string chinese_font();

/// One line to warn with before SVG, PNG or PDF is written: that labels will show boxes, and what to install; empty if
/// all is well.
[[nodiscard]] std::string font_warning();

}  // namespace guanxi
