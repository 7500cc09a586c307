#include "export/detail/jsonld_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "export/jsonld_context.hpp"

namespace guanxi {

void JsonFields::fail(std::string_view key, const std::string& message) const {
    throw Error({place_.file, place_.line, 0},
                fmt::format("{}{}{}: \"{}\" {}", place_.id, part_.empty() ? "" : ": ", part_, key, message));
}

const rapidjson::Value* JsonFields::find(std::string_view key) const {
    const auto size = static_cast<rapidjson::SizeType>(key.size());
    const auto found = object_.FindMember(rapidjson::Value(rapidjson::StringRef(key.data(), size)));
    return found == object_.MemberEnd() ? nullptr : &found->value;
}

void JsonFields::check_key(std::string_view key, std::size_t bit, std::uint64_t& seen) const {
    if ((seen >> bit & 1U) != 0) fail(key, "stands here twice");
    seen |= std::uint64_t{1} << bit;
}

void JsonFields::allow(std::initializer_list<std::string_view> keys) const {
    std::uint64_t seen = 0;
    for (const auto& member : object_.GetObject()) {
        const std::string_view key = json_text(member.name);
        const auto known = std::find(keys.begin(), keys.end(), key);
        if (known == keys.end()) fail(key, "is not a key of the contract here");
        check_key(key, static_cast<std::size_t>(known - keys.begin()), seen);
    }
}

void JsonFields::allow_with_relations(std::initializer_list<std::string_view> keys) const {
    std::uint64_t seen = 0;
    for (const auto& member : object_.GetObject()) {
        const std::string_view key = json_text(member.name);
        const auto known = std::find(keys.begin(), keys.end(), key);
        auto bit = static_cast<std::size_t>(known - keys.begin());
        if (known == keys.end()) {
            const auto predicate = find_predicate(key);
            if (!predicate || info(*predicate).id != key) fail(key, "is neither a key of an entity nor a relation");
            bit += static_cast<std::size_t>(*predicate);
        }
        check_key(key, bit, seen);
    }
}

std::string_view JsonFields::text(std::string_view key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr) return {};
    if (!value->IsString()) fail(key, "must be a text");
    return json_text(*value);
}

std::string_view JsonFields::required(std::string_view key) const {
    const std::string_view value = text(key);
    if (value.empty()) fail(key, "is missing or empty");
    return value;
}

std::string_view JsonFields::bare_id(std::string_view key, std::string_view id) const {
    if (!id.starts_with(id_prefix) || id.size() == id_prefix.size()) {
        fail(key, fmt::format("must be an id that begins with {}, not '{}'", id_prefix, id));
    }
    return id.substr(id_prefix.size());
}

std::vector<std::string_view> JsonFields::texts(std::string_view key) const {
    std::vector<std::string_view> list;
    const rapidjson::Value* value = find(key);
    if (value == nullptr) return list;
    if (!value->IsArray()) fail(key, "must be a list of texts");
    for (const rapidjson::Value& item : value->GetArray()) {
        if (!item.IsString()) fail(key, "must be a list of texts");
        list.push_back(json_text(item));
    }
    return list;
}

std::vector<std::string> JsonFields::strings(std::string_view key) const {
    const auto list = texts(key);
    return {list.begin(), list.end()};
}

std::optional<std::int64_t> JsonFields::integer(std::string_view key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->IsInt64()) fail(key, "must be an integer");
    return value->GetInt64();
}

std::uint32_t JsonFields::offset(std::string_view key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr || !value->IsUint()) fail(key, "must be an offset in code points");
    return value->GetUint();
}

bool JsonFields::flag(std::string_view key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr) return false;
    if (!value->IsBool()) fail(key, "must be true or false");
    return value->GetBool();
}

std::optional<Decimal> JsonFields::decimal(std::string_view key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto number = value->IsString() ? Decimal::parse(json_text(*value)) : std::nullopt;
    if (!number) fail(key, "must be a decimal number of at most 18 digits in quotation marks");
    return number;
}

double JsonFields::confidence() const {
    const auto number = decimal("confidence");
    if (!number || number->is_negative() || *number > Decimal(1)) fail("confidence", "must be a number from 0 to 1");
    return number->to_double();
}

Status JsonFields::status() const {
    const std::string_view word = text("status");
    const auto found = find_status(word);
    if (!word.empty() && (!found || id(*found) != word)) fail("status", fmt::format("cannot be '{}'", word));
    return found.value_or(Status::none);
}

Bound JsonFields::bound() const {
    const std::string_view word = text("bound");
    const auto found = find_bound(word);
    if (!word.empty() && !found) fail("bound", fmt::format("cannot be '{}'", word));
    return found.value_or(Bound::none);
}

}  // namespace guanxi
