#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/annotation.hpp"

namespace guanxi {

/// What the network reads of a text: its sentences without blanks, cut at `；` and into pieces of at most 200
/// characters.
struct TaggerText {
    struct Piece {
        std::uint32_t sentence;    ///< index into the sentences
        std::uint32_t begin, end;  ///< indices into the characters; never empty
    };
    std::vector<Span> characters;  ///< where each stands in the text
    std::vector<char32_t> values;  ///< which it is
    std::vector<Piece> pieces;     ///< in order
};

inline constexpr std::uint32_t longest_piece = 200;

[[nodiscard]] TaggerText split_text(std::string_view text, std::span<const Sentence> sentences);

/// Appends to `tokens` the words that the labels of a piece's characters make.
void append_tokens(const TaggerText& text, const TaggerText::Piece& piece, std::span<const std::uint8_t> labels,
                   std::vector<Token>& tokens);

}  // namespace guanxi
