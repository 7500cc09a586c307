#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace guanxi {

/// A code point and the number of bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 1;
};

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or `npos`.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// The code point that begins at `offset` of well-formed text.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

/// Appends `value` to `out`.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

/// Whether `offset` is the beginning of a code point or the end of the text.
[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t offset) {
    return offset >= text.size() ? offset == text.size() : (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

/// The number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Columns on a terminal: East Asian wide characters take two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Whether the code point is a Chinese character (Unicode script Han, unified ideographs).
[[nodiscard]] bool is_han(char32_t value);

/// One code point to one code point: full width to half width, so that what matches can be found again in the text.
/// Case and script variants stay.
[[nodiscard]] char32_t fold(char32_t value);
[[nodiscard]] std::string fold(std::string_view text);

/// Turns byte offsets of a text into offsets in code points, in constant time.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    [[nodiscard]] std::uint32_t operator[](std::uint32_t byte_offset) const;

private:
    static constexpr std::uint32_t stride = 64;
    std::string_view text_;
    std::vector<std::uint32_t> counts_;  // code points before each stride
};

}  // namespace guanxi
