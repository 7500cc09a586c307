#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guanxi {

/// Groups words by the words that stand beside them.
class WordClusters {
public:
    /// A word, and where it may have a class: never, if it is common to many documents, or always.
    enum class Standing : std::uint8_t { none, common, known };
    using Word = std::pair<std::string_view, Standing>;

    /// Adds the words of a sentence, in order, of the document of this number.
    void add(std::span<const Word> sentence, std::size_t document);

    /// Groups the words that occur at least `least_count` times into so many classes, numbered from 1, such that the
    /// classes tell as much of the neighbours on both sides as they can: the exchange algorithm (Martin, Liermann and
    /// Ney 1998), with neighbours as words and no more than `most_rounds` rounds. Words come by how often they occur.
    /// The same sentences give the same classes.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> group(std::size_t classes) const;

    static constexpr std::size_t least_count = 8;
    static constexpr std::size_t least_documents = 20;  ///< that a word is common to

private:
    struct Seen {
        std::string word;
        Standing standing = Standing::none;
        std::size_t count = 0;
        std::size_t documents = 0;
        std::size_t last_document = 0;  // plus one
    };
    std::unordered_map<std::string, std::uint32_t> index_;
    std::vector<Seen> words_;
    std::vector<std::uint32_t> text_;  // words by index, each sentence closed by `stop`
};

}  // namespace guanxi
