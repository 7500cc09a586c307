#pragma once

#include <vector>

#include "core/annotation.hpp"
#include "extract/quantity_figures.hpp"

namespace guanxi {

enum class PieceKind : std::uint8_t {
    word,
    name,  ///< a mention, or a quoted or bracketed run
    figure,
    pause,  ///< 、
    comma   ///< a mark that ends a clause
};

/// A word, a name or a figure of a sentence.
struct Piece {
    Span span;
    PieceKind kind = PieceKind::word;
    Tag tag = Tag::o;
    std::uint32_t index = no_index;  ///< of the figure, or of the mention
};

using Pieces = std::vector<Piece>;

/// A sentence cut into pieces and the figures they refer to.
struct Cut {
    Pieces pieces;
    std::vector<Figure> figures;
};

/// Cuts a sentence. `mentions` are those of the sentence, sorted by span, none inside of another. Words that the tagger
/// joined with a figure are cut at it. A figure that only describes (50亿元以上项目) becomes a word.
[[nodiscard]] Cut cut_sentence(const Extraction& extraction, const Sentence& sentence,
                               const std::vector<MentionIndex>& mentions, Trace* trace);

}  // namespace guanxi
