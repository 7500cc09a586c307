#pragma once

#include <string>

#include "cli/commands.hpp"

namespace guanxi {

/// `0.1.0`.
[[nodiscard]] std::string_view program_version();

/// All of these walk the tables of commands and options.

/// The list of commands.
[[nodiscard]] std::string program_help();
/// The help of one command: at most 24 lines of 100 columns.
[[nodiscard]] std::string command_help(const Command& command);
/// The manual page guanxi(1), in the man macros.
[[nodiscard]] std::string manual_page();
/// A completion script for bash.
[[nodiscard]] std::string bash_completion();

}  // namespace guanxi
