#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "export/contract_error.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

using Write = void (*)(const Graph&, std::ostream&, const WriteOptions&);

std::string written(Write write, const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write(graph, out, options);
    return out.str();
}

Graph read(const std::string& text) {
    std::istringstream in(text);
    return read_rdf(in, "x.nq");
}

std::string problem(const std::string& text) {
    try {
        const Graph graph = read(text);
        return "none";
    } catch (const ContractError& error) {
        std::string all;
        for (const std::string& one : error.problems()) all += (all.empty() ? "" : "\n") + one;
        return all;
    } catch (const Error& error) {
        return error.what();
    }
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> list;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) list.push_back(line);
    return list;
}
std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& line : list) text += line + "\n";
    return text;
}

// The lines without the labels of blank nodes, sorted.
std::vector<std::string> content(const std::string& text) {
    std::vector<std::string> list = lines(text);
    for (std::string& line : list) {
        for (std::size_t i = line.find("_:f"); i != std::string::npos; i = line.find("_:f", i + 1)) {
            line.erase(i + 2, line.find(' ', i) - i - 2);
        }
        for (std::size_t i = line.find("_:q"); i != std::string::npos; i = line.find("_:q", i + 1)) {
            line.erase(i + 2, line.find(' ', i) - i - 2);
        }
    }
    std::sort(list.begin(), list.end());
    return list;
}

// Two documents that say the same fact, one of them also with an amount.
Graph small_graph() {
    Graph graph;
    const DocumentIndex a = graph.add_document({.id = "d1", .name = "a.txt"});
    const DocumentIndex b = graph.add_document({.id = "d2", .name = "b.txt"});
    const QuoteIndex first = graph.add_quote({a, 0, 9, "样例市建成甲项目。"});
    const QuoteIndex second = graph.add_quote({b, 0, 9, "样例市建成甲项目。"});
    const EntityIndex city = graph.add_entity({.id = "e1", .type = EntityType::district, .name = "样例市"});
    const EntityIndex project = graph.add_entity({.id = "e2", .type = EntityType::project, .name = "甲"});
    graph.add_fact({.subject = city,
                    .object = project,
                    .predicate = Predicate::builds,
                    .qualifiers = {.amount = Amount{Decimal(125, 1), "CNY"}, .count = 3},
                    .evidence = {{first, "r", 0.8}, {second, "r", 0.9}}});
    graph.add_observation({.subject = city,
                           .indicator = "总量",
                           .quantity = {.value = Decimal(1), .unit = "个"},
                           .evidence = {{first, "r", 0.8}}});
    return graph;
}

// The small graph's quads with the first `from` replaced.
std::string broken(const std::string& from, const std::string& to) {
    std::string text = written(write_nquads, small_graph());
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

constexpr const char* kg = "https://guanxi.example/id/";

}  // namespace

TEST(RdfReader, GivesTheSameGraphBack) {
    for (const Graph& graph : {rich_graph(), small_graph()}) {
        const std::string jsonld = written(write_jsonld, graph);
        for (const Write write : {write_nquads, write_ntriples}) {
            const std::string text = written(write, graph);
            const Graph again = read(text);
            again.check();
            EXPECT_TRUE(written(write_jsonld, again) == jsonld);
            EXPECT_TRUE(written(write, again) == text);
        }
    }
}

TEST(RdfReader, FindsTheBaseByItself) {
    const std::string jsonld = written(write_jsonld, rich_graph());
    for (const char* base : {"urn:x:", "https://a.example/b#", "http://a/e1/"}) {
        EXPECT_TRUE(written(write_jsonld, read(written(write_nquads, rich_graph(), {.base_iri = base}))) == jsonld);
    }
    Graph no_facts;
    no_facts.add_entity({.id = "own id", .type = EntityType::place, .name = "湖"});
    EXPECT_EQ(read(written(write_nquads, no_facts)).entity(0).id, "own id");
}

// What a store gives back: any order, and no line twice.
TEST(RdfReader, TakesLinesInAnyOrder) {
    std::mt19937 random(7);
    for (const Write write : {write_nquads, write_ntriples}) {
        std::vector<std::string> list = lines(written(write, rich_graph()));
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        const std::vector<std::string> expected = content(joined(list));
        for (int round = 0; round < 3; ++round) {
            std::shuffle(list.begin(), list.end(), random);
            const Graph again = read("# a comment\n\n" + joined(list));
            again.check();
            EXPECT_TRUE(content(written(write, again)) == expected);
        }
    }
}

TEST(RdfReader, TakesWhatStoresMakeOfIt) {
    std::string text = written(write_nquads, small_graph());
    const std::string id = "_:" + fact_id(small_graph(), small_graph().fact(0)) + "a";
    for (std::size_t i = text.find(id); i != std::string::npos; i = text.find(id)) {
        text.replace(i, id.size(), "<" + std::string(kg) + "f1a>");  // a name for the blank node
    }
    const std::string typed = "\"样例市\"^^<http://www.w3.org/2001/XMLSchema#string>";
    text.replace(text.find("\"样例市\""), std::string("\"样例市\"").size(), typed);
    EXPECT_TRUE(written(write_jsonld, read("\xEF\xBB\xBF" + text)) == written(write_jsonld, small_graph()));
}

