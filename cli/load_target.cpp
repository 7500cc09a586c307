#include "cli/load_target.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <ostream>
#include <streambuf>
#include <utility>

#include "cli/printable.hpp"
#include "core/error.hpp"
#include "export/rdf_upload.hpp"

namespace guanxi {

namespace {

// How the addresses of the servers end that are known.
struct Ending {
    std::string_view end;
    Protocol protocol;
};
constexpr std::array endings{
    Ending{"/query/v2", Protocol::neo4j},
    Ending{"/tx/commit", Protocol::neo4j},
    Ending{"/update", Protocol::update},
    Ending{"/statements", Protocol::update},
    Ending{"/store", Protocol::graph_store},
    Ending{"/data", Protocol::graph_store},
    Ending{"/rdf-graphs/service", Protocol::graph_store},
    Ending{"/sparql-graph-crud", Protocol::graph_store},
    Ending{"/sparql-graph-crud-auth", Protocol::graph_store},
};

constexpr std::size_t update_piece = std::size_t{1} << 22U;

// Hands on each statement of a Cypher script: they end in a semicolon at the end of a line, and no other line does.
class StatementBuffer : public std::streambuf {
public:
    explicit StatementBuffer(std::function<void(const std::string&)> take) : take_(std::move(take)) {}

protected:
    std::streamsize xsputn(const char* data, std::streamsize size) override {
        for (std::streamsize i = 0; i < size; ++i) add(data[i]);
        return size;
    }
    int_type overflow(int_type c) override {
        if (!traits_type::eq_int_type(c, traits_type::eof())) add(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }

private:
    void add(char c) {
        text_ += c;
        if (c != '\n') return;
        if (text_.starts_with("//")) text_.clear();
        if (!text_.ends_with(";\n")) return;
        text_.resize(text_.size() - 2);
        const std::string statement = std::exchange(text_, {});
        take_(statement);
    }
    std::function<void(const std::string&)> take_;
    std::string text_;
};

// What is wrong, as Neo4j says it in the body of an answer; empty if nothing is.
std::string neo4j_error(const std::string& body) {
    rapidjson::Document answer;
    answer.Parse(body.data(), body.size());
    if (answer.HasParseError() || !answer.IsObject()) return "the answer is not one of Neo4j";
    const auto errors = answer.FindMember("errors");
    if (errors == answer.MemberEnd() || !errors->value.IsArray() || errors->value.Empty()) return {};
    const rapidjson::Value& first = errors->value[0];
    if (!first.IsObject() || !first.HasMember("message") || !first["message"].IsString()) return "an error";
    return printable(std::string_view(first["message"].GetString()).substr(0, 500));
}

}  // namespace

Protocol read_protocol(std::string_view word) {
    if (word == "graph-store") return Protocol::graph_store;
    if (word == "update") return Protocol::update;
    if (word == "neo4j") return Protocol::neo4j;
    throw UsageError("is none of graph-store, update, neo4j");
}

Target find_target(const std::string& url, Protocol protocol) {
    check_url(url);
    const std::string_view path = std::string_view(url).substr(0, url.find('?'));
    for (const Ending& ending : endings) {
        if (protocol == Protocol::by_url && path.ends_with(ending.end)) protocol = ending.protocol;
    }
    if (protocol == Protocol::by_url) {
        throw UsageError(
            fmt::format("what does {} speak? Say --protocol graph-store, update or neo4j", shown_url(url)));
    }
    return {url, protocol};
}

Loader::Loader(HttpClient& client, Target target, std::string names_graph)
    : client_(client), target_(std::move(target)), names_graph_(std::move(names_graph)) {}

void Loader::load(const Graph& graph, const WriteOptions& options) {
    all_documents_ = graph.documents().size();
    target_.protocol == Protocol::neo4j ? load_neo4j(graph, options) : load_rdf(graph, options);
    documents_ = all_documents_;
}

std::string Loader::so_far() const {
    return fmt::format("{} has taken {} of {} documents in {} requests", shown_url(target_.url), documents_,
                       all_documents_, requests_);
}

// Names come first, so that no edge leads to what has none.
void Loader::load_rdf(const Graph& graph, const WriteOptions& options) {
    for_each_part(graph, options, [&](const RdfPart& part) {
        if (part.graph.empty()) return put_names(part.triples);
        put_document(part.graph, part.triples);
        ++documents_;
    });
}

// Adds to what is there: other graphs have names, too.
void Loader::put_names(std::string_view triples) {
    if (target_.protocol == Protocol::update) {
        const std::string inside =
            names_graph_.empty() ? std::string(triples) : fmt::format("GRAPH <{}> {{\n{}}}\n", names_graph_, triples);
        return update(fmt::format("INSERT DATA {{\n{}}}\n", inside));
    }
    const char mark = target_.url.find('?') == std::string::npos ? '?' : '&';
    const std::string which = names_graph_.empty() ? "default" : "graph=" + percent_encoded(names_graph_);
    client_.send({"POST", fmt::format("{}{}{}", target_.url, mark, which), "text/turtle", triples});
    ++requests_;
}

// Replaces the graph of the document.
void Loader::put_document(std::string_view graph, std::string_view triples) {
    if (target_.protocol == Protocol::graph_store) {
        const char mark = target_.url.find('?') == std::string::npos ? '?' : '&';
        const std::string url = fmt::format("{}{}graph={}", target_.url, mark, percent_encoded(graph));
        client_.send({"PUT", url, "text/turtle", triples});
        ++requests_;
        return;
    }
    std::string begin = fmt::format("DROP SILENT GRAPH <{}> ;\n", graph);
    do {
        std::size_t size = triples.size();
        if (size > update_piece) size = triples.find('\n', update_piece) + 1;
        update(fmt::format("{}INSERT DATA {{ GRAPH <{}> {{\n{}}} }}\n", std::exchange(begin, {}), graph,
                           triples.substr(0, size)));
        triples.remove_prefix(size);
    } while (!triples.empty());
}

void Loader::update(const std::string& request) {
    client_.send({"POST", target_.url, "application/sparql-update", request});
    ++requests_;
}

void Loader::load_neo4j(const Graph& graph, const WriteOptions& options) {
    const Format* cypher = find_format("cypher");
    if (cypher == nullptr) throw Error("this program was built without the Cypher script");
    StatementBuffer buffer([&](const std::string& statement) { run_cypher(statement); });
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);  // or the stream would swallow what is thrown
    cypher->write(graph, out, options);
}

// One statement a transaction, which ends with the request.
void Loader::run_cypher(const std::string& statement) {
    rapidjson::StringBuffer body;
    rapidjson::Writer<rapidjson::StringBuffer> json(body);
    const bool many = target_.url.ends_with("/tx/commit");
    json.StartObject();
    if (many) {
        json.Key("statements");
        json.StartArray();
        json.StartObject();
    }
    json.Key("statement");
    json.String(statement.data(), static_cast<rapidjson::SizeType>(statement.size()));
    if (many) {
        json.EndObject();
        json.EndArray();
    }
    json.EndObject();
    const std::string answer =
        client_.send({"POST", target_.url, "application/json", {body.GetString(), body.GetSize()}});
    const std::string wrong = neo4j_error(answer);
    if (!wrong.empty()) throw Error(fmt::format("{}: the server says no: {}", shown_url(target_.url), wrong));
    ++requests_;
}

}  // namespace guanxi
