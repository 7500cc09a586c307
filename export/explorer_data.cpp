#include "export/explorer_data.hpp"

#include <rapidjson/writer.h>

#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/explorer_groups.hpp"
#include "export/explorer_layout.hpp"

namespace guanxi {

namespace {

// A stream for RapidJSON on which `<`, which JSON has in texts alone, is written as an escape.
class Embedded {
public:
    using Ch = char;
    explicit Embedded(OutputBuffer& out) : out_(out) {}
    void Put(char c) {
        if (c == '<') {
            out_.put("\\u003c");
        } else {
            out_.Put(c);
        }
    }
    void Flush() {}

private:
    OutputBuffer& out_;
};

// Texts that repeat, each once.
class TextTable {
public:
    std::uint32_t index(const std::string& text) {
        const auto [at, added] = indices_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
        if (added) texts_.push_back(text);
        return at->second;
    }
    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

private:
    std::unordered_map<std::string, std::uint32_t> indices_;
    std::vector<std::string> texts_;
};

class DataWriter {
public:
    DataWriter(const Graph& graph, OutputBuffer& out, const WriteOptions& options)
        : graph_(graph), options_(options), stream_(out), json_(stream_) {}

    void write() {
        json_.StartObject();
        member("version", 1);
        member("language", options_.language);
        member("title", options_.title);
        member("note", options_.note);
        vocabulary();
        documents();
        quotes();
        entities();
        groups();
        facts();
        observations();
        column("rules", rules_.texts());
        column("times", times_.texts());
        json_.EndObject();
    }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void put(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(std::int64_t number) { json_.Int64(number); }
    void put(std::uint32_t number) { json_.Uint(number); }
    void put(int number) { json_.Int(number); }
    template <typename Value>
    void put(const std::vector<Value>& list) {
        json_.StartArray();
        for (const Value& value : list) put(value);
        json_.EndArray();
    }
    template <typename Value>
    void member(std::string_view name, const Value& value) {
        key(name);
        put(value);
    }
    template <typename Value>
    void column(std::string_view name, const std::vector<Value>& values) {
        member(name, values);
    }
    template <typename Rows, typename Value>
    void column(std::string_view name, const Rows& rows, Value value_of) {
        key(name);
        json_.StartArray();
        for (const auto& row : rows) put(value_of(row));
        json_.EndArray();
    }
    // Row and values of those rows that have any.
    template <typename Rows, typename Has, typename Put>
    void sparse(std::string_view name, const Rows& rows, Has has, Put put_values) {
        key(name);
        json_.StartArray();
        std::uint32_t i = 0;
        for (const auto& row : rows) {
            if (has(row)) {
                json_.StartArray();
                put(i);
                put_values(row);
                json_.EndArray();
            }
            ++i;
        }
        json_.EndArray();
    }

    void vocabulary() {
        key("kinds");
        json_.StartArray();
        for (const EntityTypeInfo& row : entity_types()) {
            put(std::vector{std::string(row.id), std::string(row.label_zh), std::string(row.label_en)});
        }
        json_.EndArray();
        key("relations");
        json_.StartArray();
        for (const PredicateInfo& row : predicates()) {
            put(std::vector{std::string(row.id), std::string(row.label_zh), std::string(row.label_en),
                            std::string(row.symmetric ? "symmetric" : "")});
        }
        json_.EndArray();
    }

    void documents() {
        key("documents");
        json_.StartArray();
        for (const Document& d : graph_.documents()) {
            json_.StartObject();
            member("name", d.name);
            member("title", d.title);
            member("date", d.date);
            member("place", d.place);
            member("source", d.source);
            member("authors", d.authors);
            member("text", options_.texts ? d.text : std::string());
            json_.EndObject();
        }
        json_.EndArray();
    }

    // A quote's words are written where its document's text does not have them.
    void quotes() {
        const auto& rows = graph_.quotes();
        key("quotes");
        json_.StartObject();
        column("document", rows, [](const Quote& q) { return q.document; });
        column("begin", rows, [](const Quote& q) { return q.begin; });
        column("end", rows, [](const Quote& q) { return q.end; });
        sparse(
            "text", rows,
            [&](const Quote& q) { return !options_.texts || graph_.documents()[q.document].text.empty(); },
            [&](const Quote& q) { put(q.text); });
        json_.EndObject();
    }

    void entities() {
        std::vector<const Entity*> rows;
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i) rows.push_back(&graph_.entity(i));
        key("entities");
        json_.StartObject();
        column("id", rows, [](const Entity* e) { return e->id; });
        column("name", rows, [](const Entity* e) { return e->name; });
        column("kind", rows, [](const Entity* e) { return static_cast<std::uint32_t>(e->type); });
        sparse(
            "aliases", rows, [](const Entity* e) { return !e->aliases.empty(); },
            [&](const Entity* e) { put(e->aliases); });
        sparse(
            "code", rows, [](const Entity* e) { return !e->code.empty(); }, [&](const Entity* e) { put(e->code); });
        sparse(
            "within", rows, [](const Entity* e) { return !e->within.empty(); },
            [&](const Entity* e) { put(e->within); });
        json_.EndObject();
    }

