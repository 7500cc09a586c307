#pragma once

#include <span>
#include <string_view>

namespace guanxi {

/// Runs the program with its arguments (without its own name) and returns the exit code: 0 done, 1 could not, 2 wrong
/// usage. Every message on standard error begins with `guanxi: `. Ends by SIGPIPE if the reader of standard output went
/// away.
int run_program(std::span<const std::string_view> arguments);

}  // namespace guanxi
