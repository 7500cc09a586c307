#include "extract/quantity_rank.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

struct Case {
    std::string_view text;
    std::int64_t rank;  // 0: none
    std::string_view scope;
    std::string_view list;
};

class Ranks : public ::testing::TestWithParam<Case> {};

TEST_P(Ranks, AreFound) {
    const Case& expected = GetParam();
    const auto found = find_rank(expected.text, {0, static_cast<std::uint32_t>(expected.text.size())});
    ASSERT_EQ(found.has_value(), expected.rank != 0) << expected.text;
    if (!found) return;
    EXPECT_EQ(found->rank, expected.rank) << expected.text;
    EXPECT_EQ(found->scope, expected.scope) << expected.text;
    EXPECT_EQ(found->list, expected.list) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(All, Ranks,
                         ::testing::Values(Case{"居全国第4位", 4, "全国", ""}, Case{"位居全市第一", 1, "全市", ""},
                                           Case{"排名跃升至第22位", 22, "", ""}, Case{"稳居全省首位", 1, "全省", ""},
                                           Case{"复评全国第二", 2, "全国", ""},
                                           Case{"居副省级城市第2", 2, "副省级城市", ""},
                                           Case{"位列中国智慧城市百强榜第6位", 6, "中国", "中国智慧城市百强榜"},
                                           Case{"居全省前列", 0, "", ""}, Case{"召开第一次会议", 0, "", ""},
                                           Case{"建设第二批项目", 0, "", ""}, Case{"第一", 0, "", ""}));

TEST(Scopes, StandBeforeARanking) {
    EXPECT_EQ(leading_scope("满意度在27个省会城市中"), "27个省会城市");
    EXPECT_EQ(leading_scope("全球科技集群排名"), "全球");
    EXPECT_EQ(leading_scope("数字经济指数"), "");
}

}  // namespace
}  // namespace guanxi
