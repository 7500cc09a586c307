#include "extract/head_words.hpp"

#include <gtest/gtest.h>

namespace guanxi {

TEST(HeadWords, TheLongestHeadSaysTheKind) {
    EXPECT_EQ(head_word("云河国际马拉松").word, "马拉松");
    EXPECT_TRUE(head_word("云河国际马拉松").types.has(EntityType::event));
    EXPECT_EQ(head_word("青山市人才服务平台").word, "服务平台");
    EXPECT_TRUE(head_word("东江集团公司").types.has(EntityType::company));
    EXPECT_TRUE(head_word("").word.empty());
}

TEST(HeadWords, TheLongestVerbGoverns) {
    EXPECT_EQ(cue_verb("深入实施质量行动").word, "深入实施");
    EXPECT_EQ(cue_verb("实施质量行动").frame, Frame::implement);
    EXPECT_EQ(cue_verb("入选百强").frame, Frame::receive);
    EXPECT_TRUE(cue_verb("质量").word.empty());
    EXPECT_TRUE(object_types(Frame::develop).has(EntityType::industry));
}

}  // namespace guanxi
