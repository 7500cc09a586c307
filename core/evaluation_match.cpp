#include "core/evaluation_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>
#include <unordered_set>

#include "core/evaluation_text.hpp"

namespace guanxi {

namespace {

constexpr double alike_enough = 0.34;

// One round of matching: by primary name or by aliases, of the same kind or of any.
struct Round {
    bool primary, same_type;
};
constexpr std::array<Round, 4> rounds{{{true, true}, {true, false}, {false, true}, {false, false}}};

class EntityMatcher {
public:
    explicit EntityMatcher(const std::vector<GoldEntity>& gold) : gold_(gold) {
        for (std::size_t i = 0; i < gold.size(); ++i) {
            auto& own = names_[gold[i].id];
            own.clear();
            for (const std::string& name : gold[i].names) own.insert(comparable_name(name));
            for (const std::string& name : own) by_name_[name].push_back(i);
        }
    }

    EntityMatch match(const std::vector<GoldEntity>& predicted) {
        std::vector<std::vector<std::string>> names(predicted.size());
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            for (const std::string& name : predicted[i].names) names[i].push_back(comparable_name(name));
        }
        for (const Round round : rounds) {
            for (std::size_t i = 0; i < predicted.size(); ++i) {
                if (names[i].empty() || match_.gold_of.contains(predicted[i].id)) continue;
                assign(predicted[i].id, i, candidates(round, predicted[i].type, names[i]));
            }
        }
        return std::move(match_);
    }

private:
    [[nodiscard]] std::vector<std::size_t> candidates(Round round, const std::string& type,
                                                      const std::vector<std::string>& names) const {
        const std::span<const std::string> asked =
            round.primary ? std::span(names).first(1) : std::span(names).subspan(1);
        const std::unordered_set<std::string> all(names.begin(), names.end());
        std::vector<std::size_t> found;
        for (const std::string& name : asked) {
            const auto known = by_name_.find(name);
            if (known == by_name_.end()) continue;
            for (const std::size_t g : known->second) {
                if (round.same_type && gold_[g].type != type) continue;
                if (!round.primary && 2 * shared(gold_[g].id, all) < all.size()) continue;
                found.push_back(g);
            }
        }
        return found;
    }

    [[nodiscard]] std::size_t shared(const std::string& id, const std::unordered_set<std::string>& names) const {
        const auto& own = names_.at(id);
        return static_cast<std::size_t>(
            std::count_if(names.begin(), names.end(), [&](const auto& name) { return own.contains(name); }));
    }

    void assign(const std::string& id, std::size_t predicted, const std::vector<std::size_t>& found) {
        if (found.empty()) return;
        const auto free = std::find_if(found.begin(), found.end(),
                                       [&](std::size_t g) { return !match_.predicted_of.contains(gold_[g].id); });
        const std::string& gold_id = gold_[free == found.end() ? found.front() : *free].id;
        match_.predicted_of.try_emplace(gold_id, predicted);
        match_.gold_of[id] = gold_id;
    }

