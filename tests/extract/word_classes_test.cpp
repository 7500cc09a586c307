#include "extract/word_classes.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "extract/candidates_features.hpp"
#include "extract/word_clusters.hpp"

namespace guanxi {

TEST(WordClasses, AreThoseOfTheFile) {
    const WordClasses classes = WordClasses::parse("园区\t3\n平台\t17\n", "a.tsv");
    EXPECT_EQ(classes.of(hash_text("园区")), 3);
    EXPECT_EQ(classes.of(hash_text("平台")), 17);
    EXPECT_EQ(classes.of(hash_text("别的")), 0);
    EXPECT_EQ(WordClasses().of(hash_text("园区")), 0);
}

TEST(WordClasses, SayWhichLineIsWrong) {
    for (const char* line : {"园区", "园区\t", "园区\t0", "园区\t1000", "园区\tx", "\t1", "园区\t1 "}) {
        try {
            static_cast<void>(WordClasses::parse(std::string("平台\t1\n") + line + "\n", "a.tsv"));
            ADD_FAILURE() << line;
        } catch (const Error& error) {
            EXPECT_EQ(std::string(error.what()), "a.tsv:2: no class of a word: a word, a tab and a number are needed");
        }
    }
}

namespace {

using Standing = WordClusters::Standing;

// 建设 and 新建 before 公园 and 学校; 印发 and 出台 before 办法 and 方案.
std::map<std::string, std::size_t> grouped() {
    WordClusters clusters;
    for (std::size_t i = 0; i < 40; ++i) {
        const std::string_view verbs[2][2] = {{"建设", "新建"}, {"印发", "出台"}};
        const std::string_view nouns[2][2] = {{"公园", "学校"}, {"办法", "方案"}};
        for (std::size_t kind = 0; kind < 2; ++kind) {
            const WordClusters::Word sentence[] = {{verbs[kind][i % 2], Standing::known},
                                                   {nouns[kind][i / 2 % 2], Standing::known},
                                                   {"了", Standing::none},
                                                   {"大家", i < 30 ? Standing::common : Standing::none}};
            clusters.add(sentence, i / 2);
        }
        const WordClusters::Word rare[] = {{"罕见", Standing::common}};
        clusters.add(rare, i / 4);
    }
    std::map<std::string, std::size_t> found;
    for (const auto& [word, number] : clusters.group(4)) found[word] = number;
    return found;
}

}  // namespace

TEST(WordClusters, WordsOfLikeNeighboursAreOfOneClass) {
    const std::map<std::string, std::size_t> classes = grouped();
    EXPECT_EQ(classes.at("建设"), classes.at("新建"));
    EXPECT_EQ(classes.at("公园"), classes.at("学校"));
    EXPECT_EQ(classes.at("印发"), classes.at("出台"));
    EXPECT_EQ(classes.at("办法"), classes.at("方案"));
    EXPECT_NE(classes.at("建设"), classes.at("印发"));
    EXPECT_NE(classes.at("公园"), classes.at("建设"));
}

TEST(WordClusters, LeaveOutWhatIsNoWordForAll) {
    const std::map<std::string, std::size_t> classes = grouped();
    EXPECT_FALSE(classes.contains("了"));
    EXPECT_TRUE(classes.contains("大家"));   // in twenty documents
    EXPECT_FALSE(classes.contains("罕见"));  // in ten
}

TEST(WordClusters, OfNothingThereAreNone) {
    EXPECT_TRUE(WordClusters().group(5).empty());
}

}  // namespace guanxi
