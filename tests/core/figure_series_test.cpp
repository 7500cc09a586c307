#include "core/figure_series.hpp"

#include <gtest/gtest.h>

#include "tests/core/report.hpp"

namespace guanxi {
namespace {

Quantity number(std::int64_t value, const std::string& unit, Bound bound = Bound::none) {
    return {.value = Decimal(value), .unit = unit, .bound = bound};
}
Quantity percent(std::int64_t tenths, Bound bound = Bound::none) {
    return {.value = Decimal(tenths, 1), .unit = "%", .bound = bound, .change = true};
}

class FigureSeries : public testing::Test {
protected:
    Report then{"2023", "旧的一句。"};
    Report now{"2024", "新的一句。"};

    [[nodiscard]] std::vector<FigureRow> rows() const {
        const auto places = place_prefixes("青山市");
        return compare_figures(then.graph, now.graph, match_entities(then.graph, now.graph, places), places);
    }
};

TEST_F(FigureSeries, puts_what_was_then_planned_and_reached_in_one_row) {
    then.figure("新增学位", number(15000, "个"), done("2022"));
    then.figure("新增学位", number(10000, "个", Bound::min), planned("2023"));
    now.figure("新增学位", number(13000, "个"), done("2023"));
    now.figure("新增学位", number(12000, "个"), planned("2024"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].verdict, Verdict::kept);
    ASSERT_TRUE(found[0].growth.has_value());
    EXPECT_NEAR(*found[0].growth, -13.33, 0.01);
    EXPECT_FALSE(found[0].in_points);
    EXPECT_FALSE(found[0].inexact);
    EXPECT_TRUE(found[0].before && found[0].plan && found[0].reached && found[0].next);
}

TEST_F(FigureSeries, judges_a_plan_by_its_bounds_and_direction) {
    then.figure("工业总产值", percent(60, Bound::min), planned("2023"));
    now.figure("工业总产值", percent(52), done("2023"));
    then.figure("财政收入", percent(55, Bound::approx), planned("2023"));
    now.figure("财政收入", percent(54), done("2023"));
    then.figure("居民消费价格", percent(30, Bound::approx), planned("2023"));
    now.figure("居民消费价格", percent(2), done("2023"));
    then.figure("新建公园", number(10, "个"), planned("2023"));
    now.figure("新建公园", number(9, "个", Bound::min), done("2023"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].verdict, Verdict::missed);
    EXPECT_EQ(found[1].verdict, Verdict::nearly);
    EXPECT_EQ(found[2].verdict, Verdict::kept);
    EXPECT_EQ(found[3].verdict, Verdict::none) << "at least 9 may be 10";
}

TEST_F(FigureSeries, counts_shares_in_points_and_says_what_is_inexact) {
    then.figure("森林覆盖率", {.value = Decimal(283, 1), .unit = "%"}, done("2022"));
    now.figure("森林覆盖率", {.value = Decimal(284, 1), .unit = "%"}, done("2023"));
    then.figure("地区生产总值", number(8000, "CNY", Bound::min), done("2022"));
    now.figure("生产总值", number(8500, "CNY", Bound::min), done("2023"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].in_points);
    EXPECT_NEAR(*found[0].growth, 0.1, 1e-9);
    EXPECT_TRUE(found[1].inexact);
    EXPECT_NEAR(*found[1].growth, 6.25, 1e-9);
    EXPECT_EQ(found[1].likeness, Likeness::same);
}

TEST_F(FigureSeries, keeps_apart_what_cannot_be_compared) {
    then.figure("新增学位", number(24000, "个"), done("2022"));
    now.figure("新增学位", number(390000, "个"), done("2019/2023"));
    then.figure("粮食产量", number(100, "吨"), done("2022"));
    now.figure("粮食产量", number(100, "CNY"), done("2023"));
    then.figure("发电量", number(100, "度"), done("2022"));
    now.figure("发电量", percent(50), done("2023"));
    then.figure("游客", number(100, "人"), planned("2025"));
    now.figure("游客", number(90, "人"), done("2023"));
    EXPECT_TRUE(rows().empty());
}

TEST_F(FigureSeries, leaves_out_what_one_report_contradicts) {
    then.figure("政务服务事项", number(100, "项"), done("2022"));
    then.figure("政务服务事项", number(84, "项"), done("2022"));
    now.figure("政务服务事项", number(90, "项"), done("2023"));
    EXPECT_TRUE(rows().empty());
}

TEST_F(FigureSeries, marks_other_wording_and_drops_it_where_values_are_far_apart) {
    then.figure("新增学位", number(10000, "个"), planned("2023"));
    now.figure("新增中小学学位", number(11000, "个"), done("2023"));
    then.figure("新建充电桩", number(10, "个"), planned("2023"));
    now.figure("新建电动汽车充电桩", number(11000, "个"), done("2023"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].likeness, Likeness::likely);
    EXPECT_EQ(found[0].indicator, "新增中小学学位");
    EXPECT_EQ(found[0].old_indicator, "新增学位");
}

TEST_F(FigureSeries, cuts_a_phrase_that_names_two_indicators) {
    then.figure("一般公共预算总收入、地方一般公共预算收入", percent(55, Bound::approx), planned("2023"));
    now.figure("地方一般公共预算收入", percent(1), done("2023"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].indicator, "地方一般公共预算收入");
    EXPECT_EQ(found[0].verdict, Verdict::missed);
}

TEST(FigureSeriesOfParts, leaves_out_three_quarters_and_what_is_done_in_the_future) {
    Report then("2023", "前三季度，地区生产总值100元。");
    Report now("2024", "地区生产总值150元。");
    then.figure("地区生产总值", number(100, "CNY"), done("2022"));
    now.figure("地区生产总值", number(150, "CNY"), done("2023"));
    now.figure("人口", number(150, "人"), done("2035"));
    const auto places = place_prefixes("青山市");
    EXPECT_TRUE(compare_figures(then.graph, now.graph, match_entities(then.graph, now.graph, places), places).empty());
}

TEST_F(FigureSeries, compares_ranks_without_a_value) {
    then.figure("信用指数", {.rank = 3, .scope = "全国"}, done("2022"));
    now.figure("信用指数", {.rank = 1, .scope = "全国"}, done("2023"));
    const auto found = rows();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].growth.has_value());
}

}  // namespace
}  // namespace guanxi