    const std::vector<GoldEntity>& gold_;
    std::unordered_map<std::string, std::unordered_set<std::string>> names_;  // by gold id
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
    EntityMatch match_;
};

// A quantity prepared for comparison.
struct Prepared {
    std::string subject, unit;
    std::optional<double> value;
    double rank = 0;
    std::vector<std::u32string> pairs;
};

Prepared prepare(const GoldQuantity& quantity, std::string subject) {
    return {std::move(subject), comparable_unit(quantity.unit),
            quantity.value ? std::optional(quantity.value->value) : std::nullopt,
            quantity.qualifiers.rank ? quantity.qualifiers.rank->value : 0, character_pairs(quantity.indicator)};
}

std::string without_hyphens(std::string text) {
    std::erase(text, '-');
    return text;
}

bool same_number(const std::optional<GoldNumber>& mine, const std::optional<GoldNumber>& theirs) {
    return mine && is_close(mine->value, theirs->value, Tolerance::strict);
}

// A number that is zero counts as not stated.
bool stated(const std::optional<GoldNumber>& number) {
    return number && number->value != 0;
}

struct QualifierCheck {
    std::string_view name;
    bool (*stated)(const GoldQualifiers& gold);
    bool (*same)(const GoldQualifiers& mine, const GoldQualifiers& gold);
};
using Q = GoldQualifiers;

template <std::string GoldQualifiers::*word>
constexpr QualifierCheck word_check(std::string_view name) {
    return {name, [](const Q& gold) { return !(gold.*word).empty(); },
            [](const Q& mine, const Q& gold) { return comparable_name(mine.*word) == comparable_name(gold.*word); }};
}
template <std::optional<GoldNumber> GoldQualifiers::*number>
constexpr QualifierCheck number_check(std::string_view name) {
    return {name, [](const Q& gold) { return stated(gold.*number); },
            [](const Q& mine, const Q& gold) { return same_number(mine.*number, gold.*number); }};
}
// A more exact time is right, too: 2022-09 where gold says 2022.
constexpr QualifierCheck time_check{
    "time", [](const Q& gold) { return !gold.time.empty(); },
    [](const Q& mine, const Q& gold) { return without_hyphens(mine.time).starts_with(without_hyphens(gold.time)); }};
constexpr QualifierCheck amount_check{
    "amount", [](const Q& gold) { return gold.amount.has_value(); },
    [](const Q& mine, const Q& gold) {
        return mine.amount && is_close(mine.amount->value, gold.amount->value, Tolerance::loose) &&
               comparable_unit(mine.amount->unit) == comparable_unit(gold.amount->unit);
    }};
constexpr QualifierCheck change_check{"change", [](const Q& gold) { return gold.change; },
                                      [](const Q& mine, const Q&) { return mine.change; }};

constexpr std::array<QualifierCheck, 5> relation_checks{word_check<&Q::status>("status"), time_check, amount_check,
                                                        number_check<&Q::count>("count"),
                                                        word_check<&Q::title>("title")};
constexpr std::array<QualifierCheck, 6> quantity_checks{
    word_check<&Q::status>("status"), time_check,
    word_check<&Q::bound>("bound"),   change_check,
    number_check<&Q::rank>("rank"),   word_check<&Q::scope>("scope")};

template <typename Fact>
std::vector<QualifierRate> rate(const Matched<Fact>& matched, std::span<const QualifierCheck> checks) {
    std::vector<QualifierRate> rates;
    for (const auto& [mine, gold] : matched) {
        for (const QualifierCheck& check : checks) {
            if (!check.stated(gold->qualifiers)) continue;
            auto row =
                std::find_if(rates.begin(), rates.end(), [&](const QualifierRate& r) { return r.name == check.name; });
            if (row == rates.end()) row = rates.insert(rates.end(), {check.name});
            ++row->stated;
            const GoldQualifiers& theirs = gold->qualifiers;
            if (std::any_of(mine.begin(), mine.end(), [&](const Fact* m) { return check.same(m->qualifiers, theirs); }))
                ++row->right;
        }
    }
    return rates;
}

}  // namespace

bool is_close(std::optional<double> a, std::optional<double> b, Tolerance tolerance) {
    if (!a || !b) return a.has_value() == b.has_value();
    const double share = tolerance == Tolerance::loose ? 5e-3 : 1e-6;
    return std::abs(*a - *b) <= share * std::max(std::abs(*a), std::abs(*b)) || *a == *b;
}

std::string EntityMatch::gold_id(const std::string& predicted) const {
    const auto found = gold_of.find(predicted);
    return found == gold_of.end() ? "?" + predicted : found->second;
}

EntityMatch match_entities(const std::vector<GoldEntity>& gold, const std::vector<GoldEntity>& predicted) {
    return EntityMatcher(gold).match(predicted);
}

QuantityMatch match_quantities(const std::vector<GoldQuantity>& gold, const std::vector<GoldQuantity>& predicted,
                               const EntityMatch& entities) {
    std::vector<Prepared> theirs;
    theirs.reserve(gold.size());
    for (const GoldQuantity& g : gold) theirs.push_back(prepare(g, g.subject));
    std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        const Prepared mine = prepare(predicted[i], entities.gold_id(predicted[i].subject));
        for (std::size_t j = 0; j < gold.size(); ++j) {
            const Prepared& other = theirs[j];
            const bool loose = gold[j].qualifiers.bound == "approx" || other.unit == "%";
            if (mine.subject != other.subject || mine.unit != other.unit) continue;
            if (!is_close(mine.value, other.value, loose ? Tolerance::loose : Tolerance::strict)) continue;
            if (!other.value && (!predicted[i].qualifiers.rank || mine.rank != other.rank)) continue;
            const double alike = likeness(mine.pairs, other.pairs);
            if (alike >= alike_enough) candidates.emplace_back(-alike, i, j);
        }
    }
    std::sort(candidates.begin(), candidates.end());
    QuantityMatch match{std::vector(predicted.size(), QuantityMatch::none),
                        std::vector(gold.size(), QuantityMatch::none), std::vector(predicted.size(), false)};
    for (const auto& [alike, i, j] : candidates) {
        if (match.gold_of[i] != QuantityMatch::none || match.predicted_of[j] != QuantityMatch::none) continue;
        match.gold_of[i] = j;
        match.predicted_of[j] = i;
    }
    for (const auto& [alike, i, j] : candidates) {
        if (match.gold_of[i] == QuantityMatch::none && gold[j].optional) match.repeats[i] = true;
    }
    return match;
}

std::vector<QualifierRate> rate_qualifiers(const Matched<GoldRelation>& matched) {
    return rate(matched, relation_checks);
}
std::vector<QualifierRate> rate_qualifiers(const Matched<GoldQuantity>& matched) {
    return rate(matched, quantity_checks);
}

}  // namespace guanxi
