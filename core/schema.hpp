#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace guanxi {

/// The twelve kinds of entity (docs/schema.md).
enum class EntityType : std::uint8_t {
    district,
    place,
    park,
    project,
    company,
    institution,
    program,
    platform,
    industry,
    person,
    event,
    award
};
inline constexpr std::size_t entity_type_count = 12;

/// The seventeen relations (docs/schema.md).
enum class Predicate : std::uint8_t {
    located_in,
    part_of,
    holds_position,
    holds,
    builds,
    issues,
    implements,
    settles_in,
    attracts,
    cooperates_with,
    invests,
    supports,
    develops,
    receives,
    depends_on,
    produces,
    related_to
};
inline constexpr std::size_t predicate_count = 17;

/// What the text says of a fact: nothing, that it happened, is under way, or is meant to happen.
enum class Status : std::uint8_t { none, done, ongoing, planned };

/// How a number bounds the value: exactly, at least, at most, about.
enum class Bound : std::uint8_t { none, min, max, approx };

/// A set of entity types, one bit a type.
class TypeSet {
public:
    constexpr TypeSet() = default;
    constexpr TypeSet(std::initializer_list<EntityType> types) {
        for (const EntityType type : types) bits_ |= bit(type);
    }
    [[nodiscard]] static constexpr TypeSet any() {
        TypeSet set;
        set.bits_ = (1U << entity_type_count) - 1;
        return set;
    }
    [[nodiscard]] constexpr bool has(EntityType type) const { return (bits_ & bit(type)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    constexpr void add(EntityType type) { bits_ |= bit(type); }

private:
    static constexpr std::uint32_t bit(EntityType type) { return 1U << static_cast<unsigned>(type); }
    std::uint32_t bits_ = 0;
};

/// One row of the vocabulary of entities: identifier in JSON-LD, labels for people.
struct EntityTypeInfo {
    EntityType type;
    std::string_view id;        ///< `District`
    std::string_view label_zh;  ///< `行政区划`
    std::string_view label_en;  ///< `district`
};

/// One row of the vocabulary of relations, with the kinds it joins.
struct PredicateInfo {
    Predicate predicate;
    std::string_view id;        ///< `locatedIn`
    std::string_view label_zh;  ///< `位于`
    std::string_view label_en;  ///< `located in`
    TypeSet subjects;
    TypeSet objects;
    bool symmetric = false;
};

/// The tables of the vocabulary, in the order of the enumerations.
[[nodiscard]] std::span<const EntityTypeInfo, entity_type_count> entity_types();
[[nodiscard]] std::span<const PredicateInfo, predicate_count> predicates();
[[nodiscard]] const EntityTypeInfo& info(EntityType type);
[[nodiscard]] const PredicateInfo& info(Predicate predicate);

/// Identifiers as in JSON-LD; `none` is the empty text.
[[nodiscard]] std::string_view id(Status status);
[[nodiscard]] std::string_view id(Bound bound);
[[nodiscard]] std::string_view label_zh(Status status);

/// Reads an identifier or a label in either language; empty if there is none such.
[[nodiscard]] std::optional<EntityType> find_entity_type(std::string_view name);
[[nodiscard]] std::optional<Predicate> find_predicate(std::string_view name);
[[nodiscard]] std::optional<Status> find_status(std::string_view name);
[[nodiscard]] std::optional<Bound> find_bound(std::string_view name);

/// Whether the vocabulary lets `predicate` join these kinds, in this direction.
[[nodiscard]] bool allows(Predicate predicate, EntityType subject, EntityType object);

}  // namespace guanxi
