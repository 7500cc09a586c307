#pragma once

#include <vector>

#include "core/difference.hpp"

namespace guanxi {

/// Which parts of a difference a graph of it shows.
struct ShownChanges {
    std::vector<Outcome> outcomes;  ///< plans of which this became
    std::vector<Status> added;      ///< what is new and has one of these statuses
    bool policies = false;          ///< policies and industries, too
};

/// The graph of what changed: things with the facts that planned them and the facts that say what became of them, each
/// with its sentences and their documents. The status of these is the outcome; what was under way in the old graph and
/// is not met again has none. A thing that both graphs have is one entity, under its newer name; where a
/// sentence alone tells an outcome, the fact has the rule `text-mention`.
[[nodiscard]] Graph graph_of_changes(const Graph& old_graph, const Graph& new_graph, const Difference& difference,
                                     const ShownChanges& shown);

}  // namespace guanxi
