#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "cli/http.hpp"
#include "cli/load_target.hpp"
#include "core/error.hpp"
#include "export/rdf.hpp"
#include "export/rdf_upload.hpp"
#include "tests/cli/http_server.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

constexpr Patience quick{.retries = 3, .first_wait = std::chrono::milliseconds(1), .timeout = std::chrono::seconds(20)};

struct Sent {
    std::string error;  // empty: it went well
    std::string body;
    std::vector<std::string> notes;
};

Sent send(const std::string& url, const Credentials& credentials = {}, Patience patience = quick) {
    Sent sent;
    HttpClient client(credentials, patience, [&](const std::string& note) { sent.notes.push_back(note); });
    try {
        sent.body = client.send({"PUT", url, "text/turtle", "<a:b> <a:c> \"d\" ."});
    } catch (const Error& error) {
        sent.error = error.what();
    }
    return sent;
}

std::string ok(const std::string& body) {
    return HttpServer::answer("200 OK", body);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Graph two_documents() {
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
                    .qualifiers = {.amount = Amount{Decimal(125, 1), "CNY"}},
                    .evidence = {{second, "r", 0.9}, {first, "r", 0.8}, {first, "s", 0.8}}});
    return graph;
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> list;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) list.push_back(line);
    return list;
}

}  // namespace

TEST(HttpClient, SendsWhatItIsGiven) {
    HttpServer server({ok("thanks")});
    const Sent sent = send(server.url("/data?graph=x"));
    EXPECT_EQ(sent.error, "");
    EXPECT_EQ(sent.body, "thanks");
    const std::string request = server.requests().at(0);
    EXPECT_TRUE(request.starts_with("PUT /data?graph=x HTTP/1.1\r\n")) << request;
    EXPECT_TRUE(has(request, "Content-Type: text/turtle\r\n")) << request;
    EXPECT_TRUE(request.ends_with("\r\n\r\n<a:b> <a:c> \"d\" .")) << request;
    EXPECT_FALSE(has(request, "Authorization"));
}

TEST(HttpClient, TriesAgainWhereTheServerOrTheConnectionFails) {
    HttpServer server({HttpServer::answer("500 Internal Server Error", "out of luck"), "",
                       HttpServer::answer("429 Too Many Requests", ""), ok("")});
    const Sent sent = send(server.url("/data"));
    EXPECT_EQ(sent.error, "");
    ASSERT_EQ(sent.notes.size(), 3U);
    EXPECT_EQ(sent.notes[0], server.url("/data") + ": the server says 500: out of luck; trying again");
    EXPECT_EQ(server.requests().size(), 4U);
    EXPECT_EQ(server.requests()[0], server.requests()[3]);
}

TEST(HttpClient, GivesUpAndSaysWhy) {
    HttpServer server(std::vector<std::string>(
        9, HttpServer::answer("503 Service Unavailable", "<html><b>down</b> for repair</html>")));
    EXPECT_EQ(send(server.url("/x")).error, server.url("/x") + ": the server says 503: down for repair\ntried 4 times");
    EXPECT_EQ(server.requests().size(), 4U);
    const std::string nobody = "http://127.0.0.1:1/data";
    const Sent sent = send(nobody, {}, {.retries = 1, .first_wait = std::chrono::milliseconds(1)});
    EXPECT_TRUE(has(sent.error, nobody + ": Failed to connect")) << sent.error;
    EXPECT_TRUE(has(sent.error, "tried 2 times")) << sent.error;
}

