#include "export/triples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "export/jsonld_context.hpp"

namespace guanxi {

namespace {

constexpr std::array<RdfPrefix, 6> prefix_table{{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"schema", "https://schema.org/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"gx", vocabulary_iri},
}};

constexpr std::string_view decimal = "xsd:decimal";
constexpr std::string_view integer = "xsd:integer";

class Teller {
public:
    Teller(const Graph& graph, const std::function<void(const Triple&)>& take) : graph_(graph), take_(take) {}

    void document(const Document& d, bool text) {
        begin(d.id, "schema:DigitalDocument");
        literal("schema:name", d.name);
        literal("schema:headline", d.title);
        literal("schema:datePublished", d.date);
        literal("gx:place", d.place);
        literal("schema:publisher", d.source);
        for (const std::string& author : d.authors) tell("schema:author", {RdfTerm::Kind::literal, author, {}});
        literal("schema:sha256", d.sha256);
        if (text) literal("schema:text", d.text);
    }

    void entity(EntityIndex index) {
        const Entity& e = graph_.entity(index);
        begin(e.id, class_iri(e.type));
        literal("schema:name", e.name);
        for (const std::string& alias : e.aliases) tell("schema:alternateName", {RdfTerm::Kind::literal, alias, {}});
        literal("gx:code", e.code);
        literal("gx:within", e.within);
        edges(index);
    }

    void statement(const Fact& fact) {
        said_by_ = documents_of(fact.evidence);
        const Qualifiers& q = fact.qualifiers;
        const std::string id_of_fact = fact_id(graph_, fact);
        begin(id_of_fact, "rdf:Statement");
        node("rdf:subject", graph_.entity(fact.subject).id);
        name("rdf:predicate", own(info(fact.predicate).id));
        node("rdf:object", graph_.entity(fact.object).id);
        status_and_time(q);
        if (q.amount) {
            begin_blank("gx:amount", id_of_fact + "a");
            literal("schema:value", q.amount->value.to_string(), decimal);
            literal("schema:unitText", q.amount->unit);
            end_blank();
        }
        number("gx:count", q.count);
        literal("gx:title", q.title);
        if (q.negated) literal("gx:negated", "true", "xsd:boolean");
        evidence(id_of_fact, fact.evidence);
        said_by_.clear();
    }

    void observation(const Observation& o) {
        said_by_ = documents_of(o.evidence);
        const std::string id_of_observation = observation_id(graph_, o);
        begin(id_of_observation, "schema:Observation");
        node("schema:observationAbout", graph_.entity(o.subject).id);
        literal("gx:indicator", o.indicator);
        if (o.quantity.value) literal("schema:value", o.quantity.value->to_string(), decimal);
        literal("schema:unitText", o.quantity.unit);
        if (o.quantity.bound != Bound::none) name("gx:bound", own(id(o.quantity.bound)));
        if (o.quantity.change) literal("gx:change", "true", "xsd:boolean");
        number("gx:rank", o.quantity.rank);
        literal("gx:scope", o.quantity.scope);
        status_and_time(o.qualifiers);
        evidence(id_of_observation, o.evidence);
        said_by_.clear();
    }

private:
    static std::string own(std::string_view term) { return std::string("gx:").append(term); }

    void tell(std::string_view predicate, const RdfTerm& object) { take_({subject_, predicate, object, said_by_}); }
    void literal(std::string_view predicate, std::string_view text, std::string_view datatype = {}) {
        if (!text.empty()) tell(predicate, {RdfTerm::Kind::literal, text, datatype});
    }
    void number(std::string_view predicate, const std::optional<std::int64_t>& value) {
        if (value) literal(predicate, std::to_string(*value), integer);
    }
    void name(std::string_view predicate, std::string_view object) {
        tell(predicate, {RdfTerm::Kind::name, object, {}});
    }
    void node(std::string_view predicate, std::string_view id_of_node) {
        object_.assign(id_prefix).append(id_of_node);
        name(predicate, object_);
    }
    void begin(std::string_view id_of_node, std::string_view type) {
        own_subject_.assign(id_prefix).append(id_of_node);
        subject_ = {RdfTerm::Kind::name, own_subject_, {}};
        name("rdf:type", type);
    }
    void begin_blank(std::string_view predicate, const std::string& label) {
        blank_ = label;
        const RdfTerm blank{RdfTerm::Kind::blank, blank_, {}};
        tell(predicate, blank);
        subject_ = blank;
    }
    void end_blank() { subject_ = {RdfTerm::Kind::name, own_subject_, {}}; }

