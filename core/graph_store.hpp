#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// The property graph: entities are the bundled properties of vertices, facts of edges; an edge's index is its
/// FactIndex.
using PropertyGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Entity,
                                            boost::property<boost::edge_index_t, FactIndex, Fact>>;

/// What a Graph holds. Only algorithms in core/ look inside.
struct GraphStore {
    using Edge = boost::graph_traits<PropertyGraph>::edge_descriptor;

    PropertyGraph graph;
    std::vector<Edge> edges;  ///< by FactIndex
    std::vector<Document> documents;
    std::vector<Quote> quotes;
    std::vector<Observation> observations;
    std::vector<std::vector<ObservationIndex>> observations_by_entity;

    std::unordered_map<std::string, DocumentIndex> document_by_id;
    std::unordered_map<std::string, EntityIndex> entity_by_id;
    std::unordered_map<std::string, QuoteIndex> quote_by_place;
    std::unordered_map<std::string, FactIndex> fact_by_key;
    std::unordered_map<std::string, ObservationIndex> observation_by_key;
};

}  // namespace guanxi
