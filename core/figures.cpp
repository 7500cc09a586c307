#include "core/figures.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/chronology.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// What stands before an indicator when a report speaks of its own place.
constexpr std::array<std::string_view, 10> own_place{"全市", "全区", "全县", "全省", "全镇",
                                                     "本市", "我市", "我区", "我县", "我省"};

// Short forms of the statistics, the longer first; none is part of another indicator's name.
constexpr std::array<Pair, 10> whole_names{{{"GDP", "地区生产总值"},
                                            {"生产总值", "地区生产总值"},
                                            {"人均GDP", "人均地区生产总值"},
                                            {"人均生产总值", "人均地区生产总值"},
                                            {"固投", "固定资产投资"},
                                            {"社零总额", "社会消费品零售总额"},
                                            {"社零额", "社会消费品零售总额"},
                                            {"社消零总额", "社会消费品零售总额"},
                                            {"社会消费品零售额", "社会消费品零售总额"},
                                            {"全社会固定资产投资", "固定资产投资"}}};
constexpr std::array<Pair, 2> beginnings{{{"规上", "规模以上"}, {"限上", "限额以上"}}};

// Units that measure the same, as powers of ten of the first; what is no power of ten of another (亩) stays apart.
struct UnitRow {
    std::string_view unit, family;
    int exponent;
};
constexpr std::array<UnitRow, 22> units{{{"米", "米", 0},           {"公里", "米", 3},     {"千米", "米", 3},
                                         {"平方米", "平方米", 0},   {"公顷", "平方米", 4}, {"平方公里", "平方米", 6},
                                         {"平方千米", "平方米", 6}, {"千克", "千克", 0},   {"公斤", "千克", 0},
                                         {"吨", "千克", 3},         {"瓦", "瓦", 0},       {"千瓦", "瓦", 3},
                                         {"兆瓦", "瓦", 6},         {"‰", "%", -1},        {"%", "%", 0},
                                         {"标箱", "标箱", 0},       {"标准箱", "标箱", 0}, {"人", "人", 0},
                                         {"名", "人", 0},           {"位", "人", 0},       {"CNY", "元", 0},
                                         {"USD", "美元", 0}}};

UnitRow row_of(std::string_view unit) {
    const auto* const found =
        std::find_if(units.begin(), units.end(), [&](const UnitRow& row) { return row.unit == unit; });
    return found == units.end() ? UnitRow{unit, unit, 0} : *found;
}

Decimal size_of(const Decimal& value) {
    return value.is_negative() ? value.negated() : value;
}

// How a group is shown: values times 10 to the power of `-exponent` of the family's unit.
struct Scale {
    int exponent = 0;
    std::string unit;
};

// The largest unit that any of them has, and 万 or 亿 before it where the largest value is worth it.
Scale scale_of(const Graph& graph, const std::vector<ObservationIndex>& group) {
    UnitRow largest = row_of(graph.observations()[group.front()].quantity.unit);
    for (const ObservationIndex i : group) {
        const UnitRow row = row_of(graph.observations()[i].quantity.unit);
        if (row.exponent > largest.exponent) largest = row;
    }
    Decimal most;
    for (const ObservationIndex i : group) {
        const Quantity& quantity = graph.observations()[i].quantity;
        if (!quantity.value) continue;
        most = std::max(most, size_of(quantity.value->shifted(row_of(quantity.unit).exponent - largest.exponent)));
    }
    const bool money = largest.family == "元" || largest.family == "美元";
    const std::string name(largest.family == largest.unit || money ? largest.family : largest.unit);
    if (name == "%" || name == "倍") return {largest.exponent, name};
    // A count is told in 万 from ten of them on, money from one on.
    const int margin = money ? 0 : 1;
    for (const auto& [exponent, prefix] : {std::pair(8, "亿"), std::pair(4, "万")}) {
        if (most >= Decimal(1).shifted(exponent + margin)) return {largest.exponent + exponent, prefix + name};
    }
    return {largest.exponent, name};
}

