#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "cli/answer.hpp"

namespace guanxi {

/// What an answer in JSON says of itself.
struct AnswerHead {
    std::string_view question;
    std::vector<EntityIndex> names;  ///< what it was asked about
    bool evidence = false;
    std::vector<std::size_t> left_out;  ///< rows of each table that are not written
};

/// Writes the answer as JSON: the question, what it was asked about, counts, and each table as a list of objects with a
/// key a column (docs/query.md).
void write_answer(const Graph& graph, const Answer& answer, const AnswerHead& head, std::ostream& out);

}  // namespace guanxi
