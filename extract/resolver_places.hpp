#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.hpp"

namespace guanxi {

/// Index of a division of the gazetteer.
using DivisionIndex = std::uint32_t;

/// What a name says of the place that it belongs to: 湖里区政府 is 湖里区 and 政府, 市政府 the city of the document and
/// 政府.
struct OwnedName {
    std::string owner;       ///< code or text of the place, as it stands in an identity
    std::string owner_name;  ///< the place as named
    std::string rest;        ///< the name without its place
    bool relative = false;   ///< the place is not in the name itself
};

/// Reads names of places in one document: the gazetteer knows many of one name, the document's own place tells which is
/// meant.
class Places {
public:
    /// `place` is the district the document is about, as named; empty if unknown.
    Places(const Lexicon& lexicon, std::string_view place);

    /// The one division that a name means here: 湖里, 湖里区, 厦门市湖里区. `before` is a division named just before
    /// it. Empty if it is none or more than one could be meant.
    [[nodiscard]] std::optional<DivisionIndex> find(std::string_view name, std::optional<DivisionIndex> before) const;

    /// The identity of a district that the gazetteer does not know: its path by what the text says.
    [[nodiscard]] std::string unknown_identity(std::string_view name) const;

    /// Splits a name into its place and the rest, if it begins with the full name of a place or with one that is
    /// relative to the document's (市, 区, 市级).
    [[nodiscard]] std::optional<OwnedName> split_owner(std::string_view key) const;

    /// The size of the division's name, full or short, that the text begins with; 0 if it begins with none, or with one
    /// that is neither the document's place nor above or below it.
    [[nodiscard]] std::size_t near_prefix(std::string_view key) const;

    /// Whether the gazetteer knows that full name here.
    [[nodiscard]] bool is_full_name(std::string_view name) const;

    /// The document's own place: as it stands in an identity (code, else text, else empty), and as named.
    [[nodiscard]] const std::string& key() const { return key_; }
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    [[nodiscard]] bool is_within(DivisionIndex inner, DivisionIndex outer) const;
    [[nodiscard]] std::vector<DivisionIndex> path_candidates(std::string_view name) const;
    [[nodiscard]] std::optional<DivisionIndex> choose(std::vector<DivisionIndex> candidates,
                                                      std::string_view name) const;
    [[nodiscard]] std::optional<DivisionIndex> relative_place(std::string_view head) const;

    const Lexicon* lexicon_;
    std::string name_;
    std::optional<DivisionIndex> place_;
    std::string key_;
};

}  // namespace guanxi
