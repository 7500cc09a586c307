#pragma once

#include <string>
#include <string_view>

#include "export/output_buffer.hpp"

namespace guanxi {

/// Writes the names and literals of the RDF formats.
class RdfText {
public:
    /// Throws UsageError for a base IRI that is none. The buffer must live as long.
    RdfText(OutputBuffer& out, std::string_view base_iri);

    /// `<IRI>` of a compact name. What no IRI may hold is percent-encoded.
    void iri(std::string_view compact);
    /// A text in quotation marks.
    void quoted(std::string_view text);

private:
    OutputBuffer& out_;
    std::string base_iri_;
};

/// Whether a local name can stand behind a prefix in Turtle without escapes.
[[nodiscard]] bool is_plain_local_name(std::string_view name);

}  // namespace guanxi
