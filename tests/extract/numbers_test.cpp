#include "extract/numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace guanxi {
namespace {

struct Case {
    std::string_view text;
    std::string_view value;  // empty: none
    std::string_view rest;   // what is left
};

class Numerals : public ::testing::TestWithParam<Case> {};

TEST_P(Numerals, AreRead) {
    const auto [text, value, rest] = GetParam();
    const auto found = numeral_at(text, 0, static_cast<std::uint32_t>(text.size()));
    ASSERT_EQ(found.has_value(), !value.empty()) << text;
    if (!found) return;
    EXPECT_EQ(found->value.to_string(), value) << text;
    EXPECT_EQ(text.substr(found->span.end), rest) << text;
}

INSTANTIATE_TEST_SUITE_P(All, Numerals,
                         ::testing::Values(Case{"728家", "728", "家"}, Case{"1.62万个", "16200", "个"},
                                           Case{"132.2亿元", "13220000000", "元"}, Case{"1,200人", "1200", "人"},
                                           Case{"1,20人", "1", ",20人"}, Case{"１２个", "12", "个"},
                                           Case{"2万亿元", "2000000000000", "元"}, Case{"3千瓦", "3", "千瓦"},
                                           Case{"5百分点", "5", "百分点"}, Case{"1000多万元", "10000000", "元"},
                                           Case{"三百二十户", "320", "户"}, Case{"两万亿", "2000000000000", ""},
                                           Case{"十五个", "15", "个"}, Case{"二〇二三年", "2023", "年"},
                                           Case{"百余家", "100", "家"}, Case{"人", "", ""},
                                           Case{"1234567890123456789", "", ""}, Case{"3.", "3", "."}));

TEST(Numerals, KeepTheEnd) {
    const auto found = numeral_at("1234", 0, 2);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->value.to_string(), "12");
}

TEST(Shares, AreRoundedToOneDecimal) {
    EXPECT_EQ(per_cent(1, 3)->to_string(), "33.3");
    EXPECT_EQ(per_cent(2, 3)->to_string(), "66.7");
    EXPECT_FALSE(per_cent(1, 0).has_value());
}

}  // namespace
}  // namespace guanxi
