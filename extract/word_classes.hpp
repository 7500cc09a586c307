#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace guanxi {

/// Classes of words that keep like company (产业园, 科技园, 工业园), so that what is learned of one tells of the
/// others.
class WordClasses {
public:
    /// None.
    WordClasses() : table_(1) {}

    /// Reads lines `word<TAB>class`, classes from 1 to `most`. Throws Error if the file is missing or not one.
    [[nodiscard]] static WordClasses load(const std::filesystem::path& file);
    [[nodiscard]] static WordClasses parse(std::string_view text, const std::filesystem::path& file);

    /// The class of the word of this hash (`hash_text`), 0 if it has none.
    [[nodiscard]] std::uint16_t of(std::uint64_t hash) const { return table_[slot(hash)].word_class; }

    static constexpr std::size_t most = 999;

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint16_t word_class = 0;  // 0 for a free place
    };
    [[nodiscard]] std::size_t slot(std::uint64_t hash) const {
        const std::size_t mask = table_.size() - 1;
        std::size_t i = hash & mask;
        while (table_[i].word_class != 0 && table_[i].hash != hash) i = (i + 1) & mask;
        return i;
    }

    std::vector<Entry> table_;  // open addressing, a power of two, never full
};

}  // namespace guanxi