TEST(HttpClient, DoesNotTryAgainWhereTheServerSaysNo) {
    struct Case {
        std::string status, body, message;
    };
    const Case cases[] = {
        {"401 Unauthorized", "who are you?",
         "the server says 401: who are you?\nlet the environment variables GUANXI_USER"},
        {"403 Forbidden", "", "the server says 403\nlet the environment variables"},
        {"400 Bad Request", "line 3:\n  bad \x1b[31m IRI", "the server says 400: line 3: bad \uFFFD[31m IRI"},
        {"404 Not Found", "", "the server says 404\nis this the address that takes graphs?"},
        {"301 Moved Permanently", "", "the server says 301\nit wants to be asked at another address"},
        {"501 Not Implemented", "", "the server says 501"},
    };
    for (const Case& c : cases) {
        HttpServer server({HttpServer::answer(c.status, c.body, "Location: /other\r\n")});
        const Sent sent = send(server.url("/data"));
        EXPECT_TRUE(has(sent.error, c.message)) << sent.error;
        EXPECT_TRUE(sent.notes.empty());
        EXPECT_EQ(server.requests().size(), 1U);
    }
    HttpServer server({HttpServer::answer("400 Bad Request", std::string(100'000, 'x'))});
    EXPECT_LT(send(server.url("/data")).error.size(), 400U);
}

TEST(HttpClient, SaysWhoAsks) {
    {
        HttpServer server(
            {HttpServer::answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\"\r\n"), ok("")});
        EXPECT_EQ(send(server.url("/data"), {.user = "u", .password = "p:w"}).error, "");
        EXPECT_TRUE(has(server.requests().back(), "Authorization: Basic dTpwOnc=\r\n")) << server.requests().back();
    }
    {
        HttpServer server({HttpServer::answer("401 Unauthorized", "",
                                              "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\", qop=\"auth\"\r\n"),
                           ok("")});
        EXPECT_EQ(send(server.url("/data"), {.user = "u", .password = "secret"}).error, "");
        EXPECT_TRUE(has(server.requests().back(), "Authorization: Digest username=\"u\"")) << server.requests().back();
        for (const std::string& request : server.requests()) EXPECT_FALSE(has(request, "secret"));
        EXPECT_TRUE(server.requests().back().ends_with("<a:b> <a:c> \"d\" ."));
    }
    {
        HttpServer server({ok("")});
        EXPECT_EQ(send(server.url("/data"), {.token = "t0ken"}).error, "");
        EXPECT_TRUE(has(server.requests().back(), "Authorization: Bearer t0ken\r\n"));
    }
    HttpServer server(std::vector<std::string>(
        3, HttpServer::answer("401 Unauthorized", "no", "WWW-Authenticate: Basic realm=\"x\"\r\n")));
    const Sent sent = send(server.url("/data"), {.user = "u", .password = "wrong"});
    EXPECT_TRUE(has(sent.error, "it does not let this user or token do so")) << sent.error;
    EXPECT_FALSE(has(sent.error, "wrong"));
}

TEST(HttpClient, TakesCredentialsFromTheEnvironmentAlone) {
    ::setenv("GUANXI_USER", "u", 1);
    EXPECT_THROW(static_cast<void>(credentials_from_environment()), Error);
    ::setenv("GUANXI_PASSWORD", "p", 1);
    EXPECT_EQ(credentials_from_environment().password, "p");
    ::setenv("GUANXI_TOKEN", "t", 1);
    EXPECT_THROW(static_cast<void>(credentials_from_environment()), Error);
    ::unsetenv("GUANXI_USER");
    ::unsetenv("GUANXI_PASSWORD");
    EXPECT_EQ(credentials_from_environment().token, "t");
    ::unsetenv("GUANXI_TOKEN");
    EXPECT_EQ(credentials_from_environment().user, "");
    for (const char* url : {"http://u:p@localhost/data", "ftp://localhost/data", "localhost:3030/data", "http://",
                            "http://a b/", "file:///etc/passwd", "http://localhost/data#x"}) {
        EXPECT_THROW(check_url(url), UsageError) << url;
    }
}

TEST(Upload, HoldsTheQuadsWithoutBlankNodes) {
    const Graph graph = rich_graph();
    std::ostringstream quads;
    write_nquads(graph, quads, {});
    std::multiset<std::size_t> sizes;
    std::size_t triples = 0;
    std::vector<std::string> graphs;
    for_each_part(graph, {}, [&](const RdfPart& part) {
        graphs.emplace_back(part.graph);
        for (const std::string& line : lines(part.triples)) {
            EXPECT_FALSE(line.starts_with("_:") || has(line, "> _:")) << line;
            ++triples;
        }
    });
    EXPECT_EQ(graphs, (std::vector<std::string>{"", "https://guanxi.example/id/d00000000000000000001",
                                                "https://guanxi.example/id/d00000000000000000002"}));
    EXPECT_EQ(triples, lines(quads.str()).size());
}

TEST(Upload, NamesOfAmountsAndQuotesDependOnTheirDocumentAlone) {
    std::vector<std::string> parts;
    for_each_part(two_documents(), {}, [&](const RdfPart& part) { parts.emplace_back(part.triples); });
    ASSERT_EQ(parts.size(), 3U);
    const std::string fact = "https://guanxi.example/id/" + fact_id(two_documents(), two_documents().fact(0));
    EXPECT_TRUE(has(parts[1], "<" + fact + "-d1-0>") && has(parts[1], "<" + fact + "-d1-1>")) << parts[1];
    EXPECT_FALSE(has(parts[1], "-d2-"));
    EXPECT_TRUE(has(parts[2], "<" + fact + "-d2-0>") && !has(parts[2], "-d2-1>")) << parts[2];
    for (const int i : {1, 2}) EXPECT_TRUE(has(parts[static_cast<std::size_t>(i)], "<" + fact + "-amount>"));
}

TEST(Loader, ReplacesTheGraphOfEachDocument) {
    HttpServer server({});
    HttpClient client({}, quick, [](const std::string&) {});
    Loader loader(client, find_target(server.url("/reports/data"), Protocol::by_url), {});
    loader.load(two_documents(), {});
    EXPECT_EQ(loader.so_far(), server.url("/reports/data") + " has taken 2 of 2 documents in 3 requests");
    const std::vector<std::string> requests = server.requests();
    ASSERT_EQ(requests.size(), 3U);
    EXPECT_TRUE(requests[0].starts_with("POST /reports/data?default HTTP/1.1")) << requests[0];
    EXPECT_TRUE(requests[1].starts_with("PUT /reports/data?graph=https%3A%2F%2Fguanxi.example%2Fid%2Fd1 HTTP/1.1"));
    EXPECT_TRUE(has(requests[0], "\"样例市\" .\n"));
    EXPECT_FALSE(has(requests[1], "\"样例市\" .\n"));

    Loader named(client, find_target(server.url("/sparql-graph-crud-auth?x=1"), Protocol::by_url), "urn:a&b");
    named.load(two_documents(), {});
    EXPECT_TRUE(server.requests()[3].starts_with("POST /sparql-graph-crud-auth?x=1&graph=urn%3Aa%26b HTTP/1.1"));
}

TEST(Loader, UpdatesADocumentInOneRequest) {
    HttpServer server({});
    HttpClient client({}, quick, [](const std::string&) {});
    Loader loader(client, find_target(server.url("/update"), Protocol::by_url), "urn:names");
    loader.load(two_documents(), {});
    const std::vector<std::string> requests = server.requests();
    ASSERT_EQ(requests.size(), 3U);
    EXPECT_TRUE(has(requests[0], "Content-Type: application/sparql-update\r\n"));
    EXPECT_TRUE(has(requests[0], "\r\n\r\nINSERT DATA {\nGRAPH <urn:names> {\n<https://")) << requests[0];
    EXPECT_TRUE(has(requests[2],
                    "\r\n\r\nDROP SILENT GRAPH <https://guanxi.example/id/d2> ;\nINSERT DATA { GRAPH "
                    "<https://guanxi.example/id/d2> {\n<https://"))
        << requests[2];
}

TEST(Loader, SaysHowFarItCame) {
    HttpServer server({ok(""), ok(""), HttpServer::answer("400 Bad Request", "no")});
    HttpClient client({}, quick, [](const std::string&) {});
    Loader loader(client, find_target(server.url("/store"), Protocol::by_url), {});
    EXPECT_THROW(loader.load(two_documents(), {}), Error);
    EXPECT_EQ(loader.so_far(), server.url("/store") + " has taken 1 of 2 documents in 2 requests");
}

TEST(Loader, SeesFromTheAddressWhatAServerSpeaks) {
    const auto protocol = [](const char* url) { return find_target(url, Protocol::by_url).protocol; };
    EXPECT_EQ(protocol("http://h:7474/db/neo4j/query/v2"), Protocol::neo4j);
    EXPECT_EQ(protocol("http://h:7474/db/neo4j/tx/commit"), Protocol::neo4j);
    EXPECT_EQ(protocol("http://h:3030/ds/update"), Protocol::update);
    EXPECT_EQ(protocol("http://h:7878/store"), Protocol::graph_store);
    EXPECT_EQ(protocol("http://h:8890/sparql-graph-crud-auth?a=b"), Protocol::graph_store);
    EXPECT_EQ(find_target("http://h/x", Protocol::update).protocol, Protocol::update);
    EXPECT_THROW(protocol("http://h/x"), UsageError);
    EXPECT_THROW(static_cast<void>(read_protocol("sparql")), UsageError);
}

}  // namespace guanxi
