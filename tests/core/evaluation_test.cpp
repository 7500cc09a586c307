#include "core/evaluation.hpp"

#include <gtest/gtest.h>

#include "core/evaluation_match.hpp"
#include "core/evaluation_quotes.hpp"
#include "core/evaluation_text.hpp"

namespace guanxi {

TEST(Evaluation, ComparesNamesWithoutWidthQuotesAndBlanks) {
    const std::pair<const char*, const char*> table[] = {{"《“一二三”规划》", "一二三规划"},
                                                         {"ＰＰＰ　二期（全角）", "ppp二期全角"},
                                                         {"K11·海上", "k11海上"},
                                                         {"①号线\u3000㎡", "1号线m2"},
                                                         {"ﬁ，x、y", "fixy"},
                                                         {"e\u0301", "\u00e9"},
                                                         {"『』 \t\u2009\x1f", ""},
                                                         {"", ""}};
    for (const auto& [name, plain] : table) EXPECT_EQ(comparable_name(name), plain) << name;
}

TEST(Evaluation, ComparesUnits) {
    const std::pair<const char*, const char*> table[] = {
        {"元", "CNY"},  {" 人民币 ", "CNY"},        {"美元", "USD"}, {"％", "%"},
        {"CNY", "CNY"}, {"平方 公里", "平方 公里"}, {" ", ""},       {"", ""}};
    for (const auto& [unit, plain] : table) EXPECT_EQ(comparable_unit(unit), plain) << unit;
}

TEST(Evaluation, LikenessIsDiceOrShareOfTheShorter) {
    struct Row {
        const char *a, *b;
        double likeness;
    };
    const Row table[] = {{"新增学位", "新增学位", 1},        {"新增学位", "学位", 0.8}, {"学位", "新增学位", 0.8},
                         {"新增学位", "绿化率", 0},          {"户", "户", 1},           {"", "", 1},
                         {"一二三四五", "二三四五六", 0.75}, {"“学位”", "学 位", 1}};
    for (const Row& row : table) {
        EXPECT_DOUBLE_EQ(likeness(character_pairs(row.a), character_pairs(row.b)), row.likeness)
            << row.a << " " << row.b;
    }
}

TEST(Evaluation, NumbersAreCloseUpToRounding) {
    EXPECT_TRUE(is_close(1e12, 1e12 + 1e5, Tolerance::strict));
    EXPECT_FALSE(is_close(100, 100.4, Tolerance::strict));
    EXPECT_TRUE(is_close(100, 100.4, Tolerance::loose));
    EXPECT_TRUE(is_close(0, 0, Tolerance::strict));
    EXPECT_TRUE(is_close(std::nullopt, std::nullopt, Tolerance::strict));
    EXPECT_FALSE(is_close(std::nullopt, 0, Tolerance::loose));
}

TEST(Evaluation, MatchesEntitiesByPrimaryNameThenByAliases) {
    const std::vector<GoldEntity> gold{
        {"g1", "District", {"样例市", "样例"}}, {"g2", "Park", {"甲园"}}, {"g3", "Place", {"甲园"}}};
    const std::vector<GoldEntity> predicted{{"p1", "Place", {"甲园"}},             // its own kind first
                                            {"p2", "Project", {"甲园"}},           // then any kind
                                            {"p3", "District", {"市", "样例市"}},  // half of its names are gold's
                                            {"p4", "District", {"样例"}},          // a primary name goes before
                                            {"p5", "District", {"子", "丑", "样例市"}},
                                            {"p6", "District", {}}};
    const EntityMatch match = match_entities(gold, predicted);
    EXPECT_EQ(match.gold_id("p1"), "g3");
    EXPECT_EQ(match.gold_id("p2"), "g2");
    EXPECT_EQ(match.gold_id("p3"), "g1");
    EXPECT_EQ(match.gold_id("p4"), "g1");
    EXPECT_EQ(match.predicted_of.at("g1"), 3U);
    EXPECT_EQ(match.gold_id("p5"), "?p5");
    EXPECT_EQ(match.gold_id("p6"), "?p6");
}

TEST(Evaluation, QuotesMustStandInTheText) {
    const QuoteChecker checker("甲\r\n建成𠮷园。乙。");
    const std::pair<std::vector<GoldQuote>, bool> table[] = {{{}, false},
                                                             {{{"建成𠮷园。", 2}}, true},
                                                             {{{"建成𠮷园。", 3}}, false},
                                                             {{{"乙", std::nullopt}}, true},
                                                             {{{"丙", std::nullopt}}, false},
                                                             {{{"", 0}}, false},
                                                             {{{"乙", -1}}, false},
                                                             {{{"乙", 99}}, false},
                                                             {{{"乙", 7}, {"甲", 1}}, false}};
    for (const auto& [quotes, grounded] : table) EXPECT_EQ(checker.grounded(quotes), grounded);
    const auto touches = [&](const char* evidence, const GoldQuote& quote) {
        return checker.in_sentence_of(evidence, std::vector{quote});
    };
    EXPECT_TRUE(touches("𠮷园", {"建成", 2}));
    EXPECT_TRUE(touches("𠮷园", {"建成", std::nullopt}));
    EXPECT_FALSE(touches("𠮷园", {"甲", 0}));
    EXPECT_FALSE(touches("𠮷园", {"乙", 7}));
    EXPECT_FALSE(touches("丁", {"建成", 2}));
    EXPECT_FALSE(touches("", {"建成", 2}));
}

TEST(Evaluation, EmptyGraphsAgree) {
    EXPECT_EQ(evaluate({}, {}).score, 1.0);
    EXPECT_EQ(evaluate({{{"g", "Person", {"甲"}}}, {}, {}}, {}).entity.f1, 0.0);
    EXPECT_FALSE(evaluate({}, {}, "甲").grounded);
}

}  // namespace guanxi
