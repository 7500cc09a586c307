#include "export/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/error.hpp"
#include "export/csv.hpp"
#include "export/csv_tables.hpp"
#include "export/jsonl.hpp"
#include "export/kuzu.hpp"
#include "export/neo4j.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Files = std::map<std::string, std::string>;
using WriteFiles = void (*)(const Graph&, const OpenFile&, const WriteOptions&);

Files written(WriteFiles write, const Graph& graph, const WriteOptions& options = {}) {
    std::map<std::string, std::ostringstream> streams;
    write(
        graph,
        [&](const std::string& name) -> std::ostream& {
            EXPECT_FALSE(streams.contains(name)) << name << " is written twice";
            return streams[name];
        },
        options);
    Files files;
    for (const auto& [name, stream] : streams) files[name] = stream.str();
    return files;
}

std::string written(void (*write)(const Graph&, std::ostream&, const WriteOptions&), const Graph& graph) {
    std::ostringstream out;
    write(graph, out, {});
    return out.str();
}

// What a strict reader of RFC 4180 makes of it.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inside && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            row.back() += text[++i];
        } else if (c == '"' && (inside || row.back().empty())) {
            inside = !inside;
        } else if (!inside && c == ',') {
            row.emplace_back();
        } else if (!inside && c == '\n') {
            rows.push_back(std::move(row));
            row.assign(1, {});
        } else {
            EXPECT_TRUE(inside || (c != '"' && c != '\r')) << "at byte " << i;
            row.back() += c;
        }
    }
    EXPECT_FALSE(inside);
    EXPECT_EQ(row, std::vector<std::string>(1));
    return rows;
}

std::vector<std::string> column(const std::string& csv, const std::string& name) {
    const auto rows = parse_csv(csv);
    const auto at = std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
    std::vector<std::string> values;
    for (std::size_t i = 1; i < rows.size(); ++i) values.push_back(rows[i].at(static_cast<std::size_t>(at)));
    return values;
}

std::vector<std::string> names(const Graph& graph) {
    std::vector<std::string> list;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) list.push_back(graph.entity(i).name);
    return list;
}

Graph small_graph(const std::vector<std::string>& aliases, Decimal amount = Decimal(125, 1)) {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "样例市建成甲项目。"});
    const QuoteIndex quote = graph.add_quote({document, 0, 9, "样例市建成甲项目。"});
    const EntityIndex city =
        graph.add_entity({.id = "e1", .type = EntityType::district, .name = "样例市", .aliases = aliases});
    const EntityIndex project = graph.add_entity({.id = "e2", .type = EntityType::project, .name = "甲"});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done, .amount = Amount{amount, "CNY"}},
                    .evidence = {{quote, "r", 0.8}, {quote, "s", 0.9}}});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.negated = true},
                    .evidence = {{quote, "r", 1}}});
    return graph;
}

}  // namespace

TEST(Csv, QuotesWhatItMust) {
    std::ostringstream out;
    CsvWriter csv(out);
    for (const char* text : {"plain", "", "a,b", "say \"hi\"", "two\nlines", "\r", " blank ", "\""}) csv.field(text);
    csv.end_row();
    csv.field("");
    csv.end_row();
    csv.finish();
    EXPECT_EQ(out.str(), "plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\r\", blank ,\"\"\"\"\n\n");
}

TEST(Csv, HostileTextsComeBack) {
    std::ostringstream out;
    CsvWriter csv(out);
    for (const std::string& text : hostile_texts()) {
        csv.field(text);
        csv.field(std::string(70000, ',') + text);
        csv.end_row();
    }
    csv.finish();
    const auto rows = parse_csv(out.str());
    ASSERT_EQ(rows.size(), hostile_texts().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i],
                  (std::vector<std::string>{hostile_texts()[i], std::string(70000, ',') + hostile_texts()[i]}));
    }
}

TEST(Tables, FolderFormsWriteTheirFilesAndNoOther) {
    for (const Format& format : formats()) {
        EXPECT_NE(format.write == nullptr, format.write_files == nullptr) << format.name;
        EXPECT_EQ(format.suffix.empty(), format.write_files != nullptr) << format.name;
        if (format.write_files == nullptr) continue;
        const std::vector<std::string> allowed = format.file_names();
        const Files files = written(format.write_files, rich_graph());
        for (const auto& [name, content] : files) {
            EXPECT_NE(std::find(allowed.begin(), allowed.end(), name), allowed.end()) << format.name << " " << name;
            EXPECT_FALSE(content.empty()) << name;
            if (name.ends_with(".csv")) {
                const auto rows = parse_csv(content);
                for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size()) << name;
            }
        }
        EXPECT_EQ(files, written(format.write_files, rich_graph())) << format.name;
        EXPECT_FALSE(written(format.write_files, Graph()).empty()) << format.name;
        const auto full = [](const std::string&) -> std::ostream& {
            static std::ostringstream broken;
            broken.setstate(std::ios::badbit);
            return broken;
        };
        EXPECT_NO_THROW(format.write_files(rich_graph(), full, {})) << format.name;
    }
}

