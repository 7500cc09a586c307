#include "export/gold.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/istreamwrapper.h>

#include <charconv>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/schema.hpp"

namespace guanxi {

namespace {

using Json = rapidjson::Value;

std::string_view view(const Json& value) {
    return {value.GetString(), value.GetStringLength()};
}

// The value of a key; null if it is absent or null.
const Json* find(const Json& object, const char* key) {
    const auto place = object.FindMember(key);
    return place == object.MemberEnd() || place->value.IsNull() ? nullptr : &place->value;
}

// What stands in a list, or the value itself as a list of one.
std::vector<const Json*> as_list(const Json* value) {
    std::vector<const Json*> list;
    if (value == nullptr) return list;
    if (!value->IsArray()) return {value};
    for (const Json& item : value->GetArray()) list.push_back(&item);
    return list;
}

// The plain value of what JSON-LD may write as a list, or as an object with @value, @id or name.
const Json* literal(const Json* value) {
    if (value != nullptr && value->IsArray()) value = value->Empty() ? nullptr : &(*value)[0];
    if (value == nullptr || !value->IsObject()) return value;
    for (const char* key : {"@value", "@id", "name"}) {
        if (const Json* inner = find(*value, key)) return inner;
    }
    return nullptr;
}

// The last part of an IRI or a compact IRI.
std::string_view local(std::string_view term) {
    const std::size_t mark = term.find_last_of("#/:");
    return mark == std::string_view::npos ? term : term.substr(mark + 1);
}

bool is_true(const Json* value) {
    return value != nullptr &&
           ((value->IsBool() && value->GetBool()) || (value->IsString() && value->GetStringLength() > 0) ||
            (value->IsNumber() && value->GetDouble() != 0));
}

class GoldReader {
public:
    GoldReader(const Json& tree, const std::string& file) : file_(file) {
        const bool is_jsonld =
            tree.IsArray() || (tree.IsObject() && (tree.HasMember("@graph") || tree.HasMember("@context")));
        if (is_jsonld) {
            read_jsonld(tree);
        } else if (tree.IsObject()) {
            read_gold(tree);
        } else {
            fail("neither a gold file nor JSON-LD");
        }
    }

    GoldGraph graph;

private:
    [[noreturn]] void fail(const std::string& message) const { throw Error({file_, 0, 0}, message); }

    // A text; numbers stand for their digits.
    std::string text(const Json* value, std::string_view what) const {
        if (value == nullptr || value->IsNull()) return {};
        if (value->IsInt64()) return std::to_string(value->GetInt64());
        if (!value->IsString()) fail(fmt::format("{} must be a text", what));
        return std::string(view(*value));
    }
    std::string required(const Json& object, const char* key) const {
        const Json* value = object.IsObject() ? find(object, key) : nullptr;
        if (value == nullptr) fail(fmt::format("an object without \"{}\"", key));
        return text(value, key);
    }
    std::optional<GoldNumber> number(const Json* value, std::string_view what) const {
        if (value == nullptr || value->IsNull()) return std::nullopt;
        if (value->IsNumber()) return GoldNumber{value->GetDouble(), value->IsInt64() || value->IsUint64()};
        if (!value->IsString()) fail(fmt::format("{} must be a number", what));
        const std::string_view digits = view(*value);
        if (digits.empty()) return std::nullopt;
        GoldNumber number;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
        if (error != std::errc() || end != digits.data() + digits.size())
            fail(fmt::format("{} is not a number: '{}'", what, digits));
        return number;
    }
    // A number of JSON-LD, where it does not matter how it was written.
    std::optional<GoldNumber> literal_number(const Json* value, std::string_view what) const {
        auto found = number(literal(value), what);
        if (found) found->integer = false;
        return found;
    }

    std::vector<GoldQuote> quotes(const Json* list) const {
        std::vector<GoldQuote> found;
        for (const Json* item : as_list(list)) {
            if (!item->IsObject()) {
                found.push_back({text(item, "evidence"), std::nullopt});
                continue;
            }
            const Json* exact = find(*item, "exact");
            const auto begin = number(find(*item, "start"), "start");
            found.push_back({text(exact != nullptr ? exact : find(*item, "@value"), "exact"),
                             begin ? std::optional(static_cast<std::int64_t>(begin->value)) : std::nullopt});
        }
        return found;
    }

    void read_gold(const Json& tree);
    GoldQualifiers gold_qualifiers(const Json& fact) const;
    void read_jsonld(const Json& tree);
    void read_node(const Json& node);
    GoldQualifiers node_qualifiers(const Json& node) const;
    std::string reference(const Json& node, const char* key) const;

