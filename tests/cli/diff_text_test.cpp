#include "cli/diff_text.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "core/utf8.hpp"
#include "tests/core/report.hpp"

namespace guanxi {
namespace {

TEST(SideBySide, aligns_double_width_and_wraps_each_half) {
    EXPECT_EQ(side_by_side("计划", "done"), "    计划" + std::string(44, ' ') + "done\n");
    EXPECT_EQ(side_by_side("", "b"), "    " + std::string(48, ' ') + "b\n");
    EXPECT_EQ(side_by_side("a", ""), "    a\n");
    EXPECT_EQ(side_by_side("", ""), "");
    std::string wide;
    for (int i = 0; i < 50; ++i) wide += "字";
    std::istringstream lines(side_by_side(wide, wide));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(display_width(line), 100U);
    EXPECT_EQ(count, 3);
}

TEST(SideBySide, lets_no_closing_mark_begin_a_line) {
    std::string text;
    for (int i = 0; i < 23; ++i) text += "字";
    EXPECT_EQ(side_by_side(text + "，完", "").find("\n    ，"), std::string::npos);
}

struct Pair {
    Report then{"2023", "建成<东湖>|隧道。"};
    Report now{"2024", "<东湖>|隧道建成通车。"};
    Difference difference;
    Pair() {
        then.builds("<东湖>|隧道", planned("2023"), "建成<东湖>|隧道。");
        now.builds("<东湖>|隧道", done("2023"), "<东湖>|隧道建成通车。");
        difference = compare(then.graph, now.graph);
    }
    [[nodiscard]] Compared compared() const { return {then.graph, now.graph, difference}; }
};

TEST(DifferenceText, shows_only_the_parts_asked_for_and_says_what_is_more) {
    const Pair pair;
    const std::string all = difference_text(pair.compared(), {});
    EXPECT_NE(all.find("planned or begun, and done"), std::string::npos);
    EXPECT_EQ(difference_text(pair.compared(), {.parts = {"gone"}}).find("and done 计划"), std::string::npos);
}

TEST(DifferenceMarkdown, takes_no_name_for_mark_up) {
    const Pair pair;
    const std::string page = difference_markdown(pair.compared(), {});
    EXPECT_NE(page.find("\\<东湖\\>\\|隧道"), std::string::npos);
    EXPECT_EQ(page.find("<东湖>"), std::string::npos);
}

}  // namespace
}  // namespace guanxi
