#include "cli/in_order.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

namespace guanxi {
namespace {

class InOrder : public testing::TestWithParam<unsigned> {};

TEST_P(InOrder, hands_over_in_order_whatever_takes_longest) {
    std::vector<std::size_t> seen;
    const auto slow_first = [](std::size_t i) {
        if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return i * i;
    };
    in_order(100, GetParam(), slow_first, [&](std::size_t i, std::size_t square) {
        EXPECT_EQ(square, i * i);
        seen.push_back(i);
    });
    ASSERT_EQ(seen.size(), 100U);
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
}

TEST_P(InOrder, takes_nothing_of_nothing) {
    in_order(
        0, GetParam(), [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
}

TEST_P(InOrder, lets_out_the_first_failure_of_the_work) {
    std::size_t taken = 0;
    const auto fails = [](std::size_t i) {
        if (i == 7 || i == 9) throw std::runtime_error(std::to_string(i));
        return i;
    };
    try {
        in_order(1000, GetParam(), fails, [&](std::size_t, std::size_t) { ++taken; });
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "7");
    }
    EXPECT_EQ(taken, 7U);
}

TEST_P(InOrder, stops_when_the_taker_fails) {
    const auto refuses = [](std::size_t i, std::size_t) {
        if (i == 3) throw std::runtime_error("full");
    };
    EXPECT_THROW(in_order(
                     1000, GetParam(), [](std::size_t i) { return i; }, refuses),
                 std::runtime_error);
}

TEST_P(InOrder, never_runs_far_ahead) {
    std::atomic<std::size_t> begun{0};
    std::size_t taken = 0;
    in_order(
        500, GetParam(), [&](std::size_t) { return ++begun; },
        [&](std::size_t, std::size_t) { EXPECT_LE(begun.load(), ++taken + 4 * GetParam()); });
}

INSTANTIATE_TEST_SUITE_P(Threads, InOrder, testing::Values(1U, 2U, 7U));

}  // namespace
}  // namespace guanxi
