#pragma once

#include <string>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes the schema of a Kùzu or LadybugDB database (`schema.cypher`), its tables as CSV files, and the statements
/// that load these (`copy.cypher`), to be run in the folder, one after the other, into an empty database.
void write_kuzu(const Graph& graph, const OpenFile& open, const WriteOptions& options);
[[nodiscard]] std::vector<std::string> kuzu_file_names();

}  // namespace guanxi
