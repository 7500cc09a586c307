#pragma once

#include <string>

#include "core/graph.hpp"

namespace guanxi {

/// Reads a saved graph; `-` is standard input. Throws Error, with what to do for an input that is no saved graph;
/// ContractError with all that is wrong where the reader can tell more than the first.
[[nodiscard]] Graph read_graph(const std::string& path);

}  // namespace guanxi
