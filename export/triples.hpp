#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// A node or a literal of RDF. Names are compact: `schema:name`, `kg:e0123…`, `_:…`.
struct RdfTerm {
    enum class Kind { name, blank, literal };
    Kind kind = Kind::name;
    std::string_view text;      ///< the name, or the literal's text
    std::string_view datatype;  ///< of a literal, compact; empty for a plain text
};

/// One triple; its texts live until the next one.
struct Triple {
    RdfTerm subject;
    std::string_view predicate;  ///< compact
    RdfTerm object;
    /// The documents that say it, in order, each once; empty for what no document says but the graph: documents and the
    /// names of entities.
    std::span<const DocumentIndex> said_by;
};

/// Tells the triples that the JSON-LD of the graph stands for, neither more nor less, in the same order. What is said
/// of a blank node comes between the triple that refers to it and the next of the node that it belongs to.
void for_each_triple(const Graph& graph, const WriteOptions& options, const std::function<void(const Triple&)>& take);

/// A prefix of compact names. `kg:` is not among them, as its IRI is an option.
struct RdfPrefix {
    std::string_view name, iri;
};
[[nodiscard]] std::span<const RdfPrefix> rdf_prefixes();

/// How sure a rule is, as a decimal.
[[nodiscard]] std::string confidence_text(double confidence);
/// The surest evidence, the first of equals.
[[nodiscard]] const Evidence& surest(const std::vector<Evidence>& evidence);

}  // namespace guanxi
