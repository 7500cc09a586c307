#include "cli/wording.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

TEST(Wording, numbers) {
    EXPECT_EQ(wording(Decimal(233'100'000'000), "CNY"), "2331亿元");
    EXPECT_EQ(wording(Decimal(4'450'000'000'000), "CNY"), "4.45万亿元");
    EXPECT_EQ(wording(Decimal(16'200), "个"), "1.62万个");
    EXPECT_EQ(wording(Decimal(-10'000), "人"), "-1万人");
    EXPECT_EQ(wording(Decimal(9'999), "家"), "9999家");
    EXPECT_EQ(wording(*Decimal::parse("92.81"), "%"), "92.81%");
    EXPECT_EQ(wording(Decimal(200'000'000), "USD"), "2亿美元");
}

TEST(Wording, quantities) {
    EXPECT_EQ(wording(Quantity{.value = Decimal(5), .unit = "%", .change = true}), "+5%");
    EXPECT_EQ(wording(Quantity{.value = *Decimal::parse("-2.6"), .unit = "%", .change = true}), "-2.6%");
    EXPECT_EQ(wording(Quantity{.value = Decimal(80), .unit = "家", .bound = Bound::min}), "≥ 80家");
    EXPECT_EQ(wording(Quantity{.value = Decimal(3), .unit = "件", .bound = Bound::approx, .rank = 2, .scope = "全市"}),
              "≈ 3件, rank 2 in 全市");
    EXPECT_EQ(wording(Quantity{.rank = 1}), "rank 1");
}

TEST(Wording, qualifiers) {
    Qualifiers all{.status = Status::planned,
                   .time = "2023",
                   .amount = Amount{Decimal(1'860'000'000), "CNY"},
                   .count = 3,
                   .title = "区长"};
    EXPECT_EQ(wording(all), "planned, 2023, 18.6亿元, 3 of them, 区长");
    EXPECT_EQ(wording_but_status(all), "2023, 18.6亿元, 3 of them, 区长");
    EXPECT_EQ(wording(Qualifiers{}), "");
    EXPECT_EQ(arrow(Predicate::builds, Qualifiers{}), "—建设 builds→");
    EXPECT_EQ(arrow(Predicate::builds, Qualifiers{.negated = true}), "—not 建设 builds→");
}

}  // namespace
}  // namespace guanxi
