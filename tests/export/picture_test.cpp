#include "export/picture.hpp"

#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <sstream>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "export/picture_links.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Parsed = std::unique_ptr<Agraph_t, int (*)(Agraph_t*)>;
using Writer = void (*)(const Graph&, std::ostream&, const WriteOptions&);

std::string written(Writer writer, const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    writer(graph, out, options);
    return out.str();
}

Parsed parsed(const std::string& dot) {
    return {agmemread(dot.c_str()), agclose};
}

std::string value(void* object, const char* name) {
    std::string copy = name;
    const char* found = agget(object, copy.data());
    return found == nullptr ? "" : found;
}

Agnode_t* node(const Parsed& graph, std::string name) {
    return agnode(graph.get(), name.data(), 0);
}

// A district that does something with each of `leaves`, and what else is added.
struct Town {
    Graph graph;
    QuoteIndex quote = 0;
    EntityIndex town = 0;

    explicit Town(std::size_t leaves) {
        const DocumentIndex document =
            graph.add_document({.id = "d1", .name = "a.txt", .text = "样例市建成甲园。", .title = "样例市的一年"});
        quote = graph.add_quote({document, 0, 8, "样例市建成甲园。"});
        town = add(EntityType::district, "样例市");
        for (std::size_t i = 0; i < leaves; ++i) {
            const EntityIndex park = add(EntityType::park, "第" + std::to_string(i) + "园");
            say(town, Predicate::builds, park, i % 2 == 0 ? Status::done : Status::planned);
        }
    }

    EntityIndex add(EntityType type, const std::string& name) {
        return graph.add_entity({.id = "e" + std::to_string(graph.entity_count()), .type = type, .name = name});
    }
    FactIndex say(EntityIndex s, Predicate p, EntityIndex o, Status status = Status::none, bool negated = false) {
        return graph.add_fact({.subject = s,
                               .object = o,
                               .predicate = p,
                               .qualifiers = {.status = status, .negated = negated},
                               .evidence = {{quote, "rule", 1}}});
    }
};

Agedge_t* edge(const Parsed& graph, const std::string& from, const std::string& to) {
    return agedge(graph.get(), node(graph, from), node(graph, to), nullptr, 0);
}

}  // namespace

TEST(Picture, EveryEntityAndEveryLinkIsInTheDotFile) {
    for (const std::size_t leaves : {0U, 3U, 40U}) {
        Town town(leaves);
        if (leaves > 0) town.say(2, Predicate::part_of, 3);
        const Parsed dot = parsed(written(write_dot, town.graph));
        ASSERT_NE(dot, nullptr);
        for (EntityIndex i = 0; i < town.graph.entity_count(); ++i) {
            Agnode_t* const found = node(dot, town.graph.entity(i).id);
            ASSERT_NE(found, nullptr);
            EXPECT_NE(value(found, "pos"), "");
            EXPECT_NE(value(found, "label").find(town.graph.entity(i).name), std::string::npos);
        }
        for (const Link& link : link_facts(town.graph)) {
            EXPECT_NE(edge(dot, town.graph.entity(link.subject).id, town.graph.entity(link.object).id), nullptr);
        }
    }
}

TEST(Picture, ShowsKindStatusAndEvidence) {
    Town town(0);
    const EntityIndex project = town.add(EntityType::project, "甲项目");
    const EntityIndex company = town.add(EntityType::company, "乙公司");
    const EntityIndex award = town.add(EntityType::award, "丙荣誉");
    town.say(town.town, Predicate::builds, project, Status::planned);
    town.say(town.town, Predicate::supports, project, Status::planned);
    town.say(company, Predicate::invests, project, Status::ongoing);
    town.say(company, Predicate::receives, award, Status::done, true);
    const Parsed dot = parsed(written(write_dot, town.graph));
    EXPECT_EQ(value(node(dot, "e1"), "shape"), "box3d");
    EXPECT_EQ(value(node(dot, "e2"), "shape"), "component");
    EXPECT_EQ(value(node(dot, "#title"), "label"), "样例市的一年");

    Agedge_t* const planned = edge(dot, "e0", "e1");
    EXPECT_EQ(value(planned, "label"), "建设 · 支持");
    EXPECT_EQ(value(planned, "style"), "dashed");
    EXPECT_NE(value(planned, "tooltip").find("样例市建成甲园。"), std::string::npos);
    EXPECT_EQ(value(edge(dot, "e2", "e1"), "style"), "dotted");
    EXPECT_EQ(value(edge(dot, "e2", "e3"), "label"), "未获评");
    EXPECT_EQ(value(edge(dot, "e2", "e3"), "arrowhead"), "tee");

    const Parsed english = parsed(written(write_dot, town.graph, {.language = "en", .title = "A year", .note = "cut"}));
    EXPECT_EQ(value(edge(english, "e0", "e1"), "label"), "builds · supports");
    EXPECT_EQ(value(edge(english, "e2", "e3"), "label"), "not receives");
    EXPECT_EQ(value(node(english, "#title"), "label"), "A year");
    EXPECT_NE(value(node(english, "#note"), "label").find("cut"), std::string::npos);
}