std::vector<ComparableFigure> in_one_unit(const Graph& graph, const std::vector<ObservationIndex>& group) {
    std::vector<ComparableFigure> figures;
    for (const ObservationIndex i : group) {
        const Observation& seen = graph.observations()[i];
        figures.push_back({i, comparable_indicator(seen.indicator), seen.quantity.unit, seen.quantity.value});
    }
    try {
        const Scale scale = scale_of(graph, group);
        std::vector<std::optional<Decimal>> values;
        for (const ComparableFigure& figure : figures) {
            const Quantity& quantity = graph.observations()[figure.observation].quantity;
            const int exponent = row_of(quantity.unit).exponent - scale.exponent;
            values.push_back(quantity.value ? std::optional(quantity.value->shifted(exponent)) : std::nullopt);
        }
        for (std::size_t i = 0; i < figures.size(); ++i) {
            figures[i].value = values[i];
            figures[i].unit = scale.unit;
        }
    } catch (const Error&) {
        // A number with more digits than another unit leaves room for: the group stays as it is written.
    }
    return figures;
}

}  // namespace

std::string comparable_indicator(std::string_view indicator) {
    std::string name;
    for (const char c : indicator) {
        if (c != '*' && c != '#' && c != ' ') name += c;
    }
    const auto* const place =
        std::find_if(own_place.begin(), own_place.end(), [&](std::string_view word) { return name.starts_with(word); });
    if (place != own_place.end() && name.size() > place->size()) name.erase(0, place->size());
    for (const auto& [shorter, longer] : beginnings) {
        if (name.starts_with(shorter)) name.replace(0, shorter.size(), longer);
    }
    const auto* const whole =
        std::find_if(whole_names.begin(), whole_names.end(), [&](const Pair& pair) { return pair.first == name; });
    return whole == whole_names.end() ? name : std::string(whole->second);
}

std::vector<ComparableFigure> comparable_figures(const Graph& graph,
                                                 const std::vector<ObservationIndex>& observations) {
    // What has come first gets the smaller number.
    std::map<std::string, std::size_t> indicators;
    std::map<std::tuple<std::size_t, std::size_t, bool>, std::vector<ObservationIndex>> groups;
    std::map<std::string, std::size_t, std::less<>> families;
    std::map<EntityIndex, std::size_t> subjects;
    for (const ObservationIndex i : observations) {
        const Observation& seen = graph.observations()[i];
        const std::string name = comparable_indicator(seen.indicator);
        const std::size_t indicator = indicators.try_emplace(name, indicators.size()).first->second;
        const std::string family(row_of(seen.quantity.unit).family);
        const std::size_t unit = families.try_emplace(family, families.size()).first->second;
        subjects.try_emplace(seen.subject, subjects.size());
        groups[{indicator, unit, seen.quantity.change}].push_back(i);
    }
    const auto place = [&](ObservationIndex i) {
        const Observation& seen = graph.observations()[i];
        return std::tuple(subjects.at(seen.subject), seen.qualifiers.status != Status::planned, i);
    };
    std::vector<ComparableFigure> figures;
    for (auto& [key, group] : groups) {
        std::sort(group.begin(), group.end(), [&](ObservationIndex a, ObservationIndex b) {
            const std::string& x = graph.observations()[a].qualifiers.time;
            const std::string& y = graph.observations()[b].qualifiers.time;
            const auto [subject_a, done_a, index_a] = place(a);
            const auto [subject_b, done_b, index_b] = place(b);
            if (subject_a != subject_b) return subject_a < subject_b;
            if (x != y) return earlier(x, y);
            return std::tie(done_a, index_a) < std::tie(done_b, index_b);
        });
        for (ComparableFigure& figure : in_one_unit(graph, group)) figures.push_back(std::move(figure));
    }
    return figures;
}

}  // namespace guanxi
