#pragma once

#include <ostream>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes one JSON object a fact, one a line, that needs no other: ends with ids, names and kinds, qualifiers, and the
/// evidence with its text and the name of its document. Numbers are JSON numbers with all their digits.
void write_jsonl(const Graph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace guanxi
