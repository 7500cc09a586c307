#include "extract/annotated_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/error.hpp"

namespace guanxi {

TEST(AnnotatedText, TellsTextAndEntities) {
    const AnnotatedText read = read_annotated_text(
        "[[青山市|District]]建设“[[东湖学校|Project]]”，[[金山|District|金山街道]]和[[青山市|District]]，[[甲|?Program]"
        "]。",
        "a.marked");
    EXPECT_EQ(read.text, "青山市建设“东湖学校”，金山和青山市，甲。");
    ASSERT_EQ(read.gold.entities.size(), 4U);
    EXPECT_EQ(read.gold.entities[0].names, std::vector<std::string>{"青山市"});
    EXPECT_EQ(read.gold.entities[1].type, "Project");
    EXPECT_EQ(read.gold.entities[2].names, std::vector<std::string>{"金山街道"});
    EXPECT_FALSE(read.gold.entities[2].optional);
    EXPECT_TRUE(read.gold.entities[3].optional);
    EXPECT_EQ(read_annotated_text("没有标记", "a").text, "没有标记");
}

TEST(AnnotatedText, WhatIsMarkedOnceForSureIsSure) {
    EXPECT_FALSE(read_annotated_text("[[甲项目|?Project]]和[[甲项目|Project]]", "a").gold.entities[0].optional);
}

TEST(AnnotatedText, SaysWhereAMarkIsWrong) {
    const std::pair<const char*, const char*> table[] = {
        {"甲\n乙[[丙|District", "a.marked:2:2: "},
        {"[[丙|Distrikt]]", "a.marked:1:1: 'Distrikt' is no kind of entity"},
        {"[[丙]]", "a.marked:1:1: a mark is [[name|Kind]]"},
        {"[[|District]]", "a.marked:1:1: "},
        {"[[甲\n乙|District]]", "a.marked:1:1: "},
        {"[[甲[[乙|District]]|District]]", "a.marked:1:1: "},
    };
    for (const auto& [text, message] : table) {
        try {
            static_cast<void>(read_annotated_text(text, "a.marked"));
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_TRUE(std::string(error.what()).starts_with(message)) << error.what();
        }
    }
}

}  // namespace guanxi
