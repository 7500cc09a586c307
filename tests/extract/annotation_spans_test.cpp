#include "extract/annotation_spans.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/error.hpp"

namespace guanxi {

namespace {

// Lines 1 and 3 are 青山市简报 and 建设金山、禾山街道，实施护水计划。
const std::string town_report = "**青山市**简报\n未标\n建设金山、禾山街道，实施“护水计划”。\n";
const std::string head = "text 青山/2024.md\nlines 1 3\n";
const std::string digest = "digest 575e6448080cf505\n";

std::string message_of(const std::string& spans) {
    try {
        static_cast<void>(apply_spans(read_annotation_spans(spans, "a.spans"), town_report));
        return "nothing";
    } catch (const Error& error) {
        return error.what();
    }
}

}  // namespace

TEST(AnnotationSpans, NamesAreCutFromTheExcerpt) {
    const AnnotatedText read = apply_spans(
        read_annotation_spans("# a note\n" + head + digest + "District 0-3\nDistrict 9-11+14-16 9-11\nProgram? 20-24\n",
                              "a.spans"),
        town_report);
    EXPECT_EQ(read.text, "青山市简报\n\n建设金山、禾山街道，实施“护水计划”。");
    ASSERT_EQ(read.gold.entities.size(), 3U);
    EXPECT_EQ(read.gold.entities[0].names, std::vector<std::string>{"青山市"});
    EXPECT_EQ(read.gold.entities[1].names, (std::vector<std::string>{"金山街道", "金山"}));
    EXPECT_FALSE(read.gold.entities[1].optional);
    EXPECT_EQ(read.gold.entities[2].type, "Program");
    EXPECT_EQ(read.gold.entities[2].names, std::vector<std::string>{"护水计划"});
    EXPECT_TRUE(read.gold.entities[2].optional);
}

TEST(AnnotationSpans, SaysWhatIsWrong) {
    const std::pair<std::string, std::string> table[] = {
        {"District 0-3\n", "a.spans: the lines 'text PATH', 'lines N...' and 'digest HEX' must say what was annotated"},
        {head + digest + "Distrikt 0-3\n", "a.spans:4: 'Distrikt' is no kind of entity"},
        {head + digest + "District 0\n", "a.spans:4: '0' is not BEGIN-END"},
        {head + digest + "District 3-3\n", "a.spans:4: '3-3' is empty"},
        {head + digest + "District 0-x\n", "a.spans:4: 'x' is no number"},
        {head + digest + "District\n",
         "a.spans:4: a line is 'text PATH', 'lines N...', 'digest HEX' or 'Kind BEGIN-END...'"},
        {head + digest + "District 0-300\n", "a.spans: 0-300 is beyond the end of the text (26)"},
        {head + "digest 0123456789abcdef\n", "a.spans: 青山/2024.md is not the text that was annotated"},
        {"text a\nlines 9\n" + digest, "a.spans: a is not the text that was annotated"},
    };
    for (const auto& [spans, message] : table) EXPECT_EQ(message_of(spans), message);
}

}  // namespace guanxi
