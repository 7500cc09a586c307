#pragma once

#include <marisa.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "extract/lexicon.hpp"
#include "extract/lexicon_format.hpp"

namespace guanxi {

/// A file mapped into memory, for reading.
class MappedFile {
public:
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

/// The names that users gave.
struct UserNames {
    struct Entry {
        std::optional<EntityType> type;
        std::string name;
        Position defined;
    };
    std::map<std::string, Entry> entries;  ///< by folded name or alias
    marisa::Trie trie;                     ///< of the keys of `entries`
    std::vector<const Entry*> by_id;       ///< what each key of the trie stands for
    std::uint32_t window = 0;              ///< bytes of text that the longest name can take
    void index();                          ///< builds what is derived from `entries`
};

/// Reads a user's table into `names`. Throws Error by line and column.
void read_user_table(std::string_view text, const std::string& file, UserNames& names);

struct Lexicon::Data {
    explicit Data(const std::filesystem::path& path);

    MappedFile file;
    LexiconHeader header{};
    marisa::Trie word_trie, division_trie;
    std::vector<std::string_view> tags;
    std::vector<Division> divisions;
    UserNames user;

    /// A number of a section of numbers.
    [[nodiscard]] std::uint32_t number(LexiconSection section, std::size_t index) const;
    [[nodiscard]] std::string_view part(LexiconSection section) const;
};

}  // namespace guanxi
