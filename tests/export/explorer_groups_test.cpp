#include "export/explorer_groups.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <string>

#include "export/explorer_layout.hpp"

namespace guanxi {
namespace {

struct Town {
    Graph graph;
    QuoteIndex quote = 0;

    Town() {
        const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "样例市建成甲园。"});
        quote = graph.add_quote({document, 0, 8, "样例市建成甲园。"});
    }
    EntityIndex add(EntityType type) {
        std::string number = std::to_string(graph.entity_count());
        number.insert(0, 6 - number.size(), '0');
        return graph.add_entity({.id = "e" + number, .type = type, .name = "实体" + number});
    }
    void say(EntityIndex s, Predicate p, EntityIndex o) {
        graph.add_fact({.subject = s, .object = o, .predicate = p, .evidence = {{quote, "rule", 1}}});
    }
    // Entities each of which has to do with each other.
    std::vector<EntityIndex> clique(std::size_t size) {
        std::vector<EntityIndex> all;
        for (std::size_t i = 0; i < size; ++i) {
            all.push_back(add(EntityType::company));
            for (std::size_t k = 0; k < i; ++k) say(all[k], Predicate::related_to, all[i]);
        }
        return all;
    }
    EntityIndex star(std::size_t leaves) {
        const EntityIndex hub = add(EntityType::district);
        for (std::size_t i = 0; i < leaves; ++i) {
            if (i % 3 == 0) say(hub, Predicate::builds, add(EntityType::park));
            if (i % 3 == 1) say(hub, Predicate::implements, add(EntityType::program));
            if (i % 3 == 2) say(add(EntityType::park), Predicate::located_in, hub);
        }
        return hub;
    }
};

// Cities of very different size, small groups, and entities that are alone.
Town country(unsigned seed) {
    Town town;
    std::mt19937 random(seed);
    std::vector<EntityIndex> hubs;
    for (const std::size_t leaves : {900U, 400U, 90U, 30U, 7U, 5U, 2U, 1U, 1U}) hubs.push_back(town.star(leaves));
    for (std::size_t i = 0; i + 1 < 6; ++i) town.say(hubs[i], Predicate::cooperates_with, hubs[i + 1]);
    for (int i = 0; i < 300; ++i) town.add(static_cast<EntityType>(random() % entity_type_count));
    return town;
}

std::size_t things(const ExplorerGroup& group) {
    return group.groups.size() + group.members.size();
}

double distance(const Disc& a, const Disc& b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

}  // namespace

TEST(ExplorerGroups, HoldEveryEntityOnce) {
    const Town town = country(1);
    const ExplorerGroups grouped = group_for_explorer(town.graph);
    std::set<EntityIndex> seen;
    std::vector<std::uint32_t> parents(grouped.groups.size(), 0);
    for (std::uint32_t i = 0; i < grouped.groups.size(); ++i) {
        const ExplorerGroup& group = grouped.groups[i];
        std::size_t size = group.members.size();
        for (const EntityIndex e : group.members) EXPECT_TRUE(seen.insert(e).second);
        for (const std::uint32_t inner : group.groups) {
            EXPECT_GT(inner, i);
            ++parents[inner];
            size += grouped.groups[inner].size;
        }
        EXPECT_EQ(group.size, size);
        EXPECT_GT(size, 0U);
        EXPECT_LE(things(group), 260U);
    }
    EXPECT_EQ(seen.size(), town.graph.entity_count());
    for (const std::uint32_t top : grouped.top) ++parents[top];
    for (const std::uint32_t count : parents) EXPECT_EQ(count, 1U);
}

