#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "export/rdf_table.hpp"

namespace guanxi {

/// What the IRIs of an RDF file stand for in the JSON-LD of the contract.
class RdfNames {
public:
    /// What an IRI is as a property: its key in JSON-LD, and what stands behind it.
    struct Property {
        enum class Form : std::uint8_t { text, texts, decimal, integer, flag, node, nodes, term, type, quotes, amount };
        std::string_view key;
        Form form = Form::text;
    };

    /// Takes the base of the ids from the file: what stands before the id of a statement, else of another node.
    explicit RdfNames(const RdfTable& table);

    /// Null for an IRI that is no property of the contract.
    [[nodiscard]] const Property* property(std::string_view iri) const;
    /// The name in JSON-LD of a kind, a relation, a status, …; the IRI itself if it is none.
    [[nodiscard]] std::string_view name(std::string_view iri) const;
    /// The id of a node in JSON-LD, `kg:…`; nothing for an IRI that does not begin with the base.
    [[nodiscard]] std::optional<std::string> id(std::string_view iri) const;
    [[nodiscard]] const std::string& base() const { return base_; }

private:
    std::unordered_map<std::string, Property> properties_;
    std::unordered_map<std::string, std::string> names_;
    std::string base_;
};

}  // namespace guanxi
