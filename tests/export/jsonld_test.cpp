#include "export/jsonld.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "core/error.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string written(const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write_jsonld(graph, out, options);
    return out.str();
}

// A graph of one fact, small enough to be read as an example.
Graph small_graph() {
    Graph graph;
    const DocumentIndex document = graph.add_document(
        {.id = "d1", .name = "a.txt", .text = "样例市建成甲项目。", .title = "样例市的一年", .date = "2022-12-16"});
    const QuoteIndex quote = graph.add_quote({document, 0, 9, "样例市建成甲项目。"});
    const EntityIndex city =
        graph.add_entity({.id = "e1", .type = EntityType::district, .name = "样例市", .code = "350200"});
    const EntityIndex project =
        graph.add_entity({.id = "e2", .type = EntityType::project, .name = "甲项目", .aliases = {"甲"}});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.status = Status::done, .amount = Amount{Decimal(1250000000), "CNY"}, .count = 3},
                    .evidence = {{quote, "verb-frame", 0.8}}});
    return graph;
}

Graph read(const std::string& text) {
    std::istringstream in(text);
    return read_jsonld(in, "g.jsonld");
}

std::string message_of(const std::string& text) {
    try {
        static_cast<void>(read(text));
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

std::string file_text(const std::string& path) {
    std::ifstream in(std::string(SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The golden file is what `tests/engines/jsonld_check.mjs` feeds to other programs.
std::string golden(const std::string& name, const std::string& now) {
    const std::string path = "tests/golden/" + name;
    if (std::getenv("GUANXI_UPDATE") != nullptr)
        std::ofstream(std::string(SOURCE_DIR) + "/" + path, std::ios::binary) << now;
    return file_text(path);
}

}  // namespace

// The example of the page is the test.
TEST(JsonldWriter, WritesTheContract) {
    const std::string text = written(small_graph());
    const std::string page = file_text("docs/formats/jsonld.md");
    const std::size_t begin = page.find("```json\n") + 8;
    EXPECT_EQ(text.substr(text.find(" \"@graph\"")), page.substr(begin, page.find("```", begin) - begin));
}

TEST(JsonldWriter, KeepsTheGoldenFileOfEveryKindRelationAndHostileName) {
    const std::string now = written(rich_graph());
    EXPECT_TRUE(now == golden("rich.jsonld", now)) << "GUANXI_UPDATE=1 rewrites tests/golden/rich.jsonld";
}

TEST(JsonldWriter, LeavesTextsOutWhenTold) {
    EXPECT_EQ(written(small_graph(), {.texts = false}).find("\"text\": \"样"), std::string::npos);
}

TEST(JsonldWriter, GivesNegatedFactsNoDirectProperty) {
    Graph graph = small_graph();
    Fact fact = graph.fact(0);
    fact.qualifiers.negated = true;
    fact.predicate = Predicate::supports;
    graph.add_fact(fact);
    EXPECT_EQ(written(graph).find("\"supports\": ["), std::string::npos);
    EXPECT_NE(written(graph).find("\"negated\": true"), std::string::npos);
}

TEST(JsonldWriter, TakesAnotherBase) {
    EXPECT_NE(written(small_graph(), {.base_iri = "urn:x:"}).find("\"kg\": \"urn:x:\""), std::string::npos);
    for (const char* bad : {"", "kg", "http://a b/", "https://例.cn/", "https://a/b", "a\"b:/", "://x/", "1x:/"}) {
        EXPECT_THROW(written(small_graph(), {.base_iri = bad}), UsageError) << bad;
    }
}

TEST(JsonldWriter, LeavesAFullDiskToTheCaller) {
    std::ofstream full("/dev/full", std::ios::binary);
    write_jsonld(rich_graph(), full, {});
    full.flush();
    EXPECT_FALSE(full.good());
}

TEST(JsonldReader, ReadsBackTheSameGraph) {
    const std::string text = written(rich_graph());
    const Graph graph = read(text);
    graph.check();
    EXPECT_EQ(written(graph), text);
    EXPECT_EQ(graph.documents().front().text, rich_graph().documents().front().text);
    EXPECT_EQ(graph.entity(3).name, "kg:e1");
    EXPECT_EQ(graph.quotes().size(), rich_graph().quotes().size());
    const std::string without_texts = written(rich_graph(), {.texts = false});
    EXPECT_EQ(written(read(without_texts)), without_texts);
    EXPECT_EQ(written(read(written(Graph()))), written(Graph()));
}

// Seeded graphs with names of any code points come back as they were.
TEST(JsonldReader, ReadsBackAnyText) {
    std::mt19937 random(20231216);
    const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    const auto any_text = [&] {
        std::u32string text;
        for (std::uint32_t n = 1 + below(12); n > 0; --n) {
            const std::uint32_t kind = below(4);
            const char32_t c = kind == 0 ? below(0x80) : kind == 1 ? 0x4E00 + below(0x5000) : below(0x110000);
            text += c >= 0xD800 && c <= 0xDFFF ? U'厦' : c;
        }
        return to_utf8(text);
    };
    for (int round = 0; round < 200; ++round) {
        Graph graph;
        const std::string before = any_text();
        const std::string quoted = any_text();
        const DocumentIndex document = graph.add_document({.id = "d1",
                                                           .name = any_text(),
                                                           .text = before + quoted + any_text(),
                                                           .title = any_text(),
                                                           .authors = {any_text()}});
        const auto begin = static_cast<std::uint32_t>(count_code_points(before));
        const QuoteIndex quote =
            graph.add_quote({document, begin, begin + static_cast<std::uint32_t>(count_code_points(quoted)), quoted});
        const EntityIndex a = graph.add_entity(
            {.id = "e1", .type = EntityType::company, .name = any_text(), .aliases = {any_text(), any_text()}});
        const EntityIndex b =
            graph.add_entity({.id = "e2", .type = EntityType::company, .name = any_text(), .within = any_text()});
        Fact fact{
            .subject = b, .object = a, .predicate = Predicate::related_to, .evidence = {{quote, any_text(), 0.29}}};
        fact.qualifiers.title = any_text();
        graph.add_fact(fact);
        graph.add_observation({.subject = a,
                               .indicator = any_text(),
                               .quantity = {.value = Decimal(1), .unit = any_text(), .scope = any_text()},
                               .evidence = {{quote, "", 1}, {quote, any_text(), 0.07}}});
        const std::string text = written(graph);
        EXPECT_EQ(written(read(text)), text) << round;
    }
}

TEST(JsonldReader, TakesNodesAndKeysInAnyOrder) {
    const std::string text = written(small_graph());
    const std::size_t documents = text.find("{\n   \"@id\": \"kg:d1\"");
    const std::size_t statements = text.find("{\n   \"@id\": \"kg:f");
    const std::size_t end = text.find("]\n}", statements);
    const std::string early = text.substr(documents, statements - documents - 2);
    const std::string turned =
        text.substr(0, documents) + text.substr(statements, end - statements) + ", " + early + text.substr(end);
    EXPECT_NE(turned, text);
    EXPECT_EQ(written(read(turned)), text);
    std::string swapped = text;
    swapped.replace(swapped.find("\"start\": 0,\n     \"end\": 9"), 25, "\"end\": 9, \"start\": 0");
    EXPECT_EQ(written(read("\xEF\xBB\xBF  " + swapped + " \r\n\t")), text);
    const std::size_t context = text.find(" \"@context\"");
    const std::size_t graph = text.find(" \"@graph\"");
    const std::string last =
        "{\n" + text.substr(graph, text.size() - graph - 3) + "," + text.substr(context, graph - context - 2) + "}";
    EXPECT_EQ(written(read(last)), text);
}

TEST(JsonldReader, SaysWhereTheContractIsBroken) {
    struct Row {
        const char *what, *with, *message;
    };
    const Row table[] = {
        {"\"@type\": \"District\"", "\"@type\": \"district\"",
         "g.jsonld:92: kg:e1: \"@type\" is 'district', which is not a type of the contract"},
        {"\"@type\": \"District\"", "\"type\": \"District\"", "kg:e1: \"@type\" is missing or empty"},
        {"\"@id\": \"kg:e1\"", "\"@id\": \"e1\"", "e1: \"@id\" must be an id that begins with kg:, not 'e1'"},
        {"\"@id\": \"kg:e1\"", "\"@id\": 1", "a node: \"@id\" must be a text"},
        {"\"@id\": \"kg:e2\"", "\"@id\": \"kg:e1\"", "kg:e1: \"@id\" is the id of two entities"},
        {"\"@id\": \"kg:e2\"", "\"@id\": \"kg:e3\"", "\"object\" is kg:e2, an entity that is not in the file"},
        {"\"source\": \"kg:d1\"", "\"source\": \"kg:d2\"",
         "evidence: \"source\" is kg:d2, a document that is not in the file"},
        {"\"name\": \"样例市\"", "\"name\": \"\"", "kg:e1: \"name\" is missing or empty"},
        {"\"code\"", "\"codes\"", "kg:e1: \"codes\" is neither a key of an entity nor a relation"},
        {"\"code\"", "\"name\"", "kg:e1: \"name\" stands here twice"},
        {"\"builds\": [\"kg:e2\"]", "\"builds\": \"kg:e2\"", "kg:e1: \"builds\" must be a list of texts"},
        {"\"builds\": [", "\"supports\": [", "kg:e1: \"supports\" leads to an entity without a Statement that says so"},
        {"\"predicate\": \"builds\"", "\"predicate\": \"建设\"", "\"predicate\" is '建设', which is not a relation"},
        {"\"predicate\": \"builds\"", "\"predicate\": \"develops\"", "does not let develops join District and Project"},
        {"\"object\": \"kg:e2\"", "\"object\": \"kg:e1\"", "a fact joins an entity with itself: 样例市"},
        {"\"status\": \"done\"", "\"status\": \"finished\"", "\"status\" cannot be 'finished'"},
        {"\"value\": \"1250000000\"", "\"value\": 1250000000",
         "amount: \"value\" must be a decimal number of at most 18 digits in quotation marks"},
        {"\"count\": 3", "\"count\": 3.5", "\"count\" must be an integer"},
        {"\"count\": 3", "\"count\": 9223372036854775808", "\"count\" must be an integer"},
        {"\"count\": 3", "\"negated\": \"no\"", "\"negated\" must be true or false"},
        {"\"confidence\": \"0.8\"", "\"confidence\": \"0.9\"", "\"confidence\" is not that of the surest evidence"},
        {"\"rule\": \"verb-frame\"", "\"rule\": \"other\"", "\"rule\" is not that of the surest evidence"},
        {"\"confidence\": \"0.8\"\n    }", "\"confidence\": \"1.8\"\n    }",
         "evidence: \"confidence\" must be a number from 0 to 1"},
        {"\"@type\": \"TextQuote\"", "\"@type\": \"Quote\"", "evidence: \"@type\" must be TextQuote"},
        {"\"evidence\": [", "\"evidence\": [], \"x\": [", "\"evidence\" must be a list of at least one quote"},
        {"\"start\": 0", "\"start\": -1", "evidence: \"start\" must be an offset in code points"},
        {"\"start\": 0", "\"start\": 9", "evidence: \"end\" must be greater than \"start\", 9"},
        {"\"end\": 9", "\"end\": 10", "evidence: \"exact\" has 9 code points, but \"start\" and \"end\" are 10 apart"},
        {"\"exact\": \"样例市建成甲", "\"exact\": \"样例市建成乙",
         "evidence: \"exact\" does not stand in the text of kg:d1 at 0"},
        {"\"text\": \"样例市", "\"text\": \"例市", "evidence: \"exact\" does not stand in the text of kg:d1 at 0"},
        {"\"datePublished\"", "\"published\"", "kg:d1: \"published\" is not a key of the contract here"},
        {"\"name\": \"a.txt\"", "\"name\": \"a\xff.txt\"",
         "g.jsonld:88:15: not valid JSON: Invalid encoding in string."},
        {"\"name\": \"a.txt\"", "\"name\": \"a\\ud800.txt\"",
         "not valid JSON: The surrogate pair in string is invalid."},
        {"\"name\": \"a.txt\",", "\"name\": \"a.txt\"",
         "g.jsonld:89:4: not valid JSON: Missing a comma or '}' after an object member."},
        {"\"@graph\": [{", "\"@graph\": [1, {", "a node of \"@graph\" must be an object"},
        {"\"@graph\"", "\"@grape\"", "\"@grape\" is not a key of the contract here, or stands here twice"},
        {"\"@context\": {", "\"@context\": \"https://schema.org/\", \"x\": {",
         "g.jsonld:2:2: \"@context\" must be an object inside the file"},
    };
    const std::string text = written(small_graph());
    for (const Row& row : table) {
        std::string broken = text;
        const std::size_t from = std::string_view(row.what).starts_with("\"@context") ? 0 : broken.find("\"@graph\"");
        broken.replace(broken.find(row.what, from), std::string_view(row.what).size(), row.with);
        EXPECT_NE(message_of(broken).find(row.message), std::string::npos)
            << row.what << " -> " << row.with << "\n  " << message_of(broken);
    }
}

TEST(JsonldReader, RefusesWhatIsNoGraphAtAll) {
    const std::pair<std::string, const char*> table[] = {
        {"", "g.jsonld:1:1: a JSON object with \"@context\" and \"@graph\" must stand here"},
        {"[]", "g.jsonld:1:1: a JSON object"},
        {"{}", "\"@context\" is missing: this is not a graph in JSON-LD"},
        {"{\"@context\": {}}", "\"@graph\" is missing"},
        {"{\"@context\": {}, \"@graph\": []} x", "g.jsonld:1:32: nothing may follow the end of the object"},
        {"{\"@context\": {}, \"@graph\": {}}", "a list of nodes must stand here"},
        {"{\"@context\": {}, \"@graph\": [}", "g.jsonld:1:29: a JSON value must stand here"},
        {"{\"@context\": {}, \"@graph\": [{}", "a node: \"@id\" is missing or empty"},
        {"{\"doc\": \"x\"}", "\"doc\" is not a key of the contract here"},
        {"{\"@context\" {}}", "':' must stand here"},
        {"{1: 2}", "a key in quotation marks must stand here"},
        {"{\"@context\": " + std::string(100000, '['), "not valid JSON"},
        {R"({"@context": {}, "@graph": [{"@id": "kg:f1", "@type": "Statement", "subject": "kg:e1", "object": "kg:e2", "evidence": [{"source": "kg:d1", "x": )" +
             std::string(100000, '[') + std::string(100000, ']') + "}]}]}",
         "kg:f1: the node is nested too deeply"},
    };
    for (const auto& [text, message] : table) {
        EXPECT_NE(message_of(text).find(message), std::string::npos)
            << text.substr(0, 80) << "\n  " << message_of(text);
    }
}

TEST(JsonldReader, EveryPrefixOfAFileIsRefused) {
    const std::string text = written(small_graph());
    for (std::size_t i = 0; i + 2 < text.size(); ++i) EXPECT_THROW(read(text.substr(0, i)), Error) << i;
}

// Seeded changes of single bytes: an error or a graph whose promises hold, never anything else.
TEST(JsonldReader, SurvivesDamage) {
    const std::string text = written(small_graph());
    std::mt19937 random(20221216);
    for (int round = 0; round < 5000; ++round) {
        std::string damaged = text;
        for (int i = 0; i < 1 + round % 3; ++i) {
            damaged[random() % damaged.size()] =
                round % 2 == 0 ? static_cast<char>(random()) : text[random() % text.size()];
        }
        try {
            read(damaged).check();
        } catch (const Error&) {
        }
    }
}

}  // namespace guanxi