    const std::string& file_;
};

GoldQualifiers GoldReader::gold_qualifiers(const Json& fact) const {
    const auto word = [&](const char* key) { return text(find(fact, key), key); };
    GoldQualifiers q{.status = word("status"),
                     .time = word("time"),
                     .title = word("title"),
                     .bound = word("bound"),
                     .scope = word("scope")};
    const Json* amount = find(fact, "amount");
    if (amount != nullptr && amount->IsObject() && !amount->ObjectEmpty()) {
        const auto value = number(find(*amount, "value"), "amount");
        q.amount = GoldAmount{value ? std::optional(value->value) : std::nullopt, text(find(*amount, "unit"), "unit")};
    }
    q.count = number(find(fact, "count"), "count");
    q.rank = number(find(fact, "rank"), "rank");
    q.change = is_true(find(fact, "change"));
    q.negated = is_true(find(fact, "negated"));
    return q;
}

void GoldReader::read_gold(const Json& tree) {
    for (const char* key : {"entities", "relations", "quantities"}) {
        const Json* list = find(tree, key);
        if (list == nullptr || !list->IsArray())
            fail(fmt::format("\"{}\" is missing: neither a gold file nor JSON-LD", key));
    }
    for (const Json& e : find(tree, "entities")->GetArray()) {
        GoldEntity entity{.id = required(e, "id"), .type = required(e, "type")};
        for (const Json* name : as_list(find(e, "names"))) entity.names.push_back(text(name, "a name"));
        entity.optional = is_true(find(e, "optional"));
        graph.entities.push_back(std::move(entity));
    }
    for (const Json& r : find(tree, "relations")->GetArray()) {
        graph.relations.push_back({required(r, "s"), required(r, "p"), required(r, "o"), gold_qualifiers(r),
                                   quotes(find(r, "evidence")), is_true(find(r, "optional"))});
    }
    for (const Json& q : find(tree, "quantities")->GetArray()) {
        graph.quantities.push_back({required(q, "s"), required(q, "indicator"), number(find(q, "value"), "value"),
                                    text(find(q, "unit"), "unit"), gold_qualifiers(q), quotes(find(q, "evidence")),
                                    is_true(find(q, "optional"))});
    }
}

std::string GoldReader::reference(const Json& node, const char* key) const {
    const Json* value = find(node, key);
    if (value != nullptr && value->IsArray()) value = value->Empty() ? nullptr : &(*value)[0];
    if (value != nullptr && value->IsObject()) value = find(*value, value->HasMember("@id") ? "@id" : "id");
    return text(value, key);
}

GoldQualifiers GoldReader::node_qualifiers(const Json& node) const {
    const auto word = [&](const char* key) { return text(literal(find(node, key)), key); };
    GoldQualifiers q{.time = word("time"), .title = word("title"), .bound = word("bound"), .scope = word("scope")};
    q.status = local(word("status"));
    if (const Json* amount = find(node, "amount"); amount != nullptr && amount->IsObject()) {
        const auto value = literal_number(find(*amount, "value"), "amount");
        q.amount = GoldAmount{value ? std::optional(value->value) : std::nullopt,
                              text(literal(find(*amount, "unit")), "unit")};
    }
    q.count = literal_number(find(node, "count"), "count");
    q.rank = literal_number(find(node, "rank"), "rank");
    q.change = is_true(literal(find(node, "change")));
    q.negated = is_true(literal(find(node, "negated")));
    return q;
}

void GoldReader::read_node(const Json& node) {
    if (!node.IsObject()) fail("a node of @graph must be an object");
    bool statement = false;
    bool observation = false;
    std::string type;
    for (const Json* item : as_list(find(node, node.HasMember("@type") ? "@type" : "type"))) {
        const std::string whole = text(item, "@type");
        const std::string_view name = local(whole);
        statement = statement || name == "Statement";
        observation = observation || name == "Observation";
        const auto known = find_entity_type(name);
        if (type.empty() && known && info(*known).id == name) type = name;
    }
    if (statement) {
        graph.relations.push_back({reference(node, "subject"), std::string(local(reference(node, "predicate"))),
                                   reference(node, "object"), node_qualifiers(node), quotes(find(node, "evidence"))});
    } else if (observation) {
        graph.quantities.push_back({reference(node, "subject"), text(literal(find(node, "indicator")), "indicator"),
                                    literal_number(find(node, "value"), "value"),
                                    text(literal(find(node, "unit")), "unit"), node_qualifiers(node),
                                    quotes(find(node, "evidence"))});
    } else if (!type.empty()) {
        GoldEntity entity{.id = text(find(node, node.HasMember("@id") ? "@id" : "id"), "@id"), .type = type};
        for (const char* key : {"name", "alternateName"}) {
            for (const Json* name : as_list(find(node, key))) entity.names.push_back(text(literal(name), key));
        }
        graph.entities.push_back(std::move(entity));
    }
}

void GoldReader::read_jsonld(const Json& tree) {
    const Json* nodes = tree.IsObject() && tree.HasMember("@graph") ? find(tree, "@graph") : &tree;
    for (const Json* node : as_list(nodes)) read_node(*node);
}

}  // namespace

GoldGraph read_gold(std::istream& in, const std::string& file) {
    constexpr unsigned flags =
        rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::IStreamWrapper stream(in);
    rapidjson::Document tree;
    tree.ParseStream<flags>(stream);
    if (tree.HasParseError()) {
        throw Error({file, 0, 0}, fmt::format("not valid JSON at byte {}: {}", tree.GetErrorOffset(),
                                              rapidjson::GetParseError_En(tree.GetParseError())));
    }
    return std::move(GoldReader(tree, file).graph);
}

}  // namespace guanxi
