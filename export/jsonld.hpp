#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes the JSON-LD of the contract (docs/formats/jsonld.md), streaming: memory does not grow with the output.
void write_jsonld(const Graph& graph, std::ostream& out, const WriteOptions& options);

/// Reads what write_jsonld wrote, streaming, into the same graph. `file` names the input in messages. Throws Error with
/// line and column, or with the node, where the input breaks the contract.
[[nodiscard]] Graph read_jsonld(std::istream& in, const std::string& file);

}  // namespace guanxi
