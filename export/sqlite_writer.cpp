#include <fmt/format.h>

#include "core/utf8.hpp"
#include "export/detail/database.hpp"
#include "export/detail/temporary_file.hpp"
#include "export/sqlite.hpp"
#include "export/sqlite_schema.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

constexpr std::string_view wall = "\uE000";  // a token that stands in no name, so that no phrase runs over it

// Every character a word of its own, so that a phrase of characters finds a word of any length, one or two included.
void append_characters(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        // A NUL would end the text for the tokenizer.
        append_utf8(out, c.value == 0 ? U' ' : fold(c.value));
        out += ' ';
        i += c.size;
    }
}

class SqliteWriter {
public:
    SqliteWriter(const Graph& graph, Database& database) : graph_(graph), database_(database) {}

    void write(const WriteOptions& options) {
        // Nobody else sees the file before it is whole, and what is not whole is thrown away.
        database_.run(
            fmt::format("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
                        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
                        "PRAGMA cache_size = -16000; PRAGMA temp_store = FILE;"
                        "PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN;",
                        sqlite_application_id, sqlite_schema_version));
        database_.run(sqlite_tables);
        labels();
        documents(options.texts);
        entities();
        quotes();
        facts();
        observations();
        database_.run("INSERT INTO entity_search (entity_search) VALUES ('optimize')");
        database_.run("INSERT INTO quote_search (quote_search) VALUES ('optimize')");
        database_.run(sqlite_indexes);
        database_.run(sqlite_views);
        database_.run("COMMIT");
    }

private:
    void labels() {
        Query kind(database_, "INSERT INTO kind VALUES (?, ?, ?)");
        for (const EntityTypeInfo& row : entity_types()) kind.insert(row.id, row.label_zh, row.label_en);
        Query predicate(database_, "INSERT INTO predicate VALUES (?, ?, ?, ?)");
        for (const PredicateInfo& row : predicates())
            predicate.insert(row.id, row.label_zh, row.label_en, row.symmetric);
    }

    void documents(bool texts) {
        Query document(database_, "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        Query author(database_, "INSERT INTO author VALUES (?, ?, ?)");
        std::int64_t row = 0;
        for (const Document& d : graph_.documents()) {
            document.insert(++row, d.id, d.name, d.title, d.date, d.place, d.source, d.sha256,
                            texts ? std::string_view(d.text) : std::string_view());
            std::int64_t position = 0;
            for (const std::string& name : d.authors) author.insert(row, ++position, name);
        }
    }

    void entities() {
        Query entity(database_, "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)");
        Query alias(database_, "INSERT INTO alias VALUES (?, ?)");
        Query search(database_, "INSERT INTO entity_search (rowid, name, aliases) VALUES (?, ?, ?)");
        std::string name, aliases;
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i) {
            const Entity& e = graph_.entity(i);
            entity.insert(i + 1, e.id, info(e.type).id, e.name, e.code, e.within);
            name.clear();
            aliases.clear();
            append_characters(name, e.name);
            for (const std::string& other : e.aliases) {
                alias.insert(i + 1, other);
                append_characters(aliases.append(wall).append(" "), other);
            }
            search.insert(i + 1, name, aliases);
        }
    }

    void quotes() {
        Query quote(database_, "INSERT INTO quote VALUES (?, ?, ?, ?, ?)");
        Query search(database_, "INSERT INTO quote_search (rowid, text) VALUES (?, ?)");
        std::int64_t row = 0;
        std::string text;
        for (const Quote& q : graph_.quotes()) {
            quote.insert(++row, q.document + 1, q.begin, q.end, q.text);
            text.clear();
            append_characters(text, q.text);
            search.insert(row, text);
        }
    }

    void facts() {
        Query row(database_, "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        Query evidence(database_, "INSERT INTO fact_evidence VALUES (?, ?, ?, ?, ?)");
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            const Fact& fact = graph_.fact(i);
            const Qualifiers& q = fact.qualifiers;
            const Evidence& best = surest(fact.evidence);
            std::optional<Decimal> amount;
            std::string unit;
            if (q.amount) {
                amount = q.amount->value;
                unit = q.amount->unit;
            }
            row.insert(i + 1, fact_id(graph_, fact), fact.subject + 1, info(fact.predicate).id, fact.object + 1,
                       id(q.status), q.time, amount, amount ? amount->to_string() : "", unit, q.count, q.title,
                       q.negated, best.confidence, best.rule);
            add(evidence, i, fact.evidence);
        }
    }

    void observations() {
        Query row(database_, "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        Query evidence(database_, "INSERT INTO observation_evidence VALUES (?, ?, ?, ?, ?)");
        ObservationIndex i = 0;
        for (const Observation& o : graph_.observations()) {
            const Quantity& q = o.quantity;
            const Evidence& best = surest(o.evidence);
            row.insert(i + 1, observation_id(graph_, o), o.subject + 1, o.indicator, q.value,
                       q.value ? q.value->to_string() : "", q.unit, id(q.bound), q.change, q.rank, q.scope,
                       id(o.qualifiers.status), o.qualifiers.time, best.confidence, best.rule);
            add(evidence, i++, o.evidence);
        }
    }

    static void add(Query& rows, std::uint32_t of, const std::vector<Evidence>& list) {
        std::int64_t position = 0;
        for (const Evidence& e : list) rows.insert(of + 1, ++position, e.quote + 1, e.rule, e.confidence);
    }

    const Graph& graph_;
    Database& database_;
};

}  // namespace

void write_sqlite(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    TemporaryFile file;
    try {
        Database database(file.path(), SQLITE_OPEN_READWRITE);
        file.hide();
        SqliteWriter(graph, database).write(options);
        database.close();
    } catch (const DatabaseError& error) {
        throw Error(
            fmt::format("cannot make the database in {}: {}; the variable TMPDIR names another folder for temporary "
                        "files",
                        file.path(), error.what()));
    }
    file.copy_to(out);
}

}  // namespace guanxi
