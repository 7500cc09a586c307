#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes a SQLite database (docs/formats/sqlite.md). It is made in a temporary file, so that memory does not grow with
/// it, and then copied to the stream. The same graph gives the same bytes with the same version of SQLite. Throws Error
/// if the temporary file cannot be written.
void write_sqlite(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Reads what write_sqlite wrote into the same graph. `file` names the input in messages. Throws Error, with table and
/// row, where the file is broken or breaks the contract.
[[nodiscard]] Graph read_sqlite(std::istream& in, const std::string& file);

}  // namespace guanxi
