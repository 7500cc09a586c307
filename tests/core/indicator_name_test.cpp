#include "core/indicator_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace guanxi {
namespace {

using enum Likeness;

Likeness compare_indicators(const std::string& a, const std::string& b) {
    const std::vector<std::u32string> places = place_prefixes("青山市");
    return compare(indicator_name(a, places), indicator_name(b, places));
}

TEST(IndicatorName, knows_other_words_for_the_same) {
    EXPECT_EQ(compare_indicators("地区生产总值", "生产总值"), same);
    EXPECT_EQ(compare_indicators("GDP", "全市地区生产总值"), same);
    EXPECT_EQ(compare_indicators("规模以上工业增加值", "规上工业增加值"), same);
    EXPECT_EQ(compare_indicators("新增学位", "净增学位"), same);
    EXPECT_EQ(compare_indicators("新建中小学", "建成中小学"), same);
    EXPECT_EQ(compare_indicators("上市公司总数", "上市公司"), same);
    EXPECT_EQ(compare_indicators("居民消费价格涨幅", "居民消费价格指数增速"), same);
    EXPECT_EQ(compare_indicators("青山市粮食产量", "粮食产量"), same);
}

TEST(IndicatorName, is_likely_the_same_with_an_idle_word_more) {
    EXPECT_EQ(compare_indicators("新增学位", "新增中小学学位"), likely);
    EXPECT_EQ(compare_indicators("净增高新技术企业", "净增国家高新技术企业"), likely);
    EXPECT_EQ(compare_indicators("新建充电桩", "新建电动汽车充电桩"), likely);
    EXPECT_EQ(compare_indicators("新建公园", "新建、改造公园"), likely);
}

TEST(IndicatorName, is_different_with_a_word_that_matters) {
    EXPECT_EQ(compare_indicators("资产总额", "净资产总额"), different);
    EXPECT_EQ(compare_indicators("贷款余额", "存贷款余额"), different);
    EXPECT_EQ(compare_indicators("建成保障性住房", "建成保障性租赁住房"), different);
    EXPECT_EQ(compare_indicators("新增学位", "建成学位"), different);
    EXPECT_EQ(compare_indicators("工业增加值", "规模以上工业增加值"), different);
    EXPECT_EQ(compare_indicators("粮食产量", "粮食产量增速"), different);
    EXPECT_EQ(compare_indicators("5G基站", "4G基站"), different);
}

TEST(IndicatorName, may_say_nothing) {
    EXPECT_TRUE(says_nothing(indicator_name("完成投资", {})));
    EXPECT_FALSE(says_nothing(indicator_name("工业投资", {})));
}

TEST(IndicatorName, of_several_joined_is_cut_where_each_stands_alone) {
    EXPECT_EQ(joint_indicators("一般公共预算总收入、地方一般公共预算收入"),
              (std::vector<std::string>{"一般公共预算总收入", "地方一般公共预算收入"}));
    EXPECT_EQ(joint_indicators("水、电"), std::vector<std::string>{"水、电"});
    EXPECT_EQ(joint_indicators(""), std::vector<std::string>{""});
}

}  // namespace
}  // namespace guanxi
