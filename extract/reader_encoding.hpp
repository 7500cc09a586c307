#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/reader.hpp"

namespace guanxi {

/// How text may be written down, byte for byte.
enum class Coding : std::uint8_t { utf8, utf16_le, utf16_be, gb18030, big5 };

/// What a coding is called in messages, and by iconv.
[[nodiscard]] std::string_view label(Coding coding);

/// The coding of bytes without a byte order mark: UTF-8 if they are well formed or most of what is not ASCII is; else
/// what they look most like, by how common their characters would be. Empty if they look like no text at all. `asked`
/// limits the choice.
[[nodiscard]] std::optional<Coding> recognise_coding(std::string_view bytes, Encoding asked);

/// The text of the bytes as UTF-8, nothing changed. Throws Error with line and column for the first byte that is not of
/// the coding; `name` is the input's, for the message.
[[nodiscard]] std::string decode_text(std::string_view bytes, Coding coding, const std::string& name);

}  // namespace guanxi
