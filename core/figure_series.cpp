#include "core/figure_series.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "core/indicator_name.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

enum Slot : std::uint8_t { before, plan, reached, next };
constexpr std::size_t slot_count = 4;

// Whole years, from one to another.
struct Period {
    int first = 0;
    int last = 0;
    [[nodiscard]] bool known() const { return first > 0; }
    [[nodiscard]] int length() const { return last - first; }
    friend bool operator==(const Period&, const Period&) = default;
};

int year_of(std::string_view text) {
    if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return 0;
    return std::stoi(std::string(text));
}

Period period_of(std::string_view time) {
    const std::size_t slash = time.find('/');
    if (slash == std::string_view::npos) return {year_of(time), year_of(time)};
    const Period period{year_of(time.substr(0, slash)), year_of(time.substr(slash + 1))};
    return period.first > 0 && period.last > 0 ? period : Period{};
}

struct Seen {
    ObservationIndex observation = 0;
    std::string phrase;  // where the indicator names others, too: the part of it
};

// All values of one indicator of one entity.
struct Group {
    EntityIndex old_subject = Graph::no_entity;
    EntityIndex new_subject = Graph::no_entity;
    IndicatorName name;
    Likeness likeness = Likeness::same;
    std::array<std::vector<Seen>, slot_count> slots;

    [[nodiscard]] bool has_old() const { return !slots[before].empty() || !slots[plan].empty(); }
    [[nodiscard]] bool has_new() const { return !slots[reached].empty() || !slots[next].empty(); }
};

// What must be equal in one row: subject (as an entity of the new graph), unit, scope, whether it is a change, a rank.
using Sort = std::tuple<EntityIndex, std::string, std::string, bool, bool>;
using Key = std::pair<Sort, std::pair<std::u32string, std::u32string>>;

bool lower_is_better(std::u32string_view noun) {
    constexpr std::array<std::u32string_view, 14> words{U"价格", U"失业", U"pm2.5", U"能耗", U"排放", U"警情", U"事故",
                                                        U"死亡", U"赤字", U"负债",  U"债务", U"耗水", U"时限", U"发案"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return noun.find(word) != std::u32string_view::npos; });
}

class Series {
public:
    Series(const Graph& old_graph, const Graph& new_graph, const Correspondence& entities,
           const std::vector<std::u32string>& places)
        : old_(&old_graph), new_(&new_graph), entities_(&entities), places_(&places) {}

    [[nodiscard]] std::vector<FigureRow> rows() {
        for (ObservationIndex i = 0; i < new_->observations().size(); ++i) add_new(i);
        for (ObservationIndex i = 0; i < old_->observations().size(); ++i) add_old(i);
        join_likely();
        std::vector<FigureRow> rows;
        for (const Group& group : groups_) {
            if (!group.has_old() || !group.has_new()) continue;
            const std::optional<FigureRow> row = row_of(group);
            if (row) rows.push_back(*row);
        }
        return rows;
    }

private:
    static Slot slot_of(const Observation& seen, bool is_new) {
        const bool planned = seen.qualifiers.status == Status::planned;
        if (is_new) return planned ? next : reached;
        return planned ? plan : before;
    }

