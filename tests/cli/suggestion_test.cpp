#include "cli/suggestion.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace guanxi {
namespace {

TEST(Suggestion, ends_a_message) {
    const std::vector<std::string> known{"build", "convert", "merge"};
    EXPECT_EQ(suggestion("biuld", known), "; did you mean build?");
    EXPECT_EQ(suggestion("xyzzy", known), "");
    EXPECT_EQ(suggestion_or_all("mrege", known), "; did you mean merge?");
    EXPECT_EQ(suggestion_or_all("xyzzy", known), "; there are build convert merge");
}

}  // namespace
}  // namespace guanxi
