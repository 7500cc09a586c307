#include "core/assemble.hpp"

#include <string>
#include <utility>
#include <vector>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

// Adds the facts and observations of one extraction, whose document and entities are in the graph already.
class Assembly {
public:
    Assembly(Graph& graph, const Extraction& extraction, DocumentIndex document, std::vector<EntityIndex> entities)
        : graph_(&graph),
          extraction_(&extraction),
          document_(document),
          entities_(std::move(entities)),
          code_points_(extraction.document.text) {}

    void add(const Relation& relation) {
        const EntityIndex subject = entity(relation.subject);
        const EntityIndex object = entity(relation.object);
        // Two names that resolution found to be one thing are no fact any more.
        if (subject == Graph::no_entity || object == Graph::no_entity || subject == object) return;
        graph_->add_fact({.subject = subject,
                          .object = object,
                          .predicate = relation.predicate,
                          .qualifiers = relation.qualifiers,
                          .evidence = {evidence(relation)}});
    }

    void add(const Measurement& measurement) {
        const EntityIndex subject = entity(measurement.subject);
        if (subject == Graph::no_entity) return;
        graph_->add_observation({.subject = subject,
                                 .indicator = measurement.indicator,
                                 .quantity = measurement.quantity,
                                 .qualifiers = measurement.qualifiers,
                                 .evidence = {evidence(measurement)}});
    }

private:
    [[nodiscard]] EntityIndex entity(MentionIndex mention) const {
        const std::uint32_t index = extraction_->mentions.at(mention).entity;
        return index == no_index ? Graph::no_entity : entities_.at(index);
    }

    template <typename Reading>
    Evidence evidence(const Reading& reading) {
        const Span span = reading.evidence;
        const QuoteIndex quote = graph_->add_quote({document_, code_points_[span.begin], code_points_[span.end],
                                                    std::string(slice(extraction_->document.text, span))});
        return {quote, reading.rule, reading.confidence};
    }

    Graph* graph_;
    const Extraction* extraction_;
    DocumentIndex document_;
    std::vector<EntityIndex> entities_;
    CodePointIndex code_points_;
};

// Evidence with the numbers that its quotes have in another graph.
std::vector<Evidence> renumbered(std::vector<Evidence> evidence, const std::vector<QuoteIndex>& quotes) {
    for (Evidence& e : evidence) e.quote = quotes.at(e.quote);
    return evidence;
}

}  // namespace

void add_extraction(Graph& graph, const Extraction& extraction, double min_confidence) {
    const DocumentIndex document = graph.add_document(extraction.document);
    std::vector<EntityIndex> entities;
    entities.reserve(extraction.entities.size());
    for (const Entity& entity : extraction.entities) entities.push_back(graph.add_entity(entity));
    Assembly assembly(graph, extraction, document, std::move(entities));
    for (const Relation& relation : extraction.relations) {
        if (relation.confidence >= min_confidence) assembly.add(relation);
    }
    for (const Measurement& measurement : extraction.measurements) {
        if (measurement.confidence >= min_confidence) assembly.add(measurement);
    }
}

void add_graph(Graph& graph, const Graph& other) {
    std::vector<DocumentIndex> documents;
    for (const Document& document : other.documents()) documents.push_back(graph.add_document(document));
    std::vector<EntityIndex> entities;
    for (EntityIndex i = 0; i < other.entity_count(); ++i) entities.push_back(graph.add_entity(other.entity(i)));
    std::vector<QuoteIndex> quotes;
    for (Quote quote : other.quotes()) {
        quote.document = documents.at(quote.document);
        quotes.push_back(graph.add_quote(std::move(quote)));
    }
    for (FactIndex i = 0; i < other.fact_count(); ++i) {
        Fact fact = other.fact(i);
        fact.subject = entities.at(fact.subject);
        fact.object = entities.at(fact.object);
        fact.evidence = renumbered(std::move(fact.evidence), quotes);
        graph.add_fact(std::move(fact));
    }
    for (Observation observation : other.observations()) {
        observation.subject = entities.at(observation.subject);
        observation.evidence = renumbered(std::move(observation.evidence), quotes);
        graph.add_observation(std::move(observation));
    }
}

}  // namespace guanxi
