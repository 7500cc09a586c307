#pragma once

#include <vector>

#include "core/annotation.hpp"
#include "extract/frames.hpp"

namespace guanxi {

/// A part of a sentence between commas, semicolons and colons, with what stands in it, in order.
struct Clause {
    Span span;
    std::vector<MentionIndex> mentions;
    std::vector<Cue> cues;  ///< outside of the mentions
};

/// Cuts a sentence into clauses. `mentions` are those of the sentence, sorted by span.
[[nodiscard]] std::vector<Clause> clauses(const Extraction& extraction, const Sentence& sentence,
                                          const std::vector<MentionIndex>& mentions);

/// The mentions of each sentence, sorted by span, without those inside of others.
[[nodiscard]] std::vector<std::vector<MentionIndex>> mentions_by_sentence(const Extraction& extraction);

/// Whether two mentions stand in one enumeration: nothing but 、 和 与 及 以及, quotation marks or brackets between
/// them.
[[nodiscard]] bool enumerated(const Extraction& extraction, Span first, Span second);

}  // namespace guanxi
