#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation.hpp"
#include "extract/candidates_units.hpp"
#include "extract/lexicon.hpp"

namespace guanxi {

/// Why a span is a candidate of its kind, one bit a source.
enum class Source : std::uint8_t { head, list, frame, tagger, quote, division, shared, restored };
using Sources = std::uint8_t;
[[nodiscard]] constexpr Sources bit(Source source) {
    return static_cast<Sources>(1U << static_cast<unsigned>(source));
}

/// A span that may be a mention of an entity of this type.
struct Candidate {
    std::uint32_t first = 0;  ///< unit it begins with
    std::uint32_t last = 0;   ///< unit it ends with
    Span span;
    EntityType type = EntityType::district;
    Sources sources = 0;
    HeadWord head;
    std::string name;  ///< with its head restored, where the last name of an enumeration has it for all; else empty
    double score = 0;  ///< logarithm of its weight against that of no mention here, set by whoever scores
    double probability = 0;  ///< of being a mention, all others considered
};

/// Whether two candidates have the features of their span in common.
[[nodiscard]] inline bool same_span(const Candidate& a, const Candidate& b) {
    return a.first == b.first && a.last == b.last && a.head.word == b.head.word;
}

/// All candidates of a sentence, by last unit, then from short to long. At most a fixed number end at one unit.
[[nodiscard]] std::vector<Candidate> find_candidates(std::string_view text, const Units& units, const Lexicon& lexicon);

/// The rule that names the sources: `head+list`.
[[nodiscard]] std::string rule_id(const Candidate& candidate);

}  // namespace guanxi
