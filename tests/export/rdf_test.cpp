#include "export/rdf.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "core/error.hpp"
#include "export/triples.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Write = void (*)(const Graph&, std::ostream&, const WriteOptions&);

std::string written(Write write, const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write(graph, out, options);
    return out.str();
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> list;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) list.push_back(line);
    return list;
}

// A quad's first three terms.
std::string without_graph(const std::string& line) {
    std::size_t end = line.find(' ', line.find(' ') + 1) + 1;
    if (line[end] == '"') {
        for (++end; line[end] != '"'; ++end) end += line[end] == '\\' ? 1 : 0;
    }
    return line.substr(0, line.find(' ', end)) + " .";
}

Graph small_graph() {
    Graph graph;
    const DocumentIndex a = graph.add_document({.id = "d1", .name = "a.txt", .text = "样例市建成甲项目。"});
    const DocumentIndex b = graph.add_document({.id = "d2", .name = "b.txt", .text = "样例市建成甲项目。"});
    const QuoteIndex first = graph.add_quote({a, 0, 9, "样例市建成甲项目。"});
    const QuoteIndex second = graph.add_quote({b, 0, 9, "样例市建成甲项目。"});
    const EntityIndex city = graph.add_entity({.id = "e1", .type = EntityType::district, .name = "样例市"});
    const EntityIndex project = graph.add_entity({.id = "e 2", .type = EntityType::project, .name = "甲\"\n"});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done, .amount = Amount{Decimal(125, 1), "CNY"}},
                    .evidence = {{first, "r", 0.8}, {second, "r", 0.9}}});
    return graph;
}

}  // namespace

TEST(Rdf, TurtleReadsWell) {
    const std::string text = written(write_turtle, small_graph(), {.texts = false});
    EXPECT_EQ(text.substr(text.find("kg:d1 ")), R"(kg:d1 a schema:DigitalDocument ;
    schema:name "a.txt" .

kg:d2 a schema:DigitalDocument ;
    schema:name "b.txt" .

kg:e1 a schema:AdministrativeArea ;
    schema:name "样例市" ;
    gx:builds <https://guanxi.example/id/e%202> .

<https://guanxi.example/id/e%202> a gx:Project ;
    schema:name "甲\"\n" .

kg:)" + fact_id(small_graph(), small_graph().fact(0)) +
                                                    R"( a rdf:Statement ;
    rdf:subject kg:e1 ;
    rdf:predicate gx:builds ;
    rdf:object <https://guanxi.example/id/e%202> ;
    gx:status gx:done ;
    gx:amount [ schema:value "12.5"^^xsd:decimal ; schema:unitText "CNY" ] ;
    gx:confidence "0.9"^^xsd:decimal ;
    gx:rule "r" ;
    prov:wasDerivedFrom [ a gx:TextQuote ; oa:hasSource kg:d1 ; oa:exact "样例市建成甲项目。" ; oa:start "0"^^xsd:integer ; oa:end "9"^^xsd:integer ; gx:rule "r" ; gx:confidence "0.8"^^xsd:decimal ], [ a gx:TextQuote ; oa:hasSource kg:d2 ; oa:exact "样例市建成甲项目。" ; oa:start "0"^^xsd:integer ; oa:end "9"^^xsd:integer ; gx:rule "r" ; gx:confidence "0.9"^^xsd:decimal ] .
)");
}

TEST(Rdf, ADocumentsGraphHoldsWhatItSays) {
    const std::string text = written(write_nquads, small_graph());
    const std::string edge =
        "<https://guanxi.example/id/e1> <https://guanxi.example/vocabulary#builds> <https://guanxi.example/id/e%202> ";
    EXPECT_NE(text.find(edge + "<https://guanxi.example/id/d1> .\n"), std::string::npos);
    EXPECT_NE(text.find(edge + "<https://guanxi.example/id/d2> .\n"), std::string::npos);
    EXPECT_EQ(text.find(edge + ".\n"), std::string::npos);
    EXPECT_NE(text.find("<https://schema.org/name> \"样例市\" .\n"), std::string::npos);
    EXPECT_NE(
        text.find("oa#start> \"0\"^^<http://www.w3.org/2001/XMLSchema#integer> <https://guanxi.example/id/d1> .\n"),
        std::string::npos);
}

TEST(Rdf, QuadsWithoutTheirGraphsAreTheTriples) {
    const Graph graph = rich_graph();
    std::multiset<std::string> quads;
    for (const std::string& line : lines(written(write_nquads, graph))) {
        quads.insert(without_graph(line));
    }
    const std::vector<std::string> triples = lines(written(write_ntriples, graph));
    const std::set<std::string> unique(triples.begin(), triples.end());
    EXPECT_GT(quads.size(), triples.size());
    const std::set<std::string> of_quads(quads.begin(), quads.end());
    EXPECT_TRUE(of_quads == unique);
}

// One line a triple, whatever the texts hold, and nothing in it that a line may not hold.
TEST(Rdf, HostileTextsStayInTheirLines) {
    std::size_t count = 0;
    for_each_triple(rich_graph(), {}, [&](const Triple&) { ++count; });
    const std::string text = written(write_ntriples, rich_graph());
    EXPECT_EQ(lines(text).size(), count);
    for (const std::string& line : lines(text)) {
        EXPECT_TRUE(line.ends_with(" .")) << line;
        for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20) << line;
    }
    EXPECT_NE(text.find(R"("反斜线\\结尾\\")"), std::string::npos);
    EXPECT_NE(text.find(R"("换行\n回车\r制表\t")"), std::string::npos);
    EXPECT_NE(text.find(R"("控制\u0001\u001F\u007F")"), std::string::npos);
}

TEST(Rdf, TakesTheBaseAndLeavesTextsOut) {
    for (const Write write : {write_ntriples, write_nquads, write_turtle}) {
        EXPECT_NE(written(write, small_graph(), {.base_iri = "urn:x:"}).find("<urn:x:"), std::string::npos);
        EXPECT_THROW(written(write, small_graph(), {.base_iri = "x y"}), UsageError);
        EXPECT_EQ(written(write, small_graph(), {.texts = false}).find("schema.org/text"), std::string::npos);
        std::ofstream full("/dev/full", std::ios::binary);
        write(rich_graph(), full, {});
        full.flush();
        EXPECT_FALSE(full.good());
    }
}

}  // namespace guanxi
