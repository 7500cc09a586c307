#include "export/detail/rdf_nodes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace guanxi {

namespace {

using Form = RdfNames::Property::Form;

constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

std::string_view text_of(const rapidjson::Value& object, const char* key) {
    const auto found = object.FindMember(key);
    return found == object.MemberEnd() || !found->value.IsString() ? std::string_view() : json_text(found->value);
}

// The rule of a claim is that of the first of its surest quotes. Where a store has put the quotes into another order,
// one with this rule and this confidence goes before the others.
void put_surest_first(rapidjson::Value& claim) {
    rapidjson::Value& quotes = claim["evidence"];
    const auto surest = [&](const rapidjson::Value& quote) {
        return text_of(quote, "confidence") == text_of(claim, "confidence");
    };
    const auto first = std::find_if(quotes.Begin(), quotes.End(), surest);
    const auto own = std::find_if(first, quotes.End(), [&](const rapidjson::Value& quote) {
        return surest(quote) && text_of(quote, "rule") == text_of(claim, "rule");
    });
    if (own == quotes.End()) return;
    for (auto quote = own; quote != first; --quote) quote->Swap(*(quote - 1));
}

bool is_list(Form form) {
    return form == Form::texts || form == Form::nodes || form == Form::quotes;
}

}  // namespace

RdfNodes::RdfNodes(const RdfTable& table, const std::string& file)
    : table_(table), file_(file), names_(table), graphs_(table, names_), nodes_(file), is_part_(table.term_count()) {
    for (const Quad& quad : table_.quads()) {
        const auto* property = names_.property(table_.text(quad.predicate));
        if (property != nullptr && (property->form == Form::quotes || property->form == Form::amount)) {
            is_part_[quad.object] = true;
        }
    }
}

Graph RdfNodes::read() {
    if (table_.quads().empty()) nodes_.give_up(Error({file_, 0, 0}, "the file holds no quad"));
    for (const RdfTable::TermIndex subject : table_.subjects()) {
        if (!is_part_[subject]) node(subject);
    }
    if (!nodes_.has_problems()) {
        for (const RdfGraphs::Stray& stray : graphs_.stray_edges()) {
            current_ = shown(stray.quad.subject);
            try {
                fail(stray.quad, stray.message);
            } catch (const Error& error) {
                nodes_.problem(error);
            }
        }
    }
    return nodes_.finish();
}

void RdfNodes::node(RdfTable::TermIndex subject) {
    pool_.Clear();
    current_ = shown(subject);
    const Quad& first = table_.quads_of(subject).front();
    std::string id;
    try {
        id = id_of(first, subject);
        rapidjson::Value object(rapidjson::kObjectType);
        object.AddMember("@id", rapidjson::Value(id.data(), static_cast<rapidjson::SizeType>(id.size()), pool_), pool_);
        fill(object, subject);
        if (object.HasMember("evidence")) put_surest_first(object);
        const std::string wrong = graphs_.check(subject);
        if (!wrong.empty()) fail(first, wrong);
        nodes_.add(object, first.line);
    } catch (const ContractError&) {
        throw;
    } catch (const Error& error) {
        nodes_.problem(error, std::string_view(id).substr(id.empty() ? 0 : id.find(':') + 1));
    }
}

// What several documents say stands in the graph of each, and is one value. A list of authors may name one twice.
void RdfNodes::fill(rapidjson::Value& object, RdfTable::TermIndex subject) {
    std::set<std::pair<RdfTable::TermIndex, RdfTable::TermIndex>> seen;
    for (const Quad& quad : table_.quads_of(subject)) {
        const auto* property = names_.property(table_.text(quad.predicate));
        if (property == nullptr) {
            fail(quad, fmt::format("<{}> is not a property of the contract", table_.text(quad.predicate)));
        }
        if (seen.emplace(quad.predicate, quad.object).second || property->key == "author") add(object, *property, quad);
    }
}

void RdfNodes::add(rapidjson::Value& object, const RdfNames::Property& property, const Quad& quad) {
    const rapidjson::Value key = json(property.key);
    const auto found = object.FindMember(key);
    if (!is_list(property.form)) {
        if (found != object.MemberEnd()) fail(quad, fmt::format("\"{}\" has two values", property.key));
        object.AddMember(json(property.key), value(property, quad), pool_);
    } else if (found != object.MemberEnd()) {
        found->value.PushBack(value(property, quad), pool_);
    } else {
        rapidjson::Value list(rapidjson::kArrayType);
        list.PushBack(value(property, quad), pool_);
        object.AddMember(json(property.key), list, pool_);
    }
}

