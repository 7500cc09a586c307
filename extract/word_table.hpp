#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace guanxi {

/// A table of short words (up to 63 bytes) that finds the longest one a text begins or ends with. What few words share,
/// their first and last characters, tells at once which lengths are worth a look-up: mostly none. The words must live
/// as long as the table.
template <typename Value>
class WordTable {
public:
    /// The value of the word, made if there is none yet.
    Value& operator[](std::string_view word) {
        const std::uint64_t size = std::uint64_t{1} << word.size();
        by_begin_.at(place_of_begin(word)) |= size;
        by_end_.at(place_of_end(word)) |= size;
        return values_[word];
    }

    /// Null if the word is not there.
    [[nodiscard]] const Value* find(std::string_view word) const {
        const auto found = values_.find(word);
        return found == values_.end() ? nullptr : &found->second;
    }

    struct Match {
        std::size_t size = 0;  ///< bytes; 0 if no word fits
        const Value* value = nullptr;
    };
    /// The longest word that the text begins with.
    [[nodiscard]] Match longest_prefix(std::string_view text) const {
        return longest(by_begin_[place_of_begin(text)] | by_begin_[elsewhere], text.size(),
                       [&](std::size_t size) { return text.substr(0, size); });
    }
    /// The longest word that the text ends with.
    [[nodiscard]] Match longest_suffix(std::string_view text) const {
        return longest(by_end_[place_of_end(text)] | by_end_[elsewhere], text.size(),
                       [&](std::size_t size) { return text.substr(text.size() - size); });
    }

private:
    static constexpr std::size_t han = 3;                // bytes of a Chinese character
    static constexpr std::size_t elsewhere = 1U << 12U;  // the place of words that are shorter

    static constexpr std::size_t place(char second, char third) {
        return (static_cast<std::size_t>(second) & 0x3FU) << 6U | (static_cast<std::size_t>(third) & 0x3FU);
    }
    static std::size_t place_of_begin(std::string_view word) {
        return word.size() < han ? elsewhere : place(word[1], word[2]);
    }
    static std::size_t place_of_end(std::string_view word) {
        return word.size() < han ? elsewhere : place(word[word.size() - 2], word[word.size() - 1]);
    }

    template <typename Part>
    Match longest(std::uint64_t sizes, std::size_t limit, Part part) const {
        if (limit < 63) sizes &= (std::uint64_t{1} << (limit + 1)) - 1;
        while (sizes != 0) {
            const auto size = static_cast<std::size_t>(std::bit_width(sizes)) - 1;
            if (const Value* value = find(part(size))) return {size, value};
            sizes ^= std::uint64_t{1} << size;
        }
        return {};
    }

    std::unordered_map<std::string_view, Value> values_;
    std::array<std::uint64_t, elsewhere + 1> by_begin_{};  // which lengths words have, a bit each
    std::array<std::uint64_t, elsewhere + 1> by_end_{};
};

}  // namespace guanxi
