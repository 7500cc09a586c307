#pragma once

#include "core/annotation.hpp"
#include "core/graph.hpp"

namespace guanxi {

/// Adds what was read from one document to the graph: every relation and measurement whose confidence is at least
/// `min_confidence`, and every entity, also one without facts.
void add_extraction(Graph& graph, const Extraction& extraction, double min_confidence = 0);

/// Adds a whole graph to another; the same bytes come out as from one run over both inputs in this order.
void add_graph(Graph& graph, const Graph& other);

}  // namespace guanxi
