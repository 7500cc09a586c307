#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// What a value is, for formats with typed attributes.
enum class ValueType { text, integer, number, flag, list };

/// A property of the nodes or of the edges.
struct ElementProperty {
    std::string_view name;
    ValueType type;
};

/// The properties that nodes, and edges, can have, in the order of their values.
[[nodiscard]] std::span<const ElementProperty> node_properties();
[[nodiscard]] std::span<const ElementProperty> edge_properties();

/// A node or an edge of the graph as programs that draw or compute want it: a node for each entity and for each
/// observation, an edge for each fact and from each observed entity to its observation.
struct Element {
    std::string id;
    std::string source, target;  ///< of an edge
    std::string label;           ///< for people, in the language asked for
    std::string kind;            ///< kind of entity or `Observation`; relation or `observed`
    std::string time;            ///< when it holds; empty if not said
    /// By property. Empty: none. A number is decimal, a flag `true` or `false`, a list JSON.
    std::vector<std::string> values;
};

/// Tells each node, and each edge, in the order of the graph; the element lives until the next one.
void for_each_node(const Graph& graph, const WriteOptions& options, const std::function<void(const Element&)>& take);
void for_each_edge(const Graph& graph, const WriteOptions& options, const std::function<void(const Element&)>& take);

/// The documents as a JSON list, without their texts, with the keys of the JSON-LD.
[[nodiscard]] std::string documents_as_json(const Graph& graph);

/// The titles of the documents, or their names; of many the first and how many more.
[[nodiscard]] std::string title_of(const Graph& graph, const WriteOptions& options);

}  // namespace guanxi
