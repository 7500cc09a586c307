#include "export/elements.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>
#include <set>

#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Properties = std::map<std::string, std::string>;

struct Told {
    Element element;
    Properties properties;
};

using ForEach = void (*)(const Graph&, const WriteOptions&, const std::function<void(const Element&)>&);

std::vector<Told> told(ForEach for_each, std::span<const ElementProperty> table, const Graph& graph,
                       const WriteOptions& options = {}) {
    std::vector<Told> list;
    for_each(graph, options, [&](const Element& element) {
        EXPECT_EQ(element.values.size(), table.size());
        Properties properties;
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (!element.values[i].empty()) properties[std::string(table[i].name)] = element.values[i];
        }
        list.push_back({element, properties});
    });
    return list;
}

Graph small_graph() {
    Graph graph;
    const DocumentIndex d = graph.add_document(
        {.id = "d1", .name = "a.txt", .text = "甲市建成乙园。新增学位约1.5万个。", .title = "题", .authors = {"某"}});
    const QuoteIndex first = graph.add_quote({d, 0, 7, "甲市建成乙园。"});
    const QuoteIndex second = graph.add_quote({d, 7, 18, "新增学位约1.5万个。"});
    const EntityIndex city = graph.add_entity(
        {.id = "e1", .type = EntityType::district, .name = "甲市", .aliases = {"甲\"", "我市"}, .code = "35"});
    const EntityIndex park = graph.add_entity({.id = "e2", .type = EntityType::park, .name = "乙园", .within = "甲市"});
    graph.add_fact({.subject = city,
                    .object = park,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done,
                                   .time = "2022",
                                   .amount = Amount{Decimal(125, 1), "CNY"},
                                   .count = 3,
                                   .title = "长",
                                   .negated = true},
                    .evidence = {{second, "weak", 0.5}, {first, "strong", 0.9}}});
    graph.add_observation({.subject = city,
                           .indicator = "新增学位",
                           .quantity = {.value = Decimal(15000), .unit = "个", .bound = Bound::approx},
                           .qualifiers = {.time = "2023"},
                           .evidence = {{second, "r", 0.8}}});
    return graph;
}

TEST(Elements, NodesCarryEverything) {
    const auto nodes = told(for_each_node, node_properties(), small_graph());
    ASSERT_EQ(nodes.size(), 3U);
    EXPECT_EQ(nodes[0].element.id, "e1");
    EXPECT_EQ(nodes[0].properties, (Properties{{"label", "甲市"},
                                               {"element", "entity"},
                                               {"kind", "District"},
                                               {"kind_label", "行政区划"},
                                               {"aliases", R"(["我市","甲\""])"},
                                               {"code", "35"}}));
    EXPECT_EQ(nodes[1].properties.at("within"), "甲市");
    EXPECT_EQ(nodes[2].element.id, observation_id(small_graph(), small_graph().observations()[0]));
    EXPECT_EQ(nodes[2].element.time, "2023");
    EXPECT_EQ(nodes[2].properties, (Properties{{"label", "新增学位 1.5万个"},
                                               {"element", "observation"},
                                               {"kind", "Observation"},
                                               {"kind_label", "数量"},
                                               {"indicator", "新增学位"},
                                               {"value", "15000"},
                                               {"unit", "个"},
                                               {"bound", "approx"},
                                               {"change", "false"},
                                               {"time", "2023"},
                                               {"confidence", "0.8"},
                                               {"rule", "r"},
                                               {"sentence", "新增学位约1.5万个。"},
                                               {"document", "a.txt"},
                                               {"document_id", "d1"},
                                               {"quote_start", "7"},
                                               {"quote_end", "18"}}));
}

TEST(Elements, EdgesCarryEverything) {
    const auto edges = told(for_each_edge, edge_properties(), small_graph(), {.language = "en"});
    ASSERT_EQ(edges.size(), 2U);
    EXPECT_EQ(edges[0].element.source, "e1");
    EXPECT_EQ(edges[0].element.target, "e2");
    EXPECT_EQ(edges[0].element.kind, "builds");
    EXPECT_EQ(edges[0].properties,
              (Properties{{"label", "not builds"},
                          {"element", "fact"},
                          {"predicate", "builds"},
                          {"symmetric", "false"},
                          {"status", "done"},
                          {"time", "2022"},
                          {"amount", "12.5"},
                          {"unit", "CNY"},
                          {"count", "3"},
                          {"title", "长"},
                          {"negated", "true"},
                          {"evidence_count", "2"},
                          {"confidence", "0.9"},
                          {"rule", "strong"},
                          {"sentence", "甲市建成乙园。"},
                          {"document", "a.txt"},
                          {"document_id", "d1"},
                          {"quote_start", "0"},
                          {"quote_end", "7"},
                          {"more_evidence", R"([{"source":"d1","exact":"新增学位约1.5万个。","start":7,"end":18,)"
                                            R"("rule":"weak","confidence":"0.5"}])"}}));
    EXPECT_EQ(edges[1].element.source, "e1");
    EXPECT_EQ(edges[1].element.target, observation_id(small_graph(), small_graph().observations()[0]));
    EXPECT_EQ(edges[1].properties, (Properties{{"label", "quantity"},
                                               {"element", "observation"},
                                               {"predicate", "observed"},
                                               {"symmetric", "false"},
                                               {"time", "2023"},
                                               {"negated", "false"}}));
}

TEST(Elements, IdsAreUniqueAndEndsAreThere) {
    const Graph graph = rich_graph();
    std::set<std::string> nodes, edges;
    for (const Told& node : told(for_each_node, node_properties(), graph))
        EXPECT_TRUE(nodes.insert(node.element.id).second);
    for (const Told& edge : told(for_each_edge, edge_properties(), graph)) {
        EXPECT_TRUE(edges.insert(edge.element.id).second);
        EXPECT_TRUE(nodes.contains(edge.element.source) && nodes.contains(edge.element.target));
    }
    EXPECT_EQ(nodes.size(), graph.entity_count() + graph.observations().size());
    EXPECT_EQ(edges.size(), graph.fact_count() + graph.observations().size());
}

TEST(Elements, HostileListsAreJson) {
    for (const Told& node : told(for_each_node, node_properties(), rich_graph())) {
        if (!node.properties.contains("aliases")) continue;
        rapidjson::Document json;
        json.Parse(node.properties.at("aliases").c_str());
        EXPECT_TRUE(json.IsArray());
    }
    rapidjson::Document documents;
    documents.Parse(documents_as_json(rich_graph()).c_str());
    ASSERT_TRUE(documents.IsArray());
    EXPECT_STREQ(documents[0]["headline"].GetString(), "样例市的一年");
    EXPECT_EQ(documents[0]["author"].Size(), 3U);
    EXPECT_FALSE(documents[0].HasMember("text"));
}

TEST(Elements, TitleIsOfTheDocuments) {
    EXPECT_EQ(title_of(rich_graph(), {}), "样例市的一年 等2份文件");
    EXPECT_EQ(title_of(rich_graph(), {.language = "en"}), "样例市的一年 and 1 more");
    EXPECT_EQ(title_of(rich_graph(), {.title = "甲"}), "甲");
    EXPECT_EQ(title_of(small_graph(), {}), "题");
    EXPECT_EQ(title_of(Graph(), {}), "");
}

}  // namespace
}  // namespace guanxi
