#pragma once

#include <cstdint>
#include <functional>
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
    double score = 0;  ///< log-odds of being one, set by whoever scores
};

/// All candidates of a sentence, by last unit, then from short to long. At most a fixed number end at one unit.
[[nodiscard]] std::vector<Candidate> find_candidates(std::string_view text, const Units& units, const Lexicon& lexicon);

/// Calls `visit` with each feature of the candidate: short strings of general words, tags and classes.
using FeatureVisitor = std::function<void(std::string_view)>;
void visit_features(const Candidate& candidate, std::string_view text, const Units& units, const FeatureVisitor& visit);

/// The rule that names the sources: `head+list`.
[[nodiscard]] std::string rule_id(const Candidate& candidate);

}  // namespace guanxi
