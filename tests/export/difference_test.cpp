#include "export/difference.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <sstream>

#include "tests/core/report.hpp"

namespace guanxi {
namespace {

rapidjson::Document written(const Report& then, const Report& now) {
    std::ostringstream out;
    write_difference(then.graph, now.graph, compare(then.graph, now.graph), out);
    rapidjson::Document json;
    json.Parse(out.str().c_str());
    EXPECT_FALSE(json.HasParseError());
    return json;
}

TEST(DifferenceJson, has_both_sides_with_whole_sentences) {
    Report then("2023", "建成东湖\"隧道\"。");
    then.builds("东湖隧道", planned("2023"), "建成东湖\"隧道\"。");
    then.figure("粮食产量", {.value = Decimal(1000000000000), .unit = "吨"}, done("2022"));
    Report now("2024", "东湖隧道建成通车。");
    now.builds("东湖隧道", done("2023"), "东湖隧道建成通车。");
    now.builds("西湖隧道", planned("2024"), "东湖隧道建成通车。");
    now.figure("粮食产量", {.value = Decimal(1100000000000), .unit = "吨", .bound = Bound::min}, done("2023"));
    const rapidjson::Document json = written(then, now);
    const auto& plan = json["plans"][0];
    EXPECT_STREQ(plan["outcome"].GetString(), "done");
    EXPECT_STREQ(plan["wanted"].GetString(), "completed");
    EXPECT_STREQ(plan["old"]["status"].GetString(), "planned");
    EXPECT_STREQ(plan["new"]["evidence"][0]["exact"].GetString(), "东湖隧道建成通车。");
    EXPECT_EQ(plan["new"]["evidence"][0]["end"].GetInt(), 9);
    EXPECT_FALSE(plan.HasMember("likely"));
    EXPECT_STREQ(json["added"][0]["new"]["thing"]["name"].GetString(), "西湖隧道");
    const auto& figure = json["figures"][0];
    EXPECT_STREQ(figure["reached"]["value"].GetString(), "1100000000000");
    EXPECT_STREQ(figure["growthInPercent"].GetString(), "10.00");
    EXPECT_TRUE(figure["inexact"].GetBool());
}

TEST(DifferenceJson, of_nothing_has_empty_lists) {
    const rapidjson::Document json = written(Report("2023", "甲。"), Report("2024", "乙。"));
    for (const char* list : {"plans", "added", "amounts", "figures"}) EXPECT_TRUE(json[list].Empty()) << list;
    EXPECT_EQ(json["old"].Size(), 1U);
}

}  // namespace
}  // namespace guanxi
