#pragma once

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Adds the mentions that stand inside of others: the whole that a phase or section belongs to (甲大桥二期 names
/// 甲大桥), and the division at the head of a name (乙区科技产业园 names 乙区), if the gazetteer has it below the
/// document's district. Keeps `mentions` sorted by span, the longer first, mention 0 in its place.
void add_nested_mentions(Extraction& extraction, const Lexicon& lexicon, Trace* trace = nullptr);

/// The name without its phase, section or branch: 甲大桥二期工程 -> 甲大桥; empty if it has none.
[[nodiscard]] std::string_view whole_of(std::string_view name);

}  // namespace guanxi
