#include "export/kuzu.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/utf8.hpp"
#include "export/csv.hpp"
#include "export/tables.hpp"

namespace guanxi {

namespace {

std::string_view kuzu_type(CellKind kind) {
    switch (kind) {
        case CellKind::texts:
            return "STRING[]";
        case CellKind::integer:
            return "INT64";
        case CellKind::number:
            return "DOUBLE";
        case CellKind::truth:
            return "BOOLEAN";
        case CellKind::text:
        case CellKind::label:
        case CellKind::exact:
            break;
    }
    return "STRING";
}

// Edges of one type are a table of their own.
std::vector<std::string_view> edge_types() {
    std::vector<std::string_view> types;
    for (const PredicateInfo& predicate : predicates()) types.push_back(predicate.id);
    types.push_back(denied);
    return types;
}

// `name` TYPE, ...; a list comes as one text and is parted as it is loaded.
std::string definitions(std::span<const Column> columns, std::string_view type_of_lists) {
    std::vector<std::string> list;
    for (const Column& column : columns) {
        const bool is_list = column.kind == CellKind::texts;
        list.push_back(fmt::format("`{}` {}", column.name, is_list ? type_of_lists : kuzu_type(column.kind)));
    }
    return fmt::format("{}", fmt::join(list, ", "));
}

void write_schema(std::ostream& out) {
    for (const NodeTable& table : node_tables()) {
        out << fmt::format("CREATE NODE TABLE `{}`({}, PRIMARY KEY(`id`));\n", table.label,
                           definitions(table.columns, kuzu_type(CellKind::texts)));
    }
    for (const std::string_view type : edge_types()) {
        out << fmt::format("CREATE REL TABLE `{}`(FROM `Entity` TO `Entity`, {});\n", type,
                           definitions(fact_columns(), {}));
    }
    for (const LinkTable& table : link_tables()) {
        out << fmt::format("CREATE REL TABLE `{}`(FROM `{}` TO `{}`);\n", table.type, table.from, table.to);
    }
}

// What the engine would otherwise guess from the first rows. Rows of several lines cannot be read in parallel.
constexpr std::string_view how_to_read =
    R"((header=true, parallel=false, auto_detect=false, delim=',', quote='"', escape='"'))";

void write_copy(std::ostream& out, std::string_view separator) {
    for (const NodeTable& table : node_tables()) {
        std::vector<std::string> values;
        for (const Column& column : table.columns) {
            const bool is_list = column.kind == CellKind::texts;
            values.push_back(is_list ? fmt::format("string_split(`{}`, '{}')", column.name, separator)
                                     : fmt::format("`{}`", column.name));
        }
        out << fmt::format("COPY `{}` FROM (LOAD WITH HEADERS ({}) FROM '{}.csv' {} RETURN {});\n", table.label,
                           definitions(table.columns, "STRING"), table.file, how_to_read, fmt::join(values, ", "));
    }
    const auto copy = [&](std::string_view table, std::string_view file) {
        out << fmt::format("COPY `{}` FROM '{}.csv' {};\n", table, file, how_to_read);
    };
    for (const std::string_view type : edge_types()) copy(type, type);
    for (const LinkTable& table : link_tables()) copy(table.type, table.file);
}

class KuzuTable {
public:
    KuzuTable(std::ostream& out, std::string_view separator) : csv_(out), separator_(separator) {}

    void names(std::span<const Column> columns) {
        for (const Column& column : columns) csv_.field(column.name);
        csv_.end_row();
    }
    void ends(std::string_view from, std::string_view to) {
        csv_.field(from);
        csv_.field(to);
    }
    void cells(std::span<const Cell> cells) {
        for (const Cell& cell : cells) {
            csv_.field(cell.list.empty() ? cell.text : fmt::format("{}", fmt::join(cell.list, separator_)));
        }
    }
    void end_row() { csv_.end_row(); }
    void finish() { csv_.finish(); }

private:
    CsvWriter csv_;
    std::string_view separator_;
};

void write_facts(const Graph& graph, TableRows& rows, std::string_view type, KuzuTable table) {
    table.ends("from", "to");
    table.names(fact_columns());
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        if (edge_type(fact) != type) continue;
        table.ends(graph.entity(fact.subject).id, graph.entity(fact.object).id);
        table.cells(rows.fact(fact));
        table.end_row();
    }
    table.finish();
}

}  // namespace

std::vector<std::string> kuzu_file_names() {
    std::vector<std::string> names{"schema.cypher", "copy.cypher"};
    for (const NodeTable& table : node_tables()) names.push_back(fmt::format("{}.csv", table.file));
    for (const LinkTable& table : link_tables()) names.push_back(fmt::format("{}.csv", table.file));
    for (const std::string_view type : edge_types()) names.push_back(fmt::format("{}.csv", type));
    return names;
}

void write_kuzu(const Graph& graph, const OpenFile& open, const WriteOptions& options) {
    TableRows rows(graph, options);
    std::string separator;
    append_utf8(separator, list_separator(graph));
    write_schema(open("schema.cypher"));
    write_copy(open("copy.cypher"), separator);
    for (const NodeTable& nodes : node_tables()) {
        KuzuTable table(open(fmt::format("{}.csv", nodes.file)), separator);
        table.names(nodes.columns);
        nodes.tell(graph, rows, [&](TableRows::Row row) {
            table.cells(row);
            table.end_row();
        });
        table.finish();
    }
    for (const LinkTable& links : link_tables()) {
        KuzuTable table(open(fmt::format("{}.csv", links.file)), separator);
        table.ends("from", "to");
        table.end_row();
        links.tell(graph, rows, [&](std::string_view from, std::string_view to) {
            table.ends(from, to);
            table.end_row();
        });
        table.finish();
    }
    for (const std::string_view type : edge_types()) {
        write_facts(graph, rows, type, KuzuTable(open(fmt::format("{}.csv", type)), separator));
    }
}

}  // namespace guanxi
