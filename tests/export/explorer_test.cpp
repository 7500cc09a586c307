#include "export/explorer.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <sstream>
#include <string>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "export/explorer_data.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string data_of(const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    OutputBuffer buffer(out);
    write_explorer_data(graph, buffer, options);
    buffer.Flush();
    return out.str();
}

rapidjson::Document parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(json.data(),
                                                                                               json.size());
    EXPECT_FALSE(document.HasParseError()) << document.GetErrorOffset();
    return document;
}

std::string text(const rapidjson::Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

// The value that a sparse column has for a row, or null.
const rapidjson::Value* sparse(const rapidjson::Value& column, unsigned row, unsigned at = 1) {
    for (const auto& pair : column.GetArray()) {
        if (pair[0].GetUint() == row) return &pair[at];
    }
    return nullptr;
}

}  // namespace

TEST(ExplorerData, HoldsEntitiesWithHostileNames) {
    const Graph graph = rich_graph();
    const rapidjson::Document data = parse(data_of(graph));
    const auto& entities = data["entities"];
    for (const char* column : {"id", "name", "kind"}) EXPECT_EQ(entities[column].Size(), graph.entity_count());
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        const Entity& e = graph.entity(i);
        EXPECT_EQ(text(entities["id"][i]), e.id);
        EXPECT_EQ(text(entities["name"][i]), e.name);
        EXPECT_EQ(entities["kind"][i].GetUint(), static_cast<unsigned>(e.type));
        const rapidjson::Value* aliases = sparse(entities["aliases"], i);
        ASSERT_NE(aliases, nullptr);
        EXPECT_EQ(aliases->Size(), e.aliases.size());
        const rapidjson::Value* code = sparse(entities["code"], i);
        EXPECT_EQ(code == nullptr ? "" : text(*code), e.code);
        const rapidjson::Value* within = sparse(entities["within"], i);
        EXPECT_EQ(within == nullptr ? "" : text(*within), e.within);
    }
}

TEST(ExplorerData, HoldsFactsWithAllThatIsSaidOfThem) {
    const Graph graph = rich_graph();
    const rapidjson::Document data = parse(data_of(graph));
    const auto& facts = data["facts"];
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& f = graph.fact(i);
        const Qualifiers& q = f.qualifiers;
        EXPECT_EQ(facts["subject"][i].GetUint(), f.subject);
        EXPECT_EQ(facts["object"][i].GetUint(), f.object);
        EXPECT_EQ(text(data["relations"][facts["relation"][i].GetUint()][0]), info(f.predicate).id);
        EXPECT_EQ(facts["status"][i].GetUint(), static_cast<unsigned>(q.status));
        EXPECT_EQ(text(data["times"][facts["time"][i].GetUint()]), q.time);
        EXPECT_EQ(sparse(facts["negated"], i, 0) != nullptr, q.negated);
        const rapidjson::Value* amount = sparse(facts["amount"], i);
        ASSERT_EQ(amount != nullptr, q.amount.has_value());
        if (q.amount) {
            EXPECT_EQ(text(*amount), q.amount->value.to_string());
        }
        if (q.amount) {
            EXPECT_EQ(text(*sparse(facts["amount"], i, 2)), q.amount->unit);
        }
        ASSERT_EQ(sparse(facts["count"], i) != nullptr, q.count.has_value());
        if (q.count) {
            EXPECT_EQ(sparse(facts["count"], i)->GetInt64(), *q.count);
        }
        ASSERT_EQ(sparse(facts["title"], i) != nullptr, !q.title.empty());
        if (!q.title.empty()) {
            EXPECT_EQ(text(*sparse(facts["title"], i)), q.title);
        }
        const auto& evidence = facts["evidence"][i];
        ASSERT_EQ(evidence.Size(), 3 * f.evidence.size());
        for (unsigned e = 0; e < f.evidence.size(); ++e) {
            EXPECT_EQ(evidence[3 * e].GetUint(), f.evidence[e].quote);
            EXPECT_EQ(text(data["rules"][evidence[3 * e + 1].GetUint()]), f.evidence[e].rule);
            EXPECT_NEAR(evidence[3 * e + 2].GetUint() / 100.0, f.evidence[e].confidence, 1e-9);
        }
    }
    EXPECT_EQ(facts["subject"].Size(), graph.fact_count());
}

