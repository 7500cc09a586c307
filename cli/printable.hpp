#pragma once

#include <string>
#include <string_view>

namespace guanxi {

/// A text from outside as it may be shown on one line of a terminal: line breaks and tabs are blanks; what would steer
/// the terminal (control characters) or turn the writing around (bidirectional controls) is U+FFFD. Bytes that are not
/// UTF-8 stay.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace guanxi
