#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/schema.hpp"

namespace guanxi {

/// The namespace of the project's own vocabulary (docs/vocabulary.ttl).
inline constexpr std::string_view vocabulary_iri = "https://guanxi.example/vocabulary#";

/// The prefix of the ids of nodes: `kg:e0123…` stands for the base IRI followed by `e0123…`.
inline constexpr std::string_view id_prefix = "kg:";

/// A term of the context that is neither a kind nor a relation: its name in JSON-LD, its IRI, compact, and the type
/// that values are coerced to, empty for plain texts, booleans and objects.
struct Term {
    std::string_view name, iri, type;
};
[[nodiscard]] std::span<const Term> context_terms();

/// The inline `@context` of the contract as JSON, one term a line, indented to stand at the second level. Throws
/// UsageError as check_base_iri does.
[[nodiscard]] std::string jsonld_context(std::string_view base_iri);

/// Throws UsageError if `base_iri` is not an absolute IRI in ASCII that ends in `/`, `#` or `:`.
void check_base_iri(std::string_view base_iri);

/// The IRI of a kind of entity, compact: `gx:Project`; `schema:Person` where schema.org means the same.
[[nodiscard]] std::string class_iri(EntityType type);

}  // namespace guanxi
