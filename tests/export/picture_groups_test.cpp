#include "export/picture_groups.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

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
        const std::string name = std::to_string(graph.entity_count());
        return graph.add_entity({.id = "e" + name, .type = type, .name = "实体" + name});
    }
    void say(EntityIndex s, Predicate p, EntityIndex o, Status status = Status::none) {
        graph.add_fact({.subject = s,
                        .object = o,
                        .predicate = p,
                        .qualifiers = {.status = status},
                        .evidence = {{quote, "rule", 1}}});
    }
    // A district that builds parks.
    EntityIndex star(std::size_t leaves) {
        const EntityIndex hub = add(EntityType::district);
        for (std::size_t i = 0; i < leaves; ++i) say(hub, Predicate::builds, add(EntityType::park));
        return hub;
    }
};

}  // namespace

TEST(Hubs, WhatMostOthersHangOn) {
    Town town;
    EXPECT_TRUE(find_hubs(town.graph, link_facts(town.graph)).empty());
    const EntityIndex first = town.star(7);
    EXPECT_TRUE(find_hubs(town.graph, link_facts(town.graph)).empty());
    const EntityIndex second = town.star(12);
    EXPECT_EQ(find_hubs(town.graph, link_facts(town.graph)), std::vector{second});
    for (int i = 0; i < 6; ++i) town.say(first, Predicate::builds, town.add(EntityType::project));
    EXPECT_EQ(find_hubs(town.graph, link_facts(town.graph)), (std::vector{first, second}));
}

TEST(Hubs, NoneWhereEachHasMany) {
    Town town;
    for (int i = 0; i < 40; ++i) town.add(EntityType::company);
    std::mt19937 random(3);
    for (int i = 0; i < 400; ++i) {
        const auto a = static_cast<EntityIndex>(random() % 40);
        const auto b = static_cast<EntityIndex>(random() % 40);
        if (a != b) town.say(a, Predicate::invests, b);
    }
    EXPECT_TRUE(find_hubs(town.graph, link_facts(town.graph)).empty());
}

TEST(Groups, ByRelationDirectionAndStatus) {
    Town town;
    const EntityIndex hub = town.star(9);
    const EntityIndex planned = town.add(EntityType::park);
    town.say(hub, Predicate::builds, planned, Status::planned);
    town.say(planned, Predicate::located_in, hub);  // less telling than what is built
    const EntityIndex here = town.add(EntityType::place);
    town.say(here, Predicate::located_in, hub);
    const EntityIndex firm = town.add(EntityType::company);
    town.say(firm, Predicate::settles_in, here);     // stands below the place
    town.say(planned, Predicate::depends_on, firm);  // joins planned to here
    const EntityIndex loose = town.add(EntityType::person);
    const auto links = link_facts(town.graph);
    const auto panels = group_by_hub(town.graph, links, std::vector{hub});
    ASSERT_EQ(panels.size(), 2U);
    ASSERT_EQ(panels[0].groups.size(), 2U);
    EXPECT_EQ(panels[0].groups[0].status, Status::planned);
    const Outline& outline = panels[0].groups[0].outlines.at(0);
    ASSERT_EQ(outline.size(), 3U);
    EXPECT_EQ(outline[0].entity, planned);
    EXPECT_EQ(outline[1].entity, firm);
    EXPECT_EQ(outline[2].entity, here);
    EXPECT_EQ(outline[2].parent, 1U);
    EXPECT_EQ(outline[0].others.size(), 1U);  // located in the hub
    EXPECT_EQ(outline[2].others.size(), 1U);
    EXPECT_EQ(panels[0].groups[1].outlines.size(), 9U);
    EXPECT_FALSE(panels[1].groups.at(0).linked);
    EXPECT_EQ(panels[1].groups[0].outlines.at(0).at(0).entity, loose);
}

TEST(Groups, EachEntityAndEachLinkOnce) {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        Town town;
        for (int i = 0; i < 3; ++i) (void)town.star(10);
        for (int i = 0; i < 20; ++i) {
            const auto a = static_cast<EntityIndex>(random() % town.graph.entity_count());
            const auto b = static_cast<EntityIndex>(random() % town.graph.entity_count());
            if (a != b) town.say(a, Predicate::related_to, b);
        }
        const auto links = link_facts(town.graph);
        const auto hubs = find_hubs(town.graph, links);
        std::multiset<EntityIndex> entities;
        std::multiset<std::size_t> shown;
        for (const Panel& panel : group_by_hub(town.graph, links, hubs)) {
            if (panel.hub != Graph::no_entity) entities.insert(panel.hub);
            shown.insert(panel.others.begin(), panel.others.end());
            for (const Group& group : panel.groups) {
                for (const Outline& outline : group.outlines) {
                    for (const Branch& branch : outline) {
                        entities.insert(branch.entity);
                        if (branch.link != none) shown.insert(branch.link);
                        shown.insert(branch.others.begin(), branch.others.end());
                    }
                }
            }
        }
        EXPECT_EQ(entities.size(), town.graph.entity_count());
        EXPECT_EQ(std::set(entities.begin(), entities.end()).size(), entities.size());
        EXPECT_EQ(shown.size(), links.size());
        EXPECT_EQ(std::set(shown.begin(), shown.end()).size(), shown.size());
    }
}

TEST(Groups, TheIsolatedByKind) {
    Town town;
    town.star(2);
    const EntityIndex person = town.add(EntityType::person);
    const EntityIndex place = town.add(EntityType::place);
    const Panel panel = group_isolated(town.graph, link_facts(town.graph));
    ASSERT_EQ(panel.groups.size(), 1U);
    ASSERT_EQ(panel.groups[0].outlines.size(), 2U);
    EXPECT_EQ(panel.groups[0].outlines[0][0].entity, place);
    EXPECT_EQ(panel.groups[0].outlines[1][0].entity, person);
}

}  // namespace guanxi
