#include "core/figures.hpp"

#include <gtest/gtest.h>

#include "core/money.hpp"
#include "made_graph.hpp"

namespace guanxi {
namespace {

struct Value {
    EntityIndex subject;
    std::string indicator;
    Quantity quantity;
    std::string time;
    Status status = Status::done;
};

Graph with_values(const std::vector<Value>& values) {
    Graph graph = made_graph(2, {});
    for (const Value& value : values) {
        graph.add_observation({.subject = value.subject,
                               .indicator = value.indicator,
                               .quantity = value.quantity,
                               .qualifiers = {.status = value.status, .time = value.time},
                               .evidence = {{0, "rule", 1}}});
    }
    return graph;
}

Quantity amount(std::int64_t digits, std::string unit, int scale = 0) {
    return {.value = Decimal(digits, scale), .unit = std::move(unit)};
}

// Each figure as `observation value unit`.
std::vector<std::string> compared(const Graph& graph) {
    std::vector<ObservationIndex> all(graph.observations().size());
    for (ObservationIndex i = 0; i < all.size(); ++i) all[i] = i;
    std::vector<std::string> told;
    for (const ComparableFigure& figure : comparable_figures(graph, all)) {
        told.push_back(std::to_string(figure.observation) + " " + (figure.value ? figure.value->to_string() : "-") +
                       " " + figure.unit);
    }
    return told;
}

using Told = std::vector<std::string>;

}  // namespace

TEST(ComparableIndicator, short_forms_marks_and_own_places) {
    for (const auto& [written, same] : {std::pair{"GDP", "地区生产总值"},
                                        {"**地区生产总值", "地区生产总值"},
                                        {"全市生产总值", "地区生产总值"},
                                        {"规上工业增加值", "规模以上工业增加值"},
                                        {"社零总额", "社会消费品零售总额"},
                                        {"海洋生产总值", "海洋生产总值"},
                                        {"全市", "全市"},
                                        {"新增学位", "新增学位"},
                                        {"", ""}}) {
        EXPECT_EQ(comparable_indicator(written), same) << written;
    }
}

TEST(ComparableFigures, one_unit_for_all_of_an_indicator) {
    EXPECT_EQ(compared(with_values({{0, "绿道", amount(12, "公里"), "2024"}, {1, "绿道", amount(8500, "米"), "2024"}})),
              (Told{"0 12 公里", "1 8.5 公里"}));
    EXPECT_EQ(compared(with_values({{0, "GDP", amount(123'400'000'000, "CNY"), "2024"},
                                    {1, "生产总值", amount(56'000'000, "CNY"), "2024"}})),
              (Told{"0 1234 亿元", "1 0.56 亿元"}));
    EXPECT_EQ(
        compared(with_values({{0, "口罩", amount(120'000, "只"), "2024"}, {1, "口罩", amount(4000, "只"), "2024"}})),
        (Told{"0 12 万只", "1 0.4 万只"}));
    EXPECT_EQ(compared(with_values({{0, "口罩", amount(12'000, "只"), "2024"}})), (Told{"0 12000 只"}));
    EXPECT_EQ(compared(with_values({{0, "农田", amount(3, "亩"), "2024"}, {0, "农田", amount(2, "公顷"), "2024"}})),
              (Told{"0 3 亩", "1 2 公顷"}));
    EXPECT_EQ(compared(with_values({{0, "出口", amount(250'000'000, "USD"), "2024"}})), (Told{"0 2.5 亿美元"}));
    EXPECT_EQ(compared(with_values({{0, "比重", amount(925, "%", 1), "2024"}, {0, "比重", amount(5, "‰"), "2023"}})),
              (Told{"1 0.5 %", "0 92.5 %"}));
    EXPECT_TRUE(compared(Graph()).empty());
    // No room for more digits: as it is written.
    EXPECT_EQ(compared(with_values({{0, "长", amount(1, "米", 17), "2023"}, {0, "长", amount(3, "公里"), "2024"}})),
              (Told{"0 0.00000000000000001 米", "1 3 公里"}));
}

TEST(ComparableFigures, levels_and_changes_apart_by_place_and_time_plans_first) {
    const Quantity growth{.value = Decimal(6), .unit = "%", .change = true};
    const Quantity target{.value = Decimal(5), .unit = "%", .change = true};
    const Quantity rank{.rank = 1, .scope = "全省"};
    EXPECT_EQ(compared(with_values({{0, "投资", growth, "2024"},
                                    {1, "投资", growth, "2023"},
                                    {0, "投资", target, "2024", Status::planned},
                                    {0, "投资", growth, "2023"},
                                    {0, "投资", amount(50, "%"), "2024"},
                                    {0, "学位", amount(3, "个"), ""},
                                    {0, "投资", rank, "2024"}})),
              (Told{"4 50 %", "3 6 %", "2 5 %", "0 6 %", "1 6 %", "6 - ", "5 3 个"}));
}

TEST(Money, figures_that_are_put_in_the_largest_first) {
    const Quantity growth{.value = Decimal(5), .unit = "CNY", .change = true};
    const Graph graph = with_values({{0, "完成投资", amount(5, "CNY"), "2024"},
                                     {0, "生产总值", amount(9, "CNY"), "2024"},
                                     {0, "专项资金", amount(7, "CNY"), "2024"},
                                     {0, "投资项目", amount(7, "个"), "2024"},
                                     {0, "增长投资", growth, "2024"}});
    EXPECT_EQ(money_figures(graph), (std::vector<ObservationIndex>{2, 0}));
    EXPECT_TRUE(is_money("USD"));
    EXPECT_FALSE(is_money("个"));
    EXPECT_FALSE(is_money("%"));
}

TEST(Money, facts_with_amounts_and_plans) {
    Graph graph = made_graph(4, {});
    const auto add = [&](EntityIndex a, EntityIndex b, Qualifiers said) {
        graph.add_fact({.subject = a,
                        .object = b,
                        .predicate = Predicate::depends_on,
                        .qualifiers = std::move(said),
                        .evidence = {{0, "rule", 1}}});
    };
    add(0, 1, {.status = Status::planned, .time = "2026"});
    add(0, 2, {.status = Status::planned, .time = "2025"});
    add(1, 2, {.status = Status::planned, .amount = Amount{Decimal(5), "CNY"}});
    add(1, 3, {.status = Status::done, .amount = Amount{Decimal(9), "CNY"}});
    add(2, 3, {.status = Status::planned, .amount = Amount{Decimal(9), "亩"}});
    EXPECT_EQ(money_facts(graph), (std::vector<FactIndex>{3, 2}));
    EXPECT_EQ(planned_facts(graph), (std::vector<FactIndex>{2, 4, 1, 0}));
    EXPECT_TRUE(money_facts(Graph()).empty());
}

}  // namespace guanxi
