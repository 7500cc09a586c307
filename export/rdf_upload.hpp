#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// A part of a graph for an RDF store, as N-Triples, which are Turtle, too.
struct RdfPart {
    std::string_view graph;    ///< IRI of the document whose graph this is, whole; empty: of the default graph
    std::string_view triples;  ///< lines, each a triple
};

/// Tells the quads of write_nquads in parts: first the documents and the names of entities, in pieces of about
/// `upload_piece` bytes, then each document's graph. There are no blank nodes in them: amounts and quotes have IRIs
/// that depend on what they belong to alone, so that a store which is given a part twice holds it once. Memory is that
/// of the largest part and `upload_room` bytes. Throws UsageError for a base IRI that is none.
void for_each_part(const Graph& graph, const WriteOptions& options, const std::function<void(const RdfPart&)>& take);

/// About the size of a piece of names, and how much is held to save passes over the graph.
inline constexpr std::size_t upload_piece = std::size_t{1} << 22U;
inline constexpr std::size_t upload_room = std::size_t{1} << 26U;

}  // namespace guanxi
