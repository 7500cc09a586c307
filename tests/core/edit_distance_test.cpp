#include "core/edit_distance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace guanxi {
namespace {

using Names = std::vector<std::string>;

// The whole table, as the definition has it.
std::size_t slow_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

TEST(EditDistance, CountsCodePoints) {
    struct Case {
        std::u32string_view a, b;
        std::size_t distance;
    };
    for (const auto& [a, b, distance] :
         {Case{U"", U"", 0}, Case{U"", U"ab", 2}, Case{U"build", U"biuld", 1}, Case{U"湖里区", U"胡里区", 1},
          Case{U"湖里区", U"湖里", 1}, Case{U"kitten", U"sitting", 3}, Case{U"abcdef", U"uvwxyz", 4}}) {
        EXPECT_EQ(edit_distance(a, b, 3), distance);
        EXPECT_EQ(edit_distance(b, a, 3), distance);
    }
}

TEST(EditDistance, AgreesWithTheWholeTable) {
    std::mt19937 random(1);
    const auto text = [&] {
        std::u32string made(random() % 9, U'a');
        for (char32_t& c : made) c = static_cast<char32_t>(U'a' + random() % 3);
        return made;
    };
    for (int round = 0; round < 20000; ++round) {
        const std::u32string a = text();
        const std::u32string b = text();
        const std::size_t limit = random() % 10;
        ASSERT_EQ(edit_distance(a, b, limit), std::min(slow_distance(a, b), limit + 1));
    }
}

TEST(EditDistance, StaysLinearOnLongNames) {
    const std::u32string a(1'000'000, U'长');
    const std::u32string b(1'000'001, U'长');
    EXPECT_EQ(edit_distance(a, b, 2), 1U);
}

TEST(NearestNames, NearestFirstThenAsGiven) {
    constexpr std::array<std::string_view, 5> commands{"build", "convert", "merge", "explain", "trace"};
    EXPECT_EQ(nearest_names("biuld", commands), Names{"build"});
    EXPECT_EQ(nearest_names("ｍｅｒｇｅ", commands), Names{"merge"});
    EXPECT_EQ(nearest_names("x", commands), Names{});
    constexpr std::array<std::string_view, 5> districts{"思明区", "胡里区", "湖里区", "湖里区", "湖里"};
    EXPECT_EQ(nearest_names("湖里区", districts), (Names{"湖里区", "胡里区", "湖里"}));
    EXPECT_EQ(nearest_names("湖里区", districts, 1), Names{"湖里区"});
    EXPECT_EQ(nearest_names("", districts), Names{});
}

}  // namespace guanxi