TEST(Tables, HostileNamesStandInEveryForm) {
    const Graph graph = rich_graph();
    EXPECT_EQ(column(written(write_neo4j, graph).at("entities.csv"), "name"), names(graph));
    EXPECT_EQ(column(written(write_kuzu, graph).at("entities.csv"), "name"), names(graph));
    std::vector<std::string> inert = names(graph);
    std::transform(inert.begin(), inert.end(), inert.begin(), inert_text);
    EXPECT_EQ(column(written(write_csv_tables, graph).at("entities.csv"), "name"), inert);
}

TEST(Tables, ATextIsNoFormulaAndComesBack) {
    for (const std::string& text : hostile_texts()) {
        const std::string inert = inert_text(text);
        EXPECT_TRUE(inert.empty() || std::string("=+-@\t\r\n").find(inert[0]) == std::string::npos) << inert;
        EXPECT_EQ(inert.starts_with('\'') ? inert.substr(1) : inert, text);
    }
    EXPECT_EQ(inert_text("＝1+1"), "'＝1+1");
    EXPECT_EQ(inert_text("'a"), "''a");
    EXPECT_EQ(inert_text("a=b"), "a=b");
    EXPECT_EQ(inert_text(""), "");
    // A number is a number, whatever its sign.
    const Files files = written(write_csv_tables, small_graph({}, Decimal(-26, 1)));
    EXPECT_EQ(column(files.at("facts.csv"), "amount")[0], "-2.6");
}

TEST(Tables, CsvHasAMarkIfAsked) {
    for (const auto& [name, content] : written(write_csv_tables, rich_graph(), {.byte_order_mark = true})) {
        EXPECT_TRUE(content.starts_with("\xEF\xBB\xBFid,")) << name;
    }
    for (const auto& [name, content] : written(write_neo4j, rich_graph(), {.byte_order_mark = true})) {
        EXPECT_FALSE(content.starts_with("\xEF")) << name;
    }
}

TEST(Tables, TextsStayAwayIfAsked) {
    const Graph graph = small_graph({});
    for (const WriteFiles write : {write_csv_tables, write_neo4j, write_kuzu}) {
        EXPECT_EQ(column(written(write, graph).at("documents.csv"), "text")[0], "样例市建成甲项目。");
        EXPECT_EQ(column(written(write, graph, {.texts = false}).at("documents.csv"), "text")[0], "");
    }
}

// A double keeps 15 digits; the text says the rest where there is a type, and in CSV there is none.
TEST(Tables, LongNumbersKeepTheirDigits) {
    const auto exact = [](const char* number) {
        const Files files = written(write_neo4j, small_graph({}, *Decimal::parse(number)));
        EXPECT_EQ(column(files.at("facts.csv"), "amount:double")[0], number);
        return column(files.at("facts.csv"), "amountExact")[0];
    };
    EXPECT_EQ(exact("123456789012345"), "");
    EXPECT_EQ(exact("1234567890123456"), "1234567890123456");
    EXPECT_EQ(exact("123456789012345678"), "123456789012345678");
    EXPECT_EQ(exact("100000000000000000"), "");
    EXPECT_EQ(exact("-0.000000000000000001"), "");
    EXPECT_EQ(exact("-1.23456789012345678"), "-1.23456789012345678");
    const auto header = parse_csv(written(write_csv_tables, small_graph({})).at("facts.csv"))[0];
    EXPECT_EQ(std::count(header.begin(), header.end(), "amountExact"), 0);
}

TEST(Tables, AListIsPartedByWhatItDoesNotHold) {
    EXPECT_EQ(list_separator(small_graph({"甲", "乙"})), U';');
    EXPECT_EQ(list_separator(small_graph({"甲;乙"})), U'|');
    EXPECT_EQ(list_separator(small_graph({"甲;乙|"})), U'\x1f');
    EXPECT_EQ(list_separator(small_graph({"甲;乙|\x1f"})), U'\uE000');
    EXPECT_EQ(list_separator(small_graph({"甲;乙|\x1f\uE000𠮷"})), U'\uE001');
    std::string all = ";|\x1f";
    for (char32_t c = 0xE000; c < 0xF900; ++c) append_utf8(all, c);
    EXPECT_THROW(static_cast<void>(list_separator(small_graph({all}))), Error);
    const Files files = written(write_neo4j, small_graph({"a;", "b"}));
    EXPECT_EQ(column(files.at("entities.csv"), "alternateName:string[]")[0], "a;|b");
    EXPECT_EQ(column(files.at("entities.csv"), ":LABEL")[0], "Entity|District");
    EXPECT_NE(files.at("import.args").find("--array-delimiter=U+007C\n"), std::string::npos);
}

