#pragma once

#include <ostream>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes the JSON of Cytoscape and cytoscape.js (docs/formats/cytoscape.md), streaming.
void write_cytoscape(const Graph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace guanxi
