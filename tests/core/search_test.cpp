#include "core/search.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

using Names = std::vector<std::string>;

Graph names() {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "甲。"});
    const QuoteIndex quote = graph.add_quote({document, 0, 2, "甲。"});
    graph.add_entity({.id = "e1", .type = EntityType::project, .name = "港口二期"});
    graph.add_entity({.id = "e2", .type = EntityType::project, .name = "新港口"});
    graph.add_entity({.id = "e3", .type = EntityType::place, .name = "港口"});
    graph.add_entity({.id = "e4", .type = EntityType::park, .name = "ＡＢＣ园区", .aliases = {"“甲”园"}});
    graph.add_entity({.id = "e5", .type = EntityType::district, .name = "样例市", .code = "990100"});
    graph.add_entity({.id = "e6", .type = EntityType::project, .name = "港口三期"});
    graph.add_fact({.subject = 5, .object = 4, .predicate = Predicate::located_in, .evidence = {{quote, "rule", 1}}});
    return graph;
}

Names found(std::string_view pattern) {
    const Graph graph = names();
    Names all;
    for (const EntityIndex i : search_entities(graph, pattern)) all.push_back(graph.entity(i).name);
    return all;
}

}  // namespace

TEST(SearchEntities, by_a_part_of_a_name_the_best_first) {
    EXPECT_EQ(found("港口"), (Names{"港口", "港口三期", "港口二期", "新港口"}));
    EXPECT_EQ(found("abc"), (Names{"ＡＢＣ园区"}));
    EXPECT_EQ(found("甲园"), (Names{"ＡＢＣ园区"}));
    EXPECT_EQ(found("e2"), (Names{"新港口"}));
    EXPECT_EQ(found("990100"), (Names{"样例市"}));
    EXPECT_EQ(found("码头"), (Names{}));
    EXPECT_EQ(found(""), (Names{}));
}

TEST(SearchEntities, with_wildcards_the_whole_name) {
    EXPECT_EQ(found("*二期"), (Names{"港口二期"}));
    EXPECT_EQ(found("港口?期"), (Names{"港口三期", "港口二期"}));
    EXPECT_EQ(found("?港口"), (Names{"新港口"}));
    EXPECT_EQ(found("港*期*"), (Names{"港口三期", "港口二期"}));
    EXPECT_EQ(found("*").size(), 6U);
    EXPECT_EQ(found("港口?"), (Names{}));
}

TEST(SimilarNames, nearest_first) {
    EXPECT_EQ(similar_names(names(), "港口四期"), (Names{"港口二期", "港口三期"}));
    EXPECT_TRUE(similar_names(names(), "完全不同的东西").empty());
}

}  // namespace guanxi
