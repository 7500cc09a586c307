#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/fact.hpp"

namespace guanxi {

struct GraphStore;

/// A knowledge graph: documents, entities (vertices), facts (edges) and observations (values of a vertex), each with
/// its evidence. It only grows; all indices are dense, in order first seen, and stay valid. Adding what is there
/// already merges: documents and entities by id, facts and observations by what they say. `check()` holds after every
/// call.
class Graph {
public:
    Graph();
    ~Graph();
    Graph(Graph&&) noexcept;
    Graph& operator=(Graph&&) noexcept;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    /// Adds a document, or finds the one of this id.
    DocumentIndex add_document(Document document);
    /// Adds an entity, or merges its names into the one of this id: the first name stays, others become aliases.
    EntityIndex add_entity(Entity entity);
    /// Adds a quote, or finds the one at the same place.
    QuoteIndex add_quote(Quote quote);
    /// Adds a fact, or its evidence to the equal one. The ends of a symmetric relation are stored with the smaller
    /// entity id first. Throws Error if the fact has no evidence, joins kinds that the schema does not let it join, or
    /// an entity with itself.
    FactIndex add_fact(Fact fact);
    /// Adds an observation, or its evidence to the equal one.
    ObservationIndex add_observation(Observation observation);

    [[nodiscard]] std::span<const Document> documents() const;
    [[nodiscard]] std::span<const Quote> quotes() const;
    [[nodiscard]] std::span<const Observation> observations() const;
    [[nodiscard]] std::size_t entity_count() const;
    [[nodiscard]] std::size_t fact_count() const;
    [[nodiscard]] const Entity& entity(EntityIndex index) const;
    [[nodiscard]] const Fact& fact(FactIndex index) const;

    /// Facts of which the entity is the subject or the object, in order of index.
    [[nodiscard]] std::vector<FactIndex> facts_of(EntityIndex index) const;
    /// Observations of an entity, in order of index.
    [[nodiscard]] std::span<const ObservationIndex> observations_of(EntityIndex index) const;

    /// The entity of an id, or `no_entity`.
    [[nodiscard]] EntityIndex find(std::string_view id) const;
    static constexpr EntityIndex no_entity = ~EntityIndex{0};

    /// Throws std::logic_error naming the first broken promise: ends and indices that exist, evidence on each fact,
    /// quotes inside their document, unique ids, sorted aliases.
    void check() const;

    /// The Boost.Graph inside, for algorithms (core/graph_store.hpp).
    [[nodiscard]] const GraphStore& store() const { return *store_; }

private:
    std::unique_ptr<GraphStore> store_;
};

/// A stable id for a fact or an observation: `f` or `q` and 20 hex digits of the hash of what it says.
[[nodiscard]] std::string fact_id(const Graph& graph, const Fact& fact);
[[nodiscard]] std::string observation_id(const Graph& graph, const Observation& observation);

}  // namespace guanxi
