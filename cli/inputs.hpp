#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guanxi {

/// One text to read.
struct Input {
    std::string path;         ///< as named by the user, or found in a folder; `-` is standard input
    std::string name;         ///< without folder
    std::uintmax_t size = 0;  ///< in bytes, 0 if unknown
};

/// What the operands of `build` stand for, and what is wrong with them, one message each.
struct Inputs {
    std::vector<Input> files;
    std::vector<std::string> problems;
};

/// Files as given; folders recursively, sorted by path, hidden names and other suffixes than .txt .md .markdown left
/// out; links to folders are not followed.
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& operands);

/// The bytes of a file, or of standard input for `-`. Throws Error if it is missing (with the nearest names in its
/// folder), a folder, cannot be read, or larger than `most_bytes`.
[[nodiscard]] std::string read_bytes(const std::string& path);

/// Throws Error, as read_bytes does, if the file cannot be read.
void check_readable(const std::string& path);

/// Whether a file of this name is taken from a folder: .txt, .md, .markdown in any case.
[[nodiscard]] bool is_text_name(const std::string& path);

/// Offsets into a text are 32 bits wide.
inline constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 30U;

}  // namespace guanxi
