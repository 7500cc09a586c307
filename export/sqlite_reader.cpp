#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/utf8.hpp"
#include "export/detail/database.hpp"
#include "export/detail/jsonld_nodes.hpp"
#include "export/detail/temporary_file.hpp"
#include "export/sqlite.hpp"
#include "export/sqlite_schema.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};

// Row ids in the order of the indices they stand for.
class Rows {
public:
    void add(std::int64_t row) { rows_.push_back(row); }
    // The index of a row, which a column refers to.
    [[nodiscard]] std::uint32_t find(const Query& from, int column) const {
        const std::optional<std::int64_t> row = from.integer(column);
        const auto place = row ? std::lower_bound(rows_.begin(), rows_.end(), *row) : rows_.end();
        if (place == rows_.end() || *place != *row) {
            throw Error(
                fmt::format("\"{}\" is {}, a row that is not there", from.column_name(column), row.value_or(0)));
        }
        return static_cast<std::uint32_t>(place - rows_.begin());
    }

private:
    std::vector<std::int64_t> rows_;
};

// The rows that belong to another table's rows, which come in the same order: aliases, authors, evidence.
class Parts {
public:
    Parts(const Database& database, std::string_view table, std::string_view sql)
        : table_(table), rows_(database, sql) {
        step();
    }
    // Calls `take` for each row of the owner.
    template <typename Take>
    void take(std::int64_t owner, const Take& take) {
        for (; there_ && owner_ <= owner; step()) {
            if (owner_ < owner) fail();
            take(rows_);
        }
    }
    // Fails if a row is left, whose owner is none.
    void finish() const {
        if (there_) fail();
    }

private:
    void step() {
        there_ = rows_.next();
        if (!there_) return;
        const std::optional<std::int64_t> owner = rows_.integer(0);
        if (!owner) throw Error(fmt::format("{}: \"{}\" is missing", table_, rows_.column_name(0)));
        owner_ = *owner;
    }
    [[noreturn]] void fail() const {
        throw Error(fmt::format("{}: \"{}\" is {}, a row that is not there", table_, rows_.column_name(0), owner_));
    }

    std::string_view table_;
    Query rows_;
    std::int64_t owner_ = 0;
    bool there_ = false;
};

template <typename Value>
Value known(const std::optional<Value>& value, const Query& row, int column) {
    if (value) return *value;
    throw Error(
        fmt::format("\"{}\" is '{}', which the schema does not know", row.column_name(column), row.text(column)));
}

std::string required(const Query& row, int column) {
    const std::string_view text = row.text(column);
    if (text.empty()) throw Error(fmt::format("\"{}\" is missing", row.column_name(column)));
    return std::string(text);
}

bool flag(const Query& row, int column) {
    const std::int64_t value = row.integer(column).value_or(0);
    if (value != 0 && value != 1) throw Error(fmt::format("\"{}\" must be 0 or 1", row.column_name(column)));
    return value == 1;
}

Status status(const Query& row, int column) {
    return row.is_null(column) ? Status::none : known(find_status(row.text(column)), row, column);
}

// The exact number in the second column, which must be that of the first.
std::optional<Decimal> decimal(const Query& row, int column) {
    const std::optional<double> number = row.number(column);
    const std::string_view text = row.text(column + 1);
    if (!number && text.empty()) return {};
    const std::optional<Decimal> exact = Decimal::parse(text);
    if (!number || !exact || exact->to_double() != *number) {
        throw Error(fmt::format(R"("{}" and "{}" must be the same number)", row.column_name(column),
                                row.column_name(column + 1)));
    }
    return exact;
}

double confidence(const Query& row, int column) {
    const std::optional<double> value = row.number(column);
    if (!value || *value < 0 || *value > 1)
        throw Error(fmt::format("\"{}\" must be a number from 0 to 1", row.column_name(column)));
    return *value;
}

class SqliteReader {
public:
    explicit SqliteReader(const Database& database) : database_(database) {}

