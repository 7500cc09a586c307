// Relations that texts seldom tell: reliance, making, money, arrivals, partners, offices.

#include <gtest/gtest.h>

#include <set>
#include <utility>
#include <vector>

#include "extract/named.hpp"
#include "extract/relations.hpp"
#include "marked_text.hpp"

namespace guanxi {
namespace {

using Lines = std::set<std::string>;
using Table = std::vector<std::pair<const char*, Lines>>;

Lines read(Extraction extraction) {
    relate(extraction);
    Lines lines;
    for (const Relation& relation : extraction.relations) {
        lines.insert(extraction.mentions[relation.subject].name + " " + std::string(info(relation.predicate).id) + " " +
                     extraction.mentions[relation.object].name);
    }
    return lines;
}

void keep(Lines& lines, Predicate predicate) {
    std::erase_if(lines, [&](const std::string& line) {
        return line.find(" " + std::string(info(predicate).id) + " ") == std::string::npos;
    });
}

// The lines of one relation.
Lines read(const std::string& text, Predicate predicate) {
    Lines lines = read(marked(text));
    keep(lines, predicate);
    return lines;
}

// Gives each run between blanks of `words` (甲公司/ORG 落户/v) as a token, and all mentions this confidence.
Extraction with_words(Extraction extraction, std::string_view words, double confidence) {
    std::uint32_t begin = 0;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(word.size() + 1, words.size()));
        const std::size_t slash = word.rfind('/');
        Tag tag = Tag::o;
        for (std::size_t i = 0; i < tag_count; ++i) {
            if (id(static_cast<Tag>(i)) == word.substr(slash + 1)) tag = static_cast<Tag>(i);
        }
        const auto end = begin + static_cast<std::uint32_t>(slash);
        extraction.sentences.front().tokens.push_back({{begin, end}, tag});
        begin = end;
    }
    EXPECT_EQ(begin, extraction.document.text.size());
    for (Mention& mention : extraction.mentions) mention.confidence = confidence;
    return extraction;
}

Measurement yuan(const Extraction& extraction, std::string_view number) {
    const auto begin = static_cast<std::uint32_t>(extraction.document.text.find(number));
    Measurement money;
    money.number = {begin, begin + static_cast<std::uint32_t>(number.size())};
    money.quantity.value = Decimal(500000000);
    money.quantity.unit = "CNY";
    return money;
}

Lines read_money(const std::string& text) {
    Extraction extraction = marked(text);
    extraction.measurements.push_back(yuan(extraction, "5亿元"));
    Lines lines = read(std::move(extraction));
    keep(lines, Predicate::invests);
    return lines;
}

}  // namespace

