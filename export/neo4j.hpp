#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes CSV files with the headers of `neo4j-admin database import`, a file of its arguments (`import.args`) and the
/// constraints to make afterwards (`constraints.cypher`).
void write_neo4j(const Graph& graph, const OpenFile& open, const WriteOptions& options);
[[nodiscard]] std::vector<std::string> neo4j_file_names();

/// Writes a Cypher script with the same nodes, relationships and properties: constraints, then statements of limited
/// size that may run any number of times. Every statement ends in a semicolon at the end of a line, and no other line
/// ends so.
void write_cypher(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// The constraints and indexes of both, one statement a line.
[[nodiscard]] std::string_view neo4j_constraints();

}  // namespace guanxi
