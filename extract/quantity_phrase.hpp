#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/quantity_pieces.hpp"
#include "extract/quantity_words.hpp"

namespace guanxi {

/// What leads from a noun phrase to its figure, taken off the phrase: 增长超 of 工业投资增长超5%.
struct Approach {
    Bound bound = Bound::none;
    Turn turn = Turn::none;
    bool reaches = false;
    bool distributes = false;
    bool continues = false;
};

/// Takes the words that lead to a figure off the end of the phrase before it.
[[nodiscard]] Approach take_approach(std::string_view text, Pieces& phrase);

/// Takes words that measure nothing (其中, 全年, dates, adverbs) off the beginning.
void take_preface(std::string_view text, Pieces& phrase);

/// Leaves the last governing verb and what follows it, when the phrase holds more than one: 依托A建设B to 建设B.
void keep_last_verb(std::string_view text, Pieces& phrase);

/// The phrase without the verbs of change at its beginning: 新增学位 to 学位.
[[nodiscard]] Pieces without_verb(std::string_view text, const Pieces& phrase);

/// The verbs at the beginning of a phrase: 新增, 启动建设.
[[nodiscard]] Pieces leading_verb(std::string_view text, const Pieces& phrase);

/// Whether the phrase has a noun or a name.
[[nodiscard]] bool has_noun(std::string_view text, const Pieces& phrase);

/// The phrase as text, dates and figures left out.
[[nodiscard]] std::string to_text(std::string_view text, const Pieces& phrase);

/// The members of a coordination, with the head that they share: 存款、贷款余额 is 存款余额 and 贷款余额.
[[nodiscard]] std::vector<std::string> members(std::string_view text, const Pieces& phrase);

/// The end of the noun phrase that begins at `begin`: 8所|高品质校园|，.

[[nodiscard]] std::size_t noun_phrase_end(std::string_view text, const Pieces& clause, std::size_t begin);

/// Whether a piece may begin the noun phrase behind a figure.
[[nodiscard]] bool begins_noun_phrase(std::string_view text, const Pieces& clause, std::size_t at);

/// Whether the phrase is examples of a kind: A、B, A等.
[[nodiscard]] bool begins_enumeration(std::string_view text, const Pieces& phrase);

/// 、 和 与 及 以及
[[nodiscard]] bool is_separator(std::string_view text, const Piece& piece);

}  // namespace guanxi
