#include "export/elements.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <optional>

#include "export/triples.hpp"
#include "export/wording.hpp"

namespace guanxi {

namespace {

using enum ValueType;

// Both begin with what every element has; what its evidence says comes last.
constexpr std::array<ElementProperty, 24> node_table{{
    {"label", text},        {"element", text},        {"kind", text},         {"kind_label", text},
    {"aliases", list},      {"code", text},           {"within", text},       {"indicator", text},
    {"value", number},      {"unit", text},           {"bound", text},        {"change", flag},
    {"rank", integer},      {"scope", text},          {"status", text},       {"time", text},
    {"confidence", number}, {"rule", text},           {"sentence", text},     {"document", text},
    {"document_id", text},  {"quote_start", integer}, {"quote_end", integer}, {"more_evidence", list},
}};
constexpr std::array<ElementProperty, 20> edge_table{{
    {"label", text},        {"element", text},        {"predicate", text},    {"symmetric", flag},
    {"status", text},       {"time", text},           {"amount", number},     {"unit", text},
    {"count", integer},     {"title", text},          {"negated", flag},      {"evidence_count", integer},
    {"confidence", number}, {"rule", text},           {"sentence", text},     {"document", text},
    {"document_id", text},  {"quote_start", integer}, {"quote_end", integer}, {"more_evidence", list},
}};

// JSON in one line.
class JsonText {
public:
    void begin_list() { writer_.StartArray(); }
    void end_list() { writer_.EndArray(); }
    void begin_object() { writer_.StartObject(); }
    void end_object() { writer_.EndObject(); }
    void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void member(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        text(key);
        text(value);
    }
    void member(std::string_view key, std::int64_t value) {
        text(key);
        writer_.Int64(value);
    }
    void member(std::string_view key, const std::vector<std::string>& values) {
        if (values.empty()) return;
        text(key);
        texts(values);
    }
    void texts(const std::vector<std::string>& values) {
        begin_list();
        for (const std::string& value : values) text(value);
        end_list();
    }
    [[nodiscard]] std::string take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

std::string number_text(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
}

// Fills an element's values by name; a name must be one of the table's.
class Values {
public:
    Values(Element& element, std::span<const ElementProperty> table) : values_(element.values), table_(table) {
        values_.resize(table.size());
        for (std::string& value : values_) value.clear();
    }
    void set(std::string_view name, std::string_view value) { values_.at(place(name)).assign(value); }
    void set_flag(std::string_view name, bool value) { set(name, value ? "true" : "false"); }

private:
    [[nodiscard]] std::size_t place(std::string_view name) const {
        std::size_t i = 0;
        while (i < table_.size() && table_[i].name != name) ++i;
        return i;
    }
    std::vector<std::string>& values_;
    std::span<const ElementProperty> table_;
};

class ElementTeller {
public:
    ElementTeller(const Graph& graph, const WriteOptions& options, const std::function<void(const Element&)>& take)
        : graph_(graph), english_(options.language == "en"), take_(take) {}

    void entity(EntityIndex index) {
        const Entity& e = graph_.entity(index);
        const EntityTypeInfo& type = info(e.type);
        element_.id = e.id;
        element_.label = e.name;
        element_.kind = type.id;
        element_.time.clear();
        Values values(element_, node_table);
        values.set("element", "entity");
        values.set("kind_label", english_ ? type.label_en : type.label_zh);
        if (!e.aliases.empty()) {
            JsonText json;
            json.texts(e.aliases);
            values.set("aliases", json.take());
        }
        values.set("code", e.code);
        values.set("within", e.within);
        finish(values, "kind");
    }

    void observation(const Observation& o) {
        const Quantity& q = o.quantity;
        element_.id = observation_id(graph_, o);
        element_.label = o.indicator;
        if (q.value) element_.label.append(" ").append(wording(*q.value, q.unit));
        element_.kind = "Observation";
        element_.time = o.qualifiers.time;
        Values values(element_, node_table);
        values.set("element", "observation");
        values.set("kind_label", english_ ? "quantity" : "数量");
        values.set("indicator", o.indicator);
        if (q.value) values.set("value", q.value->to_string());
        values.set("unit", q.unit);
        values.set("bound", id(q.bound));
        values.set_flag("change", q.change);
        values.set("rank", number_text(q.rank));
        values.set("scope", q.scope);
        values.set("status", id(o.qualifiers.status));
        evidence(values, o.evidence);
        finish(values, "kind");
    }

