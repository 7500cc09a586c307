#include "core/difference.hpp"

#include <gtest/gtest.h>

#include "core/difference_graph.hpp"
#include "core/error.hpp"
#include "tests/core/report.hpp"

namespace guanxi {
namespace {

const PlanOutcome* plan_of(const Graph& then, const Difference& difference, const std::string& name) {
    for (const PlanOutcome& plan : difference.plans) {
        if (then.entity(plan.old_thing).name == name) return &plan;
    }
    return nullptr;
}

std::string outcome(const Report& then, const Report& now, const std::string& name) {
    const Difference difference = compare(then.graph, now.graph);
    const PlanOutcome* plan = plan_of(then.graph, difference, name);
    if (plan == nullptr) return "no plan";
    return std::string(id(plan->outcome)) + (plan->likeness == Likeness::likely ? ", likely" : "");
}

// What becomes of the plan to build 东湖隧道, of which the new report has one fact.
std::string outcome_of(const std::string& then_sentence, const std::string& now_sentence, const Qualifiers& said) {
    Report then("2023", then_sentence);
    then.builds("东湖隧道", planned("2023"), then_sentence);
    Report now("2024", now_sentence);
    now.builds("东湖隧道", said, now_sentence);
    return outcome(then, now, "东湖隧道");
}

TEST(Difference, follows_a_plan_by_the_facts_of_its_thing) {
    EXPECT_EQ(outcome_of("建成东湖隧道。", "东湖隧道建成通车。", done("2023")), "done");
    EXPECT_EQ(outcome_of("建成东湖隧道。", "东湖隧道开工建设。", done("2023")), "underWay");
    EXPECT_EQ(outcome_of("开工东湖隧道。", "东湖隧道开工建设。", done("2023")), "done");
    EXPECT_EQ(outcome_of("推进东湖隧道建设。", "扎实推进东湖隧道建设。", done("2023")), "underWay");
    EXPECT_EQ(outcome_of("建成东湖隧道。", "加快东湖隧道建设。", ongoing("2023")), "underWay");
    EXPECT_EQ(outcome_of("建成东湖隧道。", "建成东湖隧道。", planned("2024")), "plannedAgain");
    Qualifiers denied = done("2023");
    denied.negated = true;
    EXPECT_EQ(outcome_of("建成东湖隧道。", "东湖隧道没有建成。", denied), "denied");
    EXPECT_EQ(outcome_of("建成东湖隧道。", "2019年建成东湖隧道。", done("2019")), "done, likely")
        << "the fact is history, and the sentence alone has no year";
}

TEST(Difference, takes_the_same_thing_under_another_name_or_kind) {
    Report then("2023", "建成东湖隧道。建设沿江高铁。");
    then.builds("东湖隧道", planned("2023"), "建成东湖隧道。");
    then.builds("沿江高铁", planned("2023"), "建设沿江高铁。");
    Report now("2024", "东湖隧道工程建成通车。北沿江高铁建成。");
    now.fact(Predicate::builds, now.thing(EntityType::place, "东湖隧道工程"), done("2023"), "东湖隧道工程建成通车。");
    now.builds("北沿江高铁", done("2023"), "北沿江高铁建成。");
    EXPECT_EQ(outcome(then, now, "东湖隧道"), "done");
    EXPECT_EQ(outcome(then, now, "沿江高铁"), "done, likely");
}

TEST(Difference, does_not_take_another_phase_for_the_thing) {
    Report then("2023", "建成东湖隧道一期。");
    then.builds("东湖隧道一期", planned("2023"), "建成东湖隧道一期。");
    Report now("2024", "东湖隧道二期建成。");
    now.builds("东湖隧道二期", done("2023"), "东湖隧道二期建成。");
    EXPECT_EQ(outcome(then, now, "东湖隧道一期"), "notMentioned");
}

TEST(Difference, looks_into_the_text_before_it_says_that_nothing_is_mentioned) {
    Report then("2023", "建成东湖隧道。建成西湖隧道。");
    then.builds("东湖隧道", planned("2023"), "建成东湖隧道。");
    then.builds("西湖隧道", planned("2023"), "建成西湖隧道。");
    Report now("2024", "东湖隧道、南湖隧道建成通车。");
    now.builds("南湖隧道", done("2023"), "东湖隧道、南湖隧道建成通车。");
    EXPECT_EQ(outcome(then, now, "东湖隧道"), "done, likely");
    EXPECT_EQ(outcome(then, now, "西湖隧道"), "notMentioned");
}

TEST(Difference, calls_unclear_what_the_text_names_in_part) {
    Report then("2023", "推进京东方第8.6代生产线项目。推进国家土壤污染先行区建设。");
    then.builds("京东方第8.6代生产线项目", planned("2023"), "推进京东方第8.6代生产线项目。");
    then.builds("国家土壤污染先行区", planned("2023"), "推进国家土壤污染先行区建设。");
    const Report now("2024", "京东方第8.6代柔性生产线封顶。土壤污染先行区建设加快。");
    EXPECT_EQ(outcome(then, now, "京东方第8.6代生产线项目"), "mentioned, likely");
    EXPECT_EQ(outcome(then, now, "国家土壤污染先行区"), "mentioned, likely");
}

TEST(Difference, does_not_miss_what_is_not_due) {
    Report then("2023", "建成东湖隧道。");
    then.builds("东湖隧道", planned("2023/2027"), "建成东湖隧道。");
    const Report now("2024", "别的。");
    EXPECT_EQ(outcome(then, now, "东湖隧道"), "notDue");
}

TEST(Difference, follows_what_was_begun) {
    Report then("2023", "东湖隧道开工建设。西湖隧道建成。");
    then.builds("东湖隧道", done("2022"), "东湖隧道开工建设。");
    then.builds("西湖隧道", done("2022"), "西湖隧道建成。");
    Report now("2024", "东湖隧道建成通车。");
    now.builds("东湖隧道", done("2023"), "东湖隧道建成通车。");
    EXPECT_EQ(outcome(then, now, "东湖隧道"), "done");
    EXPECT_EQ(outcome(then, now, "西湖隧道"), "no plan");
}

TEST(Difference, takes_no_title_for_won_that_is_striven_for) {
    const auto striven = [](const std::string& name, const std::string& sentence) {
        Report then("2023", "争创国家文明城市。");
        then.fact(Predicate::receives, then.thing(EntityType::award, "国家文明城市"), planned("2023"),
                  "争创国家文明城市。");
        Report now("2024", sentence);
        now.fact(Predicate::receives, now.thing(EntityType::award, name), done("2023"), sentence);
        return outcome(then, now, "国家文明城市");
    };
    EXPECT_EQ(striven("国家文明城市", "获评国家文明城市。"), "done");
    EXPECT_EQ(striven("国家文明城市", "持续创建国家文明城市。"), "underWay");
    EXPECT_EQ(striven("国家文明城市创建名单", "入选国家文明城市创建名单。"), "underWay, likely");
}

TEST(Difference, leaves_out_what_guides_and_counts_what_is_general) {
    Report then("2023", "落实新发展理念。建设商业街区。");
    then.fact(Predicate::implements, then.thing(EntityType::program, "新发展理念"), planned("2023"),
              "落实新发展理念。");
    then.builds("商业街区", planned("2023"), "建设商业街区。");
    const Report now("2024", "别的。");
    const Difference difference = compare(then.graph, now.graph);
    EXPECT_TRUE(difference.plans.empty());
    EXPECT_EQ(difference.general_plans_left_out, 1U);
}

TEST(Difference, lists_what_is_new_unless_the_old_text_has_it) {
    const Report then("2023", "东湖隧道是一条隧道。");
    Report now("2024", "东湖隧道建成。西湖隧道建成。开工南湖隧道。西湖隧道是指一条隧道。");
    now.builds("东湖隧道", done("2023"), "东湖隧道建成。");
    now.builds("西湖隧道", done("2023"), "西湖隧道建成。");
    now.builds("南湖隧道", planned("2024"), "开工南湖隧道。");
    const Difference difference = compare(then.graph, now.graph);
    ASSERT_EQ(difference.added.size(), 2U);
    EXPECT_EQ(now.graph.entity(difference.added[0].thing).name, "西湖隧道");
    EXPECT_EQ(difference.added[0].milestone, Milestone::completed);
    EXPECT_EQ(now.graph.entity(difference.added[1].thing).name, "南湖隧道");
}

TEST(Difference, compares_amounts_of_one_relation) {
    Report then("2023", "计划投入12元建设东湖隧道。");
    Qualifiers said = planned("2023");
    said.amount = Amount{Decimal(12), "CNY"};
    then.fact(Predicate::invests, then.thing(EntityType::project, "东湖隧道"), said, "计划投入12元建设东湖隧道。");
    Report now("2024", "投入11元建设东湖隧道。");
    said = done("2023");
    said.amount = Amount{Decimal(11), "CNY"};
    now.fact(Predicate::invests, now.thing(EntityType::project, "东湖隧道"), said, "投入11元建设东湖隧道。");
    EXPECT_EQ(compare(then.graph, now.graph).amounts.size(), 1U);
    EXPECT_EQ(compare(then.graph, then.graph).amounts.size(), 0U);
}

TEST(Difference, is_of_one_place) {
    const Report then("2023", "甲。");
    const Report same("2024", "乙。", "白云省青山市");
    const Report other("2024", "乙。", "白云市");
    EXPECT_EQ(common_place(then.graph, same.graph), "白云省青山市");
    EXPECT_THROW((void)compare(then.graph, other.graph), Error);
    EXPECT_TRUE(same_documents(then.graph, then.graph));
    EXPECT_FALSE(same_documents(then.graph, same.graph));
}

TEST(Difference, of_empty_graphs_is_empty) {
    const Difference difference = compare(Graph(), Graph());
    EXPECT_TRUE(difference.plans.empty() && difference.added.empty() && difference.figures.empty());
    const Report now("2024", "甲。");
    EXPECT_TRUE(compare(Graph(), now.graph).plans.empty());
    EXPECT_TRUE(compare(now.graph, Graph()).added.empty());
}

TEST(DifferenceGraph, joins_a_plan_with_its_outcome) {
    Report then("2023", "建成东湖隧道。建成西湖隧道。");
    then.builds("东湖隧道", planned("2023"), "建成东湖隧道。");
    then.builds("西湖隧道", planned("2023"), "建成西湖隧道。");
    Report now("2024", "东湖隧道工程建成。开工南湖隧道。");
    now.builds("东湖隧道工程", done("2023"), "东湖隧道工程建成。");
    now.builds("南湖隧道", planned("2024"), "开工南湖隧道。");
    const Difference difference = compare(then.graph, now.graph);
    const Graph graph =
        graph_of_changes(then.graph, now.graph, difference, {.outcomes = {Outcome::done}, .added = {Status::planned}});
    graph.check();
    EXPECT_EQ(graph.documents().size(), 2U);
    ASSERT_EQ(graph.fact_count(), 3U);
    EXPECT_EQ(graph.fact(0).object, graph.fact(1).object);
    EXPECT_EQ(graph.entity(graph.fact(0).object).aliases, std::vector<std::string>{"东湖隧道"});
    EXPECT_EQ(graph.fact(0).qualifiers.status, Status::done);
    EXPECT_EQ(graph.fact(1).qualifiers.status, Status::planned);
    EXPECT_EQ(graph_of_changes(then.graph, now.graph, difference, {}).fact_count(), 0U);
}

TEST(DifferenceGraph, draws_a_step_as_under_way_and_no_plan_that_does_not_fit) {
    Report then("2023", "开工东湖隧道。");
    then.builds("东湖隧道", planned("2023"), "开工东湖隧道。");
    Report now("2024", "东湖隧道开工。");
    now.fact(Predicate::implements, now.thing(EntityType::program, "东湖隧道"), done("2023"), "东湖隧道开工。");
    const Difference difference = compare(then.graph, now.graph);
    const Graph graph = graph_of_changes(then.graph, now.graph, difference, {.outcomes = {Outcome::done}, .added = {}});
    ASSERT_EQ(graph.fact_count(), 1U);
    EXPECT_EQ(graph.fact(0).predicate, Predicate::implements);
    EXPECT_EQ(graph.fact(0).qualifiers.status, Status::ongoing);
}

TEST(DifferenceGraph, shows_what_the_text_alone_tells) {
    Report then("2023", "建成东湖隧道。");
    then.builds("东湖隧道", planned("2023"), "建成东湖隧道。");
    Report now("2024", "东湖隧道、南湖隧道建成通车。");
    now.builds("南湖隧道", done("2023"), "东湖隧道、南湖隧道建成通车。");
    const Graph graph = graph_of_changes(then.graph, now.graph, compare(then.graph, now.graph),
                                         {.outcomes = {Outcome::done}, .added = {}});
    graph.check();
    ASSERT_EQ(graph.fact_count(), 2U);
    EXPECT_EQ(graph.fact(1).evidence.front().rule, "text-mention");
    EXPECT_EQ(graph.fact(1).qualifiers.status, Status::done);
}

}  // namespace
}  // namespace guanxi