TEST(Tables, ADeniedFactIsNoEdgeOfItsRelation) {
    const Graph graph = small_graph({});
    EXPECT_EQ(column(written(write_neo4j, graph).at("facts.csv"), ":TYPE"),
              (std::vector<std::string>{"builds", "denied"}));
    const Files kuzu = written(write_kuzu, graph);
    EXPECT_EQ(column(kuzu.at("builds.csv"), "id").size(), 1U);
    EXPECT_EQ(column(kuzu.at("denied.csv"), "predicate"), std::vector<std::string>{"builds"});
}

TEST(Tables, EvidenceHasAnIdOfItsOwn) {
    const Files files = written(write_csv_tables, rich_graph());
    const auto ids = column(files.at("evidence.csv"), "id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    const auto of_small = column(written(write_csv_tables, small_graph({})).at("evidence.csv"), "id");
    EXPECT_EQ(of_small[0] + "-1", of_small[1]);
    EXPECT_TRUE(of_small[0].ends_with("-d1-0-9"));
}

TEST(Neo4j, ALongTextGetsALargerBuffer) {
    Graph graph;
    graph.add_document({.id = "d1", .name = "a", .text = std::string(3U << 20U, 'x')});
    EXPECT_NE(written(write_neo4j, graph).at("import.args").find("--read-buffer-size=6291520\n"), std::string::npos);
    EXPECT_EQ(written(write_neo4j, rich_graph()).at("import.args").find("buffer"), std::string::npos);
}

TEST(Cypher, StatementsAreLimitedAndEndTheirLines) {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a"});
    for (int i = 0; i < 1200; ++i) {
        graph.add_entity(
            {.id = "e" + std::to_string(i), .type = EntityType::person, .name = ";\n人';" + std::to_string(i)});
    }
    graph.add_quote({document, 0, 1, "x"});
    const std::string script = written(write_cypher, graph);
    std::istringstream lines(script);
    std::size_t rows = 0;
    std::size_t most = 0;
    std::size_t statements = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("UNWIND")) rows = 0;
        if (line.starts_with("{")) ++rows;
        if (line.ends_with(';')) ++statements;
        most = std::max(most, rows);
    }
    EXPECT_EQ(most, 500U);
    EXPECT_EQ(statements, 6U + 1U + 3U);
    EXPECT_NE(script.find(R"(name:';\n人\';7'})"), std::string::npos);
    EXPECT_TRUE(script.ends_with("MERGE (n:Entity {id: row.id}) SET n = row SET n:Person;\n"));
}

TEST(Cypher, WritesTypedValues) {
    const std::string script = written(write_cypher, small_graph({"a\\", "b'\x01"}, Decimal(5)));
    EXPECT_NE(script.find(R"(alternateName:['a\\','b\'\u0001'])"), std::string::npos) << script;
    EXPECT_NE(script.find("amount:5.0,unit:'CNY',confidence:0.9,rule:'s'"), std::string::npos) << script;
    EXPECT_NE(script.find("negated:true,confidence:1.0,"), std::string::npos) << script;
}

TEST(Jsonl, AFactIsALineThatNeedsNoOther) {
    const std::string text = written(write_jsonl, rich_graph());
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), rich_graph().fact_count());
    EXPECT_TRUE(text.ends_with("}\n"));
    const Graph graph = small_graph({"甲\n"}, *Decimal::parse("123456789012345678"));
    const std::string line = written(write_jsonl, graph);
    EXPECT_EQ(
        line.substr(0, line.find('\n')),
        R"({"id":")" + fact_id(graph, graph.fact(0)) +
            R"(","subject":{"id":"e1","kind":"District","name":"样例市","alternateName":["甲\n"]},)"
            R"("predicate":"builds","object":{"id":"e2","kind":"Project","name":"甲"},"status":"done",)"
            R"("amount":{"value":123456789012345678,"unit":"CNY"},"confidence":0.9,"rule":"s","evidence":[)"
            R"({"source":{"id":"d1","name":"a.txt"},"exact":"样例市建成甲项目。","start":0,"end":9,"confidence":0.8,"rule":"r"},)"
            R"({"source":{"id":"d1","name":"a.txt"},"exact":"样例市建成甲项目。","start":0,"end":9,"confidence":0.9,"rule":"s"}]})");
}

}  // namespace guanxi
