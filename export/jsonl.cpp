#include "export/jsonl.hpp"

#include <rapidjson/writer.h>

#include "export/output_buffer.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

class FactWriter {
public:
    FactWriter(const Graph& graph, std::ostream& out) : graph_(graph), buffer_(out), json_(buffer_) {}

    void fact(const Fact& fact) {
        const Qualifiers& q = fact.qualifiers;
        json_.Reset(buffer_);
        json_.StartObject();
        text("id", fact_id(graph_, fact));
        entity("subject", graph_.entity(fact.subject));
        text("predicate", info(fact.predicate).id);
        entity("object", graph_.entity(fact.object));
        text("status", id(q.status));
        text("time", q.time);
        if (q.amount) {
            key("amount");
            json_.StartObject();
            number("value", q.amount->value.to_string());
            text("unit", q.amount->unit);
            json_.EndObject();
        }
        if (q.count) number("count", std::to_string(*q.count));
        text("title", q.title);
        if (q.negated) {
            key("negated");
            json_.Bool(true);
        }
        sureness(surest(fact.evidence));
        key("evidence");
        json_.StartArray();
        for (const Evidence& e : fact.evidence) evidence(e);
        json_.EndArray();
        json_.EndObject();
        buffer_.Put('\n');
    }
    void finish() { buffer_.Flush(); }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void string(std::string_view value) { json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        string(value);
    }
    void number(std::string_view name, const std::string& digits) {
        key(name);
        json_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void entity(std::string_view role, const Entity& entity) {
        key(role);
        json_.StartObject();
        text("id", entity.id);
        text("kind", info(entity.type).id);
        text("name", entity.name);
        if (!entity.aliases.empty()) {
            key("alternateName");
            json_.StartArray();
            for (const std::string& alias : entity.aliases) string(alias);
            json_.EndArray();
        }
        text("code", entity.code);
        text("within", entity.within);
        json_.EndObject();
    }
    void sureness(const Evidence& evidence) {
        number("confidence", confidence_text(evidence.confidence));
        text("rule", evidence.rule);
    }
    void evidence(const Evidence& evidence) {
        const Quote& quote = graph_.quotes()[evidence.quote];
        const Document& document = graph_.documents()[quote.document];
        json_.StartObject();
        key("source");
        json_.StartObject();
        text("id", document.id);
        text("name", document.name);
        text("headline", document.title);
        text("datePublished", document.date);
        json_.EndObject();
        text("exact", quote.text);
        number("start", std::to_string(quote.begin));
        number("end", std::to_string(quote.end));
        sureness(evidence);
        json_.EndObject();
    }

    const Graph& graph_;
    OutputBuffer buffer_;
    rapidjson::Writer<OutputBuffer> json_;
};

}  // namespace

void write_jsonl(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    (void)options;
    FactWriter writer(graph, out);
    for (FactIndex i = 0; i < graph.fact_count(); ++i) writer.fact(graph.fact(i));
    writer.finish();
}

}  // namespace guanxi
