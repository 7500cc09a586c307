#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/annotation.hpp"
#include "extract/quantity_units.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// A number with its unit that may be a quantity: 近300多个, 2.6%, 三分之一, 翻番.
struct Figure {
    Span span;  ///< with the unit and a bound behind it (以上)
    Decimal value;
    std::string unit;
    UnitKind kind = UnitKind::count;
    Bound bound = Bound::none;
    bool change = false;   ///< says by itself that it is growth: 翻番
    bool scaled = false;   ///< written with 万, 亿
    bool chinese = false;  ///< written in Chinese characters
};

/// The figures of a sentence, in order. Dates, ordinals, labels (5G, 7号线), and what stands inside of `names` (sorted
/// spans without overlap) are left out; the trace says why.
[[nodiscard]] std::vector<Figure> find_figures(std::string_view text, const Sentence& sentence,
                                               const std::vector<Span>& names, Trace* trace);

}  // namespace guanxi
