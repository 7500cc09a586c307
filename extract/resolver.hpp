#pragma once

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// Turns mentions into entities: one for each real thing, with its names, and an identity that does not depend on
/// other documents. Fills `entities` and the `entity` of each mention. Ambiguous is kept apart.
void resolve(Extraction& extraction, const Lexicon& lexicon, Trace* trace = nullptr);

/// The id of an entity: `e` and 20 hex digits of the hash of its type and identity (a district's code or path; a
/// relative name with its place; else the folded name without quotation marks).
[[nodiscard]] std::string entity_id(EntityType type, std::string_view identity);

}  // namespace guanxi
