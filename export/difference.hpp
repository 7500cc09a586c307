#pragma once

#include <ostream>

#include "core/difference.hpp"

namespace guanxi {

/// Writes a difference as one JSON object: `old` and `new` documents, `plans`, `added`, `amounts`, `figures`; each with
/// names, facts and whole sentences of both sides. Numbers that must stay exact are texts, as in JSON-LD.
void write_difference(const Graph& old_graph, const Graph& new_graph, const Difference& difference, std::ostream& out);

}  // namespace guanxi
