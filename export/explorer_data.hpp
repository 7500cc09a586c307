#pragma once

#include "core/graph.hpp"
#include "export/format.hpp"
#include "export/output_buffer.hpp"

namespace guanxi {

/// Writes what the explorer's page shows as one JSON object: a list a column, what most rows lack as pairs of row and
/// value. No `<` stands in it, so that nothing in it ends the element it is put in. export/explorer/src/data.ts reads
/// it.
void write_explorer_data(const Graph& graph, OutputBuffer& out, const WriteOptions& options);

}  // namespace guanxi
