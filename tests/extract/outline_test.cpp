#include "extract/outline.hpp"

#include <gtest/gtest.h>

#include "core/utf8.hpp"
#include "extract/outline_context.hpp"
#include "extract/outline_dates.hpp"
#include "extract/outline_lines.hpp"
#include "extract/outline_sentences.hpp"
#include "extract/outline_stance.hpp"

namespace guanxi {
namespace {

Extraction outlined(std::string text) {
    static const Lexicon lexicon = Lexicon::load(DATA_DIR "/lexicon.bin");
    Extraction extraction;
    extraction.document.text = std::move(text);
    outline(extraction, lexicon);
    return extraction;
}

std::vector<std::string> sentences_of(const Extraction& extraction) {
    std::vector<std::string> sentences;
    for (const Sentence& sentence : extraction.sentences) {
        sentences.emplace_back(slice(extraction.document.text, sentence.span));
    }
    return sentences;
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

void expect_tiled(const Extraction& extraction) {
    std::uint32_t end = 0;
    for (const Section& section : extraction.sections) {
        EXPECT_EQ(section.heading.begin, end);
        EXPECT_EQ(section.body.begin, section.heading.end);
        EXPECT_LE(section.body.begin, section.body.end);
        end = section.body.end;
    }
    EXPECT_EQ(end, extraction.document.text.size());
    std::uint32_t last = 0;
    for (const Sentence& sentence : extraction.sentences) {
        EXPECT_GE(sentence.span.begin, last);
        EXPECT_LT(sentence.span.begin, sentence.span.end);
        last = sentence.span.end;
        const Section& section = extraction.sections.at(sentence.section);
        EXPECT_TRUE((Span{section.heading.begin, section.body.end}.contains(sentence.span)));
    }
}

TEST(Outline, ReadsTheHeadOfAReport) {
    const Extraction report = outlined(
        "2024年政府工作报告\n\n——2024年1月16日在苏州市第十七届人民代表大会第三次会议上\n\n苏州市市长 "
        "某某\n\n各位代表：\n");
    EXPECT_EQ(report.document.title, "2024年政府工作报告");
    EXPECT_EQ(report.document.date, "2024-01-16");
    EXPECT_EQ(report.document.place, "苏州市");
    EXPECT_EQ(told_under(report, "——2024年"), "review 2024-01-16");
}

TEST(Outline, ReadsTheHeadOfAnArticle) {
    const Extraction article = outlined(
        "厦门湖里区晒出成绩单\n来源：海滨日报 | 作者：张三 李四 | 时间：2022-12-16\n"
        "海滨日报讯（记者 "
        "张三）昨日，湖里区召开大会，区长作报告。\n今年，全区新增企业30家，入选试点2个，建成公园3座。\n");
    EXPECT_EQ(article.document.place, "厦门市湖里区");
    EXPECT_EQ(article.document.source, "海滨日报");
    EXPECT_EQ(article.document.authors, (std::vector<std::string>{"张三", "李四"}));
    EXPECT_EQ(article.document.date, "2022-12-16");
    EXPECT_EQ(told_under(article, "海滨日报讯"), "review 2022-12-15");
    EXPECT_EQ(told_under(article, "今年"), "review 2022");
}

TEST(Outline, LeavesBylinesOut) {
    const Extraction article =
        outlined("甲园建成\n来源：海滨网 时间：2024-04-18\n甲园昨日建成。\n责任编辑：张三\n时间：紧迫。\n");
    EXPECT_EQ(sentences_of(article), (std::vector<std::string>{"甲园建成", "甲园昨日建成。", "时间：紧迫。"}));
}

TEST(Outline, ReadsADateline) {
    const Extraction article =
        outlined("青岛港开通新航线\n滨海晚报讯（记者 王五 赵六 通讯员 孙七）昨天，青岛市开通航线。\n");
    EXPECT_EQ(article.document.source, "滨海晚报");
    EXPECT_EQ(article.document.authors, (std::vector<std::string>{"王五", "赵六"}));
}

TEST(Outline, ReadsFrontMatter) {
    const Extraction report = outlined(
        "---\nsource: https://example.org/a\ntitle: \"厦门市政府工作报告（2025）\"\ndate: "
        "2025-01-20\n---\n\n**各位代表：**\n");
    EXPECT_EQ(report.document.title, "厦门市政府工作报告（2025）");
    EXPECT_EQ(report.document.source, "https://example.org/a");
    EXPECT_EQ(report.document.date, "2025-01-20");
    EXPECT_EQ(report.document.place, "厦门市");
    EXPECT_EQ(sentences_of(report), std::vector<std::string>{"各位代表："});
}

TEST(Outline, FindsThePlace) {
    const std::pair<const char*, const char*> table[] = {
        {"2023年厦门市人民政府工作报告\n", "厦门市"},
        {"政府工作报告\n2021年2月21日在宁波市\n第十五届人民代表大会第六次会议上\n", "宁波市"},
        {"政府工作报告\n现在，我代表苏州市人民政府，向大会报告工作，请予审议。\n", "苏州市"},
        {"福建厦门湖里区政府工作报告\n", "福建省厦门市湖里区"},
        {"云湖县政府工作报告\n", "云湖县"},
        {"政府工作报告\n——在云湖县第三届人民代表大会上\n", "云湖县"},
        {"工作总结\n去年，青岛市建成公园。青岛市引进企业。济南市来访。\n", "青岛市"},
        {"工作总结\n我市、全市同心，对福建作贡献，福建支持，我市的泉州市民，泉州市建成公园。\n", "泉州市"},
        {"无题\n没有地名的一句。\n", ""}};
    for (const auto& [text, place] : table) EXPECT_EQ(outlined(text).document.place, place) << text;
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
        "回顾过去\n丁句。\n四、加强自身建设\n戊句。\n名词解释\n1.己句。\n");
    EXPECT_EQ(told_under(report, "甲句"), "review 2022");
    EXPECT_EQ(told_under(report, "乙句"), "review 2022");
    EXPECT_EQ(told_under(report, "丙句"), "outlook 2023/2027");
    EXPECT_EQ(told_under(report, "丁句"), "outlook 2023");
    EXPECT_EQ(told_under(report, "戊句"), "outlook 2023");
    EXPECT_EQ(told_under(report, "1.己句"), "unknown ");
}

TEST(Outline, TurnsWithoutAHeading) {
    const Extraction report = outlined(
        "云湖县政府工作报告\n2026年1月5日\n一、2025年和“十四五”工作回顾\n“十四五”时期，甲事已成。\n一年来，主要做了以下"
        "工作：\n"
        "（一）抓产业\n乙事已成。\n二、同心向前\n“十五五”时期，丙事要成。\n行稳致远。2026年，丁事要成。\n");
    EXPECT_EQ(told_under(report, "“十四五”"), "review 2021/2025");
    EXPECT_EQ(told_under(report, "乙事"), "review 2025");
    EXPECT_EQ(told_under(report, "“十五五”"), "outlook 2026/2030");
    EXPECT_EQ(told_under(report, "2026年，丁"), "outlook 2026");
}

TEST(Outline, CountsYearsFromTheDocumentsDay) {
    const Extraction article =
        outlined("云湖县纪事\n2024年4月18日\n去年，甲事已成。\n明年，乙事要成。\n今年以来，丙事已成。\n");
    EXPECT_EQ(told_under(article, "去年"), "review 2023");
    EXPECT_EQ(told_under(article, "明年"), "outlook 2025");
    EXPECT_EQ(told_under(article, "今年"), "review 2024");
}

TEST(Outline, HearsWhatHasNoHeading) {
    const Extraction review =
        outlined("云湖县纪事\n2024年3月1日\n甲园入选名单，乙厂获评称号，增速位列第一，累计办理三万件。\n");
    EXPECT_EQ(told_under(review, "甲园"), "review 2023");
    const Extraction outlook =
        outlined("云湖县纪事\n2024年3月1日\n力争新增十家，确保完成任务，将打造甲园，鼓励创新。\n");
    EXPECT_EQ(told_under(outlook, "力争"), "outlook 2024");
    const Extraction neither = outlined("云湖县纪事\n2024年3月1日\n湖在山前。\n");
    EXPECT_EQ(told_under(neither, "湖在"), "unknown ");
}

TEST(Outline, SectionsTileTheText) {
    for (const char* const text :
         {"\n青岛市政府工作报告\n\n一、回顾\r\n甲。乙！\r\n\n二、展望\n丙。", "---\ntitle: 甲\n---\n乙。", "甲",
          "\r\r\r", "", "甲讯（记者 乙）昨日丙。\n丁。", "# 甲\n## 一、回顾\n> 乙。\n- 丙\n| 丁 | 3 |\n|---|---|\n"}) {
        expect_tiled(outlined(text));
    }
}

TEST(Outline, ReadsMarkdown) {
    const Extraction report = outlined(
        "---\nsource: somewhere\n---\n# 青岛市工作\n<!-- 图为甲会。 -->\n* * "
        "*\n**乙园建成。**丙园[3]开工。\n![丁桥夜景](d.jpg)\n"
        "![](e.jpg)\n- 戊厂投产。\n\n| 指标 | 数值 |\n|---|---|\n| 产值 | 30亿元 |\n> **己句**\n```\n");
    EXPECT_EQ(sentences_of(report),
              (std::vector<std::string>{"青岛市工作", "图为甲会。", "乙园建成。", "丙园[3]开工。", "丁桥夜景",
                                        "戊厂投产。", "指标 | 数值", "产值 | 30亿元", "己句"}));
}

TEST(Outline, FindsDates) {
    const std::pair<const char*, const char*> table[] = {{"2022年4月15日", "2022-04-15"},
                                                         {"2022-12-16", "2022-12-16"},
                                                         {"二〇二一年一月十八日", "2021-01-18"},
                                                         {"二○二三年十二月三十一日", "2023-12-31"},
                                                         {"2024年9月", "2024-09"},
                                                         {"2024年政府工作报告", "2024"},
                                                         {"2 0 2 5 年政府工作报告", "2025"},
                                                         {"报告（2023）", "2023"},
                                                         {"（2024年1月29日在会上）", "2024-01-29"},
                                                         {"2024-04-18 10:20 来源", "2024-04-18"},
                                                         {"2024年一季度", "2024"},
                                                         {"2024年3家", "2024"}};
    for (const auto& [text, date] : table) EXPECT_EQ(find_date(text), date) << text;
    for (const char* const text : {"投资2022亿元", "12022年", "0年", ""}) EXPECT_FALSE(find_date(text)) << text;
}

TEST(Outline, CountsDaysBack) {
    const std::pair<const char*, const char*> table[] = {{"2022-12-16", "2022-12-15"}, {"2024-03-01", "2024-02-29"},
                                                         {"2023-03-01", "2023-02-28"}, {"2023-01-01", "2022-12-31"},
                                                         {"2023-05", "2023-05"},       {"", ""}};
    for (const auto& [day, before] : table) EXPECT_EQ(day_before(day), before);
}

TEST(Outline, ReadsTheTimeOfAHeading) {
    const std::pair<const char*, const char*> table[] = {
        {"【回眸2022】", "2022"},          {"今后五年的目标任务", "2023/2027"},
        {"过去五年工作回顾", "2018/2022"}, {"“十四五”时期主要目标", "2021/2025"},
        {"2021—2025年规划", "2021/2025"},  {"全面加强自身建设", ""}};
    for (const auto& [heading, time] : table) EXPECT_EQ(named_time(heading, {2022, 2023, 2023}), time) << heading;
}

TEST(Outline, ReadsTheStanceOfAHeading) {
    const std::pair<const char*, Stance> table[] = {
        {"一、2022年工作回顾", Stance::review},     {"一年来的主要工作和成效：", Stance::review},
        {"2022年重点工作完成情况", Stance::review}, {"2022年主要工作", Stance::review},
        {"2023年主要工作", Stance::outlook},        {"今后五年的目标任务", Stance::outlook},
        {"【明年工作提前看】", Stance::outlook},    {"工作回顾和工作安排", Stance::unknown},
        {"加强政府自身建设", Stance::unknown}};
    for (const auto& [heading, stance] : table)
        EXPECT_EQ(heading_stance(heading, {2022, 2023, 2023}), stance) << heading;
}

TEST(Outline, CutsSentences) {
    const std::pair<const char*, std::vector<std::string>> table[] = {
        {"他说：“甲。”乙！丙", {"他说：“甲。”", "乙！", "丙"}},
        {"回答“谁来干？”的问题。", {"回答“谁来干？”的问题。"}},
        {"读《路在何方？》等书。好", {"读《路在何方？》等书。", "好"}},
        {"甲？！乙。）丙", {"甲？！", "乙。）", "丙"}},
        {"。。。", {}},
        {"3.5万人；4家", {"3.5万人；4家"}},
        {"　甲。 　乙。　", {"甲。", "乙。"}}};
    for (const auto& [text, expected] : table) {
        std::vector<std::string> sentences;
        for (const Span span : sentence_spans(text, {0, static_cast<std::uint32_t>(std::string_view(text).size())})) {
            sentences.emplace_back(slice(text, span));
        }
        EXPECT_EQ(sentences, expected) << text;
    }
}

TEST(Outline, ClausesMaySayATimeOfTheirOwn) {
    struct Row {
        Stance section;
        const char* clause;
        Stance stance;
        const char* time;
    };
    constexpr Stance review = Stance::review;
    constexpr Stance outlook = Stance::outlook;
    const Row table[] = {{review, "甲园建成", review, "2022"},
                         {review, "今年9月，甲园建成", review, "2022-09"},
                         {review, "9月，甲园建成", review, "2022-09"},
                         {review, "2019年开工，2021年6月建成", review, "2021-06"},
                         {review, "4月16日获悉，今年三家落户", review, "2022"},
                         {review, "今年4月16日，甲会召开", review, "2022-04-16"},
                         {review, "去年甲园建成", review, "2021"},
                         {review, "昨日，甲会召开", review, "2022-12-15"},
                         {review, "2022年11月3日，甲会召开", review, "2022-11-03"},
                         {review, "比2020年多三家", review, "2022"},
                         {review, "2020年以来新增三家", review, "2022"},
                         {review, "获评“2020年度先进区”", review, "2022"},
                         {review, "获2027年运动会承办权", outlook, "2027"},
                         {review, "三年计划投资30亿元", outlook, "2022"},
                         {review, "超额完成年度计划投资", review, "2022"},
                         {outlook, "到2025年达到50家", outlook, "2025"},
                         {outlook, "明年建成甲园", outlook, "2023"},
                         {Stance::unknown, "力争建成甲园", outlook, "2022"},
                         {Stance::unknown, "甲园入选名单", review, "2022"},
                         {Stance::unknown, "甲园在湖边", Stance::unknown, "2022"}};
    for (const Row& row : table) {
        Extraction extraction;
        extraction.document.text = row.clause;
        extraction.document.date = "2022-12-16";
        const Span all{0, static_cast<std::uint32_t>(extraction.document.text.size())};
        extraction.sections.push_back({{0, 0}, all, row.section, "2022"});
        extraction.sentences.push_back({all, 0, {}});
        const Context context = context_at(extraction, 0, all);
        EXPECT_EQ(id(context.stance), id(row.stance)) << row.clause;
        EXPECT_EQ(context.time, row.time) << row.clause;
        EXPECT_EQ(time_at(extraction, 0, all.end), row.time) << row.clause;
    }
}

// The time may stand in any clause in front, but not further off than a sentence is long.
TEST(Outline, TimeIsTheLastThatIsNamedInFront) {
    Extraction extraction;
    std::string& text = extraction.document.text;
    text = "2019年开工，“2020年度”，去年封顶，2021年5月建成。";
    extraction.document.date = "2022-12-16";
    extraction.sections.push_back({{0, 0}, {0, 0}, Stance::review, "2022"});
    extraction.sentences.push_back({{0, static_cast<std::uint32_t>(text.size())}, 0, {}});
    const auto until = [&](std::string_view words) {
        return time_at(extraction, 0, static_cast<std::uint32_t>(text.find(words) + words.size()));
    };
    EXPECT_EQ(time_at(extraction, 0, 0), "2022");
    EXPECT_EQ(until("开工"), "2019");
    EXPECT_EQ(until("年度”"), "2019");
    EXPECT_EQ(until("封顶"), "2021");
    EXPECT_EQ(until("建成"), "2021-05");
    for (std::uint32_t i = 0; i < longest_sentence / 3; ++i) text += "青";
    extraction.sentences[0].span.end = static_cast<std::uint32_t>(text.size());
    EXPECT_EQ(time_at(extraction, 0, extraction.sentences[0].span.end), "2022");
}

// A run without an end is cut, at a comma where there is one; a text without an end of anything stays linear.
TEST(Outline, HostileTextsAreRead) {
    EXPECT_TRUE(outlined("\n\r\n  \n---\n").sentences.empty());
    constexpr int many = 300000;
    std::string endless;
    for (int i = 0; i < many; ++i) endless += i % 1000 == 999 ? "，" : "青";
    const Extraction read = outlined(endless);
    std::size_t total = 0;
    for (const Sentence& sentence : read.sentences) {
        EXPECT_LE(sentence.span.size(), longest_sentence);
        EXPECT_TRUE(slice(read.document.text, sentence.span).ends_with("，"));
        total += sentence.span.size();
    }
    EXPECT_EQ(total, endless.size());
    for (const char* const unit :
         {"一、\n", "（一）甲\n", "“", "。", "*", "<!--\n", "2022年", "![", "五年来，\n", "\r"}) {
        std::string text;
        for (int i = 0; i < many; ++i) text += unit;
        SCOPED_TRACE(unit);
        expect_tiled(outlined(std::move(text)));
    }
}

}  // namespace
}  // namespace guanxi
