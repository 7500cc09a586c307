#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "core/document.hpp"
#include "extract/extractor.hpp"

namespace guanxi {

/// The extractor with the data of the program and the user's own names. Throws Error if any is missing or wrong.
[[nodiscard]] Extractor make_extractor(const Arguments& arguments);

/// Reads a file (`-`: standard input) as a document of this name, with the place and date of the command line. Throws
/// Error.
[[nodiscard]] Document read_text(const std::string& path, std::string name, const Arguments& arguments);

/// The same for bytes that are there already.
[[nodiscard]] Document as_document(std::string_view bytes, std::string name, const Arguments& arguments);

/// Whether the text has a Chinese character.
[[nodiscard]] bool has_chinese(std::string_view text);

}  // namespace guanxi
