#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/quantity_phrase.hpp"

namespace guanxi {

/// A quantity of one clause, before its subject and qualifiers are known.
struct Reading {
    Span number;
    Span clause;
    std::string indicator;
    Quantity quantity;
    MentionIndex subject = no_index;  ///< the mention that the phrase begins with
    bool goes_on = true;              ///< what follows may speak of this subject, too
    std::string_view rule;
    double confidence = 0;
};

/// What carries over from one figure to the next: 新增A家、B家; 项目210个，总投资1146亿元.
struct Carry {
    std::string verb;       ///< of the last indicator
    std::string noun;       ///< the last thing counted, without its verb
    std::string indicator;  ///< the last indicator
};

/// The sentence that clauses are read from.
struct Source {
    const Extraction& extraction;
    const std::vector<Figure>& figures;
    Trace* trace = nullptr;
};

/// Reads the figures and the ranking of one clause, in order. A ranking of the figure before it (…，居全国第三) is put
/// on the last of `readings`; the others are appended to it.
void read_clause(const Source& source, const Pieces& clause, Carry& carry, std::vector<Reading>& readings);

}  // namespace guanxi
