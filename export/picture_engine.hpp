#pragma once

#include <span>
#include <string>

#include "export/picture_links.hpp"

namespace guanxi {

/// The engine that lists what hangs on hubs in columns instead of drawing each line; guanxi's own.
inline constexpr std::string_view page_engine = "page";

/// The engine to use: the one `asked` for, else by size and shape. Throws UsageError for one that does not exist and
/// Error if the graph is too large for it, with what to do instead.
[[nodiscard]] std::string choose_engine(const Graph& graph, std::span<const Link> links, const std::string& asked);

}  // namespace guanxi
