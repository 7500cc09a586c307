#include "export/picture_text.hpp"

#include <gtest/gtest.h>

#include "core/utf8.hpp"

namespace guanxi {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST(PictureText, Shown) {
    struct Case {
        std::string text;
        std::size_t limit;
        std::string shown;
    };
    for (const auto& [text, limit, expected] :
         {Case{"样例市", 3, "样例市"}, Case{"样例市区", 3, "样例…"}, Case{"a\nb\tc\x01", 9, "a b c "},
          Case{"\u202e右\u200b\ufeff\ufffe左", 9, "右左"}, Case{"🚄🚄🚄", 2, "🚄…"}, Case{"", 5, ""}}) {
        EXPECT_EQ(shown(text, limit), expected);
    }
}

TEST(PictureText, Wrap) {
    struct Case {
        std::string text;
        double width;
        std::size_t most;
        Lines lines;
    };
    for (const auto& [text, width, most, lines] :
         {Case{"甲项目", 10, 2, {"甲项目"}}, Case{"滨海新区智慧体育管理平台", 10, 3, {"滨海新区", "智慧体育管理平台"}},
          Case{"甲、乙、丙、丁", 4, 9, {"甲、乙、", "丙、丁"}},
          Case{"新建Kubernetes集群平台", 8, 3, {"新建Kubernetes", "集群平台"}},
          Case{"《一二三四》五六", 5, 3, {"《一二三", "四》五六"}},
          Case{"一二三四五六七八九十", 4, 2, {"一二三四", "五六七…"}}, Case{"", 4, 2, {""}}}) {
        EXPECT_EQ(wrap(text, width, most), lines) << text;
    }
}

TEST(PictureText, WrappedLinesFitAndAreLinearInTime) {
    std::string endless;
    for (int i = 0; i < 1'000'000; ++i) endless += "长";
    for (const std::string& text : {endless, std::string(1'000'000, 'x')}) {
        const Lines lines = wrap(text, 8, 4);
        EXPECT_EQ(lines.size(), 4U);
        for (const std::string& line : lines) EXPECT_LE(width_of(line), 8);
    }
}

TEST(PictureText, Escapes) {
    EXPECT_EQ(escape_label("a\\b\n&<\""), "a\\\\b\\n&amp;<\"");
    EXPECT_EQ(escape_html("a<b>&\"\\"), "a&lt;b&gt;&amp;&quot;\\");
    EXPECT_EQ(join({"a", "b", "c"}, " · "), "a · b · c");
    EXPECT_EQ(join({}, ","), "");
}

}  // namespace guanxi
