#include "core/decimal.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace guanxi {

TEST(Decimal, ReadsAndWritesTheCanonicalForm) {
    const std::pair<const char*, const char*> table[] = {{"0", "0"},    {"12.50", "12.5"},  {"-0.10", "-0.1"},
                                                         {"007", "7"},  {"0.001", "0.001"}, {"-3", "-3"},
                                                         {"100", "100"}};
    for (const auto& [text, canonical] : table) {
        const auto number = Decimal::parse(text);
        ASSERT_TRUE(number.has_value()) << text;
        EXPECT_EQ(number->to_string(), canonical);
    }
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const char* text : {"", "-", ".", "1.", ".5", "1e3", "1,000", "1234567890123456789", "1.2.3", "+1"}) {
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
    }
}

TEST(Decimal, ShiftsExactly) {
    EXPECT_EQ(Decimal::parse("132.2")->shifted(8).to_string(), "13220000000");
    EXPECT_EQ(Decimal(5).shifted(-1).to_string(), "0.5");
    EXPECT_THROW((void)Decimal(5).shifted(19), Error);
}

TEST(Decimal, HoldsNothingThatItCannotReadBack) {
    for (const Decimal& number :
         {Decimal(999'999'999'999'999'999), Decimal(-5).shifted(17), Decimal(1, 18), Decimal(5, 18).shifted(12)}) {
        EXPECT_EQ(Decimal::parse(number.to_string()), number) << number.to_string();
    }
    EXPECT_THROW((void)Decimal(5).shifted(18), Error);
    EXPECT_THROW((void)Decimal(1, 18).shifted(-1), Error);
    EXPECT_THROW((void)Decimal(1'000'000'000'000'000'001), Error);
}

TEST(Decimal, ComparesByValue) {
    EXPECT_EQ(*Decimal::parse("1.0"), Decimal(1));
    EXPECT_LT(*Decimal::parse("-2.6"), *Decimal::parse("0.1"));
    EXPECT_GT(*Decimal::parse("10"), *Decimal::parse("9.99"));
}

}  // namespace guanxi
