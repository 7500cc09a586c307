#include "export/sqlite.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>

#include "core/error.hpp"
#include "export/jsonld.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string written(const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write_sqlite(graph, out, options);
    return out.str();
}

std::string as_jsonld(const Graph& graph) {
    std::ostringstream out;
    write_jsonld(graph, out, {});
    return out.str();
}

Graph read_back(const std::string& bytes) {
    std::istringstream in(bytes);
    return read_sqlite(in, "x.sqlite");
}

// A database file that SQLite itself opens.
class Opened {
public:
    explicit Opened(const std::string& bytes)
        : path_(::testing::TempDir() + "guanxi-sqlite-" + std::to_string(::getpid())) {
        std::ofstream(path_, std::ios::binary) << bytes;
        EXPECT_EQ(sqlite3_open(path_.c_str(), &handle_), SQLITE_OK);
    }
    ~Opened() {
        sqlite3_close(handle_);
        std::filesystem::remove(path_);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    // All values of all rows, `|` between columns and a line a row.
    std::string ask(const std::string& sql) {
        std::string rows;
        const auto add = [](void* into, int count, char** values, char**) {
            auto& text = *static_cast<std::string*>(into);
            for (int i = 0; i < count; ++i) {
                if (i > 0) text += '|';
                text += values[i] == nullptr ? "-" : values[i];
            }
            text += '\n';
            return 0;
        };
        char* message = nullptr;
        if (sqlite3_exec(handle_, sql.c_str(), add, &rows, &message) != SQLITE_OK) {
            rows = std::string("error: ") + message;
            sqlite3_free(message);
        }
        return rows;
    }
    std::string bytes() {
        sqlite3_close(handle_);
        handle_ = nullptr;
        std::ifstream in(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::string path_;
    sqlite3* handle_ = nullptr;
};

// The query that docs/formats/sqlite.md tells: all characters of the word, none of full width, as one phrase.
std::string phrase(const std::string& word) {
    std::string text = "\"";
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint c = decode(word, i);
        const std::string one = word.substr(i, c.size);
        text += (one == "\"" ? "\"\"" : one) + ' ';
        i += c.size;
    }
    std::string quoted;
    for (const char c : text + '"') quoted += c == '\'' ? "''" : std::string(1, c);
    return quoted;
}

Graph small_graph() {
    Graph graph;
    const std::string text = "甲市建成高铁枢纽和Ｋ11商场。二期依托一期，三期依托二期，三期属于乙园。";
    const DocumentIndex d = graph.add_document({.id = "d1", .name = "a.txt", .text = text});
    const QuoteIndex first = graph.add_quote({d, 0, 15, "甲市建成高铁枢纽和Ｋ11商场。"});
    const QuoteIndex second = graph.add_quote({d, 15, 36, "二期依托一期，三期依托二期，三期属于乙园。"});
    const auto add = [&](const char* id, EntityType type, const char* name, std::vector<std::string> aliases = {}) {
        return graph.add_entity({.id = id, .type = type, .name = name, .aliases = std::move(aliases)});
    };
    const EntityIndex city = add("e1", EntityType::district, "甲市", {"甲", "乙城"});
    const EntityIndex hub = add("e2", EntityType::project, "高铁枢纽", {"东站", "南站"});
    const EntityIndex one = add("e3", EntityType::project, "一期");
    const EntityIndex two = add("e4", EntityType::project, "二期");
    const EntityIndex three = add("e5", EntityType::project, "三期");
    const EntityIndex park = add("e6", EntityType::park, "乙园");
    graph.add_fact(
        {.subject = city,
         .object = hub,
         .predicate = Predicate::builds,
         .qualifiers = {.status = Status::done, .amount = Amount{*Decimal::parse("12.345678901234567"), "CNY"}},
         .evidence = {{first, "weak", 0.5}, {second, "strong", 0.9}}});
    graph.add_fact({.subject = two, .object = one, .predicate = Predicate::depends_on, .evidence = {{second, "r", 1}}});
    graph.add_fact(
        {.subject = three, .object = two, .predicate = Predicate::depends_on, .evidence = {{second, "r", 1}}});
    graph.add_fact({.subject = three, .object = park, .predicate = Predicate::part_of, .evidence = {{second, "r", 1}}});
    graph.add_observation({.subject = city,
                           .indicator = "学位",
                           .quantity = {.value = Decimal(15000), .unit = "个", .bound = Bound::min},
                           .evidence = {{first, "r", 0.8}}});
    return graph;
}

TEST(Sqlite, ReadsBackToTheSameGraph) {
    const Graph graph = rich_graph();
    const std::string bytes = written(graph);
    const Graph back = read_back(bytes);
    back.check();
    EXPECT_EQ(as_jsonld(back), as_jsonld(graph));
    EXPECT_EQ(written(back), bytes);
    EXPECT_EQ(written(rich_graph()), bytes);
    EXPECT_EQ(as_jsonld(read_back(written(Graph()))), as_jsonld(Graph()));
}

TEST(Sqlite, LeavesTextsOutAndReadsBackWithoutThem) {
    const std::string bytes = written(rich_graph(), {.texts = false});
    EXPECT_EQ(Opened(bytes).ask("SELECT count(text) FROM document"), "0\n");
    std::ostringstream expected;
    write_jsonld(rich_graph(), expected, {.texts = false});
    EXPECT_EQ(as_jsonld(read_back(bytes)), expected.str());
}

TEST(Sqlite, AnswersQuestions) {
    Opened file(written(small_graph()));
    EXPECT_EQ(file.ask("PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(file.ask("PRAGMA foreign_key_check"), "");
    EXPECT_EQ(file.ask("SELECT subject, label_zh, object, status, confidence, sentence, document FROM fact_view "
                       "WHERE predicate = 'builds'"),
              "甲市|建设|高铁枢纽|done|0.9|二期依托一期，三期依托二期，三期属于乙园。|a.txt\n");
    EXPECT_EQ(file.ask("SELECT subject, indicator, value, unit, bound, sentence FROM observation_view"),
              "甲市|学位|15000|个|min|甲市建成高铁枢纽和Ｋ11商场。\n");
    EXPECT_EQ(file.ask("SELECT amount > 12.34, amount_text FROM fact WHERE amount IS NOT NULL"),
              "1|12.345678901234567\n");
    EXPECT_EQ(
        file.ask("SELECT \"of\", rule FROM evidence_view ORDER BY uid, position"),
        file.ask("SELECT * FROM (SELECT 'fact', e.rule FROM fact f JOIN fact_evidence e ON e.fact = f.id ORDER BY "
                 "f.uid, position) UNION ALL SELECT 'observation', 'r'"));
    EXPECT_EQ(file.ask("SELECT e.uid FROM name_view n JOIN entity e ON e.id = n.entity WHERE n.name = '东站'"), "e2\n");
}

TEST(Sqlite, WalksDependencies) {
    Opened file(written(small_graph()));
    EXPECT_EQ(file.ask("WITH RECURSIVE needs (entity, depth) AS ("
                       "  SELECT id, 0 FROM entity WHERE name = '三期'"
                       "  UNION"
                       "  SELECT e.object, depth + 1 FROM needs JOIN edge_view e ON e.subject = needs.entity"
                       "  WHERE e.predicate IN ('dependsOn', 'partOf') AND depth < 10)"
                       "SELECT name, min(depth) FROM needs JOIN entity ON id = entity GROUP BY id ORDER BY 2, id"),
              "三期|0\n二期|1\n乙园|1\n一期|2\n");
}

TEST(Sqlite, FindsWordsOfAnyLength) {
    Opened file(written(small_graph()));
    const auto quotes = [&](const std::string& word) {
        return file.ask("SELECT rowid FROM quote_search WHERE quote_search MATCH '" + phrase(word) +
                        "' ORDER BY rowid");
    };
    EXPECT_EQ(quotes("枢"), "1\n");
    EXPECT_EQ(quotes("高铁"), "1\n");
    EXPECT_EQ(quotes("高铁枢纽"), "1\n");
    EXPECT_EQ(quotes("依托"), "2\n");
    EXPECT_EQ(quotes("期"), "2\n");
    EXPECT_EQ(quotes("k11商场"), "1\n");
    EXPECT_EQ(quotes("高枢"), "");
    const auto entities = [&](const std::string& query) {
        return file.ask(
            "SELECT name FROM entity WHERE id IN (SELECT rowid FROM entity_search WHERE entity_search MATCH '" + query +
            "')");
    };
    EXPECT_EQ(entities(phrase("东站")), "高铁枢纽\n");
    EXPECT_EQ(entities("name : " + phrase("东站")), "");
    EXPECT_EQ(entities(phrase("站南")), "");  // not over the border of two aliases
}

TEST(Sqlite, HostileTextsAreKeptAndFound) {
    Opened file(written(rich_graph()));
    for (const std::string& text : hostile_texts()) {
        std::string quoted;
        for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
        EXPECT_NE(file.ask("SELECT count(*) FROM name_view WHERE name = '" + quoted + "'"), "0\n") << text;
        EXPECT_NE(file.ask("SELECT count(*) FROM quote WHERE instr(text, '" + quoted + "')"), "0\n") << text;
        EXPECT_NE(file.ask("SELECT count(*) FROM quote_search WHERE quote_search MATCH '" +
                           phrase(fold("写着" + text)) + "'"),
                  "0\n")
            << text;
    }
}

TEST(Sqlite, KeepsNulCharacters) {
    Graph graph;
    const std::string text("甲\0乙", 7);
    graph.add_document({.id = "d1", .name = "a", .text = text});
    graph.add_entity({.id = "e1", .type = EntityType::district, .name = text});
    EXPECT_EQ(as_jsonld(read_back(written(graph))), as_jsonld(graph));
    EXPECT_EQ(Opened(written(graph)).ask("SELECT rowid FROM entity_search WHERE entity_search MATCH '\"甲 乙\"'"),
              "1\n");
}

TEST(Sqlite, SaysWhatBreaksTheContract) {
    struct Case {
        const char* sql;
        const char* message;
    };
    const std::vector<Case> cases{
        {"UPDATE fact SET predicate = 'knows' WHERE id = 3",
         "fact 3: \"predicate\" is 'knows', which the schema does not know"},
        {"UPDATE fact SET predicate = '建设' WHERE id = 1",
         "fact 1: \"predicate\" is '建设', which the schema does not know"},
        {"UPDATE fact SET predicate = 'dependsOn' WHERE id = 1", "fact 1: the schema does not let dependsOn join"},
        {"UPDATE fact SET status = 'maybe' WHERE id = 1", "fact 1: \"status\" is 'maybe'"},
        {"UPDATE fact SET negated = 2 WHERE id = 1", "fact 1: \"negated\" must be 0 or 1"},
        {"UPDATE fact SET count = 'many' WHERE id = 1", "fact 1: \"count\" must be an integer"},
        {"UPDATE fact SET subject = 99 WHERE id = 1", "fact 1: \"subject\" is 99, a row that is not there"},
        {"UPDATE fact SET object = subject WHERE id = 2", "fact 2: a fact joins an entity with itself"},
        {"UPDATE fact SET amount = 1 WHERE id = 1", "fact 1: \"amount\" and \"amount_text\" must be the same number"},
        {"UPDATE fact SET confidence = 0.1 WHERE id = 1",
         "fact 1: \"confidence\" and \"rule\" are not those of the surest"},
        {"UPDATE fact_evidence SET confidence = 2", "fact 1: \"confidence\" must be a number from 0 to 1"},
        {"DELETE FROM fact WHERE id = 2", "fact 3: fact_evidence: \"fact\" is 2, a row that is not there"},
        {"DELETE FROM fact WHERE id = 4", "fact_evidence: \"fact\" is 4, a row that is not there"},
        {"DELETE FROM fact_evidence WHERE fact = 3", "fact 3: has no evidence"},
        {"DELETE FROM quote WHERE id = 2", "fact 1: \"quote\" is 2, a row that is not there"},
        {"UPDATE quote SET text = '甲' WHERE id = 1", "quote 1: \"start\" and \"end\" are not as far apart"},
        {"UPDATE quote SET \"start\" = 1, \"end\" = 16 WHERE id = 1", "quote 1: does not stand in the text of d1 at 1"},
        {"UPDATE quote SET document = 2 WHERE id = 1", "quote 1: \"document\" is 2, a row that is not there"},
        {"UPDATE entity SET name = '' WHERE id = 2", "entity 2: \"name\" is missing"},
        {"UPDATE entity SET name = 5.0 WHERE id = 2; UPDATE entity SET name = x'41' WHERE id = 2",
         "entity 2: \"name\" must be a text"},
        {"UPDATE entity SET name = cast(x'ff' AS TEXT) WHERE id = 2", "entity 2: \"name\" is not UTF-8"},
        {"UPDATE entity SET kind = 'Ship' WHERE id = 2", "entity 2: \"kind\" is 'Ship'"},
        {"INSERT INTO alias VALUES (50, 'x')", "alias: \"entity\" is 50, a row that is not there"},
        {"UPDATE observation SET value = NULL, value_text = NULL",
         "observation 1: \"value\" and \"rank\" are both missing"},
        {"UPDATE observation SET bound = 'about'", "observation 1: \"bound\" is 'about'"},
        {"DROP TABLE author", "lacks tables of a graph"},
        {"DROP TABLE author; CREATE VIEW author AS SELECT 1 AS document, 'x' AS name, 1 AS position",
         "lacks tables of a graph"},
        {"ALTER TABLE author RENAME COLUMN name TO who", "is not a database of a graph: no such column: name"},
        {"PRAGMA application_id = 7", "is a database of another program"},
        {"PRAGMA user_version = 2", "has tables of version 2; this program reads version 1"},
    };
    const std::string bytes = written(small_graph());
    for (const Case& c : cases) {
        Opened file(bytes);
        EXPECT_EQ(file.ask(c.sql), "") << c.sql;
        try {
            static_cast<void>(read_back(file.bytes()));
            ADD_FAILURE() << c.sql << " is read";
        } catch (const Error& error) {
            EXPECT_EQ(std::string(error.what()).rfind(std::string("x.sqlite: ") + c.message, 0), 0U) << c.sql << "\n"
                                                                                                     << error.what();
        }
    }
}

TEST(Sqlite, TakesWhatAUserChangedWell) {
    Opened file(written(small_graph()));
    EXPECT_EQ(
        file.ask("PRAGMA journal_mode = WAL; UPDATE entity SET name = '丙市' WHERE id = 1;"
                 "DELETE FROM observation_evidence; DELETE FROM observation; DELETE FROM fact_evidence WHERE fact = 2;"
                 "DELETE FROM fact WHERE id = 2; DELETE FROM entity WHERE id = 3; PRAGMA wal_checkpoint(TRUNCATE)")
            .substr(0, 3),
        "wal");
    const Graph graph = read_back(file.bytes());
    graph.check();
    EXPECT_EQ(graph.entity(0).name, "丙市");
    EXPECT_EQ(graph.entity_count(), 5U);
    EXPECT_EQ(graph.fact_count(), 3U);
    EXPECT_EQ(graph.fact(1).evidence.size(), 1U);
}

TEST(Sqlite, BrokenFilesGiveOneMessage) {
    const std::string bytes = written(small_graph());
    const auto message = [](const std::string& file) -> std::string {
        try {
            static_cast<void>(read_back(file));
        } catch (const Error& error) {
            return error.what();
        }
        return "read";
    };
    EXPECT_EQ(message(""), "x.sqlite: is no SQLite database");
    EXPECT_EQ(message(as_jsonld(small_graph())), "x.sqlite: is no SQLite database");
    EXPECT_EQ(message(bytes.substr(0, bytes.size() / 2)),
              "x.sqlite: the database is broken: database disk image is malformed");
    EXPECT_EQ(message(bytes.substr(0, 100)), "x.sqlite: the database is broken: database disk image is malformed");
    std::mt19937 random(7);
    std::size_t refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string broken = bytes;
        for (int i = 0; i <= round % 20; ++i) broken[random() % broken.size()] = static_cast<char>(random() % 256);
        const std::string said = message(broken);
        EXPECT_EQ(said.find('\n'), std::string::npos) << said;
        refused += said == "read" ? 0 : 1;
    }
    EXPECT_GT(refused, 100U);
}

TEST(Sqlite, SaysWhenItCannotBeWritten) {
    std::ofstream full("/dev/full", std::ios::binary);
    write_sqlite(rich_graph(), full, {});
    full.flush();
    EXPECT_FALSE(full.good());

    // No file may be larger than a part of what is needed.
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{32768, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    std::string message;
    try {
        written(rich_graph());
    } catch (const Error& error) {
        message = error.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(message.rfind("cannot make the database in ", 0), 0U) << message;
    EXPECT_NE(message.find("TMPDIR"), std::string::npos) << message;
}

TEST(Sqlite, LeavesNoTemporaryFile) {
    const std::filesystem::path folder = ::testing::TempDir() + "guanxi-temporary-" + std::to_string(::getpid());
    std::filesystem::create_directory(folder);
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before == nullptr ? "" : before;
    setenv("TMPDIR", folder.c_str(), 1);
    static_cast<void>(read_back(written(small_graph())));
    EXPECT_THROW(static_cast<void>(read_back(std::string("SQLite format 3\0", 16))), Error);
    before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace guanxi
