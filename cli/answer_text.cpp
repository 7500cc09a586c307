#include "cli/answer_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/evidence_text.hpp"
#include "cli/printable.hpp"
#include "cli/text_table.hpp"
#include "cli/wording.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

using Texts = std::vector<std::string>;

// Named in a cell before it says how many more there are.
constexpr std::size_t named = 5;

std::string shown_name(const Entity& entity) {
    if (entity.within.empty()) return printable(entity.name);
    return printable(fmt::format("{} ({})", entity.name, entity.within));
}

// What is said besides status and time.
std::string said_besides(Qualifiers qualifiers) {
    qualifiers.time.clear();
    return printable(wording_but_status(qualifiers));
}

// One table on its way to text: cells that stand for several columns are spread out.
class Spread {
public:
    Spread(const Graph& graph, const Table& table) : graph_(graph), table_(table) {
        const auto stands_in = [&](std::size_t column, auto is) {
            return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return is(row[column]); });
        };
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const bool is_told = stands_in(i, [](const Cell& cell) {
                return std::holds_alternative<FactCell>(cell) || std::holds_alternative<ObservationCell>(cell);
            });
            told_.push_back(is_told);
            numbers_.push_back(stands_in(i, [](const Cell& cell) {
                return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<ScoreCell>(cell) ||
                       std::holds_alternative<NumberCell>(cell);
            }));
        }
    }

    [[nodiscard]] Texts headings() const {
        Texts texts;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            if (column.shown == Shown::json_only) continue;
            if (!told_[i]) {
                std::string heading(column.key);
                std::replace(heading.begin(), heading.end(), '_', ' ');
                texts.push_back(std::move(heading));
                continue;
            }
            const Texts& whole = headings_of(i);
            for (std::size_t part = 0; part < whole.size(); ++part) {
                if (column.shown != Shown::brief || (part != 0 && part != 2)) texts.push_back(whole[part]);
            }
        }
        return texts;
    }

    // The texts of all rows, numbers aligned by their points.
    [[nodiscard]] std::vector<Texts> rows() const {
        std::vector<std::size_t> before_point(table_.columns.size());
        for (const Row& row : table_.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (numbers_[i]) before_point[i] = std::max(before_point[i], width_before_point(plain(row[i])));
            }
        }
        std::vector<Texts> all;
        Texts last;
        for (const Row& row : table_.rows) {
            Texts texts;
            Texts plain_texts;
            bool same = !last.empty();
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Column& column = table_.columns[i];
                if (column.shown == Shown::json_only) {
                    plain_texts.emplace_back();
                    continue;
                }
                if (told_[i]) {
                    plain_texts.emplace_back();
                    for (std::string& text : told(row[i], column.shown)) texts.push_back(std::move(text));
                    continue;
                }
                std::string text = plain(row[i]);
                if (numbers_[i] && !text.empty()) {
                    text.insert(0, before_point[i] - width_before_point(text), ' ');
                }
                plain_texts.push_back(text);
                same = same && column.shown == Shown::once && last[i] == text;
                texts.push_back(same ? "" : text);
            }
            last = std::move(plain_texts);
            all.push_back(std::move(texts));
        }
        return all;
    }

