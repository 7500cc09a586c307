#include "core/paths.hpp"

#include <gtest/gtest.h>

#include "made_graph.hpp"

namespace guanxi {
namespace {

// 0 joined with 1 and 2, both with 3, 1 twice with 3; 4 behind 3; 5 alone.
Graph diamond() {
    return made_graph(6, {{0, 1}, {2, 0}, {1, 3, Predicate::depends_on, "2024"}, {2, 3}, {3, 1}, {3, 4}});
}

}  // namespace

TEST(ShortestPath, goes_against_facts_too_and_takes_the_first_of_several) {
    const Graph graph = diamond();
    EXPECT_EQ(shortest_path(graph, 0, 4), (Path{0, 1, 3, 4}));
    EXPECT_EQ(shortest_path(graph, 4, 2), (Path{4, 3, 2}));
    EXPECT_EQ(shortest_path(graph, 1, 1), (Path{1}));
    EXPECT_EQ(shortest_path(graph, 0, 5), (Path{}));
}

TEST(ShortestPath, of_a_very_long_chain) {
    std::vector<MadeFact> facts;
    constexpr EntityIndex size = 20'000;
    for (EntityIndex i = 0; i + 1 < size; ++i) facts.push_back({i, i + 1});
    EXPECT_EQ(shortest_path(made_graph(size, facts), 0, size - 1).size(), size);
}

TEST(SimplePaths, shorter_ones_first_and_each_pair_once) {
    const Graph graph = diamond();
    const Paths found = simple_paths(graph, 0, 3, {.longest = 4});
    EXPECT_EQ(found.paths, (std::vector<Path>{{0, 1, 3}, {0, 2, 3}}));
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(simple_paths(graph, 1, 2, {.longest = 4}).paths, (std::vector<Path>{{1, 0, 2}, {1, 3, 2}}));
    EXPECT_TRUE(simple_paths(graph, 0, 3, {.longest = 1}).paths.empty());
    EXPECT_TRUE(simple_paths(graph, 0, 5, {.longest = 9}).paths.empty());
}

TEST(SimplePaths, say_when_there_are_more) {
    const Paths found = simple_paths(diamond(), 0, 3, {.longest = 4, .most = 1});
    EXPECT_EQ(found.paths, (std::vector<Path>{{0, 1, 3}}));
    EXPECT_FALSE(found.complete);
}

TEST(FactsBetween, in_both_directions) {
    const Graph graph = diamond();
    EXPECT_EQ(facts_between(graph, 1, 3), (std::vector<FactIndex>{2, 4}));
    EXPECT_EQ(facts_between(graph, 3, 1), (std::vector<FactIndex>{2, 4}));
    EXPECT_TRUE(facts_between(graph, 1, 2).empty());
}

TEST(CommonNeighbours, of_two_or_more) {
    const Graph graph = diamond();
    const std::vector<EntityIndex> two{1, 2};
    const std::vector<EntityIndex> three{1, 2, 4};
    const std::vector<EntityIndex> apart{0, 5};
    EXPECT_EQ(common_neighbours(graph, two), (std::vector<EntityIndex>{0, 3}));
    EXPECT_EQ(common_neighbours(graph, three), (std::vector<EntityIndex>{3}));
    EXPECT_TRUE(common_neighbours(graph, apart).empty());
    EXPECT_TRUE(common_neighbours(graph, {}).empty());
}

}  // namespace guanxi
