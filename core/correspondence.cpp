#include "core/correspondence.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

namespace guanxi {

namespace {

using Names = std::vector<ThingName>;

// Kinds that texts, and so the extraction, do not keep apart: the same name in two of one group is one thing.
std::uint8_t group_of(EntityType type) {
    switch (type) {
        case EntityType::place:
        case EntityType::park:
        case EntityType::project:
        case EntityType::institution:
        case EntityType::platform:
        case EntityType::program:
        case EntityType::award:
            return 0;
        default:
            return static_cast<std::uint8_t>(1 + static_cast<unsigned>(type));
    }
}

// What is only alike must be of closer kinds: a programme of much the same name as a park is not the park.
std::uint8_t close_group_of(EntityType type) {
    switch (type) {
        case EntityType::place:
        case EntityType::park:
        case EntityType::project:
        case EntityType::institution:
        case EntityType::platform:
            return 0;
        default:
            return static_cast<std::uint8_t>(1 + static_cast<unsigned>(type));
    }
}

struct Side {
    const Graph* graph;
    Names names;                 // by entity
    std::vector<Names> aliases;  // by entity
    std::map<std::pair<std::uint8_t, std::u32string>, std::vector<EntityIndex>> by_core;
    std::unordered_map<std::string_view, EntityIndex> by_id;

    Side(const Graph& g, const std::vector<std::u32string>& places) : graph(&g) {
        for (EntityIndex i = 0; i < g.entity_count(); ++i) {
            const Entity& entity = g.entity(i);
            // A district is known by its whole name: what stands in front of it is not a place that may be left out.
            const bool whole = entity.type == EntityType::district || entity.type == EntityType::person;
            const std::vector<std::u32string> none;
            const auto& prefixes = whole ? none : places;
            names.push_back(thing_name(entity.name, prefixes));
            aliases.emplace_back();
            for (const std::string& alias : entity.aliases) aliases.back().push_back(thing_name(alias, prefixes));
            by_id.emplace(entity.id, i);
            by_core[{group_of(entity.type), names.back().core}].push_back(i);
        }
        // Aliases only where no name of that form is there already.
        for (EntityIndex i = 0; i < g.entity_count(); ++i) {
            for (const ThingName& alias : aliases[i]) {
                auto& list = by_core[{group_of(g.entity(i).type), alias.core}];
                if (list.empty()) list.push_back(i);
            }
        }
    }

    // Of several, the one of the same kind, else the first.
    [[nodiscard]] EntityIndex find(EntityType type, const ThingName& name) const {
        const auto found = by_core.find({group_of(type), name.core});
        if (found == by_core.end()) return Graph::no_entity;
        for (const EntityIndex i : found->second) {
            if (graph->entity(i).type == type) return i;
        }
        return found->second.front();
    }
};

// An alias is a name with less in it: 第三届峰会 and 第四届峰会 are both the 峰会, and a phase is not the whole.
Likeness by_alias(const Side& from, EntityIndex i, const Side& to, EntityIndex other) {
    if (from.names[i].numbers == to.names[other].numbers) return Likeness::same;
    return from.graph->entity(i).type == EntityType::event ? Likeness::likely : Likeness::different;
}

Counterpart same_in(const Side& from, EntityIndex i, const Side& to) {
    constexpr std::size_t least = 3;
    const Entity& entity = from.graph->entity(i);
    const auto by_id = to.by_id.find(entity.id);
    if (by_id != to.by_id.end()) return {by_id->second, Likeness::same};
    std::vector<ThingName> names{from.names[i]};
    names.insert(names.end(), from.aliases[i].begin(), from.aliases[i].end());
    for (const ThingName& name : names) {
        if (&name != &names.front() && (name.general || name.core.size() < least)) continue;
        const EntityIndex found = to.find(entity.type, name);
        if (found == Graph::no_entity) continue;
        const Likeness likeness = by_alias(from, i, to, found);
        if (likeness != Likeness::different) return {found, likeness};
    }
    return {};
}

void match_same(const Side& from, const Side& to, std::vector<Counterpart>& found) {
    for (EntityIndex i = 0; i < from.graph->entity_count(); ++i) found.push_back(same_in(from, i, to));
}

// Entities by the pairs of neighbouring characters in their names, so that only what shares one is compared.
class Neighbours {
public:
    Neighbours(const Side& side, const std::vector<Counterpart>& taken) : side_(&side) {
        for (EntityIndex i = 0; i < taken.size(); ++i) {
            if (taken[i].likeness != Likeness::different || side.names[i].general) continue;
            const std::u32string& core = side.names[i].core;
            for (std::size_t at = 0; at + 1 < core.size(); ++at) by_pair_[core.substr(at, 2)].push_back(i);
        }
    }

    // The one that shares most pairs of those that are likely; none if two share as many.
    [[nodiscard]] EntityIndex best(const ThingName& name, EntityType type) const {
        std::map<EntityIndex, std::size_t> shared;
        for (std::size_t at = 0; at + 1 < name.core.size(); ++at) {
            const auto list = by_pair_.find(name.core.substr(at, 2));
            if (list == by_pair_.end() || list->second.size() > too_common) continue;
            for (const EntityIndex i : list->second) ++shared[i];
        }
        EntityIndex best = Graph::no_entity;
        std::size_t most = 0;
        bool tie = false;
        for (const auto& [i, count] : shared) {
            if (count < most || close_group_of(side_->graph->entity(i).type) != close_group_of(type)) continue;
            if (compare(side_->names[i], name) == Likeness::different) continue;
            tie = count == most;
            most = count;
            best = i;
        }
        return tie ? Graph::no_entity : best;
    }

private:
    static constexpr std::size_t too_common = 2000;
    const Side* side_;
    std::map<std::u32string, std::vector<EntityIndex>> by_pair_;
};

bool may_be_alike(EntityType type) {
    return type != EntityType::district && type != EntityType::person;
}

void match_likely(const Side& old_side, const Side& new_side, Correspondence& found) {
    const Neighbours among_old(old_side, found.of_old);
    const Neighbours among_new(new_side, found.of_new);
    for (EntityIndex i = 0; i < found.of_old.size(); ++i) {
        const EntityType type = old_side.graph->entity(i).type;
        if (found.of_old[i].likeness != Likeness::different || !may_be_alike(type) || old_side.names[i].general) {
            continue;
        }
        const EntityIndex other = among_new.best(old_side.names[i], type);
        if (other == Graph::no_entity || found.of_new[other].likeness != Likeness::different) continue;
        if (among_old.best(new_side.names[other], new_side.graph->entity(other).type) != i) continue;
        found.of_old[i] = {other, Likeness::likely};
        found.of_new[other] = {i, Likeness::likely};
    }
}

}  // namespace

Correspondence match_entities(const Graph& old_graph, const Graph& new_graph,
                              const std::vector<std::u32string>& places) {
    Side old_side(old_graph, places);
    Side new_side(new_graph, places);
    Correspondence found;
    match_same(old_side, new_side, found.of_old);
    match_same(new_side, old_side, found.of_new);
    match_likely(old_side, new_side, found);
    found.old_names = std::move(old_side.names);
    found.new_names = std::move(new_side.names);
    return found;
}

}  // namespace guanxi
