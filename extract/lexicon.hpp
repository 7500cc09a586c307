#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema.hpp"
#include "core/span.hpp"

namespace guanxi {

/// An administrative division of the gazetteer.
struct Division {
    std::string name;          ///< full name: 湖里区
    std::string code;          ///< GB/T 2260 code, 2 to 9 digits: 350206
    std::uint32_t parent = 0;  ///< index of the division that holds it; its own for a province
    std::uint8_t level = 0;    ///< 1 province, 2 city, 3 county or district, 4 street or town
};

/// One word of the general dictionary.
struct Word {
    Span span;             ///< where it was found
    std::string_view tag;  ///< part of speech of jieba's dictionary: n, ns, nt, v, …
    std::uint32_t frequency = 0;
};

/// A name that the user's own table gives a kind, or says is none.
struct UserName {
    Span span;
    std::optional<EntityType> type;  ///< empty for a stop word: what stands here is no entity
    std::string name;                ///< what it stands for
};

/// The word lists: general dictionary, administrative divisions, and the user's own names. Built once, then const and
/// safe to share between threads.
class Lexicon {
public:
    /// Opens the compiled lexicon (see extract/data/README.md). Throws Error if it is missing or not one.
    [[nodiscard]] static Lexicon load(const std::filesystem::path& file);
    ~Lexicon();
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;

    /// Adds a user's table (docs/lexicon.md): `text` is its content, `file` its name for messages. Throws Error by
    /// line.
    void add_user_table(std::string_view text, const std::string& file);

    /// Words of the general dictionary that begin at `offset`, shortest first.
    [[nodiscard]] std::vector<Word> words_at(std::string_view text, std::uint32_t offset) const;
    /// The frequency of a whole word, 0 if it is not in the dictionary.
    [[nodiscard]] std::uint32_t frequency(std::string_view word) const;

    /// Divisions whose full name or short form (湖里 for 湖里区, 厦门 for 厦门市) is `name`, as indices, the higher
    /// levels first, then by code.
    [[nodiscard]] std::vector<std::uint32_t> divisions_named(std::string_view name) const;
    /// The longest full or short name of a division that begins at `offset`, empty span if none. Short forms of streets
    /// and towns, and full names that are words first (城区), are not looked for: only `divisions_named` knows them.
    [[nodiscard]] Span division_at(std::string_view text, std::uint32_t offset) const;
    [[nodiscard]] const Division& division(std::uint32_t index) const;
    /// From the province down: 福建省/厦门市/湖里区.
    [[nodiscard]] std::string path(std::uint32_t index) const;

    /// The longest of the user's names that begins at `offset`.
    [[nodiscard]] std::optional<UserName> user_name_at(std::string_view text, std::uint32_t offset) const;
    [[nodiscard]] bool has_user_names() const;

private:
    struct Data;
    explicit Lexicon(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace guanxi