rapidjson::Value RdfNodes::value(const RdfNames::Property& property, const Quad& quad) {
    switch (property.form) {
        case Form::text:
        case Form::texts:
            return json(literal(property, quad, ""));
        case Form::decimal:
        case Form::integer:
        case Form::flag:
            return number(property, quad);
        case Form::node:
        case Form::nodes: {
            const std::string id = id_of(quad, quad.object);
            return {id.data(), static_cast<rapidjson::SizeType>(id.size()), pool_};
        }
        case Form::term:
        case Form::type:
            if (table_.kind(quad.object) != RdfTable::Kind::name) {
                fail(quad, fmt::format("\"{}\" must be an IRI", property.key));
            }
            return json(names_.name(table_.text(quad.object)));
        case Form::quotes:
        case Form::amount:
            return part(property, quad);
    }
    return {};
}

rapidjson::Value RdfNodes::number(const RdfNames::Property& property, const Quad& quad) {
    if (property.form == Form::decimal) return json(literal(property, quad, "decimal"));
    if (property.form == Form::flag) {
        const std::string_view text = literal(property, quad, "boolean");
        if (text != "true" && text != "1") fail(quad, fmt::format("\"{}\" can only be true", property.key));
        return rapidjson::Value(true);
    }
    const std::string_view text = literal(property, quad, "integer");
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error != std::errc() || end != text.data() + text.size()) {
        fail(quad, fmt::format("\"{}\" is '{}', which is not an integer", property.key, text));
    }
    return rapidjson::Value(whole);
}

rapidjson::Value RdfNodes::part(const RdfNames::Property& property, const Quad& quad) {
    // A store may give blank nodes names; a node that something else is said of is another thing.
    if (table_.kind(quad.object) == RdfTable::Kind::literal || table_.quads_of(quad.object).empty()) {
        fail(quad, fmt::format("\"{}\" must be a node of which something is said", property.key));
    }
    rapidjson::Value object(rapidjson::kObjectType);
    for (const Quad& inner : table_.quads_of(quad.object)) {
        const auto* inside = names_.property(table_.text(inner.predicate));
        if (inside != nullptr && (inside->form == Form::quotes || inside->form == Form::amount)) {
            fail(inner, fmt::format(R"("{}" cannot stand inside "{}")", inside->key, property.key));
        }
    }
    fill(object, quad.object);
    return object;
}

std::string_view RdfNodes::literal(const RdfNames::Property& property, const Quad& quad,
                                   std::string_view datatype) const {
    const std::string_view given =
        table_.kind(quad.object) == RdfTable::Kind::literal ? table_.datatype(quad.object) : "?";
    const bool own = given.starts_with(xsd);
    const std::string_view name = own ? given.substr(xsd.size()) : given;
    const bool same = datatype.empty() ? given.empty() || (own && name == "string")
                                       : own && (name == datatype || (datatype == "decimal" && name == "integer"));
    if (!same) {
        fail(quad, datatype.empty() ? fmt::format("\"{}\" must be a text without datatype or language", property.key)
                                    : fmt::format("\"{}\" must be an xsd:{}", property.key, datatype));
    }
    return table_.text(quad.object);
}

std::string RdfNodes::id_of(const Quad& quad, RdfTable::TermIndex term) const {
    if (table_.kind(term) == RdfTable::Kind::name) {
        if (auto id = names_.id(table_.text(term))) return *std::move(id);
    }
    fail(quad,
         fmt::format("{} is not an IRI that begins with <{}>, as the ids of this file do", shown(term), names_.base()));
}

std::string RdfNodes::shown(RdfTable::TermIndex term) const {
    switch (table_.kind(term)) {
        case RdfTable::Kind::blank:
            return fmt::format("_:{}", table_.text(term));
        case RdfTable::Kind::literal:
            return "a literal";
        case RdfTable::Kind::name:
            break;
    }
    const auto id = names_.id(table_.text(term));
    return id ? *id : fmt::format("<{}>", table_.text(term));
}

void RdfNodes::fail(const Quad& quad, const std::string& message) const {
    throw Error({file_, quad.line, 0}, fmt::format("{}: {}", current_, message));
}

rapidjson::Value RdfNodes::json(std::string_view text) {
    return rapidjson::Value(rapidjson::StringRef(text.data(), static_cast<rapidjson::SizeType>(text.size())));
}

}  // namespace guanxi