    // The time of an observation knows no quarters; its sentence does.
    static bool is_of_part_of_year(const Graph& graph, const Observation& seen) {
        constexpr std::array<std::string_view, 7> words{"前三季度",   "上半年", "一季度", "三季度",
                                                        "前三个季度", "1至",    "1-"};
        const std::string& quote = graph.quotes()[seen.evidence.front().quote].text;
        const std::size_t at = quote.find(seen.indicator);
        const std::string_view clause = std::string_view(quote).substr(0, at == std::string::npos ? quote.size() : at);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            const std::size_t found = clause.find(word);
            if (found == std::string_view::npos) return false;
            return word.back() != '-' && !word.ends_with("至") ? true
                                                               : clause.find("月", found) != std::string_view::npos;
        });
    }

    static bool is_done_in_future(const Graph& graph, const Observation& seen) {
        const std::string& written = graph.documents()[graph.quotes()[seen.evidence.front().quote].document].date;
        const Period period = period_of(seen.qualifiers.time);
        return seen.qualifiers.status == Status::done && written.size() >= 4 && period.known() &&
               period.last > year_of(written.substr(0, 4));
    }

    void add(const Observation& seen, Slot slot, const Group& subjects, ObservationIndex index) {
        if (!seen.quantity.value && !seen.quantity.rank) return;
        const Graph& graph = slot == before || slot == plan ? *old_ : *new_;
        if (is_of_part_of_year(graph, seen) || is_done_in_future(graph, seen)) return;
        const bool share = seen.quantity.unit == "%" || seen.quantity.change;
        const std::vector<std::string> phrases = share ? joint_indicators(seen.indicator) : std::vector{seen.indicator};
        for (const std::string& phrase : phrases) {
            Group group = subjects;
            group.name = indicator_name(phrase, *places_);
            if (says_nothing(group.name) && graph.entity(seen.subject).type == EntityType::district) continue;
            const Sort sort{subjects.new_subject, seen.quantity.unit, seen.quantity.scope,
                            seen.quantity.change || group.name.change, !seen.quantity.value.has_value()};
            const auto [found, is_new] =
                by_key_.try_emplace(Key{sort, {group.name.verb, group.name.noun}}, groups_.size());
            if (is_new) {
                groups_.push_back(group);
                sorts_.push_back(sort);
            }
            groups_[found->second].slots[slot].push_back({index, phrases.size() > 1 ? phrase : ""});
        }
    }

    void add_new(ObservationIndex i) {
        const Observation& seen = new_->observations()[i];
        const Counterpart& other = entities_->of_new[seen.subject];
        if (other.likeness == Likeness::different) return;
        Group subjects;
        subjects.old_subject = other.entity;
        subjects.new_subject = seen.subject;
        subjects.likeness = other.likeness;
        add(seen, slot_of(seen, true), subjects, i);
    }

    void add_old(ObservationIndex i) {
        const Observation& seen = old_->observations()[i];
        const Counterpart& other = entities_->of_old[seen.subject];
        if (other.likeness == Likeness::different) return;
        Group subjects;
        subjects.old_subject = seen.subject;
        subjects.new_subject = other.entity;
        subjects.likeness = other.likeness;
        add(seen, slot_of(seen, false), subjects, i);
    }

    // For a group of one graph, the only one of the other graph that is likely the same; else none.
    [[nodiscard]] std::size_t only_likely(std::size_t of, bool among_new) const {
        std::size_t found = groups_.size();
        for (const std::size_t i : by_sort_.at(sorts_[of])) {
            const Group& other = groups_[i];
            const bool fits = among_new ? other.has_new() && !other.has_old() : other.has_old() && !other.has_new();
            if (!fits || compare(groups_[of].name, other.name) == Likeness::different) continue;
            if (found != groups_.size()) return groups_.size();
            found = i;
        }
        return found;
    }

    void join_likely() {
        for (std::size_t i = 0; i < groups_.size(); ++i) by_sort_[sorts_[i]].push_back(i);
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (!groups_[i].has_new() || groups_[i].has_old()) continue;
            const std::size_t other = only_likely(i, false);
            if (other != groups_.size() && only_likely(other, true) == i) pairs.emplace_back(i, other);
        }
        for (const auto& [i, other] : pairs) {
            groups_[i].slots[before] = groups_[other].slots[before];
            groups_[i].slots[plan] = groups_[other].slots[plan];
            groups_[i].likeness = Likeness::likely;
        }
        // Only now, so that no pair hides another.
        for (const auto& pair : pairs) groups_[pair.second] = Group{};
    }

    [[nodiscard]] const Observation& observation(Slot slot, ObservationIndex index) const {
        return slot == before || slot == plan ? old_->observations()[index] : new_->observations()[index];
    }

    // The value of a slot: of single years, the latest that is done and the next that is planned. None if one time has
    // two values.
    [[nodiscard]] std::optional<ObservationIndex> value_of(const Group& group, Slot slot, const Period& wanted) const {
        const std::vector<Seen>& list = group.slots[slot];
        const bool planned = slot == plan || slot == next;
        const auto rank = [&](const Seen& seen) {
            const Period period = period_of(observation(slot, seen.observation).qualifiers.time);
            const bool fits = wanted.known() && period == wanted;
            return std::tuple(fits, period.known() && period.length() == 0, planned ? -period.last : period.last);
        };
        if (list.empty()) return {};
        const Seen best = *std::max_element(list.begin(), list.end(),
                                            [&](const Seen& a, const Seen& b) { return rank(a) < rank(b); });
        const Observation& chosen = observation(slot, best.observation);
        for (const Seen& seen : list) {
            const Observation& other = observation(slot, seen.observation);
            if (rank(seen) == rank(best) &&
                (other.quantity.value != chosen.quantity.value || other.quantity.rank != chosen.quantity.rank)) {
                return {};
            }
        }
        return best.observation;
    }

    [[nodiscard]] std::optional<FigureRow> row_of(const Group& group) const {
        FigureRow row;
        row.old_subject = group.old_subject;
        row.new_subject = group.new_subject;
        row.likeness = group.likeness;
        row.reached = value_of(group, reached, {});
        const Period now = row.reached ? period_of(new_->observations()[*row.reached].qualifiers.time) : Period{};
        row.before = value_of(group, before, {});
        row.plan = value_of(group, plan, now);
        row.next = value_of(group, next, {});
        if (!is_comparable(row)) return {};
        const Observation& a = old_->observations()[row.plan ? *row.plan : *row.before];
        const Observation& b = new_->observations()[row.reached ? *row.reached : *row.next];
        row.indicator = phrase_of(group, row.reached ? reached : next, b);
        row.old_indicator = phrase_of(group, row.plan ? plan : before, a);
        if (row.old_indicator == row.indicator) row.old_indicator.clear();
        if (row.reached && row.before) {
            grow(row, old_->observations()[*row.before], new_->observations()[*row.reached]);
        }
        if (row.reached && row.plan) {
            row.verdict = judge(old_->observations()[*row.plan], new_->observations()[*row.reached], group.name.noun);
        }
        return is_plausible(row, a.quantity, b.quantity) ? std::optional(row) : std::nullopt;
    }

    static std::string phrase_of(const Group& group, Slot slot, const Observation& seen) {
        const std::string& phrase = group.slots[slot].front().phrase;
        return phrase.empty() ? seen.indicator : phrase;
    }

    [[nodiscard]] Period period(Slot slot, const std::optional<ObservationIndex>& index) const {
        return index ? period_of(observation(slot, *index).qualifiers.time) : Period{};
    }

    // Whether an old and a new value may stand beside each other: of times as long, the new one behind the old one, or
    // a plan for the time of the value.
    [[nodiscard]] bool is_comparable(const FigureRow& row) const {
        const Period x = period(before, row.before);
        const Period wanted = period(plan, row.plan);
        const Period y = period(reached, row.reached);
        const Period z = period(next, row.next);
        const auto follows = [](const Period& a, const Period& b) {
            return a.known() && b.known() && a.length() == b.length() && a.last < b.first;
        };
        return follows(x, y) || (wanted.known() && wanted == y) || follows(wanted, z) || follows(x, z);
    }

    // What is only alike and far apart is another thing.
    static bool is_plausible(const FigureRow& row, const Quantity& a, const Quantity& b) {
        constexpr double most = 5;
        if (row.likeness == Likeness::same || !a.value || !b.value || a.change) return true;
        const double x = a.value->to_double();
        const double y = b.value->to_double();
        return x > 0 && y > 0 && x / y < most && y / x < most;
    }

    static void grow(FigureRow& row, const Observation& a, const Observation& b) {
        const Period x = period_of(a.qualifiers.time);
        const Period y = period_of(b.qualifiers.time);
        if (!x.known() || !y.known() || x.length() != y.length() || x.last >= y.first) return;
        if (!a.quantity.value || !b.quantity.value) return;
        const double from = a.quantity.value->to_double();
        const double to = b.quantity.value->to_double();
        row.in_points = a.quantity.unit == "%" || a.quantity.change;
        if (!row.in_points && from <= 0) return;
        row.inexact = a.quantity.bound != Bound::none || b.quantity.bound != Bound::none;
        row.growth = row.in_points ? to - from : (to - from) / from * 100;
    }

    static Verdict judge(const Observation& wanted, const Observation& got, std::u32string_view noun) {
        const Period x = period_of(wanted.qualifiers.time);
        const Period y = period_of(got.qualifiers.time);
        if (!x.known() || x != y || !wanted.quantity.value || !got.quantity.value) return Verdict::none;
        const Decimal& plan_value = *wanted.quantity.value;
        const Decimal& value = *got.quantity.value;
        const bool down = wanted.quantity.bound == Bound::max || lower_is_better(noun) ||
                          (wanted.quantity.change && plan_value.is_negative());
        const bool lower = down && wanted.quantity.bound != Bound::min;
        if (lower ? value <= plan_value : value >= plan_value) return Verdict::kept;
        // 超过10 may be as much as 12.
        if (got.quantity.bound == (lower ? Bound::max : Bound::min)) return Verdict::none;
        constexpr double near = 0.05;
        const double missing = std::abs(value.to_double() - plan_value.to_double());
        return missing <= near * std::abs(plan_value.to_double()) ? Verdict::nearly : Verdict::missed;
    }

    const Graph* old_;
    const Graph* new_;
    const Correspondence* entities_;
    const std::vector<std::u32string>* places_;
    std::vector<Group> groups_;  // in order first seen
    std::vector<Sort> sorts_;    // of each group
    std::map<Key, std::size_t> by_key_;
    std::map<Sort, std::vector<std::size_t>> by_sort_;
};

}  // namespace

std::string_view id(Verdict verdict) {
    static constexpr std::array<std::string_view, 4> ids{"", "kept", "nearly", "missed"};
    return ids.at(static_cast<std::size_t>(verdict));
}

std::vector<FigureRow> compare_figures(const Graph& old_graph, const Graph& new_graph, const Correspondence& entities,
                                       const std::vector<std::u32string>& places) {
    return Series(old_graph, new_graph, entities, places).rows();
}

}  // namespace guanxi
