#pragma once

#include <string>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// Writes documents, entities, facts, observations and evidence as CSV tables for spreadsheets and table engines. A
/// text that a spreadsheet would take for a formula gets an apostrophe before it (`inert_text`); lists are JSON arrays.
void write_csv_tables(const Graph& graph, const OpenFile& open, const WriteOptions& options);
[[nodiscard]] std::vector<std::string> csv_table_names();

/// The text with an apostrophe before it if it begins with what makes a formula of a cell (`=` `+` `-` `@`, also in
/// full width, a tab or a line break) or with an apostrophe: who drops one leading apostrophe has the text again.
[[nodiscard]] std::string inert_text(std::string_view text);

}  // namespace guanxi