TEST(Picture, LegendHasWhatOccursAndNothingElse) {
    Town town(3);
    const Parsed dot = parsed(written(write_dot, town.graph));
    std::set<std::string> labels;
    for (Agnode_t* n = agfstnode(dot.get()); n != nullptr; n = agnxtnode(dot.get(), n)) {
        const std::string name = agnameof(n);
        if (name.starts_with("#legend") && name.ends_with("_text")) labels.insert(value(n, "label"));
    }
    EXPECT_EQ(labels, (std::set<std::string>{"行政区划\\l", "园区\\l", "已完成\\l", "计划\\l"}));
}

TEST(Picture, SetsWhatHangsOnAHubInLists) {
    Town town(60);
    const Parsed dot = parsed(written(write_dot, town.graph));
    std::size_t frames = 0;
    for (Agraph_t* g = agfstsubg(dot.get()); g != nullptr; g = agnxtsubg(g)) ++frames;
    EXPECT_GE(frames, 2U);
    EXPECT_EQ(value(edge(dot, "e0", "e1"), "style"), "invis");
    // One line leads to each list, and it says which by its style.
    EXPECT_EQ(value(edge(dot, "e0", "cluster_0_0_0_header"), "style"), "solid");
}

TEST(Picture, HostileNamesStayNames) {
    const Graph graph = rich_graph();
    const std::string text = written(write_dot, graph);
    EXPECT_EQ(find_invalid_utf8(text), std::string::npos);
    const Parsed dot = parsed(text);
    ASSERT_NE(dot, nullptr);
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) EXPECT_NE(node(dot, graph.entity(i).id), nullptr);
    const std::string svg = written(write_svg, graph);
    EXPECT_NE(svg.find("</svg>"), std::string::npos);
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(find_invalid_utf8(svg), std::string::npos);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
}

TEST(Picture, EachHostileNameInEachForm) {
    std::string endless;
    for (int i = 0; i < 10000; ++i) endless += "长";
    std::vector<std::string> names = hostile_texts();
    names.insert(names.end(), {endless, "\\", "a\\N\\G\\L", "<b>粗</b>", "<<>>", "&amp;", "\"", "]]>"});
    for (const std::size_t leaves : {2U, 12U}) {
        for (const std::string& name : names) {
            Town town(leaves);
            const EntityIndex company = town.graph.add_entity({.id = name, .type = EntityType::company, .name = name});
            town.say(company, Predicate::located_in, town.town);
            town.say(company, Predicate::settles_in, 1);
            const std::string text = written(write_dot, town.graph, {.title = name, .note = name});
            const Parsed dot = parsed(text);
            ASSERT_NE(dot, nullptr) << name.substr(0, 60);
            std::string id;  // backslashes are doubled, for cgraph does not escape them
            for (const char c : name) id += c == '\\' ? "\\\\" : std::string(1, c);
            ASSERT_NE(node(dot, id), nullptr) << name.substr(0, 60);
            ASSERT_NE(edge(dot, id, "e1"), nullptr) << name.substr(0, 60);
            EXPECT_NE(written(write_svg, town.graph).find("</svg>"), std::string::npos);
        }
    }
}

TEST(Picture, TheSameBytesEachTime) {
    const Graph graph = rich_graph();
    for (const Writer writer : {write_dot, write_svg}) {
        EXPECT_TRUE(written(writer, graph) == written(writer, graph));
        EXPECT_TRUE(written(writer, Town(30).graph) == written(writer, Town(30).graph));
    }
}

TEST(Picture, EachEngineDraws) {
    Town town(20);
    for (const char* engine : {"page", "dot", "neato", "fdp", "sfdp", "circo", "twopi"}) {
        EXPECT_NE(written(write_svg, town.graph, {.engine = engine}).find("第19园"), std::string::npos) << engine;
    }
    try {
        (void)written(write_svg, town.graph, {.engine = "dto"});
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(),
                     "no layout engine is called \"dto\" (did you mean dot?); there are page, dot, neato, fdp, "
                     "sfdp, circo, twopi");
    }
    EXPECT_THROW((void)written(write_svg, town.graph, {.language = "fr"}), UsageError);
}

TEST(Picture, RefusesWhatIsTooLarge) {
    Town town(400);
    try {
        (void)written(write_svg, town.graph, {.engine = "dot"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("--top N"), std::string::npos);
    }
    EXPECT_NE(written(write_svg, town.graph).find("第399园"), std::string::npos);
}

TEST(Picture, DrawsNothingToo) {
    for (const Writer writer : {write_dot, write_svg, write_png, write_pdf}) EXPECT_NE(written(writer, Graph()), "");
}

TEST(Picture, PixelsAndPaper) {
    Town town(12);
    EXPECT_EQ(written(write_png, town.graph).substr(1, 3), "PNG");
    EXPECT_EQ(written(write_pdf, town.graph).substr(0, 5), "%PDF-");
}

TEST(Picture, AFullDiskIsSeenInTheStream) {
    struct : std::streambuf {
    } full;  // takes no byte
    Town town(3);
    for (const Writer writer : {write_dot, write_svg, write_png, write_pdf}) {
        std::ostream out(&full);
        writer(town.graph, out, {});
        EXPECT_FALSE(out.good());
    }
}

TEST(Picture, AFontIsFoundOrItsAbsenceSaid) {
    EXPECT_EQ(chinese_font().empty(), !font_warning().empty());
}

}  // namespace guanxi
