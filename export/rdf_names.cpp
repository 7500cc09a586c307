#include "export/rdf_names.hpp"

#include <algorithm>
#include <charconv>

#include "core/utf8.hpp"
#include "export/jsonld_context.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

using Form = RdfNames::Property::Form;

std::string whole(std::string_view compact) {
    const std::size_t colon = compact.find(':');
    for (const RdfPrefix& prefix : rdf_prefixes()) {
        if (prefix.name == compact.substr(0, colon)) {
            return std::string(prefix.iri).append(compact.substr(colon + 1));
        }
    }
    return std::string(compact);
}

Form form_of(const Term& term) {
    if (term.name == "author" || term.name == "alternateName") return Form::texts;
    if (term.name == "negated" || term.name == "change") return Form::flag;
    if (term.name == "evidence") return Form::quotes;
    if (term.name == "amount") return Form::amount;
    if (term.type == "xsd:decimal") return Form::decimal;
    if (term.type == "xsd:integer") return Form::integer;
    if (term.type == "@id") return Form::node;
    if (term.type == "@vocab") return Form::term;
    return Form::text;
}

// Whether an IRI ends in an id as the program makes them: one of these letters and 20 hex digits.
bool ends_in_id(std::string_view iri, std::string_view letters) {
    constexpr std::size_t size = 21;
    if (iri.size() <= size) return false;
    const std::string_view id = iri.substr(iri.size() - size);
    return letters.find(id.front()) != std::string_view::npos &&
           id.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos &&
           std::string_view("/#:").find(iri[iri.size() - size - 1]) != std::string_view::npos;
}

// Facts and quantities have ids that the program made, whatever the ids of entities look like.
std::string find_base(const RdfTable& table) {
    for (const std::string_view letters : {"fq", "de"}) {
        for (const RdfTable::Quad& quad : table.quads()) {
            const std::string_view iri = table.text(quad.subject);
            if (table.kind(quad.subject) == RdfTable::Kind::name && ends_in_id(iri, letters)) {
                return std::string(iri.substr(0, iri.size() - 21));
            }
        }
    }
    for (const RdfTable::Quad& quad : table.quads()) {
        const std::string_view iri = table.text(quad.subject);
        if (table.kind(quad.subject) == RdfTable::Kind::name)
            return std::string(iri.substr(0, iri.find_last_of("/#:") + 1));
    }
    return {};
}

}  // namespace

RdfNames::RdfNames(const RdfTable& table) : base_(find_base(table)) {
    for (const Term& term : context_terms()) {
        names_.try_emplace(whole(term.iri), term.name);
        properties_.try_emplace(whole(term.iri), Property{term.name, form_of(term)});
    }
    names_.try_emplace(whole("schema:Observation"), "Observation");
    properties_.try_emplace(whole("schema:observationAbout"), Property{"subject", Form::node});
    properties_.try_emplace(whole("rdf:type"), Property{"@type", Form::type});
    for (const EntityTypeInfo& type : entity_types()) names_.try_emplace(whole(class_iri(type.type)), type.id);
    for (const PredicateInfo& predicate : predicates()) {
        const std::string iri = std::string(vocabulary_iri).append(predicate.id);
        names_.try_emplace(iri, predicate.id);
        properties_.try_emplace(iri, Property{predicate.id, Form::nodes});
    }
}

const RdfNames::Property* RdfNames::property(std::string_view iri) const {
    const auto found = properties_.find(std::string(iri));
    return found == properties_.end() ? nullptr : &found->second;
}

std::string_view RdfNames::name(std::string_view iri) const {
    const auto found = names_.find(std::string(iri));
    return found == names_.end() ? iri : found->second;
}

std::optional<std::string> RdfNames::id(std::string_view iri) const {
    if (!iri.starts_with(base_) || iri.size() == base_.size()) return std::nullopt;
    std::string id(id_prefix);
    for (std::size_t i = base_.size(); i < iri.size(); ++i) {
        unsigned byte = 0;
        const char* digits = iri.data() + i + 1;
        if (iri[i] == '%' && i + 2 < iri.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            id += static_cast<char>(byte);
            i += 2;
        } else {
            id += iri[i];
        }
    }
    if (find_invalid_utf8(id) != std::string::npos) return std::nullopt;
    return id;
}

}  // namespace guanxi
