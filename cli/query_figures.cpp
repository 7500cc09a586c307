#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/printable.hpp"
#include "cli/query.hpp"
#include "cli/wording.hpp"
#include "core/chronology.hpp"
#include "core/error.hpp"
#include "core/figures.hpp"
#include "core/money.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

bool is_about(const Asked& asked, EntityIndex entity) {
    return asked.names.empty() || entity == asked.names[0];
}

bool is_about(const Asked& asked, const Fact& fact) {
    return is_about(asked, fact.subject) || is_about(asked, fact.object);
}

// The facts, of a list, that the question is about.
std::vector<FactIndex> wanted(const Asked& asked, std::vector<FactIndex> facts) {
    std::erase_if(facts, [&](FactIndex i) { return !is_about(asked, asked.graph.fact(i)) || !joins_kind(asked, i); });
    return facts;
}

std::vector<ObservationIndex> wanted_figures(const Asked& asked, std::vector<ObservationIndex> figures) {
    std::erase_if(figures, [&](ObservationIndex i) {
        const EntityIndex subject = asked.graph.observations()[i].subject;
        return !is_about(asked, subject) || !is_of_kind(asked, subject);
    });
    return figures;
}

std::vector<FactIndex> all_facts(const Graph& graph) {
    std::vector<FactIndex> all(graph.fact_count());
    for (FactIndex i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

std::vector<ObservationIndex> all_figures(const Graph& graph) {
    std::vector<ObservationIndex> all(graph.observations().size());
    for (ObservationIndex i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

Table fact_table(const std::vector<FactIndex>& facts) {
    Table table{"facts", {{"fact"}}, {}};
    for (const FactIndex i : facts) table.rows.push_back({FactCell{i}});
    return table;
}

Table figure_table(const std::vector<ObservationIndex>& figures) {
    Table table{"figures", {{"figure"}}, {}};
    for (const ObservationIndex i : figures) table.rows.push_back({ObservationCell{i}});
    return table;
}

// How many facts and figures each year has, by status.
Answer years_answer(const Asked& asked) {
    Table table{"years",
                {{"period"}, {"done"}, {"ongoing"}, {"planned"}, {"no_status"}, {"figures_done"}, {"figures_planned"}},
                {}};
    for (const PeriodCounts& count : count_by_period(asked.graph)) {
        const auto cell = [](std::size_t number) {
            return number == 0 ? Cell{} : Cell{static_cast<std::int64_t>(number)};
        };
        const std::size_t planned = count.observations.at(static_cast<std::size_t>(Status::planned));
        std::size_t other = 0;
        for (const std::size_t number : count.observations) other += number;
        table.rows.push_back({count.period.empty() ? std::string("no time") : count.period, cell(count.facts[1]),
                              cell(count.facts[2]), cell(count.facts[3]), cell(count.facts[0]), cell(other - planned),
                              cell(planned)});
    }
    Answer answer;
    if (table.rows.empty()) answer.said = "no fact and no figure\n";
    answer.tables.push_back(std::move(table));
    answer.with_links = true;
    return answer;
}

// What a figure says, in the unit of its group.
std::string value_text(const Observation& seen, const ComparableFigure& figure) {
    static constexpr std::array<std::string_view, 4> signs{"", "≥", "≤", "≈"};
    const Quantity& quantity = seen.quantity;
    if (!figure.value) return fmt::format("rank {}", quantity.rank.value_or(0));
    const std::string_view plus = quantity.change && !figure.value->is_negative() ? "+" : "";
    return fmt::format("{}{}{}", signs.at(static_cast<std::size_t>(quantity.bound)), plus, figure.value->to_string());
}

// Levels and changes of one indicator are told apart.
std::string unit_text(const Observation& seen, const ComparableFigure& figure) {
    return seen.quantity.change ? figure.unit + " change" : figure.unit;
}

std::string besides(const Quantity& quantity) {
    std::string text;
    if (quantity.value && quantity.rank) text = fmt::format("rank {}", *quantity.rank);
    if (!quantity.scope.empty()) text += fmt::format("{}in {}", text.empty() ? "" : " ", quantity.scope);
    return text;
}

Answer figures_in_lines(const Asked& asked, const std::vector<ComparableFigure>& figures) {
    Table table{"figures",
                {{"indicator", Shown::once},
                 {"unit", Shown::once},
                 {"of", Shown::once},
                 {"time"},
                 {"status"},
                 {"value"},
                 {"more"},
                 {"figure", Shown::json_only}},
                {}};
    for (const ComparableFigure& figure : figures) {
        const Observation& seen = asked.graph.observations()[figure.observation];
        table.rows.push_back({figure.indicator, unit_text(seen, figure), EntityCell{seen.subject}, seen.qualifiers.time,
                              std::string(id(seen.qualifiers.status)),
                              NumberCell{value_text(seen, figure), figure.value ? figure.value->to_string() : ""},
                              besides(seen.quantity), ObservationCell{figure.observation}});
    }
    Answer answer;
    answer.tables.push_back(std::move(table));
    return answer;
}

// A row for each indicator, unit, entity and plan or not; a column for each time that occurs.
Answer figures_by_year(const Asked& asked, const std::vector<ComparableFigure>& figures) {
    std::vector<std::string> times;
    times.reserve(figures.size());
    for (const ComparableFigure& figure : figures) {
        times.push_back(asked.graph.observations()[figure.observation].qualifiers.time);
    }
    std::sort(times.begin(), times.end(), earlier);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    Table table{"figures", {{"indicator", Shown::once}, {"unit", Shown::once}, {"of", Shown::once}, {"status"}}, {}};
    for (const std::string& time : times) table.columns.push_back({time.empty() ? "no time" : time});
    // What was planned stands above what came of it.
    static constexpr std::array<Status, 4> statuses{Status::planned, Status::none, Status::ongoing, Status::done};
    std::vector<std::array<Row, statuses.size()>> lines;
    std::map<std::tuple<std::string, std::string, EntityIndex>, std::size_t> numbers;
    for (const ComparableFigure& figure : figures) {
        const Observation& seen = asked.graph.observations()[figure.observation];
        const std::string unit = unit_text(seen, figure);
        const auto [place, added] = numbers.try_emplace({figure.indicator, unit, seen.subject}, lines.size());
        if (added) lines.emplace_back();
        const auto* const status = std::find(statuses.begin(), statuses.end(), seen.qualifiers.status);
        Row& row = lines[place->second].at(static_cast<std::size_t>(status - statuses.begin()));
        if (row.empty()) {
            row = {figure.indicator, unit, EntityCell{seen.subject}, std::string(id(*status))};
            row.resize(table.columns.size());
        }
        const auto column = std::find(times.begin(), times.end(), seen.qualifiers.time) - times.begin();
        Cell& cell = row[4 + static_cast<std::size_t>(column)];
        const std::string text = value_text(seen, figure);
        if (auto* before = std::get_if<NumberCell>(&cell)) {
            before->text += " / " + text;
        } else {
            cell = NumberCell{text, ""};
        }
    }
    for (auto& line : lines) {
        for (Row& row : line) {
            if (!row.empty()) table.rows.push_back(std::move(row));
        }
    }
    Answer answer;
    answer.tables.push_back(std::move(table));
    return answer;
}

bool has_indicator(const Asked& asked, const Observation& seen) {
    const std::vector<std::string>& wanted = asked.arguments.question.indicators;
    if (wanted.empty()) return true;
    const std::string name = fold(comparable_indicator(seen.indicator));
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& text) {
        return name.find(fold(comparable_indicator(text))) != std::string::npos ||
               fold(seen.indicator).find(fold(text)) != std::string::npos;
    });
}

}  // namespace

Answer answer_timeline(const Asked& asked) {
    if (asked.names.empty() && asked.arguments.question.years.empty()) return years_answer(asked);
    Table table{"moments", {{"what"}}, {}};
    for (const Moment& moment :
         in_time(asked.graph, wanted(asked, all_facts(asked.graph)), wanted_figures(asked, all_figures(asked.graph)))) {
        if (moment.is_fact) {
            table.rows.push_back({FactCell{moment.index}});
        } else {
            table.rows.push_back({ObservationCell{moment.index}});
        }
    }
    Answer answer;
    if (table.rows.empty()) answer.said = "no fact and no figure\n";
    answer.tables.push_back(std::move(table));
    return answer;
}

Answer answer_figures(const Asked& asked) {
    std::vector<ObservationIndex> chosen = wanted_figures(asked, all_figures(asked.graph));
    std::erase_if(chosen, [&](ObservationIndex i) { return !has_indicator(asked, asked.graph.observations()[i]); });
    const std::vector<ComparableFigure> figures = comparable_figures(asked.graph, chosen);
    const QuestionOptions& options = asked.arguments.question;
    if (options.by_year && options.evidence) {
        throw UsageError("--by-year has no room for the sentences: leave it out, or --evidence");
    }
    // JSON and graphs have each figure as it is.
    const bool as_table = options.by_year && !asked.arguments.json && !asked.writes_graph;
    Answer answer = as_table ? figures_by_year(asked, figures) : figures_in_lines(asked, figures);
    if (figures.empty()) answer.said = "no figure\n";
    return answer;
}

Answer answer_plans(const Asked& asked) {
    std::vector<ObservationIndex> money = wanted_figures(asked, money_figures(asked.graph));
    std::erase_if(
        money, [&](ObservationIndex i) { return asked.graph.observations()[i].qualifiers.status != Status::planned; });
    Answer answer;
    answer.tables = {fact_table(wanted(asked, planned_facts(asked.graph))), figure_table(money)};
    if (answer.tables[0].rows.empty() && money.empty()) answer.said = "nothing is planned\n";
    return answer;
}

Answer answer_money(const Asked& asked) {
    Answer answer;
    answer.tables = {fact_table(wanted(asked, money_facts(asked.graph))),
                     figure_table(wanted_figures(asked, money_figures(asked.graph)))};
    if (answer.tables[0].rows.empty() && answer.tables[1].rows.empty()) answer.said = "no money is put into anything\n";
    return answer;
}

}  // namespace guanxi
