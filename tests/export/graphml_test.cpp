#include "export/graphml.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "export/elements.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Write = void (*)(const Graph&, std::ostream&, const WriteOptions&);

std::string written(Write write, const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write(graph, out, options);
    return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

Graph small_graph() {
    Graph graph;
    const DocumentIndex d = graph.add_document({.id = "d1", .name = "a.txt", .text = "甲市建成乙园。"});
    const QuoteIndex q = graph.add_quote({d, 0, 7, "甲市建成乙园。"});
    const EntityIndex city = graph.add_entity({.id = "e1", .type = EntityType::district, .name = "<甲市>"});
    const EntityIndex park = graph.add_entity({.id = "e 2", .type = EntityType::park, .name = "乙\x01园"});
    graph.add_fact({.subject = city,
                    .object = park,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done, .time = "2022-09", .amount = Amount{Decimal(125, 1), "CNY"}},
                    .evidence = {{q, "r", 0.8}}});
    return graph;
}

TEST(Graphml, ReadsWell) {
    const std::string text = written(write_graphml, small_graph());
    EXPECT_NE(text.find(R"(<key id="edge.amount" for="edge" attr.name="amount" attr.type="double"/>)"),
              std::string::npos);
    EXPECT_NE(
        text.find(R"(<node id="e1"><data key="node.label">&lt;甲市&gt;</data><data key="node.element">entity</data>)"),
        std::string::npos);
    const std::string id = fact_id(small_graph(), small_graph().fact(0));
    EXPECT_EQ(
        text.substr(text.find("<edge ")),
        "<edge id=\"" + id + R"(" source="e1" target="e 2"><data key="edge.uid">)" + id +
            R"(</data><data key="edge.label">建设</data><data key="edge.element">fact</data><data key="edge.predicate">builds</data><data key="edge.symmetric">false</data><data key="edge.status">done</data><data key="edge.time">2022-09</data><data key="edge.amount">12.5</data><data key="edge.unit">CNY</data><data key="edge.negated">false</data><data key="edge.evidence_count">1</data><data key="edge.confidence">0.8</data><data key="edge.rule">r</data><data key="edge.sentence">甲市建成乙园。</data><data key="edge.document">a.txt</data><data key="edge.document_id">d1</data><data key="edge.quote_start">0</data><data key="edge.quote_end">7</data></edge>
</graph>
</graphml>
)");
}

TEST(Gexf, HasTheDaysOfTheTime) {
    const std::string text = written(write_gexf, small_graph());
    EXPECT_NE(text.find(R"(<graph mode="dynamic" timeformat="date" timerepresentation="interval")"), std::string::npos);
    EXPECT_NE(text.find(R"(source="e1" target="e 2" label="建设" kind="builds" start="2022-09-01" end="2022-09-30">)"),
              std::string::npos);
    EXPECT_NE(text.find("label=\"乙␁园\""), std::string::npos);
    EXPECT_NE(text.find(R"(<viz:color r="31" g="90" b="147"/></node>)"), std::string::npos);
}

TEST(Graphml, BothHoldEveryElementOfAHostileGraphInALine) {
    const Graph graph = rich_graph();
    for (const Write write : {write_graphml, write_gexf}) {
        const std::string text = written(write, graph);
        EXPECT_EQ(count(text, "\n<node "), graph.entity_count() + graph.observations().size());
        EXPECT_EQ(count(text, "\n<edge "), graph.fact_count() + graph.observations().size());
        for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
        EXPECT_EQ(written(write, rich_graph()), text);
        EXPECT_NE(written(write, graph, {.language = "en"}).find("cooperates with"), std::string::npos);
    }
}

TEST(Graphml, SeesWhetherItIsWritten) {
    for (const Write write : {write_graphml, write_gexf}) {
        std::ofstream full("/dev/full", std::ios::binary);
        write(rich_graph(), full, {});
        full.flush();
        EXPECT_FALSE(full.good());
        EXPECT_NE(written(write, Graph()).find("</graph>"), std::string::npos);
    }
}

}  // namespace
}  // namespace guanxi
