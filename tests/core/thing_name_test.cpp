#include "core/thing_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace guanxi {
namespace {

using enum Likeness;

const std::vector<std::u32string>& qingdao() {
    static const std::vector<std::u32string> places = place_prefixes("青岛市");
    return places;
}

Likeness compare_names(const std::string& a, const std::string& b) {
    return compare(thing_name(a, qingdao()), thing_name(b, qingdao()));
}

TEST(ThingName, places_may_stand_in_front_of_a_name) {
    EXPECT_EQ(place_prefixes("深圳市南山区"),
              (std::vector<std::u32string>{U"深圳市南山区", U"南山区", U"深圳市", U"南山", U"深圳", U"区", U"市"}));
    EXPECT_TRUE(place_prefixes("").empty());
}

TEST(ThingName, of_one_thing_are_the_same) {
    EXPECT_EQ(compare_names("东湖隧道", "东湖隧道工程"), same);
    EXPECT_EQ(compare_names("青岛市博物馆", "市博物馆"), same);
    EXPECT_EQ(compare_names("“东湖”隧道", "东湖隧道"), same);
    EXPECT_EQ(compare_names("全国首个东湖实验室", "东湖实验室"), same);
    EXPECT_EQ(compare_names("Ｇ６０科创走廊", "g60科创走廊"), same);
}

TEST(ThingName, with_a_word_more_is_likely_the_same) {
    EXPECT_EQ(compare_names("沿江高铁", "北沿江高铁"), likely);
    EXPECT_EQ(compare_names("骆岗公园", "骆岗生态公园"), likely);
    EXPECT_EQ(compare_names("晋同高速", "晋同高速公路"), likely);
}

TEST(ThingName, of_another_thing_is_different) {
    EXPECT_EQ(compare_names("地铁3号线", "地铁4号线"), different);
    EXPECT_EQ(compare_names("东湖产业园", "东湖产业园二期"), different);
    EXPECT_EQ(compare_names("东湖中学", "东湖中学新校区"), different);
    EXPECT_EQ(compare_names("金寨路快速化改造", "文忠路快速化改造"), different);
    EXPECT_EQ(compare_names("国家汽车产业先进制造业集群", "国家先进制造业集群"), different);
    EXPECT_EQ(compare_names("智慧城市平台", "智慧社区平台"), different);
    EXPECT_EQ(compare_names("海港隧道", "海湾隧道"), different);
}

TEST(ThingName, made_of_general_words_is_general) {
    EXPECT_TRUE(thing_name("特色商业街区", qingdao()).general);
    EXPECT_TRUE(thing_name("美丽青岛", qingdao()).general);
    EXPECT_TRUE(thing_name("巢湖", qingdao()).general);
    EXPECT_FALSE(thing_name("3号线", qingdao()).general);
    EXPECT_FALSE(thing_name("崂山实验室", qingdao()).general);
    EXPECT_FALSE(thing_name("市民中心", qingdao()).core == U"民中心");
}

TEST(ThingName, of_what_guides_is_known) {
    EXPECT_TRUE(thing_name("新发展理念", qingdao()).guides);
    EXPECT_TRUE(thing_name("省委", qingdao()).guides);
    EXPECT_FALSE(thing_name("崂山实验室", qingdao()).guides);
}

TEST(ThingName, goes_on_as_that_of_another) {
    for (const auto* rest : {U"二期", U"3期工程", U"新校区", U"北段", U"1号地块"}) EXPECT_TRUE(makes_another(rest));
    for (const auto* rest : {U"", U"建成", U"二是", U"5个项目"}) EXPECT_FALSE(makes_another(rest));
}

TEST(ThingName, may_stand_without_its_kind_or_rank) {
    EXPECT_EQ(without_kind(U"四创电子产业园"), U"四创电子");
    EXPECT_EQ(without_kind(U"国家土壤污染防治先行区"), U"土壤污染防治先行区");
    EXPECT_EQ(without_kind(U"东湖公园"), U"");
}

}  // namespace
}  // namespace guanxi
