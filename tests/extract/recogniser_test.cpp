#include "extract/recogniser.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "tagged_text.hpp"

namespace guanxi {
namespace {

using Lines = std::set<std::string>;

const Lexicon& lexicon() {
    static const Lexicon one = Lexicon::load(DATA_DIR "/lexicon.bin");
    return one;
}

Extraction recognised(Extraction extraction, const Lexicon& words, Trace* trace = nullptr) {
    static const RecogniserWeights weights = RecogniserWeights::load(DATA_DIR "/recogniser.tsv");
    static const WordClasses classes = WordClasses::load(DATA_DIR "/word_classes.tsv");
    Recogniser(words, classes, weights).recognise(extraction, trace);
    return extraction;
}

Lines names(const Extraction& extraction) {
    Lines lines;
    for (const Mention& mention : extraction.mentions) {
        lines.insert(std::string(info(mention.type).id) + " " + mention.name);
    }
    return lines;
}

}  // namespace

TEST(Recogniser, FindsNames) {
    const std::pair<const char*, Lines> table[] = {
        {"深入/ad 实施/v “/w 金穗/nz ”/w 人才/n 计划/n 。/w", {"Program 金穗人才计划"}},
        {"大力/d 发展/v 人工智能/n 、/w 生物/n 医药/n 等/u 产业/n 。/w", {"Industry 人工智能", "Industry 生物医药"}},
        {"成功/ad 举办/v 第三届/m 云河/LOC 国际/n 马拉松/n ，/w 获/v 评/v 全国/n 文明/a 城市/n 。/w",
         {"Award 全国文明城市", "Event 第三届云河国际马拉松"}},
        {"东江科技/ORG 、/w 华星电子/ORG 等/u 8家/m 企业/n 入选/v 国家级/a 专精/n 特新/a “/w 小巨人/n ”/w 企业/n 。/w",
         {"Company 东江科技", "Company 华星电子", "Award 国家级专精特新小巨人企业"}},
    };
    for (const auto& [line, expected] : table) EXPECT_EQ(names(recognised(tagged(line), lexicon())), expected) << line;
}

TEST(Recogniser, LeavesOutWhatNamesNothing) {
    for (const char* line : {"推进/v 121个/m 重点/n 项目/n 建设/vn 。/w", "扶持/v 一批/m 优质/a 企业/n 。/w",
                             "经济/n 运行/vn 持续/vd 好转/v 。/w"}) {
        EXPECT_EQ(names(recognised(tagged(line), lexicon())), Lines()) << line;
    }
}

TEST(Recogniser, MentionsAreSortedAndDoNotOverlap) {
    const Extraction extraction = recognised(
        tagged("实施/v 质量/n 提升/vn 行动/n 和/c 绿色/n 制造/vn 工程/n ，/w 打造/v 云谷/LOC 科技/n 园/n 。/w"),
        lexicon());
    for (std::size_t i = 1; i < extraction.mentions.size(); ++i) {
        EXPECT_LE(extraction.mentions[i - 1].span.end, extraction.mentions[i].span.begin);
    }
}

TEST(Recogniser, PutsTheDocumentsDistrictFirst) {
    Extraction extraction = tagged("全市/n 实施/v 质量/n 提升/vn 行动/n ，/w 全省/n 领先/v 。/w");
    extraction.document.place = "浙江省杭州市";
    extraction = recognised(std::move(extraction), lexicon());
    ASSERT_FALSE(extraction.mentions.empty());
    EXPECT_EQ(extraction.mentions[0].name, "杭州市");
    EXPECT_EQ(slice(extraction.document.text, extraction.mentions[0].span), "全市");
    Extraction other = tagged("全省/n 领先/v 。/w");
    other.document.place = "杭州市";
    other = recognised(std::move(other), lexicon());
    ASSERT_EQ(other.mentions.size(), 1U);
    EXPECT_TRUE(other.mentions[0].span.empty());
}

TEST(Recogniser, UsersTableHasTheLastWord) {
    Lexicon own = Lexicon::load(DATA_DIR "/lexicon.bin");
    own.add_user_table("金穗人才计划\tEvent\n马拉松\tstop\n", "own.tsv");
    EXPECT_EQ(names(recognised(tagged("实施/v 金穗/nz 人才/n 计划/n 。/w"), own)), Lines{"Event 金穗人才计划"});
}

TEST(Recogniser, TraceSaysWhatWasChosenAndDropped) {
    Trace trace;
    recognised(tagged("推进/v 智慧/n 社区/n 建设/vn 和/c 数字化/vn 平台/n 体系/n 试点/vn 。/w"), lexicon(), &trace);
    bool dropped = false;
    for (const TraceLine& line : trace.lines) dropped = dropped || line.message.starts_with("dropped");
    EXPECT_TRUE(dropped);
    ASSERT_FALSE(trace.lines.empty());
    EXPECT_EQ(trace.lines[0].stage, "recognise");
}

TEST(Recogniser, SaysWhichFileIsMissing) {
    EXPECT_THROW(static_cast<void>(RecogniserWeights::load("/nowhere/recogniser.tsv")), Error);
}

}  // namespace guanxi
