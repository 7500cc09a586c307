#pragma once

#include <string>
#include <string_view>

namespace guanxi {

/// Throws Error if the bytes are of a known kind of file that is not text (PDF, Word, pictures, archives, …): the
/// message names the kind, and the command that makes a text of it where there is one.
void refuse_binary(std::string_view bytes, const std::string& name);

}  // namespace guanxi
