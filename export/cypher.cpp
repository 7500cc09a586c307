#include <fmt/format.h>

#include <vector>

#include "export/neo4j.hpp"
#include "export/output_buffer.hpp"
#include "export/tables.hpp"

namespace guanxi {

namespace {

// A server keeps a statement in memory, and what it changes until it is committed.
constexpr std::size_t most_rows = 500;
constexpr std::size_t most_bytes = 1U << 18U;

void put_quoted(std::string& out, std::string_view text) {
    out += '\'';
    for (const char c : text) {
        switch (c) {
            case '\\':
            case '\'':
                (out += '\\') += c;
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned>(c));
                } else {
                    out += c;
                }
        }
    }
    out += '\'';
}

void put_value(std::string& out, CellKind kind, const Cell& cell) {
    switch (kind) {
        case CellKind::text:
        case CellKind::label:
        case CellKind::exact:
            put_quoted(out, cell.text);
            break;
        case CellKind::texts:
            for (const std::string& text : cell.list) {
                out += &text == cell.list.data() ? '[' : ',';
                put_quoted(out, text);
            }
            out += ']';
            break;
        case CellKind::number:  // always a float, as its column is
            out += cell.text;
            if (cell.text.find('.') == std::string::npos) out += ".0";
            break;
        case CellKind::integer:
        case CellKind::truth:
            out += cell.text;
            break;
    }
}

// What is said, as a map.
void put_map(std::string& out, std::span<const Column> columns, std::span<const Cell> cells) {
    out += '{';
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty() || columns[i].kind == CellKind::label) continue;
        if (out.back() != '{') out += ',';
        out += columns[i].name;
        out += ':';
        put_value(out, columns[i].kind, cells[i]);
    }
    out += '}';
}

// Rows that are waiting for the statement that takes them, one list for each label or type.
class Statements {
public:
    explicit Statements(std::ostream& out) : buffer_(out) {}

    void put(std::string_view text) { buffer_.put(text); }
    /// A row; `what` is done with it, the same for all rows of a key.
    template <typename Row, typename What>
    void add(std::string_view key, Row row, What what) {
        Waiting& waiting = waiting_of(key, what);
        row(waiting.rows.append(waiting.count == 0 ? "" : ",\n"));
        if (++waiting.count == most_rows || waiting.rows.size() >= most_bytes) run(waiting);
    }
    /// Runs what waits: what comes next may refer to it.
    void end_table() {
        for (Waiting& waiting : waiting_) run(waiting);
        waiting_.clear();
    }
    void finish() { buffer_.Flush(); }

private:
    struct Waiting {
        std::string key, what, rows;
        std::size_t count = 0;
    };
    template <typename What>
    Waiting& waiting_of(std::string_view key, What what) {
        for (Waiting& waiting : waiting_) {
            if (waiting.key == key) return waiting;
        }
        return waiting_.emplace_back(Waiting{std::string(key), what(), {}, 0});
    }
    void run(Waiting& waiting) {
        if (waiting.count == 0) return;
        buffer_.put("UNWIND [\n");
        buffer_.put(waiting.rows);
        buffer_.put("\n] AS row\n");
        buffer_.put(waiting.what);
        buffer_.put(";\n");
        waiting.rows.clear();
        waiting.count = 0;
    }

    OutputBuffer buffer_;
    std::vector<Waiting> waiting_;
};

std::string_view label_of(std::span<const Column> columns, std::span<const Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (columns[i].kind == CellKind::label) return cells[i].text;
    }
    return {};
}

void write_nodes(const Graph& graph, TableRows& rows, const NodeTable& table, Statements& statements) {
    table.tell(graph, rows, [&](TableRows::Row row) {
        const std::string_view label = label_of(table.columns, row);
        statements.add(
            label, [&](std::string& out) { put_map(out, table.columns, row); },
            [&] {
                const std::string also = label.empty() ? "" : fmt::format(" SET n:{}", label);
                return fmt::format("MERGE (n:{} {{id: row.id}}) SET n = row{}", table.label, also);
            });
    });
    statements.end_table();
}

void put_ends(std::string& out, std::string_view from, std::string_view to) {
    out += "{from:";
    put_quoted(out, from);
    out += ",to:";
    put_quoted(out, to);
}

void write_links(const Graph& graph, TableRows& rows, const LinkTable& table, Statements& statements) {
    table.tell(graph, rows, [&](std::string_view from, std::string_view to) {
        statements.add(
            table.type,
            [&](std::string& out) {
                put_ends(out, from, to);
                out += '}';
            },
            [&] {
                return fmt::format("MATCH (a:{} {{id: row.from}}), (b:{} {{id: row.to}}) MERGE (a)-[:{}]->(b)",
                                   table.from, table.to, table.type);
            });
    });
    statements.end_table();
}

void write_facts(const Graph& graph, TableRows& rows, Statements& statements) {
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        const std::string_view type = edge_type(fact);
        statements.add(
            type,
            [&](std::string& out) {
                put_ends(out, graph.entity(fact.subject).id, graph.entity(fact.object).id);
                out += ",fact:";
                put_map(out, fact_columns(), rows.fact(fact));
                out += '}';
            },
            [&] {
                return fmt::format(
                    "MATCH (a:Entity {{id: row.from}}), (b:Entity {{id: row.to}})\n"
                    "MERGE (a)-[r:{} {{id: row.fact.id}}]->(b) SET r = row.fact",
                    type);
            });
    }
    statements.end_table();
}

}  // namespace

void write_cypher(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    TableRows rows(graph, options);
    Statements statements(out);
    statements.put("// constraints, as Neo4j writes them\n");
    statements.put(neo4j_constraints());
    statements.put("// data\n");
    for (const NodeTable& table : node_tables()) write_nodes(graph, rows, table, statements);
    for (const LinkTable& table : link_tables()) write_links(graph, rows, table, statements);
    write_facts(graph, rows, statements);
    statements.finish();
}

}  // namespace guanxi