TEST(RdfReader, SaysWhereItIsNoNQuads) {
    EXPECT_EQ(problem(""), "x.nq: the file holds no quad");
    EXPECT_EQ(problem("<a:b> <a:c> \"x\" .\n<a:b> <a:c> \"\xff\" .\n").substr(0, 29), "x.nq:2:14: not valid N-Quads:");
    EXPECT_EQ(problem("<a:b> <a:c> \"x\n").substr(0, 7), "x.nq:1:");
    EXPECT_EQ(problem("{\"@graph\": []}").substr(0, 7), "x.nq:1:");
    EXPECT_EQ(problem("<a:b> <a:c> \"x\" .\n\n{}\n<a:b> <a:c> \"y\" .\n"),
              "x.nq:3: not valid N-Quads: a line must begin with <, _: or #");
    EXPECT_NE(problem("@prefix a: <a:> .").find("not valid N-Quads"), std::string::npos);
    EXPECT_NE(problem("a:b <a:c> \"x\" .").find("not valid N-Quads"), std::string::npos);
    EXPECT_NE(problem(R"(<a:b> <a:c> "\uD800" .)").find("no character of Unicode"), std::string::npos);
    EXPECT_NE(problem(std::string(3'000'000, '[')).find("not valid N-Quads"), std::string::npos);
}

TEST(RdfReader, SaysWhatBreaksTheContract) {
    struct Case {
        std::string from, to, message;
    };
    const std::string graph = "<" + std::string(kg) + "d2> .\n";
    const Case cases[] = {
        {"schema.org/name> \"样例市\"", "schema.org/nam> \"样例市\"",
         "x.nq:6: kg:e1: <https://schema.org/nam> is not a property of the contract"},
        {"\"样例市\"", "\"样例市\"@zh", "kg:e1: \"name\" must be a text without datatype or language"},
        {"\"1\"^^", "\"a lot\"^^", "\"value\" must be a decimal number"},
        {"\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>", "\"3\"", "\"count\" must be an xsd:integer"},
        {"\"3\"", "\"3.5\"", "\"count\" is '3.5', which is not an integer"},
        {"vocabulary#Project", "vocabulary#Projekt",
         R"("@type" is 'https://guanxi.example/vocabulary#Projekt', which is not a type)"},
        {"<" + std::string(kg) + "e2> <http://www.w3", "<urn:e2> <http://www.w3",
         "<urn:e2>: <urn:e2> is not an IRI that begins with <https://guanxi.example/id/>"},
        {"\"甲\" .", "\"甲\" " + graph, "kg:e2: \"name\" stands in the graph of kg:d2, not in the default graph"},
        {"<https://guanxi.example/vocabulary#count>",
         "<https://guanxi.example/vocabulary#count> \"4\"^^<http://www.w3.org/2001/XMLSchema#integer> " + graph +
             "<https://guanxi.example/id/e9> <https://guanxi.example/vocabulary#count>",
         "\"count\" has two values"},
        {"vocabulary#builds> <" + std::string(kg) + "e2> " + graph,
         "vocabulary#builds> <" + std::string(kg) + "e2> .\n",
         "kg:e1: \"builds\" stands in the default graph without a Statement there that says so"},
    };
    for (const Case& c : cases)
        EXPECT_NE(problem(broken(c.from, c.to)).find(c.message), std::string::npos) << c.message << "\n--- not in:\n"
                                                                                    << problem(broken(c.from, c.to));
}

TEST(RdfReader, SaysWhichGraphIsWrong) {
    const std::string d1 = "<" + std::string(kg) + "d1> .\n";
    const std::string d2 = "<" + std::string(kg) + "d2> .\n";
    const std::string status = "vocabulary#count> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> ";
    EXPECT_NE(problem(broken(status + d2, status + d1)).find("\"count\" is missing in the graph of kg:d2"),
              std::string::npos);
    const std::string unit = "unitText> \"个\" ";
    EXPECT_NE(problem(broken(unit + d1, unit + d2)).find("stands in the graph of kg:d2, of which it has no quote"),
              std::string::npos);
    const std::string start = "oa#start> \"0\"^^<http://www.w3.org/2001/XMLSchema#integer> ";
    EXPECT_NE(
        problem(broken(start + d1, start + ".\n")).find("a quote of the graph of kg:d1 stands in the default graph"),
        std::string::npos);
}

TEST(RdfReader, SaysMoreThanTheFirstProblem) {
    std::string text = broken("\"样例市\"", "\"样例市\"@zh");
    text.replace(text.find("\"甲\""), std::string("\"甲\"").size(), "\"\"");
    const std::string all = problem(text);
    EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 1) << all;
    EXPECT_NE(all.find("x.nq:6: kg:e1: \"name\" must be"), std::string::npos) << all;
    EXPECT_NE(all.find("kg:e2: \"name\" is missing or empty"), std::string::npos) << all;
}

}  // namespace guanxi
