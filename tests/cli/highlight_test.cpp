#include "cli/highlight.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

TEST(Highlight, marks_every_occurrence_of_the_longest_name) {
    EXPECT_EQ(highlight("东湖产业园在东湖边，东湖产业园二期", {"东湖", "东湖产业园"}, Marking::brackets),
              "[东湖产业园]在[东湖]边，[东湖产业园]二期");
    EXPECT_EQ(highlight("东湖", {"东湖"}, Marking::bold), "\x1b[1m东湖\x1b[0m");
    EXPECT_EQ(highlight("东湖", {}, Marking::bold), "东湖");
    EXPECT_EQ(highlight("东湖", {""}, Marking::brackets), "东湖");
}

TEST(Highlight, strong_words) {
    EXPECT_EQ(strong("东湖", Marking::brackets), "东湖");
    EXPECT_EQ(strong("东湖", Marking::bold), "\x1b[1m东湖\x1b[0m");
}

}  // namespace
}  // namespace guanxi
