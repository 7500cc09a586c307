#pragma once

#include <string>
#include <string_view>

#include "core/evaluation.hpp"

namespace guanxi {

/// A text with the entities that a reader marked in it.
struct AnnotatedText {
    std::string text;  ///< without the marks
    GoldGraph gold;    ///< its entities; one a kind and name, in order first seen
};

/// Reads a text in which names are marked: `[[名称|Kind]]`, `[[金山|District|金山街道]]` for a name whose head is
/// elided, and
/// `[[名称|?Kind]]` for one that another reader might not mark. `file` names the input in messages. Throws Error with
/// line and column where a mark is not well formed or no kind of entity.
[[nodiscard]] AnnotatedText read_annotated_text(std::string_view marked, const std::string& file);

}  // namespace guanxi
