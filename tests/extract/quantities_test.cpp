#include "extract/quantities.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/tagger.hpp"
#include "tests/extract/marked_text.hpp"

namespace guanxi {
namespace {

// `marked` text with the tokens of the tagger.
Extraction tagged(std::string_view marked_text) {
    static const Tagger tagger = Tagger::load(DATA_DIR "/tagger.model");
    Extraction extraction = marked(marked_text);
    tagger.tag(extraction.document.text, extraction.sentences);
    return extraction;
}

// `subject|indicator|value unit` with `>=`, `<=` or `~` before the value for a bound, `+` behind a change, and `#1
// 全市` for a rank.
std::string show(const Extraction& extraction, const Measurement& m) {
    const Quantity& q = m.quantity;
    std::string line;
    if (m.subject != 0) line += extraction.mentions[m.subject].name + "|";
    line += m.indicator + "|";
    if (q.bound == Bound::min) line += ">=";
    if (q.bound == Bound::max) line += "<=";
    if (q.bound == Bound::approx) line += "~";
    if (q.value) line += q.value->to_string() + q.unit;
    if (q.change) line += "+";
    if (q.rank) line += "#" + std::to_string(*q.rank) + q.scope;
    return line;
}

std::string measured(std::string_view marked_text) {
    Extraction extraction = tagged("[District 青山市]" + std::string(marked_text));
    measure(extraction);
    std::string lines;
    for (const Measurement& m : extraction.measurements) lines += (lines.empty() ? "" : "; ") + show(extraction, m);
    return lines;
}

struct Case {
    std::string_view text;
    std::string_view expected;
};

class Quantities : public ::testing::TestWithParam<Case> {};

TEST_P(Quantities, AreRead) {
    EXPECT_EQ(measured(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, Quantities,
                         ::testing::Values(
                             // count and noun, in both orders
                             Case{"新增学位1.62万个。", "新增学位|16200个"}, Case{"新建12所学校。", "新建学校|12所"},
                             Case{"新增公园5座、绿道30公里。", "新增公园|5座; 新增绿道|30公里"},
                             Case{"新增10家工厂、20家商店。", "新增工厂|10家; 新增商店|20家"},
                             // money and bounds
                             Case{"工业投资超1800亿元。", "工业投资|>=180000000000CNY"},
                             Case{"实际使用外资3.2亿美元。", "实际使用外资|320000000USD"},
                             Case{"新增企业300多家。", "新增企业|>=300家"},
                             Case{"旅游收入约50亿元。", "旅游收入|~5000000000CNY"},
                             Case{"群众满意度保持在98%以上。", "群众满意度|>=98%"},
                             // change
                             Case{"工业投资增长5%左右。", "工业投资|~5%+"}, Case{"能耗同比下降2.6%。", "能耗|-2.6%+"},
                             Case{"研发投入强度提高到2.85%。", "研发投入强度|2.85%"},
                             Case{"汽车、家电零售额分别增长6.9%、36.9%。", "汽车零售额|6.9%+; 家电零售额|36.9%+"},
                             // ranks
                             Case{"专利拥有量4241件，居全省第二。", "专利拥有量|4241件#2全省"},
                             Case{"数字经济指数排名全国第4位。", "数字经济指数|#4全国"},
                             // what measures nothing
                             Case{"深化第3次改革，建设5G网络，开通7号线。", ""}, Case{"2024年3月5日召开会议。", ""},
                             Case{"实施三大行动，坚持两个确立。", ""}, Case{"建立“1+6+2”工作机制。", ""}));

TEST(Quantities, NeedADistrict) {
    Extraction extraction = tagged("新增学位100个。");
    measure(extraction);
    EXPECT_TRUE(extraction.measurements.empty());
}

TEST(Quantities, BelongToTheThingThatTheClauseBeginsWith) {
    EXPECT_EQ(measured("[Park 东湖产业园]落地项目91个，集聚机构80家。"),
              "东湖产业园|落地项目|91个; 东湖产业园|集聚机构|80家");
}

TEST(Quantities, SayWhatWasDropped) {
    Extraction extraction = tagged("[District 青山市]连续3年获评先进。");
    Trace trace;
    measure(extraction, &trace);
    ASSERT_EQ(trace.lines.size(), 1U);
    EXPECT_EQ(trace.lines[0].message, "a time");
}

TEST(Quantities, AreLinearOnAPageOfDigits) {
    Extraction extraction = tagged("[District 青山市]" + std::string(300'000, '9'));
    measure(extraction);
    EXPECT_TRUE(extraction.measurements.empty());
}

}  // namespace
}  // namespace guanxi
