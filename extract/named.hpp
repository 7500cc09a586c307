#pragma once

#include "core/annotation.hpp"

namespace guanxi {

/// What the words of a mention say of whether it is the name of one thing: none is a name, one may be, one is. Where
/// the sentence has no tokens, one is.
enum class Naming : std::uint8_t { none, perhaps, sure };
[[nodiscard]] Naming naming(const Extraction& extraction, const Mention& mention);

/// Whether a mention is surely of one thing that has a name, by its words and by how sure the recogniser is:
/// 蓝海科技集团 is, 基金 and 智能终端 are not.
[[nodiscard]] bool is_named(const Extraction& extraction, const Mention& mention);

/// The token that begins or ends at `offset`, or null.
[[nodiscard]] const Token* token_from(const Sentence& sentence, std::uint32_t offset);
[[nodiscard]] const Token* token_until(const Sentence& sentence, std::uint32_t offset);

/// Whether the tagger takes the word for a name of a place, a body or a person.
[[nodiscard]] bool is_name(Tag tag);

}  // namespace guanxi
