#include "core/milestone.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace guanxi {
namespace {

using enum Milestone;

struct Case {
    std::string sentence;
    std::string name;
    Milestone expected;
};

TEST(Milestone, is_told_by_the_nearest_word_of_the_clause) {
    const std::vector<Case> cases{
        {"建成东湖隧道，开工西湖隧道。", "东湖隧道", completed},
        {"建成东湖隧道，开工西湖隧道。", "西湖隧道", started},
        {"东湖隧道开工建设。", "东湖隧道", started},
        {"东湖隧道建设加快推进。", "东湖隧道", advanced},
        {"推动东湖隧道建成通车。", "东湖隧道", completed},
        {"推进东湖隧道建设。", "东湖隧道", advanced},
        {"东湖隧道、西湖隧道、南湖隧道等项目建成。", "西湖隧道", completed},
        {"开工东湖隧道、建成西湖隧道。", "东湖隧道", started},
        {"东湖隧道主体封顶。", "东湖隧道", topped_out},
        {"争创全国文明城市。", "全国文明城市", prepared},
        {"获评全国文明城市。", "全国文明城市", honoured},
        {"谋划东湖隧道。", "东湖隧道", prepared},
        {"东湖隧道位于东湖。", "东湖隧道", none},
        {"东湖隧道，建成西湖隧道。", "东湖隧道", none},
        {"建成西湖隧道。", "东湖隧道", none},
        {"", "东湖隧道", none},
        {"建成东湖隧道。", "", none},
    };
    for (const Case& c : cases) EXPECT_EQ(milestone_in(c.sentence, std::array{c.name}), c.expected) << c.sentence;
}

TEST(Milestone, is_not_told_of_what_only_begins_with_the_name) {
    EXPECT_EQ(milestone_in("马銮湾新城城市广场建成投用。", std::array<std::string, 1>{"马銮湾新城"}), none);
    EXPECT_EQ(milestone_in("马銮湾新城建成投用。", std::array<std::string, 1>{"马銮湾新城"}), completed);
}

TEST(Milestone, is_the_furthest_of_several_places_and_names) {
    const std::vector<std::string> names{"东湖隧道", "隧道"};
    EXPECT_EQ(milestone_in("东湖隧道开工建设，年底隧道建成。", names), completed);
}

TEST(Milestone, takes_the_beginning_of_a_name_whose_head_stands_once_for_a_list) {
    EXPECT_EQ(milestone_in("建成欧菲光、四创电子产业园，加快其他项目。", std::array<std::string, 1>{"欧菲光产业园"}),
              completed);
}

TEST(Excerpt, is_the_clause_with_its_neighbours) {
    const std::string sentence = "一二三四五，建成东湖隧道，六七八九十，甲乙丙丁戊。";
    const std::vector<std::string> names{"东湖隧道"};
    EXPECT_EQ(excerpt(sentence, names, 100), sentence);
    EXPECT_EQ(excerpt(sentence, names, 12), "…建成东湖隧道，六七八九十…");
    EXPECT_EQ(excerpt(sentence, names, 6), "…建成东湖隧道…");
    EXPECT_EQ(excerpt(sentence, {}, 5), "一二三四五…");
}

TEST(Excerpt, cuts_a_clause_that_is_too_long_around_the_name) {
    std::string sentence;
    for (int i = 0; i < 30; ++i) sentence += "字";
    sentence += "东湖隧道";
    for (int i = 0; i < 30; ++i) sentence += "字";
    EXPECT_EQ(excerpt(sentence, std::array<std::string, 1>{"东湖隧道"}, 8), "…字字东湖隧道字字…");
}

}  // namespace
}  // namespace guanxi
