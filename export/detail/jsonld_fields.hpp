#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.hpp"
#include "core/error.hpp"
#include "core/schema.hpp"

namespace guanxi {

/// A node of a JSON-LD file, for messages: `x.jsonld:12: kg:e1`.
struct NodePlace {
    const std::string& file;
    std::size_t line = 0;
    std::string_view id;
};

/// A JSON object of the contract, read key by key. Every reading throws Error with place and key where the object
/// breaks the contract. Inside export/ only: it shows RapidJSON's types.
class JsonFields {
public:
    /// `part` names the object within its node, empty for the node itself.
    JsonFields(const rapidjson::Value& object, NodePlace place, std::string_view part = {})
        : object_(object), place_(place), part_(part) {}

    [[noreturn]] void fail(std::string_view key, const std::string& message) const;
    [[nodiscard]] const rapidjson::Value* find(std::string_view key) const;
    [[nodiscard]] const NodePlace& place() const { return place_; }

    /// Fails unless each key is one of these and none stands twice.
    void allow(std::initializer_list<std::string_view> keys) const;
    /// The same for an entity, whose keys may be relations, too.
    void allow_with_relations(std::initializer_list<std::string_view> keys) const;

    /// The text of a key; empty if it is absent.
    [[nodiscard]] std::string_view text(std::string_view key) const;
    /// The text of a key that must be there and must not be empty.
    [[nodiscard]] std::string_view required(std::string_view key) const;
    /// The id of the node that a key refers to, without the prefix.
    [[nodiscard]] std::string_view reference(std::string_view key) const { return bare_id(key, required(key)); }
    /// `id` without the prefix, which it must have.
    [[nodiscard]] std::string_view bare_id(std::string_view key, std::string_view id) const;
    /// A list of texts; empty if it is absent.
    [[nodiscard]] std::vector<std::string_view> texts(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> strings(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    /// An offset in code points, which must be there.
    [[nodiscard]] std::uint32_t offset(std::string_view key) const;
    /// Whether the key is there and true.
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::optional<Decimal> decimal(std::string_view key) const;
    /// A number from 0 to 1, which must be there.
    [[nodiscard]] double confidence() const;
    [[nodiscard]] Status status() const;
    [[nodiscard]] Bound bound() const;

private:
    void check_key(std::string_view key, std::size_t bit, std::uint64_t& seen) const;

    const rapidjson::Value& object_;
    NodePlace place_;
    std::string_view part_;
};

/// The text of a JSON string.
[[nodiscard]] inline std::string_view json_text(const rapidjson::Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

}  // namespace guanxi
