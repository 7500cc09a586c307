#include "core/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "core/evaluation_match.hpp"
#include "core/evaluation_quotes.hpp"
#include "core/schema.hpp"

namespace guanxi {

namespace {

Rate rate_of(std::size_t right, std::size_t predicted, std::size_t gold) {
    const auto share = [&](std::size_t of, std::size_t other) {
        if (of != 0) return static_cast<double>(right) / static_cast<double>(of);
        return other == 0 ? 1.0 : 0.0;
    };
    Rate rate{.precision = share(predicted, gold),
              .recall = share(gold, predicted),
              .right = right,
              .predicted = predicted,
              .gold = gold};
    const double sum = rate.precision + rate.recall;
    if (sum > 0) rate.f1 = 2 * rate.precision * rate.recall / sum;
    return rate;
}

// A number as lists show it: 5 as 5, but 5.0 as 5.0, large ones with an exponent.
std::string number_text(const GoldNumber& number) {
    if (number.integer) return fmt::format("{:.0f}", number.value);
    std::string text = fmt::format("{}", number.value);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    return text;
}

// Subject, predicate, object, negated; a symmetric relation with the smaller id first.
using RelationKey = std::tuple<std::string, std::string, std::string, bool>;
using Pair = std::pair<std::string, std::string>;

RelationKey key_of(const GoldRelation& relation, std::string subject, std::string object) {
    const auto predicate = find_predicate(relation.predicate);
    if (predicate && info(*predicate).id == relation.predicate && info(*predicate).symmetric && object < subject)
        std::swap(subject, object);
    return {std::move(subject), relation.predicate, std::move(object), relation.qualifiers.negated};
}

Pair pair_of(const RelationKey& key) {
    const auto& [subject, predicate, object, negated] = key;
    return std::minmax(subject, object);
}

// Relations by key, in order of first appearance.
struct RelationTable {
    std::map<RelationKey, std::vector<const GoldRelation*>> rows;
    std::vector<const RelationKey*> order;

    void add(RelationKey key, const GoldRelation& relation) {
        const auto [row, added] = rows.try_emplace(std::move(key));
        row->second.push_back(&relation);
        if (added) order.push_back(&row->first);
    }
};

class Evaluator {
public:
    Evaluator(const GoldGraph& gold, const GoldGraph& predicted)
        : gold_(gold), predicted_(predicted), entities_(match_entities(gold.entities, predicted.entities)) {
        for (const GoldEntity& g : gold.entities) {
            if (g.optional) optional_.insert(g.id);
            names_[g.id] = g.names.empty() ? "?" : g.names.front();
        }
        for (const GoldEntity& e : predicted.entities) names_.try_emplace("?" + e.id, "?" + name_of(e));
    }

    Evaluation evaluate(std::optional<std::string_view> text) {
        rate_entities();
        rate_relations();
        rate_quantities();
        if (text) rate_quotes(*text);
        result_.score = (result_.entity.f1 + result_.relation.f1 + result_.quantity.f1) / 3;
        return std::move(result_);
    }

private:
    static std::string name_of(const GoldEntity& e) { return e.names.empty() ? "?" : e.names.front(); }
    [[nodiscard]] const std::string& label(const std::string& id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? id : found->second;
    }

    void rate_entities();
    void read_relations(RelationTable& wanted, RelationTable& given, std::set<RelationKey>& spare,
                        std::set<Pair>& free_pairs) const;
    void rate_relations();
    void rate_quantities();
    void rate_quotes(std::string_view text);
    [[nodiscard]] std::string say(const RelationKey& key) const;
    [[nodiscard]] std::string say(const std::string& subject, const GoldQuantity& quantity) const;

