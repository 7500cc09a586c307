#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document.hpp"

namespace guanxi {

/// How the bytes of an input are to be read.
enum class Encoding : std::uint8_t { automatic, utf8, gb18030, big5, utf16 };

/// Turns the bytes of an input into a document: `id`, `name`, `sha256` and `text` (UTF-8, the byte order mark gone,
/// nothing else changed). `automatic` takes a byte order mark, then UTF-8 if all or most of the bytes are, else what
/// fits best of UTF-16, GB18030 and Big5 by how common its characters would be. Throws Error with line and column for
/// bytes that are not of the encoding, for input without a text, and for other kinds of files, naming the kind (PDF,
/// Word, …) and the command that converts it.
[[nodiscard]] Document read_document(std::string_view bytes, std::string name, Encoding encoding = Encoding::automatic);

}  // namespace guanxi
