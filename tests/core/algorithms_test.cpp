#include "core/algorithms.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>
#include <utility>

namespace guanxi {
namespace {

using Edges = std::vector<std::pair<EntityIndex, EntityIndex>>;
using Entities = std::vector<EntityIndex>;

Graph make_graph(std::size_t count, const Edges& edges) {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "甲与乙有关。"});
    const QuoteIndex quote = graph.add_quote({document, 0, 6, "甲与乙有关。"});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = std::to_string(i);
        graph.add_entity({.id = "e" + name, .type = EntityType::company, .name = "公司" + name});
    }
    for (const auto& [a, b] : edges) {
        graph.add_fact({.subject = a, .object = b, .predicate = Predicate::invests, .evidence = {{quote, "rule", 1}}});
    }
    return graph;
}

// 0 -> 1 <- 2 -> 3, 4 - 5, 6 alone
const Edges chain_and_pair{{0, 1}, {2, 1}, {2, 3}, {5, 4}};

}  // namespace

TEST(Neighbourhood, FollowsFactsInBothDirections) {
    const Graph graph = make_graph(7, chain_and_pair);
    struct Case {
        Entities from;
        unsigned hops;
        Entities expected;
    };
    for (const auto& [from, hops, expected] :
         {Case{{0}, 0, {0}}, Case{{0}, 1, {0, 1}}, Case{{0}, 2, {0, 1, 2}}, Case{{0}, 99, {0, 1, 2, 3}},
          Case{{4, 0, 4}, 1, {0, 1, 4, 5}}, Case{{3, 0}, 1, {0, 1, 2, 3}}, Case{{6}, 5, {6}}, Case{{}, 3, {}}}) {
        EXPECT_EQ(neighbourhood(graph, from, hops), expected);
    }
}

TEST(Components, NumberedByFirstEntity) {
    EXPECT_EQ(components(make_graph(7, chain_and_pair)), (std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 2}));
    EXPECT_TRUE(components(Graph()).empty());
}

TEST(PageRank, SumsToOneAndFavoursTheHub) {
    const Graph graph = make_graph(6, {{0, 1}, {0, 2}, {3, 0}, {4, 0}});
    const std::vector<double> ranks = page_rank(graph);
    EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-12);
    EXPECT_GT(ranks[0], 2 * ranks[1]);
    EXPECT_DOUBLE_EQ(ranks[1], ranks[4]);
    EXPECT_LT(ranks[5], ranks[4]);
    EXPECT_EQ(page_rank(graph), ranks);
    EXPECT_TRUE(page_rank(Graph()).empty());
}

// Against the definition, entities without facts jumping anywhere.
TEST(PageRank, AgreesWithTheDefinition) {
    std::mt19937 random(7);
    Edges edges;
    for (int i = 0; i < 40; ++i) {
        const auto a = static_cast<EntityIndex>(random() % 20);
        const auto b = static_cast<EntityIndex>(random() % 20);
        if (a != b) edges.emplace_back(a, b);
    }
    const Graph graph = make_graph(24, edges);
    const std::size_t n = graph.entity_count();
    std::vector<double> ranks(n, 1.0 / static_cast<double>(n));
    for (int round = 0; round < 200; ++round) {
        std::vector<double> next(n, 0.15 / static_cast<double>(n));
        for (EntityIndex v = 0; v < n; ++v) {
            const auto facts = graph.facts_of(v);
            if (facts.empty()) {
                for (double& r : next) r += 0.85 * ranks[v] / static_cast<double>(n);
            }
            for (const FactIndex f : facts) {
                const Fact& fact = graph.fact(f);
                const EntityIndex other = fact.subject == v ? fact.object : fact.subject;
                next[other] += 0.85 * ranks[v] / static_cast<double>(facts.size());
            }
        }
        ranks = next;
    }
    const std::vector<double> found = page_rank(graph);
    for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(found[i], ranks[i], 1e-3);
}

}  // namespace guanxi
