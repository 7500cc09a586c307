#include "extract/resolver.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace guanxi {
namespace {

using enum EntityType;

Lexicon& lexicon() {
    static Lexicon one = Lexicon::load(DATA_DIR "/lexicon.bin");
    return one;
}

struct Name {
    EntityType type;
    std::string text;       // as it stands in the document, the next occurrence
    std::string name = {};  // what it stands for, if not the text without quotation marks
};

std::string unquoted(std::string text) {
    for (const std::string mark : {"“", "”", "《", "》"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    }
    return text;
}

// A document whose mentions are the names, each at its next occurrence in the text.
Extraction document(const std::string& place, const std::string& text, const std::vector<Name>& names) {
    Extraction x;
    x.document.id = "d1";
    x.document.place = place;
    x.document.text = text;
    std::size_t at = 0;
    for (const Name& name : names) {
        at = text.find(name.text, at);
        EXPECT_NE(at, std::string::npos) << name.text;
        Mention mention;
        mention.type = name.type;
        mention.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.text.size())};
        mention.name = name.name.empty() ? unquoted(name.text) : name.name;
        mention.confidence = 0.8;
        x.mentions.push_back(mention);
        at += name.text.size();
    }
    return x;
}

std::string show(const Entity& entity) {
    std::string out = entity.name;
    for (const std::string& alias : entity.aliases) out += "=" + alias;
    if (!entity.code.empty()) out += "#" + entity.code;
    if (!entity.within.empty()) out += "@" + entity.within;
    return out;
}

// The entities of a text that is just the names with 、 between them.
std::string entities(const std::string& place, const std::vector<Name>& names) {
    std::string text;
    for (const Name& name : names) text += name.text + "、";
    Extraction x = document(place, text, names);
    resolve(x, lexicon());
    std::string out;
    for (const Entity& entity : x.entities) out += show(entity) + " ";
    for (const Mention& mention : x.mentions) {
        EXPECT_LT(mention.entity, x.entities.size());
        EXPECT_EQ(mention.type, x.entities.at(mention.entity).type);
    }
    return out;
}

std::string id_of(const std::string& place, EntityType type, const std::string& name) {
    Extraction x = document(place, name, {{type, name}});
    resolve(x, lexicon());
    return x.entities.at(0).id;
}

struct Case {
    std::string place;
    std::vector<Name> names;
    std::string expected;
};

}  // namespace

