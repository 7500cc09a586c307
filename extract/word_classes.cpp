#include "extract/word_classes.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fstream>
#include <iterator>
#include <string>

#include "core/error.hpp"
#include "extract/candidates_features.hpp"

namespace guanxi {

WordClasses WordClasses::load(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) throw Error(file.string() + ": cannot be read: the classes of words are part of the installation");
    return parse(text, file);
}

WordClasses WordClasses::parse(std::string_view text, const std::filesystem::path& file) {
    WordClasses classes;
    classes.table_.resize(std::bit_ceil(2 * static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2));
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view row = text.substr(begin, end - begin);
        begin = end + 1;
        ++line;
        const std::size_t tab = std::min(row.find('\t'), row.size());
        const std::string_view digits = row.substr(std::min(tab + 1, row.size()));
        std::uint16_t number = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (tab == 0 || error != std::errc() || stop != digits.data() + digits.size() || number == 0 || number > most) {
            throw Error(Position{.file = file.string(), .line = line},
                        "no class of a word: a word, a tab and a number are needed");
        }
        const std::uint64_t hash = hash_text(row.substr(0, tab));
        classes.table_[classes.slot(hash)] = {hash, number};
    }
    return classes;
}

}  // namespace guanxi
