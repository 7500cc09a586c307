#pragma once

#include <cstdint>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// What joins the members of a group in the explorer's overview.
enum class GroupKind : std::uint8_t {
    community,  ///< around the entity `of`
    kind,       ///< entities of the kind `of`
    object,     ///< to which the group's hub has the relation `of`
    subject,    ///< that have the relation `of` to the group's hub
    part,       ///< a part of what would be too many; `of` is its first entity
    alone,      ///< entities without facts
    rest        ///< small communities
};

/// A group of the overview: it stands for its members until it is opened. Groups lie in groups.
struct ExplorerGroup {
    GroupKind what = GroupKind::community;
    std::uint32_t of = 0;
    std::vector<std::uint32_t> groups;  ///< in it; indices into ExplorerGroups::groups, each larger than its own
    std::vector<EntityIndex> members;   ///< in no smaller group
    std::uint32_t size = 0;             ///< members, those of groups in it included
};

/// Every entity once, in groups.
struct ExplorerGroups {
    std::vector<ExplorerGroup> groups;
    std::vector<std::uint32_t> top;  ///< those in no other, the largest first
};

/// Groups by who has most to do with each other, then by kind, then by relation to the entity that the most facts are
/// about; no group shows more than some hundred things when it is opened.
[[nodiscard]] ExplorerGroups group_for_explorer(const Graph& graph);

}  // namespace guanxi
