#include "extract/quantity_units.hpp"

#include <gtest/gtest.h>

#include "extract/quantity_words.hpp"

namespace guanxi {
namespace {

struct Case {
    std::string_view text;
    std::string_view name;  // empty: none
    UnitKind kind = UnitKind::count;
};

class Units : public ::testing::TestWithParam<Case> {};

TEST_P(Units, AreTheLongestThatFit) {
    const Case& expected = GetParam();
    const auto found = unit_at(expected.text, 0, static_cast<std::uint32_t>(expected.text.size()));
    ASSERT_EQ(found.has_value(), !expected.name.empty()) << expected.text;
    if (!found) return;
    EXPECT_EQ(found->name, expected.name);
    EXPECT_EQ(found->kind, expected.kind) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(All, Units,
                         ::testing::Values(Case{"平方公里海域", "平方公里", UnitKind::physical},
                                           Case{"吨标准煤", "吨标准煤", UnitKind::physical},
                                           Case{"元", "CNY", UnitKind::money}, Case{"美元", "USD", UnitKind::money},
                                           Case{"％", "%", UnitKind::share},
                                           Case{"个百分点", "个百分点", UnitKind::points}, Case{"个项目", "个"},
                                           Case{"家次企业", "家次"}, Case{"个月", "个月", UnitKind::duration},
                                           Case{"号线", "号线", UnitKind::label}, Case{"的", ""}, Case{"", ""}));

TEST(Units, EndInsideOfTheirPart) {
    EXPECT_FALSE(unit_at("平方公里", 0, 9).has_value());
    EXPECT_EQ(unit_at("公里程", 0, 6)->name, "公里");
}

struct LeadCase {
    std::string_view text;
    std::string_view word;  // empty: none
    Bound bound;
    Turn turn;
    bool reaches;
};

class Leads : public ::testing::TestWithParam<LeadCase> {};

TEST_P(Leads, AreTheLongestThatEndTheText) {
    const LeadCase& expected = GetParam();
    const auto lead = lead_at_end(expected.text);
    ASSERT_EQ(lead.has_value(), !expected.word.empty()) << expected.text;
    if (!lead) return;
    EXPECT_EQ(lead->word, expected.word);
    EXPECT_EQ(lead->bound, expected.bound) << expected.text;
    EXPECT_EQ(lead->turn, expected.turn) << expected.text;
    EXPECT_EQ(lead->reaches, expected.reaches) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(All, Leads,
                         ::testing::Values(LeadCase{"投资增长", "增长", Bound::none, Turn::up, false},
                                           LeadCase{"比重提高到", "提高到", Bound::none, Turn::none, true},
                                           LeadCase{"总量下降", "下降", Bound::none, Turn::down, false},
                                           LeadCase{"总量降至", "降至", Bound::none, Turn::none, true},
                                           LeadCase{"企业超过", "超过", Bound::min, Turn::none, false},
                                           LeadCase{"投资突破", "突破", Bound::min, Turn::none, true},
                                           LeadCase{"占比不超过", "不超过", Bound::max, Turn::none, false},
                                           LeadCase{"增速为", "增速为", Bound::none, Turn::up, false},
                                           LeadCase{"学校", "", Bound::none, Turn::none, false}));

}  // namespace
}  // namespace guanxi
