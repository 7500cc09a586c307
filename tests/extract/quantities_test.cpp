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

INSTANTIATE_TEST_SUITE_P(
    All, Quantities,
    ::testing::Values(
        // count and noun, in both orders
        Case{"新增学位1.62万个。", "新增学位|16200个"}, Case{"新建12所学校。", "新建学校|12所"},
        Case{"新增公园5座、绿道30公里。", "新增公园|5座; 新增绿道|30公里"},
        Case{"新增10家工厂、20家商店。", "新增工厂|10家; 新增商店|20家"},
        // money and bounds
        Case{"工业投资超1800亿元。", "工业投资|>=180000000000CNY"},
        Case{"实际使用外资3.2亿美元。", "实际使用外资|320000000USD"}, Case{"新增企业300多家。", "新增企业|>=300家"},
        Case{"旅游收入约50亿元。", "旅游收入|~5000000000CNY"}, Case{"群众满意度保持在98%以上。", "群众满意度|>=98%"},
        // change
        Case{"工业投资增长5%左右。", "工业投资|~5%+"}, Case{"能耗同比下降2.6%。", "能耗|-2.6%+"},
        Case{"研发投入强度提高到2.85%。", "研发投入强度|2.85%"},
        Case{"汽车、家电零售额分别增长6.9%、36.9%。", "汽车零售额|6.9%+; 家电零售额|36.9%+"},
        // one thing for several figures, one figure for several things
        Case{"存款、贷款余额分别突破2万亿元和1万亿元。", "存款余额|>=2000000000000CNY; 贷款余额|>=1000000000000CNY"},
        Case{"实现入园率、达标率和覆盖率“3个100%”。", "入园率|100%; 达标率|100%; 覆盖率|100%"},
        Case{"签约项目210个，总投资1146亿元。", "签约项目|210个; 签约项目总投资|114600000000CNY"},
        Case{"推进总投资40亿元的20个工业项目。", "工业项目总投资|4000000000CNY; 工业项目|20个"},
        Case{"在册企业7万户、增长11.7%。", "在册企业|70000户; 在册企业|11.7%+"},
        Case{"入选省级人才186人、占全省32.6%。", "入选省级人才|186人; 省级人才占全省比重|32.6%"},
        // what the things did
        Case{"7家孵化器挂牌运行。", "挂牌运行孵化器|7家"},
        Case{"8家企业入选国家级示范企业。", "入选国家级示范企业|8家"},
        // from A to B, ranges, what stands without a unit
        Case{"研发投入由30亿元增加到50亿元。", "研发投入|5000000000CNY"},
        Case{"地区生产总值增长5%—6%。", "地区生产总值|>=5%+"},
        Case{"贷款余额突破两万亿。", "贷款余额|>=2000000000000CNY"},
        Case{"三成以上资金用于研发。", "资金用于研发比例|>=30%"}, Case{"绿证交易量实现翻番。", "绿证交易量|100%+"},
        // ranks
        Case{"专利拥有量4241件，居全省第二。", "专利拥有量|4241件#2全省"},
        Case{"数字经济指数排名全国第4位。", "数字经济指数|#4全国"},
        // what measures nothing
        Case{"深化第3次改革，建设5G网络，开通7号线。", ""}, Case{"2024年3月5日召开会议。", ""},
        Case{"实施三大行动，坚持两个确立。", ""}, Case{"学习二十大精神。", ""},
        Case{"引进10亿元以上项目3个。", "引进10亿元以上项目|3个"}, Case{"引进一批投资超百亿元项目。", ""},
        Case{"建立“1+6+2”工作机制。", ""}));

TEST(Quantities, NeedADistrict) {
    Extraction extraction = tagged("新增学位100个。");
    measure(extraction);
    EXPECT_TRUE(extraction.measurements.empty());
}

TEST(Quantities, BelongToTheThingThatTheClauseBeginsWith) {
    EXPECT_EQ(measured("[Park 东湖产业园]落地项目91个，集聚机构80家。"),
              "东湖产业园|落地项目|91个; 东湖产业园|集聚机构|80家");
}

TEST(Quantities, BelongToTheDistrictAgainBehindExamples) {
    EXPECT_EQ(measured("[Park 东湖产业园]等8个园区建成。"), "建成园区|8个");
    EXPECT_EQ(measured("[Platform 青山云]受理事件20件；新增学位100个。"), "青山云|受理事件|20件; 新增学位|100个");
}

TEST(Quantities, BelongToTheThingWhoseAttributeTheyAre) {
    EXPECT_EQ(measured("组建注册资本100亿元的[Company 青山投资集团]。"), "青山投资集团|注册资本|10000000000CNY");
    EXPECT_EQ(measured("建成[Park 东湖产业园]，产业规模突破500亿元。"), "东湖产业园|产业规模|>=50000000000CNY");
    EXPECT_EQ(measured("举办[Event 青山洽谈会]，签约项目89个。"), "青山洽谈会|签约项目|89个");
}

TEST(Quantities, AreNotReadInAGlossary) {
    Extraction extraction = tagged("3.一网通办：指2000项事项网上办理。");
    extraction.mentions.push_back({.name = "青山市"});
    measure(extraction);
    EXPECT_TRUE(extraction.measurements.empty());
}

TEST(Quantities, SayWhatWasDropped) {
    Extraction extraction = tagged("[District 青山市]连续3年获评先进。");
    Trace trace;
    measure(extraction, &trace);
    ASSERT_EQ(trace.lines.size(), 1U);
    EXPECT_EQ(trace.lines[0].message, "a time");
}

TEST(Quantities, AreLinearOnAPageOfDigits) {
    Extraction extraction = marked("[District 青山市]" + std::string(1'000'000, '9'));
    extraction.sentences[0].tokens = {{extraction.sentences[0].span, Tag::m}};
    measure(extraction);
    EXPECT_TRUE(extraction.measurements.empty());
}

TEST(Quantities, AreLinearOnAPageOfFiguresWithoutAComma) {
    std::string text = "[District 青山市]";
    for (int i = 0; i < 50'000; ++i) text += "第3位连续3年7家、";
    Extraction extraction = marked(text);
    const Span all = extraction.sentences[0].span;
    for (std::uint32_t i = all.begin; i + 3 <= all.end; i = std::min(all.end, i + 3)) {
        while (i < all.end && extraction.document.text[i] == '3') ++i;
        while (i < all.end && extraction.document.text[i] == '7') ++i;
        if (i + 3 <= all.end) extraction.sentences[0].tokens.push_back({{i, i + 3}, Tag::n});
    }
    measure(extraction);
    EXPECT_FALSE(extraction.measurements.empty());
}

}  // namespace
}  // namespace guanxi
