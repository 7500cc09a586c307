#include "export/csv_tables.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>

#include "export/csv.hpp"
#include "export/tables.hpp"

namespace guanxi {

namespace {

std::string json_array(std::span<const std::string> texts) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartArray();
    for (const std::string& text : texts) json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    json.EndArray();
    return {buffer.GetString(), buffer.GetSize()};
}

bool needs_apostrophe(std::string_view text) {
    static constexpr std::array<std::string_view, 4> full_width{"＝", "＋", "－", "＠"};
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r\n'").find(text.front()) != std::string_view::npos) return true;
    return std::any_of(full_width.begin(), full_width.end(), [&](std::string_view c) { return text.starts_with(c); });
}

// One table: its header, then row by row what the graph says, with columns of its own before or behind.
class CsvTable {
public:
    CsvTable(std::ostream& out, const WriteOptions& options) : csv_(out) {
        if (options.byte_order_mark) csv_.raw("\xEF\xBB\xBF");
    }
    void names(std::span<const Column> columns) {
        for (const Column& column : columns) {
            if (column.kind != CellKind::exact) csv_.field(column.name);
        }
    }
    void text(std::string_view text) {
        if (needs_apostrophe(text)) {
            csv_.field(inert_text(text));
        } else {
            csv_.field(text);
        }
    }
    void cells(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            switch (columns[i].kind) {
                case CellKind::text:
                case CellKind::label:
                    text(cells[i].text);
                    break;
                case CellKind::texts:
                    csv_.field(cells[i].list.empty() ? std::string() : json_array(cells[i].list));
                    break;
                case CellKind::integer:
                case CellKind::number:
                case CellKind::truth:
                    csv_.field(cells[i].text);
                    break;
                case CellKind::exact:
                    break;  // a CSV number is a decimal already
            }
        }
    }
    void end_row() { csv_.end_row(); }
    void finish() { csv_.finish(); }

private:
    CsvWriter csv_;
};

// An end of a fact or of an observation, for those who do not join tables.
constexpr std::array subject_columns{Column{"subject"}, Column{"subjectName"}, Column{"subjectKind"}};
constexpr std::array object_columns{Column{"object"}, Column{"objectName"}, Column{"objectKind"}};

void put_entity(CsvTable& table, const Entity& entity) {
    table.text(entity.id);
    table.text(entity.name);
    table.text(info(entity.type).id);
}

void write_facts(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    CsvTable table(out, options);
    TableRows rows(graph, options);
    table.names(fact_columns().first(1));
    table.names(subject_columns);
    table.names(fact_columns().subspan(1, 1));
    table.names(object_columns);
    table.names(fact_columns().subspan(2));
    table.end_row();
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        const TableRows::Row row = rows.fact(fact);
        table.cells(fact_columns(), row.first(1));
        put_entity(table, graph.entity(fact.subject));
        table.cells(fact_columns().subspan(1), row.subspan(1, 1));
        put_entity(table, graph.entity(fact.object));
        table.cells(fact_columns().subspan(2), row.subspan(2));
        table.end_row();
    }
    table.finish();
}

void write_observations(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    const std::span<const Column> columns = observation_columns();
    CsvTable table(out, options);
    TableRows rows(graph, options);
    table.names(columns.first(1));
    table.names(subject_columns);
    table.names(columns.subspan(1));
    table.end_row();
    for (const Observation& observation : graph.observations()) {
        const TableRows::Row row = rows.observation(observation);
        table.cells(columns, row.first(1));
        put_entity(table, graph.entity(observation.subject));
        table.cells(columns.subspan(1), row.subspan(1));
        table.end_row();
    }
    table.finish();
}

void write_nodes(const Graph& graph, std::ostream& out, const WriteOptions& options, const NodeTable& nodes) {
    CsvTable table(out, options);
    TableRows rows(graph, options);
    table.names(nodes.columns);
    table.end_row();
    nodes.tell(graph, rows, [&](TableRows::Row row) {
        table.cells(nodes.columns, row);
        table.end_row();
    });
    table.finish();
}

}  // namespace

std::string inert_text(std::string_view text) {
    return std::string(needs_apostrophe(text) ? "'" : "").append(text);
}

std::vector<std::string> csv_table_names() {
    std::vector<std::string> names{"facts.csv"};
    for (const NodeTable& nodes : node_tables()) names.push_back(fmt::format("{}.csv", nodes.file));
    return names;
}

void write_csv_tables(const Graph& graph, const OpenFile& open, const WriteOptions& options) {
    for (const NodeTable& nodes : node_tables()) {
        std::ostream& out = open(fmt::format("{}.csv", nodes.file));
        if (nodes.label == "Observation") {
            write_observations(graph, out, options);
        } else {
            write_nodes(graph, out, options, nodes);
        }
    }
    write_facts(graph, open("facts.csv"), options);
}

}  // namespace guanxi