    void status_and_time(const Qualifiers& q) {
        if (q.status != Status::none) name("gx:status", own(id(q.status)));
        literal("gx:time", q.time);
    }

    // One triple for all facts that differ in their qualifiers alone, said by all who say one of them.
    void edges(EntityIndex index) {
        using Edge = std::tuple<Predicate, EntityIndex, DocumentIndex>;
        std::vector<Edge> list;
        for (const FactIndex f : graph_.facts_of(index)) {
            const Fact& fact = graph_.fact(f);
            if (fact.subject != index || fact.qualifiers.negated) continue;
            for (const DocumentIndex d : documents_of(fact.evidence)) list.emplace_back(fact.predicate, fact.object, d);
        }
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        for (std::size_t i = 0; i < list.size();) {
            const auto [predicate, object, first] = list[i];
            said_by_.clear();
            for (; i < list.size() && std::get<0>(list[i]) == predicate && std::get<1>(list[i]) == object; ++i) {
                said_by_.push_back(std::get<2>(list[i]));
            }
            node(own(info(predicate).id), graph_.entity(object).id);
        }
        said_by_.clear();
    }

    [[nodiscard]] std::vector<DocumentIndex> documents_of(const std::vector<Evidence>& list) const {
        std::vector<DocumentIndex> documents;
        documents.reserve(list.size());
        for (const Evidence& e : list) documents.push_back(graph_.quotes()[e.quote].document);
        std::sort(documents.begin(), documents.end());
        documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
        return documents;
    }

    // A quote is said by its own document alone.
    void evidence(const std::string& id_of_node, const std::vector<Evidence>& list) {
        const Evidence& best = surest(list);
        literal("gx:confidence", confidence_text(best.confidence), decimal);
        literal("gx:rule", best.rule);
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Quote& quote = graph_.quotes()[list[i].quote];
            said_by_.assign(1, quote.document);
            begin_blank("prov:wasDerivedFrom", id_of_node + "e" + std::to_string(i));
            name("rdf:type", "gx:TextQuote");
            node("oa:hasSource", graph_.documents()[quote.document].id);
            literal("oa:exact", quote.text);
            literal("oa:start", std::to_string(quote.begin), integer);
            literal("oa:end", std::to_string(quote.end), integer);
            literal("gx:rule", list[i].rule);
            literal("gx:confidence", confidence_text(list[i].confidence), decimal);
            end_blank();
        }
    }

    const Graph& graph_;
    const std::function<void(const Triple&)>& take_;
    RdfTerm subject_;
    std::string own_subject_, object_, blank_;
    std::vector<DocumentIndex> said_by_;
};

}  // namespace

std::span<const RdfPrefix> rdf_prefixes() {
    return prefix_table;
}

std::string confidence_text(double confidence) {
    return Decimal(std::llround(confidence * 100), 2).to_string();
}

const Evidence& surest(const std::vector<Evidence>& evidence) {
    return *std::max_element(evidence.begin(), evidence.end(),
                             [](const Evidence& a, const Evidence& b) { return a.confidence < b.confidence; });
}

void for_each_triple(const Graph& graph, const WriteOptions& options, const std::function<void(const Triple&)>& take) {
    Teller teller(graph, take);
    for (const Document& d : graph.documents()) teller.document(d, options.texts);
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) teller.entity(i);
    for (FactIndex i = 0; i < graph.fact_count(); ++i) teller.statement(graph.fact(i));
    for (const Observation& o : graph.observations()) teller.observation(o);
}

}  // namespace guanxi
