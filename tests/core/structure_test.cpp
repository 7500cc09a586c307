#include "core/structure.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "core/algorithms.hpp"
#include "core/communities.hpp"
#include "made_graph.hpp"

namespace guanxi {
namespace {

// Two triangles, 0 1 2 and 4 5 6, with 3 between; 7 hangs on 6 by two facts, 8 on 7 by one; 9 alone.
Graph triangles() {
    return made_graph(10, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 4}, {6, 7}, {7, 6}, {7, 8}});
}

}  // namespace

TEST(Critical, finds_what_holds_together_and_how_much_hangs_on_it) {
    const Critical found = critical(triangles());
    std::vector<std::tuple<EntityIndex, std::size_t, std::size_t>> entities;
    for (const CutEntity& cut : found.entities) entities.emplace_back(cut.entity, cut.pieces, cut.cut_off);
    using Expected = decltype(entities);
    EXPECT_EQ(entities, (Expected{{4, 2, 4}, {3, 2, 3}, {2, 2, 2}, {6, 2, 2}, {7, 2, 1}}));
    std::vector<std::pair<FactIndex, std::size_t>> bridges;
    for (const Bridge& bridge : found.bridges) bridges.emplace_back(bridge.fact, bridge.cut_off);
    // Two facts between 6 and 7 are no bridge: one can go.
    EXPECT_EQ(bridges, (std::vector<std::pair<FactIndex, std::size_t>>{{4, 4}, {3, 3}, {10, 1}}));
}

TEST(Critical, nothing_in_a_ring_nor_in_nothing) {
    const Critical ring = critical(made_graph(3, {{0, 1}, {1, 2}, {2, 0}}));
    EXPECT_TRUE(ring.entities.empty());
    EXPECT_TRUE(ring.bridges.empty());
    EXPECT_TRUE(critical(Graph()).entities.empty());
}

TEST(Critical, of_a_very_long_chain) {
    std::vector<MadeFact> facts;
    constexpr EntityIndex size = 20'000;
    for (EntityIndex i = 0; i + 1 < size; ++i) facts.push_back({i, i + 1});
    const Critical found = critical(made_graph(size, facts));
    EXPECT_EQ(found.entities.size(), size - 2);
    EXPECT_EQ(found.bridges.size(), size - 1);
    EXPECT_EQ(found.bridges.front().cut_off, size / 2);
}

TEST(Communities, the_two_triangles_fall_apart) {
    const Communities found = communities(triangles());
    EXPECT_EQ(found.group[0], found.group[1]);
    EXPECT_EQ(found.group[1], found.group[2]);
    EXPECT_EQ(found.group[4], found.group[5]);
    EXPECT_NE(found.group[0], found.group[4]);
    EXPECT_EQ(found.group[7], found.group[8]);
    EXPECT_EQ(found.group[9], 3U);
    EXPECT_GT(found.modularity, 0.39);
    EXPECT_EQ(communities(triangles()).group, found.group);
}

TEST(Communities, of_no_facts_and_of_nothing) {
    const Communities alone = communities(made_graph(3, {}));
    EXPECT_EQ(alone.group, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(alone.modularity, 0);
    EXPECT_TRUE(communities(Graph()).group.empty());
}

TEST(Communities, the_largest_is_the_first) {
    const Communities found = communities(made_graph(7, {{0, 1}, {2, 3}, {3, 4}, {4, 2}, {5, 6}}));
    EXPECT_EQ(found.group, (std::vector<std::uint32_t>{1, 1, 0, 0, 0, 2, 2}));
}

TEST(Betweenness, the_middle_of_a_chain_and_facts_beside_facts) {
    const std::vector<double> found = betweenness(made_graph(3, {{0, 1}, {1, 2}, {2, 1}}));
    EXPECT_EQ(found, (std::vector<double>{0, 1, 0}));
    EXPECT_EQ(betweenness(made_graph(2, {{0, 1}})), (std::vector<double>{0, 0}));
    EXPECT_TRUE(betweenness(Graph()).empty());
}

TEST(Degrees, count_facts_of_both_ends) {
    EXPECT_EQ(degrees(made_graph(4, {{0, 1}, {1, 0}, {2, 1}})), (std::vector<double>{2, 3, 1, 0}));
}

}  // namespace guanxi
