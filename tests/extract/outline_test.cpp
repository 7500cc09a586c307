#include "extract/outline.hpp"

#include <gtest/gtest.h>

#include "core/utf8.hpp"
#include "extract/outline_head.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {
namespace {

Extraction outlined(std::string text) {
    static const Lexicon lexicon = Lexicon::load(DATA_DIR "/lexicon.bin");
    Extraction extraction;
    extraction.document.text = std::move(text);
    outline(extraction, lexicon);
    return extraction;
}

// The stance and time of the section of the sentence that begins with `words`.
std::string told_under(const Extraction& extraction, std::string_view words) {
    for (const Sentence& sentence : extraction.sentences) {
        if (!slice(extraction.document.text, sentence.span).starts_with(words)) continue;
        const Section& section = extraction.sections.at(sentence.section);
        return std::string(id(section.stance)) + " " + section.time;
    }
    return "no such sentence";
}

}  // namespace

TEST(Outline, ReadsTheHeadOfAReport) {
    const Extraction report = outlined(
        "2024年政府工作报告\n\n——2024年1月16日在苏州市第十七届人民代表大会第三次会议上\n\n苏州市市长 "
        "某某\n\n各位代表：\n");
    EXPECT_EQ(report.document.title, "2024年政府工作报告");
    EXPECT_EQ(report.document.date, "2024-01-16");
    EXPECT_EQ(report.document.place, "苏州市");
}

TEST(Outline, ReadsTheHeadOfAnArticle) {
    const Extraction article =
        outlined("厦门湖里区晒出成绩单\n来源：海滨日报 | 作者：张三 李四 | 时间：2022-12-16\n昨日，湖里区召开大会。\n");
    EXPECT_EQ(article.document.place, "厦门市湖里区");
    EXPECT_EQ(article.document.source, "海滨日报");
    EXPECT_EQ(article.document.authors, (std::vector<std::string>{"张三", "李四"}));
    EXPECT_EQ(article.document.date, "2022-12-16");
}

TEST(Outline, KeepsWhatIsSetAlready) {
    static const Lexicon lexicon = Lexicon::load(DATA_DIR "/lexicon.bin");
    Extraction extraction;
    extraction.document.text = "苏州市2024年政府工作报告\n";
    extraction.document.place = "无锡市";
    extraction.document.date = "2020-02-02";
    outline(extraction, lexicon);
    EXPECT_EQ(extraction.document.place, "无锡市");
    EXPECT_EQ(extraction.document.date, "2020-02-02");
}

TEST(Outline, TellsReviewFromOutlook) {
    const Extraction report = outlined(
        "青岛市2023年政府工作报告\n甲句。\n一、2022年工作回顾\n（一）抓项目\n乙句。\n二、今后五年的目标任务\n丙句。\n三"
        "、2023年工作安排\n（一）总结经验，"
        "回顾过去\n丁句。\n");
    EXPECT_EQ(told_under(report, "甲句"), "review 2022");
    EXPECT_EQ(told_under(report, "乙句"), "review 2022");
    EXPECT_EQ(told_under(report, "丙句"), "outlook 2023/2027");
    EXPECT_EQ(told_under(report, "丁句"), "outlook 2023");
}

TEST(Outline, SectionsTileTheText) {
    const std::string text = "\n青岛市政府工作报告\n\n一、回顾\r\n甲。乙！\r\n\n二、展望\n丙。";
    const Extraction report = outlined(text);
    std::uint32_t end = 0;
    for (const Section& section : report.sections) {
        EXPECT_EQ(section.heading.begin, end);
        EXPECT_EQ(section.body.begin, section.heading.end);
        end = section.body.end;
    }
    EXPECT_EQ(end, text.size());
    EXPECT_EQ(report.sentences.size(), 6U);
}

TEST(Outline, LeavesBoilerplateOut) {
    const Extraction report =
        outlined("---\nsource: somewhere\ntitle: 青岛市2023年政府工作报告\n---\n\n<!-- 注 -->\n* * *\n**甲句。**\n");
    EXPECT_EQ(report.document.title, "青岛市2023年政府工作报告");
    ASSERT_EQ(report.sentences.size(), 1U);
    EXPECT_EQ(slice(report.document.text, report.sentences[0].span), "甲句。");
}

TEST(Outline, FindsDates) {
    const std::pair<const char*, const char*> table[] = {
        {"2022年4月15日", "2022-04-15"},           {"2022-12-16", "2022-12-16"}, {"二〇二一年一月十八日", "2021-01-18"},
        {"二○二三年十二月三十一日", "2023-12-31"}, {"2024年9月", "2024-09"},     {"2024年政府工作报告", "2024"}};
    for (const auto& [text, date] : table) EXPECT_EQ(find_date(text), date) << text;
    EXPECT_FALSE(find_date("投资2022亿元").has_value());
    EXPECT_FALSE(find_date("").has_value());
}

TEST(Outline, SentencesKeepTheirClosingMarks) {
    const std::string text = "他说：“甲。”乙！丙";
    std::vector<std::string> sentences;
    for (const Span span : sentence_spans(text, {0, static_cast<std::uint32_t>(text.size())}))
        sentences.emplace_back(slice(text, span));
    EXPECT_EQ(sentences, (std::vector<std::string>{"他说：“甲。”", "乙！", "丙"}));
}

TEST(Outline, EmptyAndHostileTextsAreRead) {
    EXPECT_TRUE(outlined("").sentences.empty());
    EXPECT_TRUE(outlined("\n\r\n  \n---\n").sentences.empty());
    std::string endless;
    for (int i = 0; i < 300000; ++i) endless += "青";
    EXPECT_EQ(outlined(endless).sentences.size(), 1U);
}

}  // namespace guanxi