    Graph read() {
        check_kind();
        each("document", "SELECT id, uid, name, title, date, place, publisher, sha256, text FROM document ORDER BY id",
             &SqliteReader::document);
        authors_.finish();
        each("entity", "SELECT id, uid, kind, name, code, within FROM entity ORDER BY id", &SqliteReader::entity);
        aliases_.finish();
        each("quote", R"(SELECT id, NULL, document, "start", "end", text FROM quote ORDER BY id)",
             &SqliteReader::quote);
        each("fact",
             "SELECT id, uid, subject, predicate, object, status, time, amount, amount_text, unit, count, title, "
             "negated, confidence, rule FROM fact ORDER BY id",
             &SqliteReader::fact);
        fact_evidence_.finish();
        each("observation",
             "SELECT id, uid, subject, indicator, value, value_text, unit, bound, change, rank, scope, status, time, "
             "confidence, rule FROM observation ORDER BY id",
             &SqliteReader::observation);
        observation_evidence_.finish();
        return std::move(graph_);
    }

private:
    void check_kind() {
        Query version(database_, "SELECT * FROM pragma_application_id, pragma_user_version");
        version.next();
        if (version.integer(0) != sqlite_application_id) throw Error("is a database of another program");
        if (version.integer(1) != sqlite_schema_version) {
            throw Error(fmt::format("has tables of version {}; this program reads version {}",
                                    version.integer(1).value_or(0), sqlite_schema_version));
        }
    }

    // Calls `take` for each row; what is wrong with it is said with table and row.
    void each(const char* table, const char* sql, void (SqliteReader::*take)(const Query&)) {
        Query rows(database_, sql);
        while (rows.next()) {
            try {
                (this->*take)(rows);
            } catch (const DatabaseError&) {
                throw;
            } catch (const Error& error) {
                throw Error(fmt::format("{} {}: {}", table, rows.integer(0).value_or(0), error.what()));
            }
        }
    }

    void document(const Query& row) {
        Document document{.id = required(row, 1)};
        document.name = row.text(2);
        document.title = row.text(3);
        document.date = row.text(4);
        document.place = row.text(5);
        document.source = row.text(6);
        document.sha256 = row.text(7);
        document.text = row.text(8);
        const std::int64_t id = *row.integer(0);
        authors_.take(id, [&](const Query& author) { document.authors.emplace_back(author.text(1)); });
        texts_.emplace_back(document.text);
        documents_.add(id);
        const std::size_t before = graph_.documents().size();
        graph_.add_document(std::move(document));
        if (graph_.documents().size() == before) throw Error("\"uid\" is that of two documents");
    }

    void entity(const Query& row) {
        Entity entity{.id = required(row, 1)};
        const auto type = find_entity_type(row.text(2));
        entity.type = known(type && info(*type).id == row.text(2) ? type : std::nullopt, row, 2);
        entity.name = required(row, 3);
        entity.code = row.text(4);
        entity.within = row.text(5);
        const std::int64_t id = *row.integer(0);
        aliases_.take(id, [&](const Query& alias) { entity.aliases.push_back(required(alias, 1)); });
        if (graph_.find(entity.id) != Graph::no_entity) throw Error("\"uid\" is that of two entities");
        entities_.add(id);
        graph_.add_entity(std::move(entity));
    }

    void quote(const Query& row) {
        Quote quote{.document = documents_.find(row, 2), .text = required(row, 5)};
        const std::int64_t begin = row.integer(3).value_or(-1);
        const std::int64_t end = row.integer(4).value_or(-1);
        if (begin < 0 || end > ~std::uint32_t{0} ||
            end - begin != static_cast<std::int64_t>(count_code_points(quote.text))) {
            throw Error(R"("start" and "end" are not as far apart as the text is long)");
        }
        quote.begin = static_cast<std::uint32_t>(begin);
        quote.end = static_cast<std::uint32_t>(end);
        const Document& document = graph_.documents()[quote.document];
        if (!document.text.empty() && !texts_[quote.document].stands_at(document.text, quote.begin, quote.text))
            throw Error(fmt::format("does not stand in the text of {} at {}", document.id, quote.begin));
        quotes_.add(*row.integer(0));
        const std::size_t before = graph_.quotes().size();
        graph_.add_quote(std::move(quote));
        if (graph_.quotes().size() == before) throw Error("stands at the place of another quote");
    }

