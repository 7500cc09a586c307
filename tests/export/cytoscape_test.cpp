#include "export/cytoscape.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <map>
#include <sstream>

#include "export/elements.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string written(const Graph& graph) {
    std::ostringstream out;
    write_cytoscape(graph, out, {});
    return out.str();
}

// The values of one element against its JSON: nothing lost, nothing of another type.
void compare(const Element& element, std::span<const ElementProperty> table, const rapidjson::Value& data) {
    EXPECT_EQ(data["id"].GetString(), element.id);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string& text = element.values[i];
        const auto member = data.FindMember(table[i].name.data());
        ASSERT_EQ(member == data.MemberEnd(), text.empty()) << table[i].name;
        if (text.empty()) continue;
        const rapidjson::Value& value = member->value;
        switch (table[i].type) {
            case ValueType::text:
                EXPECT_EQ(std::string(value.GetString(), value.GetStringLength()), text);
                break;
            case ValueType::integer:
                EXPECT_EQ(std::to_string(value.GetInt64()), text);
                break;
            case ValueType::number:
                EXPECT_TRUE(value.IsDouble());
                EXPECT_EQ(value.GetDouble(), std::stod(text));
                break;
            case ValueType::flag:
                EXPECT_EQ(value.GetBool(), text == "true");
                break;
            case ValueType::list:
                EXPECT_TRUE(value.IsArray());
                break;
        }
    }
}

TEST(Cytoscape, SaysWhatTheElementsSay) {
    const Graph graph = rich_graph();
    rapidjson::Document json;
    json.Parse(written(graph).c_str());
    ASSERT_FALSE(json.HasParseError());
    EXPECT_EQ(json["data"]["documents"].Size(), 2U);
    const rapidjson::Value& nodes = json["elements"]["nodes"];
    const rapidjson::Value& edges = json["elements"]["edges"];
    rapidjson::SizeType i = 0;
    for_each_node(graph, {}, [&](const Element& node) { compare(node, node_properties(), nodes[i++]["data"]); });
    EXPECT_EQ(nodes.Size(), i);
    i = 0;
    for_each_edge(graph, {}, [&](const Element& edge) {
        EXPECT_EQ(edges[i]["data"]["source"].GetString(), edge.source);
        EXPECT_EQ(edges[i]["data"]["target"].GetString(), edge.target);
        EXPECT_EQ(edges[i]["data"]["interaction"].GetString(), edge.kind);
        compare(edge, edge_properties(), edges[i++]["data"]);
    });
    EXPECT_EQ(edges.Size(), i);
}

TEST(Cytoscape, IsWrittenTheSameTwiceAndSeesWhetherItIs) {
    EXPECT_EQ(written(rich_graph()), written(rich_graph()));
    rapidjson::Document json;
    json.Parse(written(Graph()).c_str());
    EXPECT_EQ(json["elements"]["nodes"].Size(), 0U);
    std::ofstream full("/dev/full", std::ios::binary);
    write_cytoscape(rich_graph(), full, {});
    full.flush();
    EXPECT_FALSE(full.good());
}

}  // namespace
}  // namespace guanxi
