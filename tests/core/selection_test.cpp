#include "core/selection.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/error.hpp"

namespace guanxi {
namespace {

using Names = std::vector<std::string>;

// Two documents: a district with a project, a company and an award; a person of another district; an industry alone.
struct Sample {
    Graph graph;
    EntityIndex district, project, company, award, person, other, industry;

    Sample() {
        const DocumentIndex first = graph.add_document({.id = "d1", .name = "a.txt", .text = "样例区建设甲项目。"});
        const DocumentIndex second = graph.add_document({.id = "d2", .name = "b.txt", .text = "另一区区长张三。"});
        graph.add_document({.id = "d3", .name = "c.txt", .text = "没有事实。"});
        const QuoteIndex here = graph.add_quote({first, 0, 9, "样例区建设甲项目。"});
        const QuoteIndex there = graph.add_quote({second, 0, 8, "另一区区长张三。"});
        district = add("e1", EntityType::district, "样例区");
        project = add("e2", EntityType::project, "“甲”项目");
        company = add("e3", EntityType::company, "ＡＢＣ公司");
        award = add("e4", EntityType::award, "样例荣誉");
        person = add("e5", EntityType::person, "张三");
        other = add("e6", EntityType::district, "另一区");
        industry = add("e7", EntityType::industry, "软件业");
        fact(district, Predicate::builds, project, Status::planned, here);
        fact(company, Predicate::invests, project, Status::done, here);
        fact(company, Predicate::receives, award, Status::done, here);
        fact(person, Predicate::holds_position, other, Status::none, there);
        graph.add_observation({.subject = district,
                               .indicator = "学位",
                               .quantity = {.value = Decimal(3), .unit = "个"},
                               .evidence = {{here, "rule", 1}}});
    }

