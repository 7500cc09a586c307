#include "extract/nested.hpp"

#include <gtest/gtest.h>

#include "marked_text.hpp"

namespace guanxi {
namespace {

// The names inside of others, after the document's district.
std::vector<std::string> nested(Extraction extraction) {
    static const Lexicon lexicon = Lexicon::load(DATA_DIR "/lexicon.bin");
    const std::size_t before = extraction.mentions.size();
    add_nested_mentions(extraction, lexicon);
    std::vector<std::string> names;
    for (const Mention& mention : extraction.mentions) {
        if (mention.rule == "whole-of-part" || mention.rule == "division-in-name") names.push_back(mention.name);
    }
    EXPECT_EQ(extraction.mentions.size(), before + names.size());
    return names;
}

}  // namespace

TEST(Nested, FindsTheWholeOfAPhase) {
    const std::pair<const char*, std::string_view> table[] = {{"海上花园二期", "海上花园"},
                                                              {"滨海大桥三期扩建工程", "滨海大桥"},
                                                              {"北湖中学新校区", "北湖中学"},
                                                              {"地铁9号线一期西延段", "地铁9号线"},
                                                              {"东山高速湖口至河西段", "东山高速"},
                                                              {"北河水厂二期改扩建工程", "北河水厂"},
                                                              {"湖口至河西段", ""},
                                                              {"滨海大桥", ""},
                                                              {"二期", ""},
                                                              {"二期工程", ""}};
    for (const auto& [name, whole] : table) EXPECT_EQ(whole_of(name), whole) << name;
}

TEST(Nested, AddsWholesAndDivisions) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(nested(marked("[District 青岛市]建成[Place 滨海大道二期]。")), Names{"滨海大道"});
    EXPECT_EQ(nested(marked("[District 青岛市]：[Project 济滨高铁青岛段]开工。")), Names{"济滨高铁"});
    EXPECT_EQ(nested(marked("[District 青岛市]：[District 崂山区]的[Park 崂山区人工智能产业园]开园。")),
              Names{"崂山区"});
    EXPECT_EQ(nested(marked("[District 青岛市]：[Park 崂山区人工智能产业园]开园。")), Names{});
    EXPECT_EQ(nested(marked("[District 青岛市]：[Park 上海科技产业园]开园。")), Names{});
    EXPECT_EQ(nested(marked("[District 青岛市]：[Industry 崂山茶业]。")), Names{});
    EXPECT_EQ(nested(Extraction{}), Names{});
}

TEST(Nested, AWholeIsOfTheKindOfItsHead) {
    static const Lexicon lexicon = Lexicon::load(DATA_DIR "/lexicon.bin");
    Extraction extraction = marked("[District 青岛市]：[Project 东湖医院新院区]、[Project 青云二期]开工。");
    add_nested_mentions(extraction, lexicon);
    std::vector<EntityType> types;
    for (const Mention& mention : extraction.mentions) {
        if (mention.rule == "whole-of-part") types.push_back(mention.type);
    }
    EXPECT_EQ(types, std::vector<EntityType>{EntityType::institution});
}

}  // namespace guanxi
