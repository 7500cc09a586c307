#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace guanxi {

/// How the bytes of an input are to be read.
enum class Encoding : std::uint8_t { automatic, utf8, gb18030, big5, utf16 };

/// Turns the bytes of an input into a document: `id`, `name`, `sha256` and `text` (UTF-8, the byte order mark gone,
/// nothing else changed). `automatic` takes a byte order mark, then UTF-8 if it is well formed, else what fits of
/// UTF-16, GB18030, Big5. Throws Error with line and column for bytes that are not of the encoding, and for binary
/// files, naming the kind (PDF, Word, …) and the command that converts it.
[[nodiscard]] Document read_document(std::string_view bytes, std::string name, Encoding encoding = Encoding::automatic);

}  // namespace guanxi