    void groups() {
        const ExplorerGroups grouped = group_for_explorer(graph_);
        const ExplorerLayout layout = lay_out_explorer(graph_, grouped);
        std::vector<std::int64_t> parent(grouped.groups.size(), -1);
        std::vector<std::uint32_t> home(graph_.entity_count());
        for (std::uint32_t i = 0; i < grouped.groups.size(); ++i) {
            for (const std::uint32_t inner : grouped.groups[i].groups) parent[inner] = i;
            for (const EntityIndex e : grouped.groups[i].members) home[e] = i;
        }
        const auto whole = [](double number) { return static_cast<std::int64_t>(std::lround(number)); };
        key("map");
        json_.StartObject();
        column("parent", parent);
        column("what", grouped.groups, [](const ExplorerGroup& g) { return static_cast<std::uint32_t>(g.what); });
        column("of", grouped.groups, [](const ExplorerGroup& g) { return g.of; });
        column("x", layout.groups, [&](const Disc& d) { return whole(d.x); });
        column("y", layout.groups, [&](const Disc& d) { return whole(d.y); });
        column("r", layout.groups, [&](const Disc& d) { return whole(d.r); });
        column("home", home);
        column("entityX", layout.entities, [&](const Disc& d) { return whole(d.x); });
        column("entityY", layout.entities, [&](const Disc& d) { return whole(d.y); });
        column("entityR", layout.entities, [&](const Disc& d) { return whole(d.r); });
        json_.EndObject();
    }

    // Three numbers each: quote, rule, confidence in hundredths.
    std::vector<std::uint32_t> evidence(const std::vector<Evidence>& list) {
        std::vector<std::uint32_t> numbers;
        for (const Evidence& e : list) {
            numbers.push_back(e.quote);
            numbers.push_back(rules_.index(e.rule));
            numbers.push_back(static_cast<std::uint32_t>(std::lround(e.confidence * 100)));
        }
        return numbers;
    }

    template <typename Row>
    void qualifiers(const std::vector<const Row*>& rows) {
        column("status", rows, [](const Row* r) { return static_cast<std::uint32_t>(r->qualifiers.status); });
        column("time", rows, [&](const Row* r) { return times_.index(r->qualifiers.time); });
        column("evidence", rows, [&](const Row* r) { return evidence(r->evidence); });
    }

    void facts() {
        std::vector<const Fact*> rows;
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) rows.push_back(&graph_.fact(i));
        key("facts");
        json_.StartObject();
        column("subject", rows, [](const Fact* f) { return f->subject; });
        column("relation", rows, [](const Fact* f) { return static_cast<std::uint32_t>(f->predicate); });
        column("object", rows, [](const Fact* f) { return f->object; });
        qualifiers(rows);
        sparse(
            "amount", rows, [](const Fact* f) { return f->qualifiers.amount.has_value(); },
            [&](const Fact* f) {
                put(f->qualifiers.amount->value.to_string());
                put(f->qualifiers.amount->unit);
            });
        sparse(
            "count", rows, [](const Fact* f) { return f->qualifiers.count.has_value(); },
            [&](const Fact* f) { put(*f->qualifiers.count); });
        sparse(
            "title", rows, [](const Fact* f) { return !f->qualifiers.title.empty(); },
            [&](const Fact* f) { put(f->qualifiers.title); });
        sparse(
            "negated", rows, [](const Fact* f) { return f->qualifiers.negated; }, [](const Fact* /*f*/) {});
        json_.EndObject();
    }

    void observations() {
        std::vector<const Observation*> rows;
        for (const Observation& o : graph_.observations()) rows.push_back(&o);
        key("figures");
        json_.StartObject();
        column("subject", rows, [](const Observation* o) { return o->subject; });
        column("indicator", rows, [](const Observation* o) { return o->indicator; });
        column("value", rows,
               [](const Observation* o) { return o->quantity.value ? o->quantity.value->to_string() : std::string(); });
        column("unit", rows, [](const Observation* o) { return o->quantity.unit; });
        column("bound", rows, [](const Observation* o) { return static_cast<std::uint32_t>(o->quantity.bound); });
        qualifiers(rows);
        sparse(
            "change", rows, [](const Observation* o) { return o->quantity.change; }, [](const Observation* /*o*/) {});
        sparse(
            "rank", rows, [](const Observation* o) { return o->quantity.rank.has_value(); },
            [&](const Observation* o) { put(*o->quantity.rank); });
        sparse(
            "scope", rows, [](const Observation* o) { return !o->quantity.scope.empty(); },
            [&](const Observation* o) { put(o->quantity.scope); });
        json_.EndObject();
    }

    const Graph& graph_;
    const WriteOptions& options_;
    Embedded stream_;
    rapidjson::Writer<Embedded> json_;
    TextTable rules_;
    TextTable times_;
};

}  // namespace

void write_explorer_data(const Graph& graph, OutputBuffer& out, const WriteOptions& options) {
    DataWriter(graph, out, options).write();
}

}  // namespace guanxi
