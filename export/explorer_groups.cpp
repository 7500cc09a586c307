#include "export/explorer_groups.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "core/communities.hpp"

namespace guanxi {

namespace {

constexpr std::size_t few = 40;        // as many are shown without groups in between
constexpr std::size_t many = 160;      // more are cut by the next key
constexpr std::size_t least = 4;       // fewer are no group
constexpr std::size_t most_top = 120;  // communities that stand for themselves

using Members = std::vector<EntityIndex>;

class Grouping {
public:
    explicit Grouping(const Graph& graph) : graph_(graph), degrees_(graph.entity_count()) {
        for (FactIndex f = 0; f < graph.fact_count(); ++f) {
            ++degrees_[graph.fact(f).subject];
            ++degrees_[graph.fact(f).object];
        }
    }

    ExplorerGroups run() {
        std::vector<Members> communities = by_community();
        Members alone;
        Members rest;
        std::size_t count = 0;
        for (Members& members : communities) {
            if (degrees_[members.front()] == 0) {
                alone.push_back(members.front());
            } else if (count < most_top && (members.size() >= least || count == 0)) {
                ++count;
                result_.top.push_back(add_community(members));
            } else {
                rest.insert(rest.end(), members.begin(), members.end());
            }
        }
        if (!rest.empty()) result_.top.push_back(add_rest(rest));
        if (!alone.empty()) result_.top.push_back(add_alone(alone));
        return std::move(result_);
    }

private:
    // The largest first, then by first entity; in each, who has most facts first.
    std::vector<Members> by_community() {
        const std::vector<std::uint32_t> numbers = communities(graph_).group;
        std::vector<Members> groups;
        for (EntityIndex i = 0; i < numbers.size(); ++i) {
            if (numbers[i] >= groups.size()) groups.resize(numbers[i] + 1);
            groups[numbers[i]].push_back(i);
        }
        for (Members& members : groups) {
            std::stable_sort(members.begin(), members.end(),
                             [&](EntityIndex a, EntityIndex b) { return degrees_[a] > degrees_[b]; });
        }
        return groups;
    }

    std::uint32_t add(GroupKind what, std::uint32_t of, std::size_t size) {
        result_.groups.push_back({.what = what, .of = of, .size = static_cast<std::uint32_t>(size)});
        return static_cast<std::uint32_t>(result_.groups.size() - 1);
    }
    void put_members(std::uint32_t group, std::span<const EntityIndex> members) {
        Members& list = result_.groups[group].members;
        list.insert(list.end(), members.begin(), members.end());
    }
    void put_group(std::uint32_t group, std::uint32_t inner) { result_.groups[group].groups.push_back(inner); }

    // The entity that most facts are about in the middle, the others by kind.
    std::uint32_t add_community(const Members& members) {
        const EntityIndex hub = members.front();
        const std::uint32_t group = add(GroupKind::community, hub, members.size());
        if (members.size() <= few) {
            put_members(group, members);
            return group;
        }
        put_members(group, std::span(members).first(1));
        by_kind(group, std::span(members).subspan(1), hub);
        return group;
    }

    void by_kind(std::uint32_t group, std::span<const EntityIndex> members, EntityIndex hub) {
        std::map<EntityType, Members> kinds;
        for (const EntityIndex e : members) kinds[graph_.entity(e).type].push_back(e);
        for (const auto& [kind, list] : kinds) {
            if (list.size() < least) {
                put_members(group, list);
                continue;
            }
            const std::uint32_t inner = add(GroupKind::kind, static_cast<std::uint32_t>(kind), list.size());
            put_group(group, inner);
            if (list.size() <= many) {
                put_members(inner, list);
            } else if (hub == Graph::no_entity) {
                in_parts(inner, list);
            } else {
                by_relation(inner, list, hub);
            }
        }
    }

    void by_relation(std::uint32_t group, const Members& members, EntityIndex hub) {
        const std::map<EntityIndex, std::uint32_t> relations = relations_of(hub);
        std::map<std::uint32_t, Members> lists;
        for (const EntityIndex e : members) {
            const auto found = relations.find(e);
            lists[found == relations.end() ? no_relation : found->second].push_back(e);
        }
        for (const auto& [key, list] : lists) {
            if (key == no_relation || lists.size() == 1) {
                in_parts(group, list);
            } else if (list.size() < least) {
                put_members(group, list);
            } else {
                const GroupKind what = key % 2 == 0 ? GroupKind::object : GroupKind::subject;
                const std::uint32_t inner = add(what, key / 2, list.size());
                put_group(group, inner);
                in_parts(inner, list);
            }
        }
    }

    // The first relation of each neighbour with the hub, twice its number, and one more if the hub is the object.
    std::map<EntityIndex, std::uint32_t> relations_of(EntityIndex hub) {
        std::map<EntityIndex, std::uint32_t> relations;
        for (const FactIndex f : graph_.facts_of(hub)) {
            const Fact& fact = graph_.fact(f);
            const bool from_hub = fact.subject == hub;
            const std::uint32_t key = 2 * static_cast<std::uint32_t>(fact.predicate) + (from_hub ? 0 : 1);
            relations.emplace(from_hub ? fact.object : fact.subject, key);
        }
        return relations;
    }

    // As many as can be shown go in as they are, more in parts.
    void in_parts(std::uint32_t group, std::span<const EntityIndex> members) {
        if (members.size() <= many) {
            put_members(group, members);
            return;
        }
        const std::size_t parts = (members.size() + many - 1) / many;
        if (parts > many) {
            // Parts of parts, each of which holds as many as fit two levels.
            for (std::size_t at = 0; at < members.size(); at += many * many) {
                const auto some = members.subspan(at, std::min(many * many, members.size() - at));
                const std::uint32_t inner = add(GroupKind::part, some.front(), some.size());
                put_group(group, inner);
                in_parts(inner, some);
            }
            return;
        }
        for (std::size_t i = 0; i < parts; ++i) {
            const std::size_t begin = members.size() * i / parts;
            const std::size_t end = members.size() * (i + 1) / parts;
            const auto some = members.subspan(begin, end - begin);
            const std::uint32_t inner = add(GroupKind::part, some.front(), some.size());
            put_group(group, inner);
            put_members(inner, some);
        }
    }

    std::uint32_t add_rest(const Members& members) {
        const std::uint32_t group = add(GroupKind::rest, 0, members.size());
        in_parts(group, members);
        return group;
    }

    std::uint32_t add_alone(const Members& members) {
        const std::uint32_t group = add(GroupKind::alone, 0, members.size());
        if (members.size() <= few) {
            put_members(group, members);
        } else {
            by_kind(group, members, Graph::no_entity);
        }
        return group;
    }

    static constexpr std::uint32_t no_relation = ~0U;
    const Graph& graph_;
    std::vector<std::uint32_t> degrees_;
    ExplorerGroups result_;
};

}  // namespace

ExplorerGroups group_for_explorer(const Graph& graph) {
    return Grouping(graph).run();
}

}  // namespace guanxi