private:
    // What the six columns of a told fact or figure are called.
    [[nodiscard]] const Texts& headings_of(std::size_t column) const {
        static const Texts of_facts{"subject", "relation", "object", "status", "time", "more"};
        static const Texts of_figures{"of", "indicator", "value", "status", "time", "more"};
        const bool figures = std::all_of(table_.rows.begin(), table_.rows.end(), [&](const Row& row) {
            return std::holds_alternative<ObservationCell>(row[column]);
        });
        return figures ? of_figures : of_facts;
    }

    static std::size_t width_before_point(const std::string& text) {
        return display_width(text.substr(0, text.find('.')));
    }

    [[nodiscard]] std::string plain(const Cell& cell) const {
        struct Plain {
            const Graph& graph;
            std::string operator()(std::monostate /*nothing*/) const { return {}; }
            std::string operator()(const std::string& text) const { return printable(text); }
            std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
            std::string operator()(const ScoreCell& score) const { return fmt::format("{:.6f}", score.value); }
            std::string operator()(const NumberCell& number) const { return printable(number.text); }
            std::string operator()(const EntityCell& cell) const { return shown_name(graph.entity(cell.index)); }
            std::string operator()(const EntitiesCell& cell) const {
                std::string text;
                for (std::size_t i = 0; i < std::min(named, cell.list.size()); ++i) {
                    text += (i == 0 ? "" : "、") + shown_name(graph.entity(cell.list[i]));
                }
                if (cell.list.size() > named) text += fmt::format(" and {} more", cell.list.size() - named);
                return text;
            }
            std::string operator()(const FactCell& /*told*/) const { return {}; }
            std::string operator()(const ObservationCell& /*told*/) const { return {}; }
            std::string operator()(const DocumentCell& cell) const {
                return printable(graph.documents()[cell.index].name);
            }
        };
        return std::visit(Plain{graph_}, cell);
    }

    [[nodiscard]] Texts told(const Cell& cell, Shown shown) const {
        Texts texts;
        if (const auto* cell_of_fact = std::get_if<FactCell>(&cell)) {
            const Fact& fact = graph_.fact(cell_of_fact->index);
            texts = {shown_name(graph_.entity(fact.subject)), arrow(fact.predicate, fact.qualifiers),
                     shown_name(graph_.entity(fact.object)),  std::string(id(fact.qualifiers.status)),
                     printable(fact.qualifiers.time),         said_besides(fact.qualifiers)};
        } else if (const auto* cell_of_figure = std::get_if<ObservationCell>(&cell)) {
            const Observation& seen = graph_.observations()[cell_of_figure->index];
            texts = {shown_name(graph_.entity(seen.subject)), printable(seen.indicator),
                     printable(wording(seen.quantity)),       std::string(id(seen.qualifiers.status)),
                     printable(seen.qualifiers.time),         said_besides(seen.qualifiers)};
        } else {
            texts.resize(6);
        }
        if (shown == Shown::brief) {
            texts.erase(texts.begin() + 2);
            texts.erase(texts.begin());
        }
        return texts;
    }

    const Graph& graph_;
    const Table& table_;
    std::vector<bool> told_;
    std::vector<bool> numbers_;
};

void drop_empty_columns(Texts& headings, std::vector<Texts>& rows) {
    for (std::size_t i = headings.size(); i-- > 0;) {
        if (std::any_of(rows.begin(), rows.end(), [&](const Texts& row) { return !row[i].empty(); })) continue;
        const auto place = static_cast<std::ptrdiff_t>(i);
        headings.erase(headings.begin() + place);
        for (Texts& row : rows) row.erase(row.begin() + place);
    }
}

std::string evidence_of(const Graph& graph, const Row& row, const AnswerStyle& style) {
    std::string text;
    const Grounds why = grounds(row);
    for (const FactIndex i : why.facts) text += fact_evidence(graph, i, style.marking, style.evidence);
    for (const ObservationIndex i : why.observations)
        text += observation_evidence(graph, i, style.marking, style.evidence);
    return text;
}

std::string table_text(const Graph& graph, const Table& table, const AnswerStyle& style) {
    const Spread spread(graph, table);
    Texts headings = spread.headings();
    std::vector<Texts> rows = spread.rows();
    drop_empty_columns(headings, rows);
    TextTable lines;
    lines.add(headings);
    for (Texts& row : rows) lines.add(std::move(row));
    std::string rest = lines.to_string("");
    const auto take_line = [&] {
        const std::size_t end = rest.find('\n');
        std::string line = rest.substr(0, end);
        rest.erase(0, end + 1);
        return line;
    };
    std::string text = strong(take_line(), style.marking) + '\n';
    if (style.evidence == Telling::nothing) return text + rest;
    for (const Row& row : table.rows) text += take_line() + '\n' + evidence_of(graph, row, style);
    return text;
}

}  // namespace

std::string answer_text(const Graph& graph, const Answer& answer, const AnswerStyle& style) {
    std::string text = answer.said;
    const bool several = std::count_if(answer.tables.begin(), answer.tables.end(),
                                       [](const Table& table) { return !table.json_only; }) > 1;
    for (std::size_t i = 0; i < answer.tables.size(); ++i) {
        const Table& table = answer.tables[i];
        if (table.rows.empty() || table.json_only) continue;
        if (!text.empty()) text += '\n';
        if (several) text += strong(table.name, style.marking) + '\n';
        text += table_text(graph, table, style);
        if (style.left_out[i] > 0) text += fmt::format("and {} more\n", style.left_out[i]);
    }
    return text;
}

}  // namespace guanxi
