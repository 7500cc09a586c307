#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "export/picture_links.hpp"

namespace guanxi {

/// A report is mostly about one or a few entities: nearly every other hangs on one of these hubs. Drawn as lines that
/// is a hairball; so what hangs on a hub is set in lists, by what the hub does with it, and what hangs on that is
/// indented below it.
inline constexpr std::size_t none = ~std::size_t{0};

/// An entity in an outline.
struct Branch {
    EntityIndex entity = 0;
    std::size_t parent = none;        ///< in the outline; `none` for the first
    std::size_t link = none;          ///< to the parent; for the first to the hub, if any
    std::vector<std::size_t> others;  ///< links that neither the group nor the outline shows
    unsigned depth = 0;
};
using Outline = std::vector<Branch>;

/// What one hub does in one way.
struct Group {
    EntityIndex hub = Graph::no_entity;  ///< none for what is linked to no hub
    bool linked = true;                  ///< whether the entities have any fact
    Predicate predicate = Predicate::related_to;
    bool from_hub = true;  ///< whether the hub is the subject
    Status status = Status::none;
    bool negated = false;
    std::vector<Outline> outlines;
};

/// A hub with its groups in the order they are read; the last panel may have no hub.
struct Panel {
    EntityIndex hub = Graph::no_entity;
    std::vector<std::size_t> others;  ///< links to other hubs
    std::vector<Group> groups;
};

/// The entities on which most others hang; empty if the graph has another shape.
[[nodiscard]] std::vector<EntityIndex> find_hubs(const Graph& graph, std::span<const Link> links);

/// Every entity of the graph once: the hubs as panels, the rest in their groups.
[[nodiscard]] std::vector<Panel> group_by_hub(const Graph& graph, std::span<const Link> links,
                                              std::span<const EntityIndex> hubs);

/// The entities without facts, by kind, as a panel without hub.
[[nodiscard]] Panel group_isolated(const Graph& graph, std::span<const Link> links);

}  // namespace guanxi
