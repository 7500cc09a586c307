#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

/// A number of a gold file or of a graph; whether it was written without a point matters to lists only.
struct GoldNumber {
    double value = 0;
    bool integer = false;
};

struct GoldAmount {
    std::optional<double> value;
    std::string unit;
};

/// A verbatim part of the document, and where it begins in code points if that is said.
struct GoldQuote {
    std::string text;
    std::optional<std::int64_t> begin;
};

/// What is said of a relation or a quantity; empty where nothing is said.
struct GoldQualifiers {
    std::string status, time, title, bound, scope;
    std::optional<GoldAmount> amount;
    std::optional<GoldNumber> count, rank;
    bool change = false;
    bool negated = false;
};

struct GoldEntity {
    std::string id, type;
    std::vector<std::string> names;  ///< the primary name first
    bool optional = false;           ///< neither rewarded nor punished
};

struct GoldRelation {
    std::string subject, predicate, object;  ///< ends by id of entity
    GoldQualifiers qualifiers;
    std::vector<GoldQuote> evidence;
    bool optional = false;
};

struct GoldQuantity {
    std::string subject, indicator;
    std::optional<GoldNumber> value;
    std::string unit;
    GoldQualifiers qualifiers;
    std::vector<GoldQuote> evidence;
    bool optional = false;
};

/// A graph in plain terms: what an annotator wrote, or what a program found. Vocabulary is not checked.
struct GoldGraph {
    std::vector<GoldEntity> entities;
    std::vector<GoldRelation> relations;
    std::vector<GoldQuantity> quantities;
};

/// Precision, recall and their harmonic mean.
struct Rate {
    double precision = 0, recall = 0, f1 = 0;
    std::size_t right = 0, predicted = 0, gold = 0;
};

/// How often a qualifier that gold states is right, among the matched.
struct QualifierRate {
    std::string_view name;
    std::size_t right = 0, stated = 0;
};

/// What was missed and what is wrong, one line each.
struct Differences {
    std::vector<std::string> missed, wrong;
};

/// How well a graph agrees with gold. Figures, matching and words are those of the reference scorer
/// (tests/core/evaluation_test.cpp holds the two equal).
struct Evaluation {
    Rate entity;         ///< name and type
    Rate entity_name;    ///< name alone
    Rate relation;       ///< both ends, predicate, negation
    Rate relation_pair;  ///< both ends alone
    Rate quantity;       ///< subject, value, unit, and an indicator that is alike
    std::vector<QualifierRate> relation_qualifiers, quantity_qualifiers;  ///< in order of first appearance
    std::optional<double> status_accuracy;                                ///< of matched relations
    bool with_text = false;
    std::optional<double> grounded;        ///< share of facts whose every quote is verbatim at its offsets
    std::optional<double> evidence_right;  ///< share of matched facts that quote gold's sentence
    double score = 0;                      ///< mean F1 of entity, relation and quantity
    Differences entities, relations, quantities;
};

/// Compares what was predicted with gold; with the document's text also its quotes.
[[nodiscard]] Evaluation evaluate(const GoldGraph& gold, const GoldGraph& predicted,
                                  std::optional<std::string_view> text = std::nullopt);

/// The figures as lines of text, without a line break at the end.
[[nodiscard]] std::string report(const Evaluation& evaluation);

/// `missed (N)` and `wrong (N)` with their lines, an empty line before each, a line break at the end.
[[nodiscard]] std::string report(const Differences& differences);

}  // namespace guanxi
