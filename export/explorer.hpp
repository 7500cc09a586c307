#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes the explorer: one HTML file that needs nothing but a browser, with the graph inside. Throws Error if this
/// program was built without it.
void write_explorer(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Throws Error if this program was built without the explorer, with what to do.
void require_explorer();

/// The page in pieces, made from export/explorer/ when the program is built; the graph stands before the piece
/// `explorer_rest` begins at. Empty if the program was built without it.
[[nodiscard]] std::span<const std::string_view> explorer_page();
[[nodiscard]] std::size_t explorer_rest();

}  // namespace guanxi
