#include "export/time_interval.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

std::string days(std::string_view time) {
    const auto interval = days_of(time);
    return interval ? interval->first + " " + interval->last : "none";
}

TEST(TimeInterval, TakesAllDaysThatAreMeant) {
    EXPECT_EQ(days("2022"), "2022-01-01 2022-12-31");
    EXPECT_EQ(days("2022-09"), "2022-09-01 2022-09-30");
    EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
    EXPECT_EQ(days("2023-02"), "2023-02-01 2023-02-28");
    EXPECT_EQ(days("2022-12-16"), "2022-12-16 2022-12-16");
    EXPECT_EQ(days("2021/2025"), "2021-01-01 2025-12-31");
    EXPECT_EQ(days("2022-03/2022-05-02"), "2022-03-01 2022-05-02");
}

TEST(TimeInterval, OtherTextsAreNone) {
    for (const char* time : {"", "2022-13", "2022-00", "2023-02-29", "2022-1", "22", "2022/", "/2022", "2025/2021",
                             "今年", "2022-09-01T00", "20x2", "2022_09", "2022/2023/2024"}) {
        EXPECT_EQ(days(time), "none") << time;
    }
}

}  // namespace
}  // namespace guanxi
