#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace guanxi {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}
bool is_trail(std::string_view text, std::size_t i) {
    return i < text.size() && (byte_at(text, i) & 0xC0U) == 0x80U;
}

// The length of the well-formed sequence at `i`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || !is_trail(text, i + 1)) return 0;
    if (lead < 0xE0) return 2;
    const unsigned second = byte_at(text, i + 1);
    if (!is_trail(text, i + 2)) return 0;
    if (lead < 0xF0) return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
    if (!is_trail(text, i + 3)) return 0;
    return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
}

struct Range {
    char32_t first, last;
};
template <std::size_t n>
bool in_ranges(const std::array<Range, n>& ranges, char32_t value) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return r.first <= value && value <= r.last; });
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequence_length(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

CodePoint decode(std::string_view text, std::size_t offset) {
    const unsigned lead = byte_at(text, offset);
    const auto trail = [&](std::size_t i) { return static_cast<char32_t>(byte_at(text, offset + i) & 0x3FU); };
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | trail(1), 2};
    if (lead < 0xF0) return {((lead & 0x0FU) << 12U) | (trail(1) << 6U) | trail(2), 3};
    return {((lead & 0x07U) << 18U) | (trail(1) << 12U) | (trail(2) << 6U) | trail(3), 4};
}

void append_utf8(std::string& out, char32_t value) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        out.push_back(c.value);
        i += c.size;
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t display_width(std::string_view text) {
    // East Asian Width W and F (UAX 11), the blocks that occur in Chinese text; combining marks and controls take none.
    static constexpr std::array<Range, 9> wide{{{0x1100, 0x115F},
                                                {0x2E80, 0x303E},
                                                {0x3041, 0xA4CF},
                                                {0xAC00, 0xD7A3},
                                                {0xF900, 0xFAFF},
                                                {0xFE30, 0xFE6F},
                                                {0xFF01, 0xFF60},
                                                {0xFFE0, 0xFFE6},
                                                {0x1F300, 0x3FFFD}}};
    static constexpr std::array<Range, 5> none{
        {{0, 0x1F}, {0x7F, 0x9F}, {0x300, 0x36F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}}};
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (!in_ranges(none, c.value)) width += in_ranges(wide, c.value) ? 2 : 1;
        i += c.size;
    }
    return width;
}

bool is_han(char32_t value) {
    static constexpr std::array<Range, 4> han{
        {{0x4E00, 0x9FFF}, {0x3400, 0x4DBF}, {0x20000, 0x323AF}, {0xF900, 0xFAD9}}};
    return in_ranges(han, value) || value == U'〇';
}

char32_t fold(char32_t value) {
    if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
    if (value == 0x3000 || value == 0xA0) return U' ';
    if (value == 0xFFE5) return U'¥';
    return value;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        append_utf8(out, fold(c.value));
        i += c.size;
    }
    return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    counts_.reserve(text.size() / stride + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % stride == 0) counts_.push_back(count);
        if ((byte_at(text, i) & 0xC0U) != 0x80U) ++count;
    }
    if (text.size() % stride == 0) counts_.push_back(count);
}

std::uint32_t CodePointIndex::operator[](std::uint32_t byte_offset) const {
    const std::uint32_t block = byte_offset / stride;
    const auto rest = text_.substr(std::size_t{block} * stride, byte_offset % stride);
    return counts_.at(block) + static_cast<std::uint32_t>(count_code_points(rest));
}

}  // namespace guanxi
