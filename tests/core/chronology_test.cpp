#include "core/chronology.hpp"

#include <gtest/gtest.h>

#include "made_graph.hpp"

namespace guanxi {

TEST(YearsOf, dates_and_ranges) {
    EXPECT_EQ(years_of("2022"), (Years{2022, 2022}));
    EXPECT_EQ(years_of("2022-09-01"), (Years{2022, 2022}));
    EXPECT_EQ(years_of("2021/2025"), (Years{2021, 2025}));
    EXPECT_EQ(years_of("2021-03/2021-06"), (Years{2021, 2021}));
    EXPECT_EQ(years_of(""), (Years{0, 0}));
}

TEST(Overlaps, in_part_is_enough) {
    EXPECT_TRUE(overlaps("2021/2025", {2025, 2026}));
    EXPECT_TRUE(overlaps("2023-04", {2023, 2023}));
    EXPECT_FALSE(overlaps("2022", {2023, 2025}));
    EXPECT_FALSE(overlaps("", {2000, 2100}));
}

TEST(Earlier, by_the_last_year_and_what_has_none_last) {
    const std::vector<std::string> order{"2016/2020", "2020", "2020-05", "2021", ""};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = 0; j < order.size(); ++j) EXPECT_EQ(earlier(order[i], order[j]), i < j) << i << " " << j;
    }
}

TEST(CountByPeriod, facts_and_observations_by_status) {
    Graph graph = made_graph(3, {{0, 1, Predicate::depends_on, "2024-02"},
                                 {1, 2, Predicate::depends_on, "2024"},
                                 {2, 0, Predicate::depends_on, "2021/2025"},
                                 {0, 2, Predicate::depends_on, ""}});
    graph.add_observation({.subject = 0,
                           .indicator = "学位",
                           .quantity = {.value = Decimal(3)},
                           .qualifiers = {.status = Status::planned, .time = "2024"},
                           .evidence = {{0, "rule", 1}}});
    const std::vector<PeriodCounts> counts = count_by_period(graph);
    ASSERT_EQ(counts.size(), 3U);
    EXPECT_EQ(counts[0].period, "2024");
    EXPECT_EQ(counts[0].facts, (std::array<std::size_t, 4>{2, 0, 0, 0}));
    EXPECT_EQ(counts[0].observations, (std::array<std::size_t, 4>{0, 0, 0, 1}));
    EXPECT_EQ(counts[1].period, "2021/2025");
    EXPECT_EQ(counts[2].period, "");
    EXPECT_TRUE(count_by_period(Graph()).empty());

    std::vector<std::pair<bool, std::uint32_t>> moments;
    for (const Moment& moment : in_time(graph, {3, 2, 1, 0}, {0})) moments.emplace_back(moment.is_fact, moment.index);
    EXPECT_EQ(moments,
              (std::vector<std::pair<bool, std::uint32_t>>{{false, 0}, {true, 1}, {true, 0}, {true, 2}, {true, 3}}));
}

}  // namespace guanxi