TEST(Resolver, GroupsNames) {
    const std::vector<Case> cases = {
        // Districts by code: short forms, paths, the document's own place first.
        {"厦门市湖里区",
         {{district, "湖里区"}, {district, "湖里"}, {district, "厦门市湖里区"}},
         "湖里区=厦门市湖里区=湖里#350206 "},
        {"", {{district, "湖里"}}, "湖里#350206 "},
        {"南京市", {{district, "鼓楼区"}, {district, "徐州市"}}, "鼓楼区#320106 徐州市#3203 "},
        {"徐州市", {{district, "鼓楼区"}}, "鼓楼区#320302 "},
        {"厦门市", {{district, "鼓楼区"}}, "鼓楼区#350102 "},
        {"广州市", {{district, "鼓楼区"}}, "鼓楼区 "},
        {"",
         {{district, "鼓楼区"}, {district, "南京市鼓楼区"}, {district, "徐州市鼓楼区"}},
         "鼓楼区 南京市鼓楼区#320106 徐州市鼓楼区#320302 "},
        {"厦门市", {{district, "吉林"}, {district, "吉林省"}, {district, "北京"}}, "吉林省=吉林#22 北京#11 "},
        {"厦门市湖里区", {{district, "石村社区"}, {district, "石村"}}, "石村社区=石村 "},
        {"厦门市湖里区",
         {{district, "石村社区"}, {district, "石村街道"}, {district, "石村"}},
         "石村社区 石村街道 石村 "},
        {"厦门市湖里区", {{district, "江头街道石村社区"}, {district, "石村社区"}}, "江头街道石村社区=石村社区 "},
        // Institutions: relative names with their place.
        {"厦门市湖里区",
         {{institution, "区政府"}, {institution, "湖里区人民政府"}, {institution, "市政府"}},
         "湖里区人民政府=区政府 市政府@厦门市 "},
        {"厦门市湖里区",
         {{institution, "湖里区妇幼保健院"}, {institution, "区妇幼保健院"}, {institution, "妇幼保健院"}},
         "湖里区妇幼保健院=区妇幼保健院=妇幼保健院 "},
        {"厦门市",
         {{institution, "湖里区人民医院"}, {institution, "思明区人民医院"}, {institution, "人民医院"}},
         "湖里区人民医院 思明区人民医院 人民医院@厦门市 "},
        {"厦门市", {{institution, "市发改委"}, {institution, "省发改委"}}, "市发改委@厦门市 省发改委@福建省 "},
        {"", {{institution, "市委"}}, "市委 "},
        // Short forms by head, modifier, quotation and bracket.
        {"海州市", {{project, "云帆项目"}, {project, "云帆"}}, "云帆项目=云帆 "},
        {"海州市", {{project, "云帆项目"}, {project, "云帆工程"}, {project, "云帆"}}, "云帆项目 云帆工程 云帆 "},
        {"海州市", {{event, "第八届海丝博览会"}, {event, "海丝博览会"}}, "第八届海丝博览会=海丝博览会 "},
        {"海州市",
         {{event, "第八届海丝博览会"}, {event, "第九届海丝博览会"}, {event, "海丝博览会"}},
         "第八届海丝博览会 第九届海丝博览会 海丝博览会 "},
        {"海州市", {{award, "全国首批千帆城市"}, {award, "千帆城市"}}, "全国首批千帆城市=千帆城市 "},
        {"海州市", {{platform, "“云上通”综合服务平台"}, {platform, "“云上通”"}}, "云上通综合服务平台=云上通 "},
        {"海州市",
         {{program, "远洋渔业协定（YYXD）"}, {program, "YYXD"}, {program, "远洋渔业协定"}},
         "远洋渔业协定（YYXD）=YYXD=远洋渔业协定 "},
        {"海州市", {{program, "《海州蓝图》"}, {program, "海州蓝图"}}, "海州蓝图 "},
        {"海州市", {{place, "云帆广场"}, {place, "云帆广场二期"}}, "云帆广场 云帆广场二期 "},
        {"海州市",
         {{park, "云帆港区乙谷片区"}, {place, "云帆港区"}, {park, "乙谷片区"}},
         "云帆港区乙谷片区=乙谷片区 云帆港区 "},
        {"海州市", {{park, "面向未来的乙谷片区"}, {park, "乙谷片区"}}, "面向未来的乙谷片区=乙谷片区 "},
        {"海州市",
         {{program, "出海企业“双千帆”行动"}, {program, "“双千帆”行动"}, {program, "双千帆"}},
         "出海企业双千帆行动=双千帆=双千帆行动 "},
        {"海州市", {{project, "云帆重大项目"}, {project, "云帆项目"}}, "云帆重大项目=云帆项目 "},
        // What is general is of a place, what is known everywhere is not.
        {"海州市",
         {{program, "总体方案"}, {program, "乡村振兴战略"}, {institution, "政协"}, {institution, "欧盟"}},
         "总体方案@海州市 乡村振兴战略 政协@海州市 欧盟 "},
        {"厦门市",
         {{place, "市民广场"}, {place, "厦门市民广场"}, {district, "闽宁镇"}},
         "市民广场@厦门市 厦门市民广场 闽宁镇#640121104 "},
        {"厦门市",
         {{institution, "省委省政府"}, {institution, "省委"}, {institution, "省政府"}},
         "省委省政府@福建省 省委@福建省 省政府@福建省 "},
        {"厦门市", {{place, "朝阳云帆站"}, {place, "云帆站"}}, "朝阳云帆站 云帆站 "},
        {"厦门市", {{place, "集美云帆站"}, {place, "云帆站"}}, "集美云帆站=云帆站 "},
        {"厦门市", {{institution, "江头街道"}, {institution, "闽宁镇"}}, "江头街道#350206004 闽宁镇#640121104 "},
        {"厦门市", {{industry, "厦门制造业"}, {industry, "制造业"}}, "厦门制造业 制造业 "},
        {"海州市", {{program, "“千帆”和百舸行动"}, {program, "“千帆”"}}, "千帆和百舸行动 千帆 "},
        // Kinds: the same name is one thing, different names of different kinds are not.
        {"海州市", {{park, "云帆港区"}, {place, "云帆港区"}, {place, "云帆港区"}}, "云帆港区 "},
        {"海州市", {{project, "云帆项目"}, {company, "云帆"}}, "云帆项目 云帆 "},
        {"海州市", {{company, "SKP"}, {company, "ＳＫＰ"}}, "SKP "},
        {"", {}, ""},
    };
    for (const Case& c : cases) EXPECT_EQ(entities(c.place, c.names), c.expected);
}