TEST(ExplorerData, HoldsFigures) {
    const Graph graph = rich_graph();
    const rapidjson::Document data = parse(data_of(graph));
    const auto& figures = data["figures"];
    ASSERT_EQ(figures["subject"].Size(), graph.observations().size());
    for (unsigned i = 0; i < graph.observations().size(); ++i) {
        const Observation& o = graph.observations()[i];
        EXPECT_EQ(figures["subject"][i].GetUint(), o.subject);
        EXPECT_EQ(text(figures["indicator"][i]), o.indicator);
        EXPECT_EQ(text(figures["value"][i]), o.quantity.value ? o.quantity.value->to_string() : "");
        EXPECT_EQ(text(figures["unit"][i]), o.quantity.unit);
        EXPECT_EQ(figures["bound"][i].GetUint(), static_cast<unsigned>(o.quantity.bound));
        EXPECT_EQ(sparse(figures["change"], i, 0) != nullptr, o.quantity.change);
        ASSERT_EQ(sparse(figures["rank"], i) != nullptr, o.quantity.rank.has_value());
        if (o.quantity.rank) {
            EXPECT_EQ(sparse(figures["rank"], i)->GetInt64(), *o.quantity.rank);
        }
        EXPECT_EQ(figures["evidence"][i].Size(), 3 * o.evidence.size());
    }
}

TEST(ExplorerData, QuotesHaveTheirWordsOnlyWhereTheTextIsNotThere) {
    const Graph graph = rich_graph();
    const rapidjson::Document with = parse(data_of(graph));
    EXPECT_EQ(with["quotes"]["text"].Size(), 0U);
    for (unsigned i = 0; i < graph.documents().size(); ++i) {
        EXPECT_EQ(text(with["documents"][i]["text"]), graph.documents()[i].text);
        EXPECT_EQ(text(with["documents"][i]["title"]), graph.documents()[i].title);
    }
    const rapidjson::Document without = parse(data_of(graph, {.texts = false}));
    ASSERT_EQ(without["quotes"]["text"].Size(), graph.quotes().size());
    for (unsigned i = 0; i < graph.quotes().size(); ++i) {
        EXPECT_EQ(text(without["quotes"]["text"][i][1]), graph.quotes()[i].text);
        EXPECT_EQ(without["quotes"]["begin"][i].GetUint(), graph.quotes()[i].begin);
        EXPECT_EQ(without["quotes"]["end"][i].GetUint(), graph.quotes()[i].end);
    }
    EXPECT_EQ(text(without["documents"][0]["text"]), "");
}

TEST(ExplorerData, NothingInItEndsItsElement) {
    const std::string data = data_of(rich_graph());
    EXPECT_EQ(data.find('<'), std::string::npos);
    EXPECT_NE(data.find("\\u003c/script>"), std::string::npos);
}

TEST(ExplorerData, AnEmptyGraphIsOneToo) {
    const rapidjson::Document data = parse(data_of(Graph{}, {.language = "en", .title = "none", .note = "left out"}));
    EXPECT_EQ(data["entities"]["id"].Size(), 0U);
    EXPECT_EQ(data["map"]["parent"].Size(), 0U);
    EXPECT_EQ(text(data["language"]), "en");
    EXPECT_EQ(text(data["title"]), "none");
    EXPECT_EQ(text(data["note"]), "left out");
    EXPECT_EQ(data["kinds"].Size(), entity_type_count);
    EXPECT_EQ(data["relations"].Size(), predicate_count);
}

TEST(ExplorerPage, HoldsTheDataOnceAndTheSameBytesTwice) {
    const Graph graph = rich_graph();
    std::ostringstream out;
    if (explorer_page().empty()) {
        EXPECT_THROW(write_explorer(graph, out, {}), Error);
        EXPECT_THROW(require_explorer(), Error);
        EXPECT_TRUE(out.str().empty());
        return;
    }
    write_explorer(graph, out, {});
    const std::string page = out.str();
    const std::string element = R"(<script type="application/json" id="data">)";
    const std::size_t begin = page.find(element);
    ASSERT_NE(begin, std::string::npos);
    const std::size_t end = page.find("</script>", begin);
    EXPECT_EQ(page.substr(begin + element.size(), end - begin - element.size()), data_of(graph));
    EXPECT_EQ(page.find(element, end), std::string::npos);
    EXPECT_NE(page.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
    EXPECT_EQ(page.find("http-equiv=\"refresh\""), std::string::npos);
    std::ostringstream again;
    write_explorer(rich_graph(), again, {});
    EXPECT_EQ(again.str(), page);
}

TEST(ExplorerPage, IsNamedByItsSuffix) {
    const Format* format = find_format("graph.html");
    ASSERT_NE(format, nullptr);
    EXPECT_EQ(format->write, write_explorer);
    EXPECT_FALSE(format->binary);
    EXPECT_EQ(format->read, nullptr);
}

}  // namespace guanxi