    const GoldGraph& gold_;
    const GoldGraph& predicted_;
    EntityMatch entities_;
    std::unordered_set<std::string> optional_;  // entities of gold
    std::unordered_map<std::string, std::string> names_;
    Matched<GoldRelation> relations_;
    Matched<GoldQuantity> quantities_;
    Evaluation result_;
};

void Evaluator::rate_entities() {
    std::size_t counted = 0;
    std::unordered_set<std::size_t> good;
    std::size_t need = 0;
    std::size_t found = 0;
    std::size_t right = 0;
    for (const GoldEntity& g : gold_.entities) {
        if (g.optional) continue;
        ++need;
        const auto match = entities_.predicted_of.find(g.id);
        if (match != entities_.predicted_of.end()) ++found;
        if (match != entities_.predicted_of.end() && predicted_.entities[match->second].type == g.type) {
            ++right;
            good.insert(match->second);
        } else {
            result_.entities.missed.push_back(g.type + " " + label(g.id));
        }
    }
    for (std::size_t i = 0; i < predicted_.entities.size(); ++i) {
        const GoldEntity& e = predicted_.entities[i];
        const auto match = entities_.gold_of.find(e.id);
        if (match != entities_.gold_of.end() && optional_.contains(match->second)) continue;
        ++counted;
        if (!good.contains(i)) result_.entities.wrong.push_back(e.type + " " + name_of(e));
    }
    result_.entity = rate_of(right, counted, need);
    result_.entity_name = rate_of(found, counted, need);
}

void Evaluator::read_relations(RelationTable& wanted, RelationTable& given, std::set<RelationKey>& spare,
                               std::set<Pair>& free_pairs) const {
    for (const GoldRelation& relation : gold_.relations) {
        RelationKey key = key_of(relation, relation.subject, relation.object);
        if (relation.optional || optional_.contains(relation.subject) || optional_.contains(relation.object)) {
            free_pairs.insert(pair_of(key));
            spare.insert(std::move(key));
        } else {
            wanted.add(std::move(key), relation);
        }
    }
    for (const GoldRelation& relation : predicted_.relations) {
        given.add(key_of(relation, entities_.gold_id(relation.subject), entities_.gold_id(relation.object)), relation);
    }
}

void Evaluator::rate_relations() {
    RelationTable wanted;
    RelationTable given;
    std::set<RelationKey> spare;
    std::set<Pair> free_pairs;
    read_relations(wanted, given, spare, free_pairs);
    std::size_t counted = 0;
    std::set<Pair> counted_pairs;
    for (const RelationKey* key : given.order) {
        const auto gold = wanted.rows.find(*key);
        if (gold == wanted.rows.end()) {
            if (spare.contains(*key)) continue;
            // One debatable reading a pair is free.
            if (free_pairs.erase(pair_of(*key)) > 0) continue;
            result_.relations.wrong.push_back(say(*key));
        } else {
            relations_.emplace_back(given.rows.at(*key), gold->second.front());
        }
        ++counted;
        counted_pairs.insert(pair_of(*key));
    }
    std::set<Pair> wanted_pairs;
    for (const RelationKey* key : wanted.order) {
        wanted_pairs.insert(pair_of(*key));
        if (!given.rows.contains(*key)) result_.relations.missed.push_back(say(*key));
    }
    const auto shared = static_cast<std::size_t>(std::count_if(
        counted_pairs.begin(), counted_pairs.end(), [&](const Pair& pair) { return wanted_pairs.contains(pair); }));
    result_.relation = rate_of(relations_.size(), counted, wanted.order.size());
    result_.relation_pair = rate_of(shared, counted_pairs.size(), wanted_pairs.size());
    result_.relation_qualifiers = rate_qualifiers(relations_);
    for (const QualifierRate& row : result_.relation_qualifiers) {
        if (row.name == "status")
            result_.status_accuracy = static_cast<double>(row.right) / static_cast<double>(row.stated);
    }
}

void Evaluator::rate_quantities() {
    const QuantityMatch match = match_quantities(gold_.quantities, predicted_.quantities, entities_);
    std::size_t need = 0;
    for (std::size_t j = 0; j < gold_.quantities.size(); ++j) {
        const GoldQuantity& g = gold_.quantities[j];
        if (g.optional) continue;
        ++need;
        if (match.predicted_of[j] == QuantityMatch::none) {
            result_.quantities.missed.push_back(say(g.subject, g));
        } else {
            quantities_.push_back({{&predicted_.quantities[match.predicted_of[j]]}, &g});
        }
    }
    for (std::size_t i = 0; i < predicted_.quantities.size(); ++i) {
        if (match.gold_of[i] != QuantityMatch::none || match.repeats[i]) continue;
        const GoldQuantity& q = predicted_.quantities[i];
        result_.quantities.wrong.push_back(say(entities_.gold_id(q.subject), q));
    }
    result_.quantity = rate_of(quantities_.size(), quantities_.size() + result_.quantities.wrong.size(), need);
    result_.quantity_qualifiers = rate_qualifiers(quantities_);
}

void Evaluator::rate_quotes(std::string_view text) {
    const QuoteChecker checker(text);
    std::size_t grounded = 0;
    std::size_t right_place = 0;
    const auto ground = [&](const auto& facts) {
        for (const auto& fact : facts) grounded += checker.grounded(fact.evidence) ? 1 : 0;
    };
    const auto compare = [&](const auto& matched) {
        for (const auto& [mine, gold] : matched) {
            const std::string evidence = gold->evidence.empty() ? "" : gold->evidence.front().text;
            right_place +=
                std::any_of(mine.begin(), mine.end(),
                            [&](const auto* fact) { return checker.in_sentence_of(evidence, fact->evidence); })
                    ? 1
                    : 0;
        }
    };
    ground(predicted_.relations);
    ground(predicted_.quantities);
    compare(relations_);
    compare(quantities_);
    const auto share = [](std::size_t part, std::size_t all) {
        return all == 0 ? std::nullopt : std::optional(static_cast<double>(part) / static_cast<double>(all));
    };
    result_.with_text = true;
    result_.grounded = share(grounded, predicted_.relations.size() + predicted_.quantities.size());
    result_.evidence_right = share(right_place, relations_.size() + quantities_.size());
}

std::string Evaluator::say(const RelationKey& key) const {
    const auto& [subject, predicate, object, negated] = key;
    return fmt::format("{} —{}{}→ {}", label(subject), negated ? "not " : "", predicate, label(object));
}

std::string Evaluator::say(const std::string& subject, const GoldQuantity& quantity) const {
    const std::optional<GoldNumber>& rank = quantity.qualifiers.rank;
    return fmt::format("{} {} {} {}{}", label(subject), quantity.indicator,
                       quantity.value ? number_text(*quantity.value) : "None", quantity.unit,
                       rank && rank->value != 0 ? " #" + number_text(*rank) : "");
}

}  // namespace

Evaluation evaluate(const GoldGraph& gold, const GoldGraph& predicted, std::optional<std::string_view> text) {
    return Evaluator(gold, predicted).evaluate(text);
}

}  // namespace guanxi
