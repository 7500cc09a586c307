#include "extract/relations.hpp"

#include <gtest/gtest.h>

#include <set>

#include "extract/frames.hpp"
#include "marked_text.hpp"

namespace guanxi {
namespace {

using Lines = std::set<std::string>;

Lines read(Extraction extraction) {
    relate(extraction);
    Lines lines;
    for (const Relation& relation : extraction.relations) {
        std::string line = extraction.mentions[relation.subject].name + " " + std::string(info(relation.predicate).id) +
                           " " + extraction.mentions[relation.object].name;
        if (relation.qualifiers.status != Status::none) line += " " + std::string(id(relation.qualifiers.status));
        if (!relation.qualifiers.title.empty()) line += " " + relation.qualifiers.title;
        if (relation.qualifiers.amount) line += " " + relation.qualifiers.amount->value.to_string();
        if (relation.qualifiers.negated) line += " not";
        lines.insert(line);
    }
    return lines;
}

}  // namespace

TEST(Relations, ReadsVerbFrames) {
    const std::pair<const char*, Lines> table[] = {
        {"[District 青山市]出台[Program 青山市人才新政十条]。", {"青山市 issues 青山市人才新政十条 done"}},
        {"[District 青山市]深入实施[Program 品质提升行动]，发展[Industry 人工智能]、[Industry 生物医药]等产业。",
         {"青山市 implements 品质提升行动 done", "青山市 develops 人工智能 done", "青山市 develops 生物医药 done"}},
        {"[District 青山市]：[Project 甲大桥]、[Project 乙水厂]等12个重大项目开工建设。",
         {"青山市 builds 甲大桥 done", "青山市 builds 乙水厂 done"}},
        {"[District 青山市]加快推进[Platform 智慧青山平台]建设。", {"青山市 builds 智慧青山平台 ongoing"}},
        {"[District 青山市]成功举办[Event 青山马拉松]。", {"青山市 holds 青山马拉松 done"}},
        {"[District 青山市]：[Company 甲公司]、[Company 乙公司]等8家企业入选[Award 百强榜]。",
         {"甲公司 receives 百强榜 done", "乙公司 receives 百强榜 done"}},
        {"[District 青山市]争创[Award 全国文明城市]。", {"青山市 receives 全国文明城市 planned"}},
        {"[District 青山市]推动[Company 甲公司]落户。", {"甲公司 settlesIn 青山市 done"}},
        {"[District 青山市]引进[Company 甲公司]。", {"青山市 attracts 甲公司 done"}},
        {"[District 青山市]支持[Company 甲公司]发展。", {"青山市 supports 甲公司 done"}},
        {"[District 青山市]：[Institution 青山医院]上线[Platform 云诊平台]。", {"青山医院 builds 云诊平台 done"}},
        {"[District 青山市]：[Company 甲公司]研发[Project 深海机器人]。", {"甲公司 produces 深海机器人 done"}},
        {"[District 青山市]尚未建成[Project 甲大桥]。", {"青山市 builds 甲大桥 done not"}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(marked(text)), expected) << text;
}

TEST(Relations, ReadsContainment) {
    const std::pair<const char*, Lines> table[] = {
        {"[District 青山市=9901]：[District 东湖街道][Place 柳林片区]。",
         {"东湖街道 locatedIn 青山市", "柳林片区 locatedIn 东湖街道"}},
        {"[District 青山市=9901]与外省的[District 远方市=8801]。", {}},
        {"[District 青山市=9901]：[Park 甲产业园]、[Park 甲产业园二期]。",
         {"甲产业园 locatedIn 青山市", "甲产业园二期 locatedIn 青山市", "甲产业园二期 partOf 甲产业园"}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(marked(text)), expected) << text;
}

TEST(Relations, ReadsPatterns) {
    const std::pair<const char*, Lines> table[] = {
        {"[District 青山市]：[Park 甲产业园]位于[District 临江区]，由[Company 乙公司]投资建设。",
         {"甲产业园 locatedIn 临江区", "乙公司 builds 甲产业园 done"}},
        {"[District 青山市]市长[Person 王小明]作报告。", {"王小明 holdsPosition 青山市 市长"}},
        {"[District 青山市]与[District 远方市=8801]、[Institution 南方大学]深化合作。",
         {"青山市 cooperatesWith 远方市 done", "青山市 cooperatesWith 南方大学 done"}},
        {"在[Event 青山市第一届人民代表大会]上。[District 青山市]", {}},
        {"在[District 青山市]：在[Event 青山论坛]上。", {"青山市 holds 青山论坛 done"}},
        {"[District 青山市]把[Project 甲工程]纳入[Program 乙规划]。", {"甲工程 partOf 乙规划 done"}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(marked(text)), expected) << text;
}

TEST(Relations, MoneyGoesToEachThingBehindIt) {
    const std::string text =
        "[District 青山市]安排4.2亿元推动[Project 甲工程]和[Project 乙工程]，建成[Project 丙工程]。";
    Extraction extraction = marked(text);
    const auto number = static_cast<std::uint32_t>(extraction.document.text.find("4.2"));
    Measurement money;
    money.number = {number, number + 9};
    money.quantity.value = Decimal(420000000);
    money.quantity.unit = "CNY";
    extraction.measurements.push_back(money);
    const Lines lines = read(std::move(extraction));
    EXPECT_TRUE(lines.contains("青山市 invests 甲工程 done 420000000"));
    EXPECT_TRUE(lines.contains("青山市 invests 乙工程 done 420000000"));
    EXPECT_FALSE(lines.contains("青山市 invests 丙工程 done 420000000"));
}

TEST(Relations, ANearerTimeIsTheRelations) {
    Extraction extraction = marked("2023年9月，[District 青山市]建成[Project 甲大桥]。");
    relate(extraction);
    ASSERT_EQ(extraction.relations.size(), 1U);
    EXPECT_EQ(extraction.relations.front().qualifiers.time, "2023-09");
}

TEST(Relations, TellsPlansFromResults) {
    const auto status = [](const char* text, Stance stance) {
        Extraction extraction = marked(text, stance);
        relate(extraction);
        return extraction.relations.empty() ? Status::none : extraction.relations.front().qualifiers.status;
    };
    EXPECT_EQ(status("[District 青山市]建设[Project 甲大桥]。", Stance::review), Status::done);
    EXPECT_EQ(status("[District 青山市]建设[Project 甲大桥]。", Stance::outlook), Status::planned);
    EXPECT_EQ(status("[District 青山市]将建设[Project 甲大桥]。", Stance::unknown), Status::planned);
}

TEST(Relations, WithoutADistrictNothingIsMadeUp) {
    EXPECT_EQ(read(marked("[Company 甲公司]实施[Program 乙计划]。")), Lines{});
    EXPECT_EQ(read(Extraction{}), Lines{});
}

TEST(Frames, EveryFrameFitsTheSchema) {
    for (const Frame& frame : all_frames()) {
        for (const EntityTypeInfo& kind : entity_types()) {
            if (!frame.things.has(kind.type)) continue;
            const PredicateInfo& row = info(frame.predicate);
            const bool as_subject = frame.predicate == Predicate::settles_in;
            EXPECT_TRUE((as_subject ? row.subjects : row.objects).has(kind.type)) << frame.cue << " " << kind.id;
        }
        EXPECT_EQ(frame.cue.size() % 3, 0U) << frame.cue;
    }
}

TEST(Frames, TheLongestCueWins) {
    EXPECT_EQ(cue_at("加快建设甲大桥", 0).span, (Span{0, 12}));
    EXPECT_EQ(cue_at("甲大桥", 0).frames, nullptr);
}

}  // namespace guanxi
