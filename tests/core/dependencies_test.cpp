#include "core/dependencies.hpp"

#include <gtest/gtest.h>

#include "made_graph.hpp"

namespace guanxi {
namespace {

using Entities = std::vector<EntityIndex>;

std::vector<std::pair<unsigned, EntityIndex>> told(const std::vector<DistantNeed>& list, bool needed) {
    std::vector<std::pair<unsigned, EntityIndex>> all;
    for (const DistantNeed& one : list) all.emplace_back(one.depth, needed ? one.need.needed : one.need.needer);
    return all;
}

// 0 is the whole of 1 and 2; 2 depends on 1; 3 on 0; 4 produces 5; 6 and 7 depend on each other, 7 on 6 twice.
Graph works() {
    return made_graph(8, {{1, 0, Predicate::part_of},
                          {2, 0, Predicate::part_of},
                          {2, 1},
                          {3, 0},
                          {4, 5, Predicate::produces},
                          {6, 7},
                          {7, 6},
                          {7, 6, Predicate::depends_on, "2025"}});
}

}  // namespace

TEST(Needs, wholes_need_parts_and_more_relations_can_be_added) {
    const Graph graph = works();
    const std::vector<Need> plain = needs(graph, {});
    ASSERT_EQ(plain.size(), 7U);
    EXPECT_EQ(plain[0].needer, 0U);
    EXPECT_EQ(plain[0].needed, 1U);
    EXPECT_EQ(plain[3].needer, 3U);
    const std::vector<Predicate> over{Predicate::produces};
    EXPECT_EQ(needs(graph, over).size(), 8U);
}

TEST(Needs, are_followed_both_ways) {
    const std::vector<Need> all = needs(works(), {});
    using Told = std::vector<std::pair<unsigned, EntityIndex>>;
    EXPECT_EQ(told(needs_of(all, 3), true), (Told{{1, 0}, {2, 1}, {2, 2}, {3, 1}}));
    EXPECT_EQ(told(needs_for(all, 1), false), (Told{{1, 0}, {1, 2}, {2, 0}, {2, 3}}));
    EXPECT_TRUE(needs_of(all, 1).empty());
    EXPECT_TRUE(needs_of(all, 4).empty());
    EXPECT_TRUE(needs_for(all, 99).empty());
    EXPECT_TRUE(needs_of({}, 0).empty());
    // A ring ends.
    EXPECT_EQ(told(needs_of(all, 6), true), (Told{{1, 7}, {2, 6}, {2, 6}}));
}

TEST(NeedsInOrder, nothing_needs_what_comes_later) {
    const std::vector<Need> all = needs(works(), {});
    std::vector<std::tuple<unsigned, EntityIndex, unsigned>> places;
    for (const OrderedEntity& place : needs_in_order(all)) places.emplace_back(place.level, place.entity, place.ring);
    EXPECT_EQ(places, (std::vector<std::tuple<unsigned, EntityIndex, unsigned>>{
                          {1, 1, 0}, {1, 6, 1}, {1, 7, 1}, {2, 2, 0}, {3, 0, 0}, {4, 3, 0}}));
    EXPECT_TRUE(needs_in_order({}).empty());
}

TEST(Cycles, each_once_from_its_smallest_entity) {
    const Cycles two = cycles_of(needs(works(), {}), 10);
    EXPECT_EQ(two.cycles, (std::vector<Entities>{{6, 7}}));
    // Two rings that share an entity, and the long one around.
    const Graph graph = made_graph(4, {{2, 1}, {1, 0}, {0, 2}, {0, 3}, {3, 0}});
    EXPECT_EQ(cycles_of(needs(graph, {}), 10).cycles, (std::vector<Entities>{{0, 3}, {0, 2, 1}}));
    EXPECT_TRUE(cycles_of({}, 10).cycles.empty());
}

TEST(Cycles, say_when_there_are_more) {
    std::vector<MadeFact> facts;
    for (EntityIndex i = 0; i < 9; ++i) {
        for (EntityIndex j = 0; j < 9; ++j) {
            if (i != j) facts.push_back({i, j});
        }
    }
    const Cycles found = cycles_of(needs(made_graph(9, facts), {}), 50);
    EXPECT_EQ(found.cycles.size(), 50U);
    EXPECT_FALSE(found.complete);
}

}  // namespace guanxi
