#pragma once

#include <string_view>
#include <vector>

#include "core/annotation.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// The relations of a document while they are read: refuses what the schema does not allow or what joins a thing with
/// itself.
class RelationList {
public:
    RelationList(Extraction& extraction, Trace* trace);

    /// Where a relation is said, by which rule it was read, and how much the rule is to be trusted where it is clear
    /// what the two things are.
    struct Reading {
        std::uint32_t sentence = 0;
        std::string_view rule;
        double confidence = 0;
    };

    /// Adds the relation; false, with a note in the trace, if it cannot be.
    bool add(Predicate predicate, MentionIndex subject, MentionIndex object, const Qualifiers& qualifiers,
             const Reading& reading);

    [[nodiscard]] const Extraction& extraction() const { return *extraction_; }

private:
    [[nodiscard]] double confidence(const Mention& from, const Mention& to, double of_rule) const;

    Extraction* extraction_;
    Trace* trace_;
    std::vector<double> certainty_;  // of each entity: that of its surest mention
};

/// How often a relation is right of which the rule's confidence times that of the less sure end is `x`, by what
/// cross-validation found (docs/quality.md); from 0 to 1, growing with x.
[[nodiscard]] double calibrated(double x);

/// Verb frames: who builds, issues, implements, holds, receives … what.
void relate_by_frames(RelationList& relations);
/// Containment: what lies in what, and what is a part of what.
void relate_by_containment(RelationList& relations);
/// Titles before names, partners, places and wholes that are said.
void relate_by_patterns(RelationList& relations);
/// What a thing rests on, and who makes it.
void relate_by_reliance(RelationList& relations);
/// Who pays for what, and how much.
void relate_by_investments(RelationList& relations);

}  // namespace guanxi
