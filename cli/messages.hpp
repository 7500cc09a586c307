#pragma once

#include <string_view>

namespace guanxi {

/// Prints a message on standard error, each line behind `guanxi: `.
void complain(std::string_view message);

/// The same for what does not stop the work: `guanxi: warning: …`.
void warn(std::string_view message);

}  // namespace guanxi
