#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace guanxi {

/// The compiled lexicon is one file that is mapped into memory: this header, then the sections, each aligned to 8
/// bytes, numbers in the byte order of the machine that compiled it. The key of a trie has a dense number by which its
/// values are found.
enum class LexiconSection : std::uint8_t {
    word_trie,        ///< marisa trie of the general dictionary
    word_values,      ///< one word_value a key
    division_trie,    ///< marisa trie of full and short names of divisions
    division_begins,  ///< one division_begin a key, and one behind the last
    division_lists,   ///< indices of divisions, by level and code
    divisions,        ///< DivisionRecord, sorted by code
    names,            ///< the names of the divisions, one behind the other
    tags,             ///< the tags of words, each ended by a zero byte
};
inline constexpr std::size_t lexicon_section_count = 8;

struct LexiconHeader {
    struct Part {
        std::uint64_t begin, size;  ///< bytes
    };
    std::array<char, 8> magic;
    std::array<Part, lexicon_section_count> parts;
    std::uint32_t word_window;                ///< bytes of text that the longest word can take, full width or half
    std::uint32_t division_window;            ///< the same for names of divisions
    std::array<std::uint64_t, 2> word_ascii;  ///< the ASCII characters that words contain, one bit each
};
inline constexpr std::array<char, 8> lexicon_magic{'g', 'x', 'l', 'e', 'x', '0', '0', '1'};

struct DivisionRecord {
    std::uint32_t name_begin;  ///< offset in `names`
    std::uint32_t code;
    std::uint32_t parent;
    std::uint16_t name_size;
    std::uint8_t level;
    std::uint8_t reserved;
};
static_assert(std::is_trivially_copyable_v<LexiconHeader> && sizeof(DivisionRecord) == 16);

/// Frequency in the high 24 bits, index of the tag in the low 8.
[[nodiscard]] constexpr std::uint32_t word_value(std::uint32_t frequency, std::uint32_t tag) {
    return frequency << 8U | tag;
}
inline constexpr std::uint32_t max_word_frequency = (1U << 24U) - 1;

/// Where a name's list begins; the lowest bit says whether the name is looked for in running text.
[[nodiscard]] constexpr std::uint32_t division_begin(std::uint32_t begin, std::uint32_t in_text) {
    return begin << 1U | in_text;
}

/// The short forms of a division's name, at least two characters each: 湖里 for 湖里区, 延边 and 延边州 for
/// 延边朝鲜族自治州.
[[nodiscard]] std::vector<std::string> short_division_names(std::string_view name, unsigned level);

}  // namespace guanxi
