#include "core/chronology.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <tuple>

namespace guanxi {

namespace {

int year_at(std::string_view time) {
    int year = 0;
    std::from_chars(time.data(), time.data() + std::min<std::size_t>(4, time.size()), year);
    return year;
}

// What has no time comes last.
std::tuple<int, int, std::string_view> place_of(std::string_view time) {
    if (time.empty()) return {std::numeric_limits<int>::max(), 0, time};
    const Years years = years_of(time);
    return {years.last, years.first, time};
}

std::string period_of(std::string_view time) {
    if (time.empty()) return {};
    const Years years = years_of(time);
    std::string period = std::to_string(years.first);
    if (years.last != years.first) period += "/" + std::to_string(years.last);
    return period;
}

struct Earlier {
    bool operator()(const std::string& a, const std::string& b) const { return earlier(a, b); }
};

const Qualifiers& qualifiers_of(const Graph& graph, const Moment& moment) {
    return moment.is_fact ? graph.fact(moment.index).qualifiers : graph.observations()[moment.index].qualifiers;
}

}  // namespace

Years years_of(std::string_view time) {
    const std::size_t slash = time.find('/');
    const int first = year_at(time);
    return {first, slash == std::string_view::npos ? first : year_at(time.substr(slash + 1))};
}

bool overlaps(std::string_view time, const Years& years) {
    const Years covered = years_of(time);
    return !time.empty() && covered.first <= years.last && years.first <= covered.last;
}

bool earlier(std::string_view a, std::string_view b) {
    return place_of(a) < place_of(b);
}

std::vector<PeriodCounts> count_by_period(const Graph& graph) {
    std::map<std::string, PeriodCounts, Earlier> periods;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Qualifiers& said = graph.fact(i).qualifiers;
        ++periods[period_of(said.time)].facts.at(static_cast<std::size_t>(said.status));
    }
    for (const Observation& seen : graph.observations()) {
        ++periods[period_of(seen.qualifiers.time)].observations.at(static_cast<std::size_t>(seen.qualifiers.status));
    }
    std::vector<PeriodCounts> counts;
    for (auto& [period, count] : periods) {
        count.period = period;
        counts.push_back(count);
    }
    return counts;
}

std::vector<Moment> in_time(const Graph& graph, const std::vector<FactIndex>& facts,
                            const std::vector<ObservationIndex>& observations) {
    std::vector<Moment> moments;
    moments.reserve(facts.size() + observations.size());
    for (const FactIndex i : facts) moments.push_back({true, i});
    for (const ObservationIndex i : observations) moments.push_back({false, i});
    static constexpr std::array<unsigned, 4> rank{3, 0, 1, 2};  // what has no status comes last
    const auto place = [&](const Moment& moment) {
        const Qualifiers& said = qualifiers_of(graph, moment);
        return std::tuple(place_of(said.time), rank.at(static_cast<std::size_t>(said.status)), !moment.is_fact,
                          moment.index);
    };
    std::sort(moments.begin(), moments.end(), [&](const Moment& a, const Moment& b) { return place(a) < place(b); });
    return moments;
}

}  // namespace guanxi
