#include "core/utf8.hpp"

#include <gtest/gtest.h>

namespace guanxi {

TEST(Utf8, FindsTheFirstBadByte) {
    const std::pair<std::string, std::size_t> table[] = {{"厦门", std::string::npos}, {"a\xff", 1},
                                                         {"厦\xe9\x97", 3},           {"\xc0\xaf", 0},
                                                         {"\xed\xa0\x80", 0},         {"\xf4\x90\x80\x80", 0},
                                                         {"𠮷", std::string::npos}};
    for (const auto& [text, offset] : table) EXPECT_EQ(find_invalid_utf8(text), offset) << text;
}

TEST(Utf8, GoesToCodePointsAndBack) {
    const std::string text = "a厦𠮷é";
    EXPECT_EQ(to_utf32(text).size(), 4U);
    EXPECT_EQ(to_utf8(to_utf32(text)), text);
    EXPECT_EQ(count_code_points(text), 4U);
    EXPECT_EQ(display_width(text), 6U);
}

TEST(Utf8, FoldsOneToOne) {
    EXPECT_EQ(fold(std::string_view("ＰＰＰ　５％")), "PPP 5%");
    EXPECT_EQ(fold(std::string_view("《“厦门”》")), "《“厦门”》");
}

TEST(Utf8, IndexCountsLikeAPlainLoop) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "厦" : i % 3 == 1 ? "a" : "𠮷";
    const CodePointIndex index(text);
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
        if (!is_boundary(text, i)) continue;
        EXPECT_EQ(index[i], count_code_points(std::string_view(text).substr(0, i)));
    }
}

}  // namespace guanxi
