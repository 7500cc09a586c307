#pragma once

#include <ostream>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Write the triples of the JSON-LD (export/triples.hpp), streaming. In N-Quads, what a document says stands in the
/// graph that has the document's IRI, once for each document that says it; all else in the default graph. Throw
/// UsageError for a base IRI that is none.
void write_ntriples(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_nquads(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_turtle(const Graph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace guanxi
