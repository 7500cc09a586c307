#include "export/rdf_text.hpp"

#include <algorithm>

#include "export/jsonld_context.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

bool is_forbidden_in_iri(char c) {
    return (static_cast<unsigned char>(c) <= 0x20) || c == '\x7f' ||
           std::string_view("<>\"{}|\\^`%").find(c) != std::string_view::npos;
}

bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7f';
}

}  // namespace

RdfText::RdfText(OutputBuffer& out, std::string_view base_iri) : out_(out), base_iri_(base_iri) {
    check_base_iri(base_iri);
}

void RdfText::iri(std::string_view compact) {
    const std::size_t colon = compact.find(':');
    const std::string_view prefix = compact.substr(0, colon);
    const std::span<const RdfPrefix> all = rdf_prefixes();
    const auto known = std::find_if(all.begin(), all.end(), [&](const RdfPrefix& p) { return p.name == prefix; });
    out_.Put('<');
    out_.put(known == all.end() ? std::string_view(base_iri_) : known->iri);
    for (const char c : compact.substr(colon + 1)) {
        if (!is_forbidden_in_iri(c)) {
            out_.Put(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        for (const char part : {'%', hex[byte >> 4U], hex[byte & 15U]}) out_.Put(part);
    }
    out_.Put('>');
}

void RdfText::quoted(std::string_view text) {
    out_.Put('"');
    while (!text.empty()) {
        const auto size = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), needs_escape) - text.begin());
        out_.put(text.substr(0, size));
        if (size == text.size()) break;
        const char c = text[size];
        const std::size_t place = std::string_view("\t\b\n\r\f\"\\").find(c);
        if (place != std::string_view::npos) {
            out_.Put('\\');
            out_.Put(std::string_view("tbnrf\"\\")[place]);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out_.put("\\u00");
            for (const char part : {hex[byte >> 4U], hex[byte & 15U]}) out_.Put(part);
        }
        text.remove_prefix(size + 1);
    }
    out_.Put('"');
}

bool is_plain_local_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
}

}  // namespace guanxi
