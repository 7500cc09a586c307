#include "extract/quantity_figures.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/tagged_text.hpp"

namespace guanxi {
namespace {

struct Case {
    std::string_view tagged;    // words with their tags
    std::string_view expected;  // `text=value unit`, with `>=`, `<=` or `~` for a bound
};

class Figures : public ::testing::TestWithParam<Case> {};

std::string show(std::string_view text, const Figure& figure) {
    std::string line(slice(text, figure.span));
    line += figure.bound == Bound::min      ? ">="
            : figure.bound == Bound::max    ? "<="
            : figure.bound == Bound::approx ? "~"
                                            : "=";
    return line + figure.value.to_string() + figure.unit;
}

TEST_P(Figures, AreFound) {
    const Extraction extraction = tagged(GetParam().tagged);
    std::string found;
    for (const Figure& figure : find_figures(extraction.document.text, extraction.sentences[0], {}, nullptr)) {
        found += (found.empty() ? "" : " ") + show(extraction.document.text, figure);
    }
    EXPECT_EQ(found, GetParam().expected) << GetParam().tagged;
}

INSTANTIATE_TEST_SUITE_P(
    All, Figures,
    ::testing::Values(Case{"新增/v 300多个/m", "300多个>=300个"}, Case{"超/v 1600余家/m", "1600余家>=1600家"},
                      Case{"6%/m 左右/f", "6%左右~6%"}, Case{"30家/m 以上/f", "30家以上>=30家"},
                      Case{"80天/m 以内/f", "80天以内<=80天"}, Case{"3亿/m 美元/q", "3亿美元=300000000USD"},
                      Case{"3—5万亩/m", "3—5万亩>=30000亩"}, Case{"8%—8.5%/m", "8%—8.5%>=8%"},
                      Case{"三分之一/m", "三分之一=33.3%"}, Case{"百分之五/m", "百分之五=5%"},
                      Case{"近半/m", "近半~50%"}, Case{"六成/m 以上/f", "六成以上>=60%"}, Case{"翻番/v", "翻番=100%"},
                      Case{"超/v 千家/m 企业/n", "千家=1000家"}, Case{"三家/m 企业/n", "三家=3家"},
                      Case{"4万/m 瓶装/n 燃气/n", "4万=40000"}, Case{"万亿/m 大关/n", ""},
                      Case{"突破/v 万亿/m 大关/n", "万亿大关=1000000000000"},
                      // names, dates, ordinals, figures of speech
                      Case{"5G/nz 网络/n", ""}, Case{"K11/nz", ""}, Case{"7号线/n", ""}, Case{"2.0版/m", ""},
                      Case{"第3批/m", ""}, Case{"2024年/TIME 3月/TIME", ""}, Case{"1/m +/w 6/m", ""},
                      Case{"三大/m 行动/n", ""}, Case{"二十大/m 精神/n", ""}, Case{"两位/m 数/n", ""},
                      Case{"一家/m", ""}, Case{"统一/v 部署/v", ""}));

TEST(Figures, InsideOfNamesAreLeftOut) {
    const Extraction extraction = tagged("建设/v 80个/m 公园/n");
    EXPECT_TRUE(find_figures(extraction.document.text, extraction.sentences[0], {{6, 17}}, nullptr).empty());
}

}  // namespace
}  // namespace guanxi
