#pragma once

#include <vector>

#include "extract/quantity_clause.hpp"

namespace guanxi {

/// Whether the mention is of the document's own district.
[[nodiscard]] bool is_own_district(const Extraction& extraction, MentionIndex mention);

/// Whether figures told of the mention are its own: a park's, a company's. An industry's or a program's are the
/// district's.
[[nodiscard]] bool owns_figures(const Extraction& extraction, MentionIndex mention);

/// Decides whose quantity a reading is, clause by clause of one sentence: the thing that the phrase begins with, the
/// thing that an earlier clause speaks about, else mention 0, the document's district.
class SubjectTracker {
public:
    explicit SubjectTracker(const Extraction& extraction) : extraction_(extraction) {}

    /// Begins anew, as behind a semicolon.
    void forget();

    /// Sets the subject of the readings from `first` on, which were read from `clause`.
    void follow(const Pieces& clause, std::vector<Reading>& readings, std::size_t first);

private:
    [[nodiscard]] bool carries_on(const Pieces& clause) const;
    [[nodiscard]] bool speaks_of_object(const Pieces& clause) const;

    const Extraction& extraction_;
    MentionIndex current_ = no_index;  // the thing that the sentence speaks about
    MentionIndex object_ = no_index;   // the thing that the last clause ends with
};

}  // namespace guanxi
