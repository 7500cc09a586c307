#include "export/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

using enum CellKind;

constexpr std::array documents{
    Column{"id"},        Column{"name"},          Column{"headline"}, Column{"datePublished"}, Column{"place"},
    Column{"publisher"}, Column{"author", texts}, Column{"sha256"},   Column{"text"},
};
constexpr std::array entities{
    Column{"id"},   Column{"kind", label}, Column{"name"}, Column{"alternateName", texts},
    Column{"code"}, Column{"within"},
};
constexpr std::array facts{
    Column{"id"},
    Column{"predicate"},
    Column{"status"},
    Column{"time"},
    Column{"amount", number},
    Column{"amountExact", exact},
    Column{"unit"},
    Column{"count", integer},
    Column{"title"},
    Column{"negated", truth},
    Column{"confidence", number},
    Column{"rule"},
    Column{"quote"},
    Column{"document"},
    Column{"charStart", integer},
    Column{"charEnd", integer},
};
constexpr std::array observations{
    Column{"id"},    Column{"indicator"}, Column{"value", number}, Column{"valueExact", exact},
    Column{"unit"},  Column{"bound"},     Column{"change", truth}, Column{"rank", integer},
    Column{"scope"}, Column{"status"},    Column{"time"},          Column{"confidence", number},
    Column{"rule"},
};
constexpr std::array quotes{
    Column{"id"},
    Column{"statement"},
    Column{"source"},
    Column{"charStart", integer},
    Column{"charEnd", integer},
    Column{"rule"},
    Column{"confidence", number},
    Column{"exact"},
};

using TakeRow = std::function<void(TableRows::Row)>;
using TakeLink = std::function<void(std::string_view from, std::string_view to)>;

void tell_documents(const Graph& graph, TableRows& rows, const TakeRow& take) {
    for (const Document& document : graph.documents()) take(rows.document(document));
}

void tell_entities(const Graph& graph, TableRows& rows, const TakeRow& take) {
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) take(rows.entity(graph.entity(i)));
}

void tell_observations(const Graph& graph, TableRows& rows, const TakeRow& take) {
    for (const Observation& observation : graph.observations()) take(rows.observation(observation));
}

void tell_evidence(const std::string& statement, const std::vector<Evidence>& all, TableRows& rows,
                   const TakeRow& take) {
    for (std::size_t i = 0; i < all.size(); ++i) take(rows.evidence(statement, all, i));
}

void tell_evidence_of_observations(const Graph& graph, TableRows& rows, const TakeRow& take) {
    for (const Observation& o : graph.observations()) tell_evidence(observation_id(graph, o), o.evidence, rows, take);
}

void tell_all_evidence(const Graph& graph, TableRows& rows, const TakeRow& take) {
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        tell_evidence(fact_id(graph, fact), fact.evidence, rows, take);
    }
    tell_evidence_of_observations(graph, rows, take);
}

void tell_subjects(const Graph& graph, TableRows& rows, const TakeLink& take) {
    (void)rows;
    for (const Observation& o : graph.observations()) take(observation_id(graph, o), graph.entity(o.subject).id);
}

void tell_links_to_evidence(const Graph& graph, TableRows& rows, const TakeLink& take) {
    tell_evidence_of_observations(graph, rows, [&](TableRows::Row row) { take(row[1].text, row[0].text); });
}

void tell_sources(const Graph& graph, TableRows& rows, const TakeLink& take) {
    tell_all_evidence(graph, rows, [&](TableRows::Row row) { take(row[0].text, row[2].text); });
}

constexpr std::array<NodeTable, 4> nodes{{
    {"Document", "documents", documents, tell_documents},
    {"Entity", "entities", entities, tell_entities},
    {"Observation", "observations", observations, tell_observations},
    {"TextQuote", "evidence", quotes, tell_all_evidence},
}};

constexpr std::array<LinkTable, 3> links{{
    {"subject", "Observation", "Entity", "observation_subject", tell_subjects},
    {"evidence", "Observation", "TextQuote", "observation_evidence", tell_links_to_evidence},
    {"source", "TextQuote", "Document", "evidence_source", tell_sources},
}};

// A double keeps 15 significant digits of any number.
bool fits_double(std::string_view decimal) {
    std::string digits;
    for (const char c : decimal) {
        if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
    }
    if (decimal.find('.') == std::string_view::npos) digits.erase(digits.find_last_not_of('0') + 1);
    return digits.size() <= 15;
}

}  // namespace

std::span<const Column> fact_columns() {
    return facts;
}

std::span<const Column> observation_columns() {
    return observations;
}

std::span<const NodeTable> node_tables() {
    return nodes;
}

