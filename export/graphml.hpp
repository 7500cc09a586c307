#pragma once

#include <ostream>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes GraphML with typed attributes (docs/formats/graphml.md), streaming.
void write_graphml(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Writes GEXF 1.3, each fact and observation with the days of its time, streaming.
void write_gexf(const Graph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace guanxi