    // Columns of evidence: owner, quote, rule, confidence. Columns of the owner: confidence, rule.
    std::vector<Evidence> evidence(Parts& parts, const Query& row, int column) const {
        std::vector<Evidence> list;
        parts.take(*row.integer(0), [&](const Query& part) {
            list.push_back({quotes_.find(part, 1), std::string(part.text(2)), confidence(part, 3)});
        });
        if (list.empty()) throw Error("has no evidence");
        const Evidence& best = surest(list);
        if (confidence(row, column) != best.confidence || row.text(column + 1) != best.rule)
            throw Error(R"("confidence" and "rule" are not those of the surest evidence)");
        return list;
    }

    void fact(const Query& row) {
        Fact fact{.subject = entities_.find(row, 2), .object = entities_.find(row, 4)};
        const auto predicate = find_predicate(row.text(3));
        fact.predicate = known(predicate && info(*predicate).id == row.text(3) ? predicate : std::nullopt, row, 3);
        Qualifiers& q = fact.qualifiers;
        q.status = status(row, 5);
        q.time = row.text(6);
        if (const auto amount = decimal(row, 7)) q.amount = Amount{*amount, std::string(row.text(9))};
        q.count = row.integer(10);
        q.title = row.text(11);
        q.negated = flag(row, 12);
        fact.evidence = evidence(fact_evidence_, row, 13);
        graph_.add_fact(std::move(fact));
    }

    void observation(const Query& row) {
        Observation observation{.subject = entities_.find(row, 2), .indicator = std::string(row.text(3))};
        Quantity& quantity = observation.quantity;
        quantity.value = decimal(row, 4);
        quantity.unit = row.text(6);
        if (!row.is_null(7)) quantity.bound = known(find_bound(row.text(7)), row, 7);
        quantity.change = flag(row, 8);
        quantity.rank = row.integer(9);
        quantity.scope = row.text(10);
        if (!quantity.value && !quantity.rank) throw Error(R"("value" and "rank" are both missing)");
        observation.qualifiers.status = status(row, 11);
        observation.qualifiers.time = row.text(12);
        observation.evidence = evidence(observation_evidence_, row, 13);
        graph_.add_observation(std::move(observation));
    }

    const Database& database_;
    Graph graph_;
    Rows documents_, entities_, quotes_;
    std::vector<ByteIndex> texts_;  // by document
    Parts authors_{database_, "author", "SELECT document, name FROM author ORDER BY document, position"};
    Parts aliases_{database_, "alias", "SELECT entity, name FROM alias ORDER BY entity, name"};
    Parts fact_evidence_{database_, "fact_evidence",
                         "SELECT fact, quote, rule, confidence FROM fact_evidence ORDER BY fact, position"};
    Parts observation_evidence_{
        database_, "observation_evidence",
        "SELECT observation, quote, rule, confidence FROM observation_evidence ORDER BY observation, position"};
};

// Read as it is: no journal is looked for, nothing is locked. Special characters of a URI are escaped.
std::string uri_of(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                           c == '-' || c == '_' || c == '.';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

void check_tables(const Database& database) {
    Query tables(database,
                 "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('document', 'author', 'entity', "
                 "'alias', 'quote', 'fact', 'fact_evidence', 'observation', 'observation_evidence')");
    tables.next();
    if (tables.integer(0) != 9) throw Error("lacks tables of a graph");
}

}  // namespace

Graph read_sqlite(std::istream& in, const std::string& file) {
    std::string begin(magic.size(), '\0');
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (in.bad()) throw Error({file, 0, 0}, "the file could not be read");
    if (std::string_view(begin.data(), static_cast<std::size_t>(in.gcount())) != magic)
        throw Error({file, 0, 0}, "is no SQLite database");
    TemporaryFile copy;
    copy.put(begin);
    copy.fill(in, file);
    try {
        Database database(uri_of(copy.path()), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        copy.hide();
        // A file of unknown origin: its views and triggers have nothing to say here.
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        check_tables(database);
        return SqliteReader(database).read();
    } catch (const DatabaseError& error) {
        // What SQLite says of a broken file can hold bytes of it.
        const bool broken = error.code == SQLITE_CORRUPT || error.code == SQLITE_NOTADB || error.code == SQLITE_IOERR;
        throw Error({file, 0, 0}, broken ? fmt::format("the database is broken: {}", sqlite3_errstr(error.code))
                                         : fmt::format("is not a database of a graph: {}", error.what()));
    } catch (const Error& error) {
        throw Error({file, 0, 0}, error.what());
    }
}

}  // namespace guanxi
