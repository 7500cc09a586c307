#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "cli/evidence_text.hpp"
#include "cli/highlight.hpp"

namespace guanxi {

/// How an answer is printed.
struct AnswerStyle {
    Marking marking = Marking::brackets;
    Telling evidence = Telling::nothing;
    std::vector<std::size_t> left_out;  ///< rows of each table that are not shown
};

/// The answer for a terminal: what is said, then each table with a line of headings, its columns aligned and those that
/// are empty left out, and the evidence below the lines.
[[nodiscard]] std::string answer_text(const Graph& graph, const Answer& answer, const AnswerStyle& style);

}  // namespace guanxi