    void fact(const Fact& fact) {
        const PredicateInfo& predicate = info(fact.predicate);
        const Qualifiers& q = fact.qualifiers;
        element_.id = fact_id(graph_, fact);
        element_.source = graph_.entity(fact.subject).id;
        element_.target = graph_.entity(fact.object).id;
        element_.label = english_ ? predicate.label_en : predicate.label_zh;
        if (q.negated) element_.label.insert(0, english_ ? "not " : "未");
        element_.kind = predicate.id;
        element_.time = q.time;
        Values values(element_, edge_table);
        values.set("element", "fact");
        values.set_flag("symmetric", predicate.symmetric);
        values.set("status", id(q.status));
        if (q.amount) {
            values.set("amount", q.amount->value.to_string());
            values.set("unit", q.amount->unit);
        }
        values.set("count", number_text(q.count));
        values.set("title", q.title);
        values.set_flag("negated", q.negated);
        values.set("evidence_count", std::to_string(fact.evidence.size()));
        evidence(values, fact.evidence);
        finish(values, "predicate");
    }

    void observed(const Observation& o) {
        element_.target = observation_id(graph_, o);
        element_.source = graph_.entity(o.subject).id;
        element_.id = "o" + element_.target;
        element_.label = english_ ? "quantity" : "数量";
        element_.kind = "observed";
        element_.time = o.qualifiers.time;
        Values values(element_, edge_table);
        values.set("element", "observation");
        values.set_flag("symmetric", false);
        values.set("status", id(o.qualifiers.status));
        values.set_flag("negated", false);
        finish(values, "predicate");
    }

private:
    void finish(Values& values, std::string_view kind) {
        values.set("label", element_.label);
        values.set(kind, element_.kind);
        values.set("time", element_.time);
        take_(element_);
    }

    // The surest quote as properties of their own, the others as JSON.
    void evidence(Values& values, const std::vector<Evidence>& list) {
        const Evidence& best = surest(list);
        const Quote& quote = graph_.quotes()[best.quote];
        values.set("confidence", confidence_text(best.confidence));
        values.set("rule", best.rule);
        values.set("sentence", quote.text);
        values.set("document", graph_.documents()[quote.document].name);
        values.set("document_id", graph_.documents()[quote.document].id);
        values.set("quote_start", std::to_string(quote.begin));
        values.set("quote_end", std::to_string(quote.end));
        if (list.size() == 1) return;
        JsonText json;
        json.begin_list();
        for (const Evidence& e : list) {
            if (&e == &best) continue;
            const Quote& q = graph_.quotes()[e.quote];
            json.begin_object();
            json.member("source", graph_.documents()[q.document].id);
            json.member("exact", q.text);
            json.member("start", static_cast<std::int64_t>(q.begin));
            json.member("end", static_cast<std::int64_t>(q.end));
            json.member("rule", e.rule);
            json.member("confidence", confidence_text(e.confidence));
            json.end_object();
        }
        json.end_list();
        values.set("more_evidence", json.take());
    }

    const Graph& graph_;
    bool english_;
    const std::function<void(const Element&)>& take_;
    Element element_;
};

}  // namespace

std::span<const ElementProperty> node_properties() {
    return node_table;
}
std::span<const ElementProperty> edge_properties() {
    return edge_table;
}

void for_each_node(const Graph& graph, const WriteOptions& options, const std::function<void(const Element&)>& take) {
    ElementTeller teller(graph, options, take);
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) teller.entity(i);
    for (const Observation& o : graph.observations()) teller.observation(o);
}

void for_each_edge(const Graph& graph, const WriteOptions& options, const std::function<void(const Element&)>& take) {
    ElementTeller teller(graph, options, take);
    for (FactIndex i = 0; i < graph.fact_count(); ++i) teller.fact(graph.fact(i));
    for (const Observation& o : graph.observations()) teller.observed(o);
}

std::string documents_as_json(const Graph& graph) {
    JsonText json;
    json.begin_list();
    for (const Document& d : graph.documents()) {
        json.begin_object();
        json.member("id", d.id);
        json.member("name", d.name);
        json.member("headline", d.title);
        json.member("datePublished", d.date);
        json.member("place", d.place);
        json.member("publisher", d.source);
        json.member("author", d.authors);
        json.member("sha256", d.sha256);
        json.end_object();
    }
    json.end_list();
    return json.take();
}

std::string title_of(const Graph& graph, const WriteOptions& options) {
    if (!options.title.empty()) return options.title;
    if (graph.documents().empty()) return {};
    const Document& first = graph.documents().front();
    std::string title = first.title.empty() ? first.name : first.title;
    const std::size_t more = graph.documents().size() - 1;
    if (more == 0) return title;
    if (options.language == "en") return title + " and " + std::to_string(more) + " more";
    return title + " 等" + std::to_string(more + 1) + "份文件";
}

}  // namespace guanxi
