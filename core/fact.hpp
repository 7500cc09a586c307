#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/decimal.hpp"
#include "core/schema.hpp"

namespace guanxi {

/// Dense indices into a Graph, in order first seen.
using DocumentIndex = std::uint32_t;
using QuoteIndex = std::uint32_t;
using EntityIndex = std::uint32_t;
using FactIndex = std::uint32_t;
using ObservationIndex = std::uint32_t;

/// An amount in base units: 2331亿元 is 233100000000 CNY.
struct Amount {
    Decimal value;
    std::string unit;  ///< ISO 4217 code for money, else the classifier as written
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// What is said of a fact besides its ends.
struct Qualifiers {
    Status status = Status::none;
    std::string time;  ///< `2022`, `2022-09`, `2022-09-01` or a range `2021/2025`; empty if not said
    std::optional<Amount> amount;
    std::optional<std::int64_t> count;
    std::string title;
    bool negated = false;
    friend bool operator==(const Qualifiers&, const Qualifiers&) = default;
};

/// One measured value.
struct Quantity {
    std::optional<Decimal> value;  ///< in base units; empty for a rank without a figure
    std::string unit;              ///< `CNY`, `%`, or the classifier as written (件, 家); empty for a rank
    Bound bound = Bound::none;
    bool change = false;  ///< growth or difference: 同比增长5% is 5, 下降2.6% is -2.6
    std::optional<std::int64_t> rank;
    std::string scope;  ///< among whom: 全市
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A verbatim part of a document. Offsets count Unicode code points, so that they mean the same in every program.
struct Quote {
    DocumentIndex document = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

/// Why a fact is in the graph: the sentence that says it, the rule that read it, and how sure the rule is.
struct Evidence {
    QuoteIndex quote = 0;
    std::string rule;
    double confidence = 0;  ///< 0 to 1, kept to two decimals
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A vertex of the graph.
struct Entity {
    std::string id;  ///< `e` and 20 hex digits of the hash of type and identity (core/identity.hpp)
    EntityType type = EntityType::district;
    std::string name;
    std::vector<std::string> aliases;  ///< other names, sorted; never `name`
    std::string code;                  ///< GB/T 2260 code of an administrative division, else empty
    std::string within;                ///< what a relative name (市政府) belongs to, as named; else empty
};

/// An edge of the graph: equal (subject, predicate, object, status, time, amount, negated) is one fact.
struct Fact {
    EntityIndex subject = 0;
    EntityIndex object = 0;
    Predicate predicate = Predicate::related_to;
    Qualifiers qualifiers;
    std::vector<Evidence> evidence;  ///< at least one
};

/// A measured value of an entity.
struct Observation {
    EntityIndex subject = 0;
    std::string indicator;
    Quantity quantity;
    Qualifiers qualifiers;           ///< status and time
    std::vector<Evidence> evidence;  ///< at least one
};

}  // namespace guanxi
