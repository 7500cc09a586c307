#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "export/jsonld.hpp"
#include "export/jsonld_context.hpp"
#include "export/output_buffer.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

class JsonldWriter {
public:
    JsonldWriter(const Graph& graph, std::ostream& out) : graph_(graph), buffer_(out), json_(buffer_) {
        json_.SetIndent(' ', 1);
        json_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    }

    void write(const WriteOptions& options) {
        const std::string context = jsonld_context(options.base_iri);
        json_.StartObject();
        key("@context");
        json_.RawValue(context.data(), context.size(), rapidjson::kObjectType);
        key("@graph");
        json_.StartArray();
        for (const Document& d : graph_.documents()) document(d, options.texts);
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i) entity(i);
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) statement(graph_.fact(i));
        for (const Observation& o : graph_.observations()) observation(o);
        json_.EndArray();
        json_.EndObject();
        buffer_.Put('\n');
        buffer_.Flush();
    }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void reference(std::string_view id) {
        scratch_.assign(id_prefix).append(id);
        string(scratch_);
    }

    void property(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        key(name);
        string(text);
    }
    void link(std::string_view name, std::string_view id) {
        key(name);
        reference(id);
    }
    void number(std::string_view name, const std::optional<std::int64_t>& value) {
        if (!value) return;
        key(name);
        json_.Int64(*value);
    }
    void flag(std::string_view name, bool value) {
        if (!value) return;
        key(name);
        json_.Bool(true);
    }
    void list(std::string_view name, const std::vector<std::string>& texts) {
        if (texts.empty()) return;
        key(name);
        json_.StartArray();
        for (const std::string& text : texts) string(text);
        json_.EndArray();
    }
    void begin(std::string_view id, std::string_view type) {
        json_.StartObject();
        link("@id", id);
        property("@type", type);
    }

    void document(const Document& d, bool text) {
        begin(d.id, "Document");
        property("name", d.name);
        property("headline", d.title);
        property("datePublished", d.date);
        property("place", d.place);
        property("publisher", d.source);
        list("author", d.authors);
        property("sha256", d.sha256);
        if (text) property("text", d.text);
        json_.EndObject();
    }

    void entity(EntityIndex index) {
        const Entity& e = graph_.entity(index);
        begin(e.id, info(e.type).id);
        property("name", e.name);
        list("alternateName", e.aliases);
        property("code", e.code);
        property("within", e.within);
        direct_properties(index);
        json_.EndObject();
    }

    // An edge for each fact that is not negated, for those who do not look at statements.
    void direct_properties(EntityIndex index) {
        std::vector<std::pair<Predicate, EntityIndex>> edges;
        for (const FactIndex f : graph_.facts_of(index)) {
            const Fact& fact = graph_.fact(f);
            if (fact.subject == index && !fact.qualifiers.negated) edges.emplace_back(fact.predicate, fact.object);
        }
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        for (std::size_t i = 0; i < edges.size();) {
            const Predicate predicate = edges[i].first;
            key(info(predicate).id);
            json_.StartArray();
            for (; i < edges.size() && edges[i].first == predicate; ++i) reference(graph_.entity(edges[i].second).id);
            json_.EndArray();
        }
    }

    void statement(const Fact& fact) {
        const Qualifiers& q = fact.qualifiers;
        begin(fact_id(graph_, fact), "Statement");
        link("subject", graph_.entity(fact.subject).id);
        property("predicate", info(fact.predicate).id);
        link("object", graph_.entity(fact.object).id);
        property("status", id(q.status));
        property("time", q.time);
        if (q.amount) {
            key("amount");
            json_.StartObject();
            property("value", q.amount->value.to_string());
            property("unit", q.amount->unit);
            json_.EndObject();
        }
        number("count", q.count);
        property("title", q.title);
        flag("negated", q.negated);
        evidence(fact.evidence);
        json_.EndObject();
    }

    void observation(const Observation& o) {
        begin(observation_id(graph_, o), "Observation");
        link("subject", graph_.entity(o.subject).id);
        property("indicator", o.indicator);
        if (o.quantity.value) property("value", o.quantity.value->to_string());
        property("unit", o.quantity.unit);
        property("bound", id(o.quantity.bound));
        flag("change", o.quantity.change);
        number("rank", o.quantity.rank);
        property("scope", o.quantity.scope);
        property("status", id(o.qualifiers.status));
        property("time", o.qualifiers.time);
        evidence(o.evidence);
        json_.EndObject();
    }

    // The node itself says how sure the surest evidence is; each quote says which rule read it.
    void evidence(const std::vector<Evidence>& list) {
        const Evidence& best = surest(list);
        property("confidence", confidence_text(best.confidence));
        property("rule", best.rule);
        key("evidence");
        json_.StartArray();
        for (const Evidence& e : list) {
            const Quote& quote = graph_.quotes()[e.quote];
            json_.StartObject();
            property("@type", "TextQuote");
            link("source", graph_.documents()[quote.document].id);
            property("exact", quote.text);
            number("start", quote.begin);
            number("end", quote.end);
            property("rule", e.rule);
            property("confidence", confidence_text(e.confidence));
            json_.EndObject();
        }
        json_.EndArray();
    }

    const Graph& graph_;
    OutputBuffer buffer_;
    rapidjson::PrettyWriter<OutputBuffer> json_;
    std::string scratch_;
};

}  // namespace

void write_jsonld(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    JsonldWriter(graph, out).write(options);
}

}  // namespace guanxi