    EntityIndex add(const std::string& id, EntityType type, const std::string& name) {
        std::vector<std::string> aliases;
        if (id == "e1") aliases = {"样例", "全区"};
        return graph.add_entity({.id = id, .type = type, .name = name, .aliases = aliases});
    }
    void fact(EntityIndex s, Predicate p, EntityIndex o, Status status, QuoteIndex quote) {
        graph.add_fact({.subject = s,
                        .object = o,
                        .predicate = p,
                        .qualifiers = {.status = status},
                        .evidence = {{quote, "rule", 1}}});
    }
};

Names names(const Graph& graph) {
    Names all;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) all.push_back(graph.entity(i).name);
    return all;
}

std::string message_of(const Selection& selection) {
    try {
        (void)select(Sample().graph, selection);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST(FindEntities, ByIdNameAliasPart) {
    const Sample s;
    struct Case {
        std::string name;
        std::vector<EntityIndex> found;
    };
    for (const auto& [name, found] :
         {Case{"e5", {s.person}}, Case{"样例区", {s.district}}, Case{"样例", {s.district}},
          Case{"样", {s.district, s.award}}, Case{"甲项目", {s.project}}, Case{"「甲」 项目", {s.project}},
          Case{"ABC公司", {s.company}}, Case{"区", {s.district, s.other}}, Case{"无", {}}, Case{"", {}},
          Case{"《》", {}}}) {
        EXPECT_EQ(find_entities(s.graph, name), found) << name;
    }
}

TEST(Select, ByEachCondition) {
    const Sample s;
    struct Case {
        Selection selection;
        Names entities;
        std::size_t facts;
    };
    const Names all = names(s.graph);
    const std::vector<Case> cases{
        {{}, all, 4},
        {{.isolated = false}, {"样例区", "“甲”项目", "ＡＢＣ公司", "样例荣誉", "张三", "另一区"}, 4},
        {{.types = {EntityType::district, EntityType::project}}, {"样例区", "“甲”项目", "另一区"}, 1},
        {{.relations = {Predicate::invests}, .isolated = false}, {"“甲”项目", "ＡＢＣ公司"}, 1},
        {{.relations = {Predicate::invests}}, all, 1},
        {{.statuses = {Status::done}, .isolated = false}, {"“甲”项目", "ＡＢＣ公司", "样例荣誉"}, 2},
        {{.statuses = {Status::none}, .isolated = false}, {"张三", "另一区"}, 1},
        {{.around = {"样例区"}}, {"样例区", "“甲”项目"}, 1},
        {{.around = {"样例区"}, .hops = 0}, {"样例区"}, 0},
        {{.around = {"样例区"}, .hops = 2}, {"样例区", "“甲”项目", "ＡＢＣ公司"}, 2},
        {{.around = {"样例区", "张三"}}, {"样例区", "“甲”项目", "张三", "另一区"}, 2},
        {{.types = {EntityType::project}, .around = {"样例区"}, .hops = 9}, {"样例区", "“甲”项目"}, 1},
        {{.around = {"软件业"}, .isolated = false}, {"软件业"}, 0},
        {{.top = 2}, {"“甲”项目", "ＡＢＣ公司"}, 1},
        {{.around = {"样例荣誉"}, .hops = 9, .top = 1}, {"样例荣誉"}, 0},
        {{.top = 0}, {}, 0},
        {{.top = 99}, all, 4},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Selected selected = select(s.graph, cases[i].selection);
        selected.graph.check();
        EXPECT_EQ(names(selected.graph), cases[i].entities) << i;
        EXPECT_EQ(selected.graph.fact_count(), cases[i].facts) << i;
        EXPECT_EQ(selected.entities_left_out, s.graph.entity_count() - cases[i].entities.size()) << i;
        EXPECT_EQ(selected.facts_left_out, s.graph.fact_count() - cases[i].facts) << i;
    }
}

TEST(Select, KeepsWhatBelongsToWhatStays) {
    const Sample s;
    const Graph near = select(s.graph, {.around = {"样例区"}}).graph;
    ASSERT_EQ(near.documents().size(), 2U);
    EXPECT_EQ(near.documents()[0].name, "a.txt");
    EXPECT_EQ(near.documents()[1].name, "c.txt");
    EXPECT_EQ(near.quotes().size(), 1U);
    EXPECT_EQ(near.observations().size(), 1U);
    EXPECT_EQ(near.entity(0).aliases, (Names{"全区", "样例"}));

    const Graph person = select(s.graph, {.around = {"张三"}}).graph;
    EXPECT_EQ(person.documents()[0].name, "b.txt");
    EXPECT_EQ(person.quotes()[person.fact(0).evidence.at(0).quote].text, "另一区区长张三。");
    EXPECT_TRUE(person.observations().empty());
}

TEST(Take, APartByItsIndices) {
    const Sample s;
    const Selected facts = take(s.graph, {.facts = {1}});
    facts.graph.check();
    EXPECT_EQ(names(facts.graph), (Names{"“甲”项目", "ＡＢＣ公司"}));
    EXPECT_EQ(facts.facts_left_out, 3U);
    const Selected figures = take(s.graph, {.entities = {s.person}, .observations = {{0}}});
    EXPECT_EQ(names(figures.graph), (Names{"样例区", "张三"}));
    EXPECT_EQ(figures.graph.observations().size(), 1U);
    EXPECT_EQ(figures.graph.fact_count(), 0U);
    // Of entities all observations, unless it is said which.
    EXPECT_EQ(take(s.graph, {.entities = {s.district}}).graph.observations().size(), 1U);
    EXPECT_TRUE(take(s.graph, {.entities = {s.district}, .observations = {std::vector<ObservationIndex>{}}})
                    .graph.observations()
                    .empty());
    EXPECT_EQ(take(s.graph, {}).graph.entity_count(), 0U);
}

TEST(Select, SaysWhichNameIsWrong) {
    EXPECT_EQ(message_of({.around = {"样列区"}}), "no entity is called \"样列区\"; did you mean 样例区?");
    EXPECT_EQ(message_of({.around = {"火星基地"}}), "no entity is called \"火星基地\"");
    EXPECT_EQ(message_of({.around = {"区"}}),
              "\"区\" could be 2 entities; say which by its full name or id:\n  样例区 (District, e1)\n  另一区 "
              "(District, e6)");
}

}  // namespace guanxi
