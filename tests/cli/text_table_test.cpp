#include "cli/text_table.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

TEST(TextTable, aligns_by_columns_of_the_terminal) {
    TextTable table;
    table.add({"湖里", "District", "1"});
    table.add({"abc", "Place", ""});
    table.add({"d"});
    EXPECT_EQ(table.to_string("  "),
              "  湖里  District  1\n"
              "  abc   Place\n"
              "  d\n");
}

TEST(TextTable, one_long_cell_moves_only_its_own_line) {
    TextTable table;
    table.add({std::string(60, 'x'), "y"});
    table.add({"a", "b"});
    EXPECT_EQ(table.to_string(""), std::string(60, 'x') + "  y\na" + std::string(41, ' ') + "b\n");
}

TEST(TextTable, nothing_is_nothing) {
    EXPECT_EQ(TextTable().to_string("  "), "");
}

}  // namespace
}  // namespace guanxi
