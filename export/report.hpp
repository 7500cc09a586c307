#pragma once

#include <ostream>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes a report in Markdown for people (docs/formats/report.md): documents, figures, facts with their sentences,
/// what is done apart from what is planned, and the entities. In the language of the labels.
void write_report(const Graph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace guanxi
