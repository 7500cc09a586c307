#include "core/graph.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace guanxi {
namespace {

struct Small {
    Graph graph;
    DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "厦门市建设甲项目。"});
    QuoteIndex quote = graph.add_quote({document, 0, 9, "厦门市建设甲项目。"});
    EntityIndex city = graph.add_entity({.id = "e1", .type = EntityType::district, .name = "厦门市"});
    EntityIndex project = graph.add_entity({.id = "e2", .type = EntityType::project, .name = "甲项目"});

    [[nodiscard]] Fact builds(Status status) const {
        return {.subject = city,
                .object = project,
                .predicate = Predicate::builds,
                .qualifiers = {.status = status},
                .evidence = {{quote, "rule", 0.8}}};
    }
};

}  // namespace

TEST(Graph, MergesEqualFactsAndKeepsOthersApart) {
    Small small;
    const FactIndex done = small.graph.add_fact(small.builds(Status::done));
    EXPECT_EQ(small.graph.add_fact(small.builds(Status::done)), done);
    EXPECT_NE(small.graph.add_fact(small.builds(Status::planned)), done);
    EXPECT_EQ(small.graph.fact(done).evidence.size(), 1U);
    EXPECT_EQ(small.graph.facts_of(small.project).size(), 2U);
    small.graph.check();
}

TEST(Graph, MergesNamesOfOneEntity) {
    Small small;
    EXPECT_EQ(small.graph.add_entity({.id = "e1", .type = EntityType::district, .name = "厦门", .aliases = {"鹭岛"}}),
              small.city);
    EXPECT_EQ(small.graph.entity(small.city).name, "厦门市");
    EXPECT_EQ(small.graph.entity(small.city).aliases, (std::vector<std::string>{"厦门", "鹭岛"}));
    small.graph.check();
}

TEST(Graph, RefusesWhatTheSchemaDoesNotAllow) {
    Small small;
    Fact fact = small.builds(Status::done);
    std::swap(fact.subject, fact.object);
    EXPECT_THROW(small.graph.add_fact(fact), Error);
    fact = small.builds(Status::done);
    fact.evidence.clear();
    EXPECT_THROW(small.graph.add_fact(fact), Error);
    fact = small.builds(Status::done);
    fact.object = fact.subject;
    EXPECT_THROW(small.graph.add_fact(fact), Error);
    EXPECT_EQ(small.graph.fact_count(), 0U);
    small.graph.check();
}

TEST(Graph, StoresSymmetricFactsOnce) {
    Small small;
    const EntityIndex other = small.graph.add_entity({.id = "e0", .type = EntityType::district, .name = "漳州市"});
    Fact fact = small.builds(Status::none);
    fact.predicate = Predicate::cooperates_with;
    fact.object = other;
    const FactIndex first = small.graph.add_fact(fact);
    std::swap(fact.subject, fact.object);
    EXPECT_EQ(small.graph.add_fact(fact), first);
    EXPECT_EQ(small.graph.fact(first).subject, other);
    small.graph.check();
}

}  // namespace guanxi