std::span<const LinkTable> link_tables() {
    return links;
}

void TableRows::text(std::string_view value) {
    Cell& cell = next();
    cell.text.assign(value);
    cell.list = {};
}

void TableRows::list(const std::vector<std::string>& values) {
    Cell& cell = next();
    cell.text.clear();
    cell.list = values;
}

void TableRows::decimal(const std::optional<Decimal>& value) {
    text(value ? value->to_string() : std::string());
}

void TableRows::exact(const std::optional<Decimal>& value) {
    const std::string written = value ? value->to_string() : std::string();
    text(fits_double(written) ? std::string_view() : written);
}

void TableRows::integer(const std::optional<std::int64_t>& value) {
    text(value ? std::to_string(*value) : std::string());
}

void TableRows::truth(bool value) {
    text(value ? "true" : "");
}

void TableRows::surest_of(const std::vector<Evidence>& evidence) {
    const Evidence& best = surest(evidence);
    text(confidence_text(best.confidence));
    text(best.rule);
}

TableRows::Row TableRows::document(const Document& document) {
    begin();
    text(document.id);
    text(document.name);
    text(document.title);
    text(document.date);
    text(document.place);
    text(document.source);
    list(document.authors);
    text(document.sha256);
    text(texts_ ? std::string_view(document.text) : std::string_view());
    return end();
}

TableRows::Row TableRows::entity(const Entity& entity) {
    begin();
    text(entity.id);
    text(info(entity.type).id);
    text(entity.name);
    list(entity.aliases);
    text(entity.code);
    text(entity.within);
    return end();
}

TableRows::Row TableRows::fact(const Fact& fact) {
    begin();
    const Qualifiers& q = fact.qualifiers;
    const std::optional<Decimal> amount = q.amount ? std::optional(q.amount->value) : std::nullopt;
    const Quote& quote = graph_.quotes()[surest(fact.evidence).quote];
    text(fact_id(graph_, fact));
    text(info(fact.predicate).id);
    text(guanxi::id(q.status));
    text(q.time);
    decimal(amount);
    exact(amount);
    text(q.amount ? std::string_view(q.amount->unit) : std::string_view());
    integer(q.count);
    text(q.title);
    truth(q.negated);
    surest_of(fact.evidence);
    text(quote.text);
    text(graph_.documents()[quote.document].id);
    integer(quote.begin);
    integer(quote.end);
    return end();
}

TableRows::Row TableRows::observation(const Observation& observation) {
    begin();
    const Quantity& quantity = observation.quantity;
    text(observation_id(graph_, observation));
    text(observation.indicator);
    decimal(quantity.value);
    exact(quantity.value);
    text(quantity.unit);
    text(guanxi::id(quantity.bound));
    truth(quantity.change);
    integer(quantity.rank);
    text(quantity.scope);
    text(guanxi::id(observation.qualifiers.status));
    text(observation.qualifiers.time);
    surest_of(observation.evidence);
    return end();
}

TableRows::Row TableRows::evidence(std::string_view statement, std::span<const Evidence> all, std::size_t index) {
    begin();
    const Evidence& evidence = all[index];
    const Quote& quote = graph_.quotes()[evidence.quote];
    const std::string& document = graph_.documents()[quote.document].id;
    // Two rules may have read the same sentence.
    const auto before = std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(index),
                                      [&](const Evidence& other) { return other.quote == evidence.quote; });
    std::string id = fmt::format("{}-{}-{}-{}", statement, document, quote.begin, quote.end);
    if (before > 0) id += fmt::format("-{}", before);
    text(id);
    text(statement);
    text(document);
    integer(quote.begin);
    integer(quote.end);
    text(evidence.rule);
    text(confidence_text(evidence.confidence));
    text(quote.text);
    return end();
}

std::string_view edge_type(const Fact& fact) {
    return fact.qualifiers.negated ? denied : info(fact.predicate).id;
}

char32_t list_separator(const Graph& graph) {
    std::vector<bool> used(0x10000);
    const auto mark = [&](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            for (std::size_t i = 0; i < text.size();) {
                const CodePoint c = decode(text, i);
                if (c.value < used.size()) used[c.value] = true;
                i += c.size;
            }
        }
    };
    for (const Document& document : graph.documents()) mark(document.authors);
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) mark(graph.entity(i).aliases);
    for (const char32_t separator : {U';', U'|', U'\x1f'}) {
        if (!used[separator]) return separator;
    }
    for (char32_t separator = 0xE000; separator < 0xF900; ++separator) {  // for private use
        if (!used[separator]) return separator;
    }
    throw Error("no character is left to part other names: the names use all of them");
}

}  // namespace guanxi
