#include "core/explanation.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

// A chain a - b - c, with three facts between a and b; d alone.
struct Chain {
    Graph graph;
    EntityIndex a, b, c, d;
    QuoteIndex quote;

    Chain() {
        const DocumentIndex document = graph.add_document({.id = "d1", .name = "x.txt", .text = "甲乙丙丁"});
        quote = graph.add_quote({document, 0, 4, "甲乙丙丁"});
        a = add("e1", "甲区");
        b = add("e2", "乙区");
        c = add("e3", "丙区");
        d = add("e4", "丁区");
        fact(a, b, {.status = Status::planned, .time = "2024"});  // 0
        fact(b, a, {});                                           // 1
        fact(a, b, {.status = Status::done, .time = "2023"});     // 2
        fact(c, b, {.status = Status::done, .time = "2022"});     // 3
        observe({.status = Status::planned});
        observe({.status = Status::done});
    }
    EntityIndex add(const std::string& id, const std::string& name) {
        return graph.add_entity({.id = id, .type = EntityType::district, .name = name});
    }
    void fact(EntityIndex s, EntityIndex o, const Qualifiers& qualifiers) {
        graph.add_fact({.subject = s,
                        .object = o,
                        .predicate = Predicate::located_in,
                        .qualifiers = qualifiers,
                        .evidence = {{quote, "rule", 1}}});
    }
    void observe(const Qualifiers& qualifiers) {
        graph.add_observation(
            {.subject = a, .indicator = "学位", .qualifiers = qualifiers, .evidence = {{quote, "rule", 1}}});
    }
};

using Facts = std::vector<FactIndex>;

TEST(Explanation, tells_what_is_done_first) {
    const Chain chain;
    EXPECT_EQ(explain(chain.graph, chain.a).facts, (Facts{2, 0, 1}));
    EXPECT_EQ(explain(chain.graph, chain.b).facts, (Facts{3, 2, 0, 1}));
    EXPECT_EQ(explain(chain.graph, chain.a).observations, (std::vector<ObservationIndex>{1, 0}));
    EXPECT_TRUE(explain(chain.graph, chain.d).facts.empty());
}

TEST(Explanation, connects_by_facts_or_by_the_shortest_chain) {
    const Chain chain;
    EXPECT_TRUE(connect(chain.graph, chain.a, chain.b).direct);
    EXPECT_EQ(connect(chain.graph, chain.b, chain.a).facts, (Facts{2, 0, 1}));
    EXPECT_FALSE(connect(chain.graph, chain.a, chain.c).direct);
    EXPECT_EQ(connect(chain.graph, chain.a, chain.c).facts, (Facts{0, 3}));
    EXPECT_EQ(connect(chain.graph, chain.c, chain.a).facts, (Facts{3, 0}));
    EXPECT_TRUE(connect(chain.graph, chain.a, chain.d).facts.empty());
    EXPECT_TRUE(connect(chain.graph, chain.a, chain.a).facts.empty());
}

}  // namespace
}  // namespace guanxi
