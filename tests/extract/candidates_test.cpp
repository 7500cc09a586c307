#include "extract/candidates.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "extract/recogniser_select.hpp"
#include "tagged_text.hpp"

namespace guanxi {
namespace {

const Lexicon& lexicon() {
    static const Lexicon one = Lexicon::load(DATA_DIR "/lexicon.bin");
    return one;
}

bool finds(std::string_view line, EntityType type, std::string_view name) {
    const Extraction extraction = tagged(line);
    const Units units = read_units(extraction.document.text, extraction.sentences[0]);
    for (const Candidate& candidate : find_candidates(extraction.document.text, units, lexicon())) {
        const std::string_view text = slice(extraction.document.text, candidate.span);
        if (candidate.type == type && (candidate.name.empty() ? text : std::string_view(candidate.name)) == name)
            return true;
    }
    return false;
}

std::string roles(std::string_view line, Role wanted) {
    const Extraction extraction = tagged(line);
    const Units units = read_units(extraction.document.text, extraction.sentences[0]);
    std::string found;
    for (const Unit& unit : units.units) {
        if (unit.role == wanted) found += std::string(unit.text) + " ";
    }
    return found;
}

}  // namespace

TEST(Units, VerbsGovernAtTheBeginningOfAClause) {
    EXPECT_EQ(roles("发展/v 数字/n 经济/n ，/w 实施/v 人才/n 培育/vn 计划/n 。/w", Role::cue), "发展 实施 ");
    EXPECT_EQ(roles("获/v 评/v 文明/a 城市/n 。/w", Role::cue), "获评 ");
    EXPECT_EQ(roles("建/v 成云/n 河/n 大桥/n 。/w", Role::cue), "建成 ");
}

TEST(Units, LatinIsOneUnit) {
    const Extraction extraction = tagged("引进/v K/n 11/m 。/w");
    EXPECT_EQ(read_units(extraction.document.text, extraction.sentences[0]).units.size(), 4U);
    EXPECT_EQ(roles("引进/v S/n KP/n 。/w", Role::content), "SKP ");
}

TEST(Candidates, ComeFromHeadsListsMarksAndVerbs) {
    EXPECT_TRUE(finds("实施/v 人才/n 培育/vn 计划/n 。/w", EntityType::program, "人才培育计划"));
    EXPECT_TRUE(finds("推进/v 云河/LOC 、/w 白石/LOC 等/u 重大/a 项目/n 。/w", EntityType::project, "云河"));
    EXPECT_TRUE(finds("开展/v “/w 春雨/n ”/w 活动/n 。/w", EntityType::event, "“春雨”活动"));
    EXPECT_TRUE(
        finds("出台/v 支持/v 小微企业/nz 发展/v 20条/m 措施/n 。/w", EntityType::program, "支持小微企业发展20条措施"));
    EXPECT_TRUE(finds("推进/v 通电/n 、/w 通桥/n 项目/n 。/w", EntityType::project, "通电项目"));
    EXPECT_FALSE(finds("建设/v 22个/m 产业园/n 。/w", EntityType::park, "22个产业园"));
}

TEST(Candidates, StayFewOnALongSentence) {
    std::string line;
    for (int i = 0; i < 20000; ++i) line += "工程/n ";
    line += "。/w";
    const Extraction extraction = tagged(line);
    const Units units = read_units(extraction.document.text, extraction.sentences[0]);
    EXPECT_LT(find_candidates(extraction.document.text, units, lexicon()).size(), 20000U * 14 * 12);
}

TEST(Candidates, GoOverVerbsWithinANounPhraseAndRanksBeforeATitle) {
    EXPECT_TRUE(finds("推进/v 东湖/LOC 改扩建/vn 工程/n 。/w", EntityType::project, "东湖改扩建工程"));
    EXPECT_TRUE(finds("入选/v 全国/n 首批/m 文明/a 城市/n 。/w", EntityType::award, "全国首批文明城市"));
    EXPECT_FALSE(finds("引进/v 首批/m 文明/a 城市/n 。/w", EntityType::award, "首批文明城市"));
}

TEST(Select, TakesTheLargestSumWithoutOverlap) {
    std::vector<Candidate> candidates(4);
    candidates[0].span = {0, 4};
    candidates[0].probability = 0.6;
    candidates[1].span = {2, 8};
    candidates[1].probability = 0.7;
    candidates[2].span = {4, 8};
    candidates[2].probability = 0.6;
    candidates[3].span = {8, 9};
    candidates[3].probability = 0.3;
    EXPECT_EQ(select_candidates(candidates, 0.4), (std::vector<std::uint32_t>{0, 2}));
    EXPECT_EQ(select_candidates(candidates, 0.65), (std::vector<std::uint32_t>{1}));
}

}  // namespace guanxi