TEST(ExplorerGroups, OfACityByKindThenByRelation) {
    Town town;
    const EntityIndex hub = town.star(900);
    const ExplorerGroups grouped = group_for_explorer(town.graph);
    ASSERT_EQ(grouped.top.size(), 1U);
    const ExplorerGroup& city = grouped.groups[grouped.top[0]];
    EXPECT_EQ(city.what, GroupKind::community);
    EXPECT_EQ(city.of, hub);
    EXPECT_EQ(city.members, std::vector{hub});
    ASSERT_EQ(city.groups.size(), 2U);
    const ExplorerGroup& parks = grouped.groups[city.groups[0]];
    EXPECT_EQ(parks.what, GroupKind::kind);
    EXPECT_EQ(parks.of, static_cast<std::uint32_t>(EntityType::park));
    EXPECT_EQ(parks.size, 600U);
    ASSERT_EQ(parks.groups.size(), 2U);
    EXPECT_EQ(grouped.groups[parks.groups[0]].what, GroupKind::subject);
    EXPECT_EQ(grouped.groups[parks.groups[0]].of, static_cast<std::uint32_t>(Predicate::located_in));
    EXPECT_EQ(grouped.groups[parks.groups[1]].what, GroupKind::object);
    EXPECT_EQ(grouped.groups[parks.groups[1]].of, static_cast<std::uint32_t>(Predicate::builds));
}

TEST(ExplorerGroups, OfWhatIsAloneAndOfSmallCommunities) {
    Town town;
    town.star(10);
    for (int i = 0; i < 50; ++i) town.star(1);
    for (int i = 0; i < 70; ++i) town.add(EntityType::award);
    const ExplorerGroups grouped = group_for_explorer(town.graph);
    ASSERT_EQ(grouped.top.size(), 3U);
    EXPECT_EQ(grouped.groups[grouped.top[1]].what, GroupKind::rest);
    EXPECT_EQ(grouped.groups[grouped.top[1]].size, 100U);
    const ExplorerGroup& alone = grouped.groups[grouped.top[2]];
    EXPECT_EQ(alone.what, GroupKind::alone);
    ASSERT_EQ(alone.groups.size(), 1U);
    EXPECT_EQ(grouped.groups[alone.groups[0]].of, static_cast<std::uint32_t>(EntityType::award));
    EXPECT_TRUE(group_for_explorer(Graph{}).top.empty());
}

TEST(ExplorerGroups, NeverShowTooMuchAtOnce) {
    Town town;
    for (int i = 0; i < 60000; ++i) town.add(EntityType::award);
    const ExplorerGroups grouped = group_for_explorer(town.graph);
    for (const ExplorerGroup& group : grouped.groups) EXPECT_LE(things(group), 260U);
}

TEST(ExplorerLayout, NothingOverlapsAndAllLiesInItsGroup) {
    for (const unsigned seed : {1U, 2U}) {
        const Town town = country(seed);
        const ExplorerGroups grouped = group_for_explorer(town.graph);
        const ExplorerLayout layout = lay_out_explorer(town.graph, grouped);
        const auto apart = [](const std::vector<Disc>& discs) {
            for (std::size_t i = 0; i < discs.size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) {
                    EXPECT_GE(distance(discs[i], discs[k]), (discs[i].r + discs[k].r) * 0.95);
                }
            }
        };
        std::vector<Disc> top;
        for (const std::uint32_t group : grouped.top) top.push_back(layout.groups[group]);
        apart(top);
        for (std::size_t i = 0; i < grouped.groups.size(); ++i) {
            std::vector<Disc> inside;
            for (const EntityIndex e : grouped.groups[i].members) inside.push_back(layout.entities[e]);
            for (const std::uint32_t inner : grouped.groups[i].groups) inside.push_back(layout.groups[inner]);
            apart(inside);
            for (const Disc& disc : inside) {
                EXPECT_LE(distance(disc, layout.groups[i]) + disc.r, layout.groups[i].r * 1.001);
            }
        }
    }
}

TEST(ExplorerLayout, LinkedGroupsLieNearEachOther) {
    Town town;
    std::vector<EntityIndex> hubs;
    for (int i = 0; i < 40; ++i) hubs.push_back(town.star(20));
    for (int i = 0; i < 6; ++i) town.say(hubs[39], Predicate::cooperates_with, hubs[static_cast<std::size_t>(i) + 20]);
    const ExplorerGroups grouped = group_for_explorer(town.graph);
    const ExplorerLayout layout = lay_out_explorer(town.graph, grouped);
    ASSERT_EQ(grouped.top.size(), 40U);
    double linked = 0;
    double all = 0;
    for (std::size_t i = 0; i < 39; ++i) {
        const double far = distance(layout.entities[hubs[39]], layout.entities[hubs[i]]);
        all += far / 39;
        if (i >= 20 && i < 26) linked += far / 6;
    }
    EXPECT_LT(linked, all);
}

}  // namespace guanxi
