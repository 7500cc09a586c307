#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Write the triples of the JSON-LD (export/triples.hpp), streaming. In N-Quads, what a document says stands in the
/// graph that has the document's IRI, once for each document that says it; all else in the default graph. Throw
/// UsageError for a base IRI that is none.
void write_ntriples(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_nquads(const Graph& graph, std::ostream& out, const WriteOptions& options);
void write_turtle(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Reads what write_nquads or write_ntriples wrote into the same graph, in any order of lines; where a store has put
/// them into another order, so are nodes and lists. `file` names the input in messages. Throws Error with line and
/// column for what is no N-Quads, ContractError where the graph breaks the contract.
[[nodiscard]] Graph read_rdf(std::istream& in, const std::string& file);

}  // namespace guanxi
