#include "cli/printable.hpp"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

TEST(Printable, leaves_writing_alone) {
    for (const char* text : {"", "湖里区 abc 1.5 — “引号”", "𠮷田公司🚄", "é\xcc\x81", "\xb9\xd8\xcf\xb5"}) {
        EXPECT_EQ(printable(text), text);
    }
}

TEST(Printable, takes_away_what_steers_a_terminal) {
    EXPECT_EQ(printable("a\nb\tc\rd"), "a b c d");
    EXPECT_EQ(printable("\x1b[31m红\x7f"), "\ufffd[31m红\ufffd");
    EXPECT_EQ(printable("\u009b2J"), "\ufffd2J");
    EXPECT_EQ(printable("\u202e从右到左\u202c\u2066x\u2069"), "\ufffd从右到左\ufffd\ufffdx\ufffd");
}

}  // namespace
}  // namespace guanxi
