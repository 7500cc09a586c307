#include "core/assemble.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/utf8.hpp"

namespace guanxi {
namespace {

const std::string text = "海州市建成甲园。甲园获评示范园，面积3平方公里。";

Extraction small() {
    Extraction x;
    x.document = {.id = "d1", .name = "a.txt", .text = text};
    x.entities = {{.id = "e1", .type = EntityType::district, .name = "海州市"},
                  {.id = "e2", .type = EntityType::park, .name = "甲园"},
                  {.id = "e3", .type = EntityType::award, .name = "示范园"}};
    const auto mention = [](EntityType type, std::uint32_t entity) {
        Mention m;
        m.type = type;
        m.entity = entity;
        return m;
    };
    x.mentions = {mention(EntityType::district, 0), mention(EntityType::park, 1), mention(EntityType::award, 2)};
    const Span second{24, static_cast<std::uint32_t>(text.size())};
    Relation builds;
    builds.object = 1;
    builds.predicate = Predicate::builds;
    builds.evidence = {0, 24};
    builds.rule = "build";
    builds.confidence = 0.9;
    Relation receives = builds;
    receives.subject = 1;
    receives.object = 2;
    receives.predicate = Predicate::receives;
    receives.evidence = second;
    receives.confidence = 0.4;
    x.relations = {builds, receives};
    Measurement area;
    area.subject = 1;
    area.indicator = "面积";
    area.quantity.value = Decimal(3);
    area.quantity.unit = "平方公里";
    area.evidence = second;
    area.confidence = 0.6;
    x.measurements = {area};
    return x;
}

// Everything a graph holds, in its order.
std::string dump(const Graph& graph) {
    std::string out;
    const auto line = [&](const auto&... parts) { ((out += parts, out += ' '), ...), out += '\n'; };
    const auto evidence = [&](const std::vector<Evidence>& list) {
        for (const Evidence& e : list) line("  ", std::to_string(e.quote), e.rule, std::to_string(e.confidence));
    };
    for (const Document& d : graph.documents()) line(d.id, d.name);
    for (const Quote& q : graph.quotes()) {
        line(std::to_string(q.document), std::to_string(q.begin), std::to_string(q.end), q.text);
    }
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        line(graph.entity(i).id, graph.entity(i).name, graph.entity(i).code);
        for (const std::string& alias : graph.entity(i).aliases) line("  ", alias);
    }
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& f = graph.fact(i);
        line(std::to_string(f.subject), std::string(info(f.predicate).id), std::to_string(f.object),
             f.qualifiers.title);
        evidence(f.evidence);
    }
    for (const Observation& o : graph.observations()) {
        line(std::to_string(o.subject), o.indicator, o.quantity.value->to_string());
        evidence(o.evidence);
    }
    return out;
}

// An extraction of a made-up document whose entities, facts and confidences are drawn by chance from small pools, so
// that documents share entities and facts.
Extraction random_extraction(std::mt19937& random, int number) {
    const auto draw = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    Extraction x;
    x.document.id = "d" + std::to_string(number);
    for (int i = 0; i < 6; ++i) x.document.text += "第" + std::to_string(i) + "句，写甲和乙。";
    std::vector<Span> sentences;
    for (std::uint32_t begin = 0; begin < x.document.text.size();) {
        const auto end = static_cast<std::uint32_t>(x.document.text.find("。", begin) + 3);
        sentences.push_back({begin, end});
        begin = end;
    }
    for (std::uint32_t i = 0; i < 8; ++i) {
        if (draw(3) == 0) continue;
        Entity entity{.id = "e" + std::to_string(i), .type = EntityType::institution, .name = "名" + std::to_string(i)};
        if (draw(2) == 0) entity.aliases = {"别名" + std::to_string(draw(3)), entity.name + "甲"};
        if (draw(2) == 0) entity.name += "全";
        Mention mention;
        mention.type = entity.type;
        mention.entity = static_cast<std::uint32_t>(x.entities.size());
        x.entities.push_back(std::move(entity));
        x.mentions.push_back(mention);
    }
    if (x.mentions.empty()) return x;
    for (std::uint32_t i = 0; i < 20; ++i) {
        Relation r;
        r.subject = draw(x.mentions.size());
        r.object = draw(x.mentions.size());
        r.predicate = draw(2) == 0 ? Predicate::related_to : Predicate::cooperates_with;
        r.qualifiers.status = draw(2) == 0 ? Status::done : Status::none;
        r.qualifiers.title = draw(2) == 0 ? "主任" + std::to_string(draw(2)) : "";
        r.evidence = sentences.at(draw(sentences.size()));
        r.rule = "rule" + std::to_string(draw(2));
        r.confidence = draw(100) / 100.0;
        x.relations.push_back(r);
        Measurement m;
        m.subject = draw(x.mentions.size());
        m.indicator = "指标" + std::to_string(draw(2));
        m.quantity.value = Decimal(static_cast<std::int64_t>(draw(3)));
        m.evidence = sentences.at(draw(sentences.size()));
        m.rule = "scan";
        m.confidence = draw(100) / 100.0;
        x.measurements.push_back(m);
    }
    return x;
}

}  // namespace

