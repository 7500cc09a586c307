#pragma once

#include <string>

#include "core/graph.hpp"

namespace guanxi {

/// Reads a saved graph; `-` is standard input. Throws Error, with what to do for an input that is no saved graph.
[[nodiscard]] Graph read_graph(const std::string& path);

}  // namespace guanxi
