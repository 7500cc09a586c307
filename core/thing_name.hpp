#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// How sure it is that two names stand for one thing.
enum class Likeness : std::uint8_t { different, likely, same };

/// A name as names of different documents are compared.
struct ThingName {
    std::u32string core;     ///< half width, without marks, the places of the document and what only ranks or describes
    std::u32string numbers;  ///< its digits, numerals and Latin letters: 3号线 is not 4号线
    bool general = false;    ///< made of general words alone (特色商业街区): many things are called so
    bool guides = false;     ///< what governs or guides (市委, 新发展理念): no plan brings it about
};

/// A character as names are compared by it: half width, small; 0 for marks and blanks, which names are compared
/// without.
[[nodiscard]] char32_t plain_character(char32_t c);

/// The forms under which a place stands in front of a name: 深圳市南山区 gives 深圳市南山区, 深圳市, 深圳, 南山区,
/// 南山, 市, 区; longest first.
[[nodiscard]] std::vector<std::u32string> place_prefixes(std::string_view place);

/// `places` as of place_prefixes.
[[nodiscard]] ThingName thing_name(std::string_view name, std::span<const std::u32string> places);

/// Whether what follows a name makes it the name of another thing: 二期, 新校区, 北段.
[[nodiscard]] bool makes_another(std::u32string_view rest);

/// The name without its rank (国家土壤污染防治先行区), else without the word that says what kind of thing it is
/// (四创电子产业园), for a text may leave them out; empty if too little is left to find it by.
[[nodiscard]] std::u32string without_kind(std::u32string_view core);

/// `same`: equal cores. `likely`: the numbers are equal, neither is general, and one is the other with a word more
/// or a letter or two changed, yet not one that makes it another thing (东 for 西).
[[nodiscard]] Likeness compare(const ThingName& a, const ThingName& b);

}  // namespace guanxi
