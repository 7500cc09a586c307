#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "core/evaluation.hpp"

namespace guanxi {

/// Reads a gold file (`entities`, `relations`, `quantities`), or JSON-LD by the contract, told apart by `@graph` or
/// `@context`, in the plain terms of an evaluation. Keys that it does not know are passed over. `file` names the input
/// in messages. Throws Error.
[[nodiscard]] GoldGraph read_gold(std::istream& in, const std::string& file);

/// Writes the figures of an evaluation as JSON.
void write_evaluation(const Evaluation& evaluation, std::ostream& out);

}  // namespace guanxi
