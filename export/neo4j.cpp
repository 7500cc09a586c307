#include "export/neo4j.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/utf8.hpp"
#include "export/csv.hpp"
#include "export/tables.hpp"

namespace guanxi {

namespace {

// The importer reads a field into a buffer of 4 MB, if not told otherwise.
constexpr std::size_t import_buffer = 4U << 20U;

std::string_view import_type(CellKind kind) {
    switch (kind) {
        case CellKind::texts:
            return ":string[]";
        case CellKind::integer:
            return ":long";
        case CellKind::number:
            return ":double";
        case CellKind::truth:
            return ":boolean";
        case CellKind::text:
        case CellKind::label:
        case CellKind::exact:
            break;
    }
    return "";
}

// The ends of a relationship come first, its type or the labels of a node last.
class ImportFile {
public:
    ImportFile(std::ostream& out, std::string_view separator) : csv_(out), separator_(separator) {}

    void field(std::string_view text) { csv_.field(text); }
    void header(std::span<const Column> columns) {
        for (const Column& column : columns) {
            if (column.kind != CellKind::label) csv_.field(fmt::format("{}{}", column.name, import_type(column.kind)));
        }
    }
    void cells(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns[i].kind == CellKind::texts) {
                csv_.field(joined(cells[i].list));
            } else if (columns[i].kind != CellKind::label) {
                csv_.field(cells[i].text);
            }
        }
    }
    void labels(std::string_view first, std::span<const Column> columns, std::span<const Cell> cells) {
        joined_.assign(first);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns[i].kind == CellKind::label) joined_.append(separator_).append(cells[i].text);
        }
        csv_.field(joined_);
    }
    void end_row() { csv_.end_row(); }
    void finish() { csv_.finish(); }

private:
    const std::string& joined(std::span<const std::string> texts) {
        joined_.clear();
        for (const std::string& text : texts) {
            if (&text != texts.data()) joined_ += separator_;
            joined_ += text;
        }
        return joined_;
    }

    CsvWriter csv_;
    std::string_view separator_;
    std::string joined_;
};

void write_nodes(const Graph& graph, TableRows& rows, const NodeTable& table, ImportFile file) {
    file.field(fmt::format("id:ID({})", table.label));
    file.header(table.columns.subspan(1));
    file.field(":LABEL");
    file.end_row();
    table.tell(graph, rows, [&](TableRows::Row row) {
        file.cells(table.columns, row);
        file.labels(table.label, table.columns, row);
        file.end_row();
    });
    file.finish();
}

void write_links(const Graph& graph, TableRows& rows, const LinkTable& table, ImportFile file) {
    file.field(fmt::format(":START_ID({})", table.from));
    file.field(fmt::format(":END_ID({})", table.to));
    file.field(":TYPE");
    file.end_row();
    table.tell(graph, rows, [&](std::string_view from, std::string_view to) {
        file.field(from);
        file.field(to);
        file.field(table.type);
        file.end_row();
    });
    file.finish();
}

void write_facts(const Graph& graph, TableRows& rows, ImportFile file) {
    file.field(":START_ID(Entity)");
    file.field(":END_ID(Entity)");
    file.header(fact_columns());
    file.field(":TYPE");
    file.end_row();
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        file.field(graph.entity(fact.subject).id);
        file.field(graph.entity(fact.object).id);
        file.cells(fact_columns(), rows.fact(fact));
        file.field(edge_type(fact));
        file.end_row();
    }
    file.finish();
}

// At most that long is a field: a text or a quote of it, or the other names of an entity.
std::size_t longest_field(const Graph& graph) {
    std::size_t longest = 0;
    for (const Document& document : graph.documents()) longest = std::max(longest, document.text.size());
    for (const Quote& quote : graph.quotes()) longest = std::max(longest, quote.text.size());
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        std::size_t names = graph.entity(i).name.size();
        for (const std::string& alias : graph.entity(i).aliases) names += alias.size() + 3;
        longest = std::max(longest, names);
    }
    return longest;
}

void write_arguments(const Graph& graph, std::ostream& out, char32_t separator) {
    for (const NodeTable& table : node_tables()) out << fmt::format("--nodes={}.csv\n", table.file);
    out << "--relationships=facts.csv\n";
    for (const LinkTable& table : link_tables()) out << fmt::format("--relationships={}.csv\n", table.file);
    out << fmt::format("--array-delimiter=U+{:04X}\n", static_cast<std::uint32_t>(separator));
    out << "--multiline-fields=true\n--strict=true\n";
    // Quotation marks are doubled, and what does not fit the rest of a buffer is moved to the next.
    const std::size_t needed = longest_field(graph) * 2 + 64;
    if (needed > import_buffer) out << fmt::format("--read-buffer-size={}\n", needed);
}

}  // namespace

// No plain index of names: it takes none of more than 8 KB, and a name may be any text.
std::string_view neo4j_constraints() {
    return "CREATE CONSTRAINT guanxi_document IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;\n"
           "CREATE CONSTRAINT guanxi_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
           "CREATE CONSTRAINT guanxi_observation IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;\n"
           "CREATE CONSTRAINT guanxi_text_quote IF NOT EXISTS FOR (n:TextQuote) REQUIRE n.id IS UNIQUE;\n"
           "CREATE FULLTEXT INDEX guanxi_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.alternateName] "
           "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};\n"
           "CREATE INDEX guanxi_statement IF NOT EXISTS FOR (n:TextQuote) ON (n.statement);\n";
}

std::vector<std::string> neo4j_file_names() {
    // The importer leaves its report where it runs.
    std::vector<std::string> names{"facts.csv", "import.args", "constraints.cypher", "import.report"};
    for (const NodeTable& table : node_tables()) names.push_back(fmt::format("{}.csv", table.file));
    for (const LinkTable& table : link_tables()) names.push_back(fmt::format("{}.csv", table.file));
    return names;
}

void write_neo4j(const Graph& graph, const OpenFile& open, const WriteOptions& options) {
    TableRows rows(graph, options);
    const char32_t separator = list_separator(graph);
    std::string between;
    append_utf8(between, separator);
    for (const NodeTable& table : node_tables()) {
        write_nodes(graph, rows, table, ImportFile(open(fmt::format("{}.csv", table.file)), between));
    }
    for (const LinkTable& table : link_tables()) {
        write_links(graph, rows, table, ImportFile(open(fmt::format("{}.csv", table.file)), between));
    }
    write_facts(graph, rows, ImportFile(open("facts.csv"), between));
    write_arguments(graph, open("import.args"), separator);
    open("constraints.cypher") << neo4j_constraints();
}

}  // namespace guanxi