TEST(Assemble, MakesAGraphWithVerbatimEvidence) {
    Graph graph;
    add_extraction(graph, small());
    graph.check();
    EXPECT_EQ(graph.entity_count(), 3U);
    ASSERT_EQ(graph.fact_count(), 2U);
    ASSERT_EQ(graph.observations().size(), 1U);
    const Quote& quote = graph.quotes()[graph.fact(1).evidence[0].quote];
    EXPECT_EQ(quote.text, "甲园获评示范园，面积3平方公里。");
    EXPECT_EQ(quote.begin, 8U);
    EXPECT_EQ(quote.end, 24U);
    EXPECT_EQ(graph.quotes().size(), 2U);  // the relation and the measurement share a sentence
    EXPECT_EQ(graph.entity(graph.fact(1).subject).name, "甲园");
}

TEST(Assemble, CutsByConfidenceAndKeepsEntities) {
    Graph graph;
    add_extraction(graph, small(), 0.6);
    graph.check();
    EXPECT_EQ(graph.entity_count(), 3U);
    EXPECT_EQ(graph.fact_count(), 1U);
    EXPECT_EQ(graph.observations().size(), 1U);
    Graph strict;
    add_extraction(strict, small(), 0.95);
    EXPECT_EQ(strict.entity_count(), 3U);
    EXPECT_EQ(strict.fact_count() + strict.observations().size() + strict.quotes().size(), 0U);
}

TEST(Assemble, LeavesOutWhatIsNotResolvedOrJoinsAThingWithItself) {
    Extraction x = small();
    x.mentions[2].entity = no_index;
    x.mentions[0].entity = 1;
    Graph graph;
    add_extraction(graph, x);
    graph.check();
    EXPECT_EQ(graph.fact_count(), 0U);
}

TEST(Assemble, TakesTheSameDocumentOnce) {
    Graph once, twice;
    add_extraction(once, small());
    add_extraction(twice, small());
    add_extraction(twice, small());
    EXPECT_EQ(dump(once), dump(twice));
}

TEST(Assemble, MergingGraphsIsOneRunOverAllInputs) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        Graph run, merged, rest, right;
        for (int number = 0; number < 4; ++number) {
            const Extraction x = random_extraction(random, number);
            Graph alone;
            add_extraction(run, x, 0.3);
            add_extraction(alone, x, 0.3);
            alone.check();
            add_graph(merged, alone);
            merged.check();
            add_graph(number < 2 ? right : rest, alone);
        }
        run.check();
        add_graph(right, rest);
        right.check();
        EXPECT_EQ(dump(run), dump(merged)) << seed;
        EXPECT_EQ(dump(run), dump(right)) << seed;
        const std::string before = dump(run);
        add_graph(run, merged);
        EXPECT_EQ(dump(run), before) << seed;
    }
}

TEST(Assemble, AnEmptyGraphChangesNothing) {
    Graph graph, empty;
    add_extraction(graph, small());
    const std::string before = dump(graph);
    add_graph(graph, empty);
    EXPECT_EQ(dump(graph), before);
    add_graph(empty, graph);
    EXPECT_EQ(dump(empty), before);
}

}  // namespace guanxi