TEST(Resolver, ReadsAbbreviationsInBrackets) {
    const std::string text =
        "海州湾生态修复总体方案（以下简称“方案”）发布。方案提出，云帆集团（简称云帆）参与。云帆表示支持。";
    Extraction x = document("海州市", text,
                            {{program, "海州湾生态修复总体方案"},
                             {program, "方案"},
                             {program, "方案"},
                             {company, "云帆集团"},
                             {company, "云帆"},
                             {company, "云帆"}});
    resolve(x, lexicon());
    ASSERT_EQ(x.entities.size(), 2U);
    EXPECT_EQ(show(x.entities[0]), "海州湾生态修复总体方案=方案");
    EXPECT_EQ(show(x.entities[1]), "云帆集团=云帆");
    const std::string latin = "《远洋渔业协定》（YYXD）生效。YYXD带来机遇。";
    Extraction y = document("海州市", latin, {{program, "《远洋渔业协定》"}, {platform, "YYXD"}});
    resolve(y, lexicon());
    ASSERT_EQ(y.entities.size(), 1U);
    EXPECT_EQ(show(y.entities[0]), "远洋渔业协定=YYXD");
    EXPECT_EQ(y.mentions[1].type, program);
    Extraction unseen = document("海州市", text, {{program, "海州湾生态修复总体方案"}});
    resolve(unseen, lexicon());
    EXPECT_EQ(show(unseen.entities.at(0)), "海州湾生态修复总体方案=方案");
}

TEST(Resolver, GenericWordsAreNoAliases) {
    Extraction x = document("厦门市湖里区", "湖里区召开会议。全区要努力，湖里要争先。",
                            {{district, "湖里区"}, {district, "全区", "湖里区"}, {district, "湖里", "湖里区"}});
    resolve(x, lexicon());
    ASSERT_EQ(x.entities.size(), 1U);
    EXPECT_EQ(show(x.entities[0]), "湖里区=湖里#350206");
}

TEST(Resolver, ADivisionBeforeANameTellsWhichIsMeant) {
    Extraction x = document("", "徐州市鼓楼区和南京市鼓楼区。",
                            {{district, "徐州市"}, {district, "鼓楼区"}, {district, "南京市"}, {district, "鼓楼区"}});
    resolve(x, lexicon());
    ASSERT_EQ(x.entities.size(), 4U);
    EXPECT_EQ(x.entities[1].code, "320302");
    EXPECT_EQ(x.entities[3].code, "320106");
}

TEST(Resolver, IdentityDoesNotDependOnTheDocument) {
    EXPECT_EQ(id_of("厦门市湖里区", district, "湖里"), id_of("", district, "福建省厦门市湖里区"));
    EXPECT_EQ(id_of("厦门市湖里区", institution, "区政府"), id_of("上海市", institution, "厦门市湖里区人民政府"));
    EXPECT_EQ(id_of("厦门市", company, "云帆集团"), id_of("上海市", company, "云帆集团"));
    EXPECT_NE(id_of("厦门市", institution, "市政府"), id_of("漳州市", institution, "市政府"));
    EXPECT_NE(id_of("厦门市", institution, "人民医院"), id_of("漳州市", institution, "人民医院"));
    EXPECT_NE(id_of("厦门市", program, "总体方案"), id_of("漳州市", program, "总体方案"));
    EXPECT_NE(id_of("南京市", district, "鼓楼区"), id_of("徐州市", district, "鼓楼区"));
    EXPECT_NE(id_of("厦门市湖里区", district, "石村社区"), id_of("漳州市", district, "石村社区"));
    EXPECT_NE(id_of("厦门市", company, "云帆"), id_of("厦门市", project, "云帆"));
    EXPECT_EQ(entity_id(district, "350206").size(), 21U);
}

TEST(Resolver, TakesTheUsersNames) {
    Lexicon own = Lexicon::load(DATA_DIR "/lexicon.bin");
    own.add_user_table("云帆数字科技园\tPark\t云帆园\n", "names.tsv");
    Extraction x = document("海州市", "云帆园里有云帆数字科技园。",
                            {{park, "云帆园", "云帆数字科技园"}, {place, "云帆数字科技园"}});
    resolve(x, own);
    ASSERT_EQ(x.entities.size(), 1U);
    EXPECT_EQ(x.entities[0].type, park);
    EXPECT_EQ(show(x.entities[0]), "云帆数字科技园=云帆园");
}

TEST(Resolver, SaysWhyNamesAreOne) {
    Extraction x = document("海州市", "云帆项目、云帆。", {{project, "云帆项目"}, {project, "云帆"}});
    Trace trace;
    resolve(x, lexicon(), &trace);
    ASSERT_EQ(trace.lines.size(), 1U);
    EXPECT_EQ(trace.lines[0].message, "云帆 is 云帆项目");
    EXPECT_EQ(slice(x.document.text, trace.lines[0].span), "云帆");
}

}  // namespace guanxi
