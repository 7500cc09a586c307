#pragma once

#include "core/annotation.hpp"

namespace guanxi {

/// The verb that tells a relation, and what it says of the status by itself.
struct Telling {
    Span cue;
    Status aspect = Status::none;
};

/// Status, time and negation of a relation told in this clause of this sentence: from the section, then from the words
/// of the clause, then from the verb.
[[nodiscard]] Qualifiers qualify(const Extraction& extraction, std::uint32_t sentence, Span clause,
                                 const Telling& telling);

}  // namespace guanxi