TEST(RareRelations, WhatIsMadeRestsOnWhatTheTextNames) {
    const Table table{
        {"[District 青山市]依托[Institution 南方大学]、[Company 蓝海集团]等载体，建设[Park 甲科技园]。",
         {"甲科技园 dependsOn 南方大学", "甲科技园 dependsOn 蓝海集团"}},
        // A part that nobody recognised does not end the enumeration.
        {"[District 青山市]依托北方学院、[Institution 南方大学]、第二船厂、[Company 蓝海集团]，发展[Industry "
         "海洋装备]。",
         {"海洋装备 dependsOn 南方大学", "海洋装备 dependsOn 蓝海集团"}},
        {"[District 青山市]以[Program 甲行动]为抓手，实施[Program 乙工程]。", {"乙工程 dependsOn 甲行动"}},
        {"[District 青山市]：[Park 甲科技园]依托[Company 蓝海集团]招商。", {"甲科技园 dependsOn 蓝海集团"}},
        {"[District 青山市]健全基于[Platform 甲平台]的[Program 乙机制]。", {"乙机制 dependsOn 甲平台"}},
        {"[District 青山市]按照[Program 甲规划]，实施[Program 乙工程]。", {"乙工程 dependsOn 甲规划"}},
        // Whose orders are followed is no base, nor is a maxim.
        {"[District 青山市]按照[Institution 市委]部署，实施[Program 乙工程]。", {}},
        {"[District 青山市]按照“[Program 两手抓]”的要求，实施[Program 乙工程]。", {}},
        // 围绕 only tells the aim; the verb of the clause itself takes what follows.
        {"[District 青山市]以[Program 甲行动]为抓手，围绕[Program 乙目标]。", {}},
        {"[District 青山市]依托[Park 甲科技园]做强化工，建设[Park 乙科技园]。", {}},
        // The bases are no parts of each other.
        {"[District 青山市]依托[Park 甲科技园]、[Park 乙科技园]，吸引人才。", {}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(text, Predicate::depends_on), expected) << text;
}

TEST(RareRelations, WhoMakesWhat) {
    const Table table{
        {"[District 青山市]：[Company 甲公司]牵头研制的[Project 乙列车]下线。", {"甲公司 produces 乙列车"}},
        {"[District 青山市]：[Company 甲公司]推出[Platform 乙平台]。", {"甲公司 produces 乙平台"}},
        {"[District 青山市]：[Platform 乙平台]由[Institution 甲所]研发。", {"甲所 produces 乙平台"}},
        {"[District 青山市]：[Company 甲公司]研发中心、[Project 乙大桥]建成。", {}},
        {"[District 青山市]推出[Platform 乙平台]。", {}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(text, Predicate::produces), expected) << text;
    // Not both.
    EXPECT_TRUE(read("[District 青山市]：[Company 甲公司]推出[Platform 乙平台]。", Predicate::builds).empty());
}

TEST(RareRelations, MoneyThatIsGivenAndSumsThatAreCounted) {
    const Table table{
        {"[District 青山市]投入5亿元，建立[Program 甲机制]。", {"青山市 invests 甲机制"}},
        {"[District 青山市]：[Company 甲公司]投资5亿元建设[Project 乙工厂]。", {"甲公司 invests 乙工厂"}},
        {"[District 青山市]：[Project 乙大桥]累计完成投资5亿元。", {"青山市 invests 乙大桥"}},
        {"[District 青山市]全年90个项目完成投资5亿元，建成[Project 乙大桥]。", {}},
        {"[District 青山市]签约项目总投资5亿元，推进[Project 乙大桥]。", {}},
        {"[District 青山市]推动投资5亿元的[Project 乙工厂]开工。", {}},
        {"[District 青山市]投入5亿元，[Project 乙大桥]通车。", {}},
        {"[District 青山市]签约90个项目，三年计划投资5亿元，推进[Project 乙大桥]。", {}},
        {"[District 青山市]投入治水资金5亿元，实施[Program 甲行动]。", {"青山市 invests 甲行动"}},
        {"[District 青山市]争取专项资金5亿元，开展[Program 甲行动]。", {}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read_money(text), expected) << text;
    EXPECT_EQ(read("[District 青山市]：[Company 甲公司]增资[Company 乙公司]。", Predicate::invests),
              (Lines{"甲公司 invests 乙公司"}));
}

TEST(RareRelations, WhatSettlesIsTheThingItself) {
    const Table table{
        {"[District 青山市]：[Company 甲公司]、[Company 乙公司]2家企业相继落户。",
         {"甲公司 settlesIn 青山市", "乙公司 settlesIn 青山市"}},
        {"[District 青山市]：[Project 甲总部]等一批项目签约落地。", {"甲总部 settlesIn 青山市"}},
        {"[District 青山市]推动[Company 甲公司]在[District 临江区]落地。", {"甲公司 settlesIn 临江区"}},
        {"[District 青山市]：[Park 乙产业园]签约[Company 甲公司]。", {"甲公司 settlesIn 乙产业园"}},
        {"[District 青山市]推动[Institution 市委]决策部署落地见效。", {}},
        {"[District 青山市]：[Institution 甲研究所]成果转化落地。", {}},
        {"[District 青山市]：[Event 甲论坛]落地一批成果。", {}},
        {"[District 青山市]：[Park 乙产业园]吸引[Company 甲公司]入驻。", {"甲公司 settlesIn 乙产业园"}},
        {"[District 青山市]：[Institution 甲研究所]7项成果落地。", {}},
        {"[District 青山市]推动项目签约、[Event 甲大会]筹备。", {}},
        {"[District 青山市]：[Company 甲公司]落户，[Company 乙公司]扩产。", {"甲公司 settlesIn 青山市"}},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(read(text, Predicate::settles_in), expected) << text;
    EXPECT_TRUE(read("[District 青山市]推动[Institution 市委]决策部署落地见效。", Predicate::builds).empty());
    // A place that nobody recognised is not the district.
    EXPECT_TRUE(read(with_words(marked("[District 青山市]：软件谷吸引[Company 甲公司]落户。"),
                                "青山市/LOC ：/w 软件谷/n 吸引/v 甲公司/ORG 落户/v 。/w", 0.9))
                    .empty());
    EXPECT_TRUE(read(with_words(marked("[District 青山市]：[Company 甲公司]入驻光电园。"),
                                "青山市/LOC ：/w 甲公司/ORG 入驻/v 光电园/n 。/w", 0.9))
                    .empty());
}

TEST(RareRelations, WhatComesHasAName) {
    const auto attracts = [](const char* text, const char* words, double confidence) {
        return read(with_words(marked(text), words, confidence)).contains("青山市 attracts 甲");
    };
    EXPECT_TRUE(
        attracts("[District 青山市]引进[Company 甲]等企业。", "青山市/LOC 引进/v 甲/ORG 等/u 企业/n 。/w", 0.9));
    EXPECT_FALSE(attracts("[District 青山市]引进[Company 甲]等企业。", "青山市/LOC 引进/v 甲/n 等/u 企业/n 。/w", 0.9));
    EXPECT_FALSE(
        attracts("[District 青山市]引进[Company 甲]等企业。", "青山市/LOC 引进/v 甲/ORG 等/u 企业/n 。/w", 0.3));
    EXPECT_FALSE(attracts("[District 青山市]引进[Company 甲]、物流等产业项目。",
                          "青山市/LOC 引进/v 甲/ORG 、/w 物流/n 等/u 产业/n 项目/n 。/w", 0.9));
    EXPECT_FALSE(attracts("[District 青山市]引进知名学会、[Company 甲]。",
                          "青山市/LOC 引进/v 知名/a 学会/n 、/w 甲/ORG 。/w", 0.9));
    EXPECT_FALSE(attracts("[District 青山市]引进社会力量开办[Institution 甲]。",
                          "青山市/LOC 引进/v 社会/n 力量/n 开办/v 甲/ORG 。/w", 0.9));
    EXPECT_EQ(read("[District 青山市]发布，[Park 东湖园]建成投用，引进[Company 甲公司]。", Predicate::attracts),
              Lines{"东湖园 attracts 甲公司"});
    EXPECT_EQ(read("[District 青山市]产业集聚，[Park 东湖园]扩容，引进[Company 甲公司]。", Predicate::attracts),
              Lines{"东湖园 attracts 甲公司"});
    EXPECT_EQ(read("[District 青山市]建设[Park 东湖园]，引进[Company 甲公司]。", Predicate::attracts),
              Lines{"青山市 attracts 甲公司"});
    EXPECT_EQ(read("[District 青山市]引进[Company 甲公司]年产3万吨铝材项目。", Predicate::attracts), Lines{});
    EXPECT_EQ(read("[District 青山市]引进[Company 甲公司]，[Company 乙公司]扩产。", Predicate::attracts),
              (Lines{"青山市 attracts 甲公司"}));
}

TEST(RareRelations, PartnersAreWhatIsNamedLast) {
    const auto partner = [](const char* text, const char* words) {
        Lines lines = read(with_words(marked(text), words, 0.9));
        keep(lines, Predicate::cooperates_with);
        return lines;
    };
    EXPECT_EQ(partner("[District 青山市]与[District 远方省][District 临江市]深化合作。",
                      "青山市/LOC 与/p 远方省/LOC 临江市/LOC 深化/v 合作/vn 。/w"),
              (Lines{"青山市 cooperatesWith 临江市"}));
    EXPECT_EQ(partner("[District 青山市]与[District 远方市]等地企业合作。",
                      "青山市/LOC 与/p 远方市/LOC 等/u 地/n 企业/n 合作/v 。/w"),
              Lines{});
    EXPECT_EQ(partner("[District 青山市]与[District 远方市]等地深化合作。",
                      "青山市/LOC 与/p 远方市/LOC 等/u 地/n 深化/v 合作/vn 。/w"),
              (Lines{"青山市 cooperatesWith 远方市"}));
    EXPECT_EQ(partner("[District 青山市]与[District 远方市]各园区合作。",
                      "青山市/LOC 与/p 远方市/LOC 各/r 园区/n 合作/v 。/w"),
              Lines{});
    EXPECT_EQ(partner("[District 青山市]与[District 远方市]自贸港开展合作。",
                      "青山市/LOC 与/p 远方市/LOC 自贸港/n 开展/v 合作/vn 。/w"),
              Lines{});
    EXPECT_EQ(partner("[District 青山市]与[District 远方市]产业合作深化。",
                      "青山市/LOC 与/p 远方市/LOC 产业/n 合作/vn 深化/v 。/w"),
              (Lines{"青山市 cooperatesWith 远方市"}));
    // Others than the district cooperate.
    EXPECT_EQ(partner("[District 青山市]推动企业与[Institution 南方大学]合作。",
                      "青山市/LOC 推动/v 企业/n 与/c 南方大学/ORG 合作/v 。/w"),
              Lines{});
}

TEST(RareRelations, AnOfficeBelongsToItsOwnLevel) {
    EXPECT_EQ(read("[District 青山市]市长[Person 王小明]。", Predicate::holds_position),
              (Lines{"王小明 holdsPosition 青山市"}));
    EXPECT_EQ(read("[District 青山市]各界欢迎省长[Person 王小明]来访。", Predicate::holds_position), Lines{});
    EXPECT_EQ(read("[District 青山市]始终牢记总书记[Person 王小明]来访。", Predicate::holds_position), Lines{});
    EXPECT_EQ(read("[District 青山省]省长[Person 王小明]。", Predicate::holds_position),
              (Lines{"王小明 holdsPosition 青山省"}));
}

TEST(Named, TellsNamesFromKinds) {
    const auto named = [](const char* name, const char* words, double confidence) {
        const Extraction extraction = with_words(marked(std::string("[Company ") + name + "]"), words, confidence);
        return is_named(extraction, extraction.mentions.front());
    };
    EXPECT_TRUE(named("蓝海集团", "蓝海集团/ORG", 0.3));
    EXPECT_FALSE(named("蓝海集团", "蓝海集团/ORG", 0.1));
    EXPECT_FALSE(named("智能终端", "智能/n 终端/n", 0.5));
    EXPECT_TRUE(named("智能终端", "智能/n 终端/n", 0.7));
    EXPECT_TRUE(named("国家远洋调度中心", "国家/n 远洋/n 调度/vn 中心/n", 0.5));
    EXPECT_FALSE(named("国际医院", "国际医院/ORG", 0.9));
    EXPECT_FALSE(named("优质蓝海企业", "优质/a 蓝海/ORG 企业/n", 0.9));
    EXPECT_FALSE(named("八大片区", "八大/m 片区/LOC", 0.9));
    const Extraction bare = marked("[Company 智能终端]");
    EXPECT_TRUE(is_named(bare, bare.mentions.front()));
}

}  // namespace guanxi
