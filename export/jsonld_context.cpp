#include "export/jsonld_context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

constexpr std::array<Term, 43> terms{{
    {"Document", "schema:DigitalDocument", ""},
    {"Statement", "rdf:Statement", ""},
    {"TextQuote", "gx:TextQuote", ""},
    {"name", "schema:name", ""},
    {"alternateName", "schema:alternateName", ""},
    {"headline", "schema:headline", ""},
    {"datePublished", "schema:datePublished", ""},
    {"place", "gx:place", ""},
    {"publisher", "schema:publisher", ""},
    {"author", "schema:author", ""},
    {"sha256", "schema:sha256", ""},
    {"text", "schema:text", ""},
    {"code", "gx:code", ""},
    {"within", "gx:within", ""},
    {"subject", "rdf:subject", "@id"},
    {"predicate", "rdf:predicate", "@vocab"},
    {"object", "rdf:object", "@id"},
    {"status", "gx:status", "@vocab"},
    {"done", "gx:done", ""},
    {"ongoing", "gx:ongoing", ""},
    {"planned", "gx:planned", ""},
    {"time", "gx:time", ""},
    {"amount", "gx:amount", ""},
    {"value", "schema:value", "xsd:decimal"},
    {"unit", "schema:unitText", ""},
    {"count", "gx:count", "xsd:integer"},
    {"title", "gx:title", ""},
    {"negated", "gx:negated", ""},
    {"indicator", "gx:indicator", ""},
    {"bound", "gx:bound", "@vocab"},
    {"min", "gx:min", ""},
    {"max", "gx:max", ""},
    {"approx", "gx:approx", ""},
    {"change", "gx:change", ""},
    {"rank", "gx:rank", "xsd:integer"},
    {"scope", "gx:scope", ""},
    {"confidence", "gx:confidence", "xsd:decimal"},
    {"rule", "gx:rule", ""},
    {"evidence", "prov:wasDerivedFrom", ""},
    {"source", "oa:hasSource", "@id"},
    {"exact", "oa:exact", ""},
    {"start", "oa:start", "xsd:integer"},
    {"end", "oa:end", "xsd:integer"},
}};

// The kinds that schema.org knows with the same meaning; its Place, say, has districts among it, ours has not.
struct Known {
    EntityType type;
    std::string_view iri;
};
constexpr std::array<Known, 3> known_classes{{{EntityType::district, "schema:AdministrativeArea"},
                                              {EntityType::person, "schema:Person"},
                                              {EntityType::event, "schema:Event"}}};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_base_iri(std::string_view iri) {
    const auto allowed = [](char c) {
        return c > ' ' && c < '\x7f' && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
    };
    const std::size_t colon = iri.find(':');
    return colon != std::string_view::npos && colon > 0 && is_letter(iri.front()) &&
           std::all_of(iri.begin(), iri.end(), allowed) &&
           std::string_view("/#:").find(iri.back()) != std::string_view::npos;
}

}  // namespace

std::span<const Term> context_terms() {
    return terms;
}

std::string class_iri(EntityType type) {
    for (const Known& known : known_classes) {
        if (known.type == type) return std::string(known.iri);
    }
    return fmt::format("gx:{}", info(type).id);
}

void check_base_iri(std::string_view base_iri) {
    if (!is_base_iri(base_iri)) {
        throw UsageError(
            fmt::format("the base IRI '{}' is not an absolute IRI in ASCII that ends in '/', '#' or ':'", base_iri));
    }
}

std::string jsonld_context(std::string_view base_iri) {
    check_base_iri(base_iri);
    std::string json = "{\n  \"@version\": 1.1";
    const auto line = [&](std::string_view name, std::string_view value) {
        json += fmt::format(",\n  \"{}\": {}", name, value);
    };
    for (const RdfPrefix& prefix : rdf_prefixes()) line(prefix.name, fmt::format(R"("{}")", prefix.iri));
    line(id_prefix.substr(0, id_prefix.size() - 1), fmt::format(R"("{}")", base_iri));
    for (const Term& term : terms) {
        line(term.name, term.type.empty() ? fmt::format(R"("{}")", term.iri)
                                          : fmt::format(R"({{"@id": "{}", "@type": "{}"}})", term.iri, term.type));
    }
    // An observation is not a statement, so its subject has a meaning of its own.
    line(
        "Observation",
        R"({"@id": "schema:Observation", "@context": {"subject": {"@id": "schema:observationAbout", "@type": "@id"}}})");
    for (const EntityTypeInfo& type : entity_types()) line(type.id, fmt::format(R"("{}")", class_iri(type.type)));
    for (const PredicateInfo& predicate : predicates()) {
        line(predicate.id, fmt::format(R"({{"@id": "gx:{}", "@type": "@id", "@container": "@set"}})", predicate.id));
    }
    return json + "\n }";
}

}  // namespace guanxi
