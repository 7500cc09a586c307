#include "export/jsonld.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/error.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string written(const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write_jsonld(graph, out, options);
    return out.str();
}

// A graph of one fact, small enough to be read as an example.
Graph small_graph() {
    Graph graph;
    const DocumentIndex document =
        graph.add_document({.id = "d1", .name = "a.txt", .text = "样例市建成甲项目。", .date = "2022"});
    const QuoteIndex quote = graph.add_quote({document, 0, 9, "样例市建成甲项目。"});
    const EntityIndex city =
        graph.add_entity({.id = "e1", .type = EntityType::district, .name = "样例市", .code = "350200"});
    const EntityIndex project =
        graph.add_entity({.id = "e2", .type = EntityType::project, .name = "甲项目", .aliases = {"甲"}});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done, .amount = Amount{Decimal(125, 1), "CNY"}, .count = 3},
                    .evidence = {{quote, "verb-frame", 0.8}}});
    return graph;
}

// The golden file is what `tests/engines/jsonld_check.mjs` feeds to other programs.
std::string golden(const std::string& name, const std::string& now) {
    const std::string path = std::string(SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("GUANXI_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << now;
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST(JsonldWriter, WritesTheContract) {
    const std::string text = written(small_graph());
    const std::string nodes = text.substr(text.find(" \"@graph\""));
    EXPECT_EQ(nodes, R"( "@graph": [{
   "@id": "kg:d1",
   "@type": "Document",
   "name": "a.txt",
   "datePublished": "2022",
   "text": "样例市建成甲项目。"
  }, {
   "@id": "kg:e1",
   "@type": "District",
   "name": "样例市",
   "code": "350200",
   "builds": ["kg:e2"]
  }, {
   "@id": "kg:e2",
   "@type": "Project",
   "name": "甲项目",
   "alternateName": ["甲"]
  }, {
   "@id": "kg:f)" + fact_id(small_graph(), small_graph().fact(0)).substr(1) +
                         R"(",
   "@type": "Statement",
   "subject": "kg:e1",
   "predicate": "builds",
   "object": "kg:e2",
   "status": "done",
   "amount": {
    "value": "12.5",
    "unit": "CNY"
   },
   "count": 3,
   "confidence": "0.8",
   "rule": "verb-frame",
   "evidence": [{
     "@type": "TextQuote",
     "source": "kg:d1",
     "exact": "样例市建成甲项目。",
     "start": 0,
     "end": 9,
     "rule": "verb-frame",
     "confidence": "0.8"
    }]
  }]
}
)");
}

TEST(JsonldWriter, KeepsTheGoldenFileOfEveryKindRelationAndHostileName) {
    const std::string now = written(rich_graph());
    EXPECT_TRUE(now == golden("rich.jsonld", now)) << "GUANXI_UPDATE=1 rewrites tests/golden/rich.jsonld";
}

TEST(JsonldWriter, LeavesTextsOutWhenTold) {
    EXPECT_EQ(written(small_graph(), {.texts = false}).find("\"text\": \"样"), std::string::npos);
}

TEST(JsonldWriter, GivesNegatedFactsNoDirectProperty) {
    Graph graph = small_graph();
    Fact fact = graph.fact(0);
    fact.qualifiers.negated = true;
    fact.predicate = Predicate::supports;
    graph.add_fact(fact);
    EXPECT_EQ(written(graph).find("\"supports\": ["), std::string::npos);
    EXPECT_NE(written(graph).find("\"negated\": true"), std::string::npos);
}

TEST(JsonldWriter, TakesAnotherBase) {
    EXPECT_NE(written(small_graph(), {.base_iri = "urn:x:"}).find("\"kg\": \"urn:x:\""), std::string::npos);
    for (const char* bad : {"", "kg", "http://a b/", "https://例.cn/", "https://a/b", "a\"b:/", "://x/", "1x:/"}) {
        EXPECT_THROW(written(small_graph(), {.base_iri = bad}), UsageError) << bad;
    }
}

}  // namespace guanxi
