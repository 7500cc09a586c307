#pragma once

#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// Entities whose name, alias, id or code the pattern fits: as a part of it, or, if the pattern has `*` (any
/// characters) or `?` (one), as a whole. Width, case of ASCII letters, quotation marks and spaces aside. Those of which
/// it is the name first, then those that begin with it, then by the number of facts, then in order of index.
[[nodiscard]] std::vector<EntityIndex> search_entities(const Graph& graph, std::string_view pattern);

/// Names of the graph that the text may have been meant for, nearest first, at most three.
[[nodiscard]] std::vector<std::string> similar_names(const Graph& graph, std::string_view text);

}  // namespace guanxi
