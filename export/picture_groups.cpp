#include "export/picture_groups.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace guanxi {

namespace {

constexpr std::size_t least_leaves = 8;
constexpr std::size_t most_links_of_a_leaf = 6;  // to hubs and others
constexpr std::size_t most_hubs = 64;

// The links at each entity.
using Adjacency = std::vector<std::vector<std::size_t>>;

Adjacency adjacency(const Graph& graph, std::span<const Link> links) {
    Adjacency at(graph.entity_count());
    for (std::size_t i = 0; i < links.size(); ++i) {
        at[links[i].subject].push_back(i);
        at[links[i].object].push_back(i);
    }
    return at;
}

EntityIndex other_end(const Link& link, EntityIndex entity) {
    return link.subject == entity ? link.object : link.subject;
}

// In a report, what is done comes before where things lie, and a vague relation last.
int reading_order(Predicate predicate) {
    using enum Predicate;
    constexpr std::array order{holds_position,  builds,   implements, issues,     invests,   attracts,
                               settles_in,      develops, supports,   produces,   holds,     receives,
                               cooperates_with, part_of,  depends_on, located_in, related_to};
    return static_cast<int>(std::find(order.begin(), order.end(), predicate) - order.begin());
}
int reading_order(Status status) {
    constexpr std::array<int, 4> order{3, 0, 1, 2};
    return order.at(static_cast<std::size_t>(status));
}

using GroupKey = std::tuple<int, bool, bool, int>;  // relation, from hub, negated, status

// Turns what hangs on the hubs into outlines.
class Grouping {
public:
    Grouping(const Graph& graph, std::span<const Link> links, std::span<const EntityIndex> hubs)
        : graph_(&graph),
          links_(links),
          at_(adjacency(graph, links)),
          hub_number_(graph.entity_count(), none),
          placed_(graph.entity_count()) {
        for (std::size_t i = 0; i < hubs.size(); ++i) hub_number_[hubs[i]] = i;
        for (const EntityIndex hub : hubs) panels_.push_back({.hub = hub});
        panels_.emplace_back();
        groups_.resize(panels_.size());
    }

    std::vector<Panel> panels() {
        for (EntityIndex i = 0; i < graph_->entity_count(); ++i) {
            if (hub_number_[i] == none && !placed_[i]) place_component(i);
        }
        for (std::size_t i = 0; i < links_.size(); ++i) {
            const std::size_t subject = hub_number_[links_[i].subject];
            if (subject != none && hub_number_[links_[i].object] != none) panels_[subject].others.push_back(i);
        }
        for (std::size_t p = 0; p < panels_.size(); ++p) {
            for (auto& [key, group] : groups_[p]) {
                sort_outlines(group.outlines);
                panels_[p].groups.push_back(std::move(group));
            }
        }
        if (panels_.back().groups.empty()) panels_.pop_back();
        return std::move(panels_);
    }

private:
    // What is joined to `first` without passing a hub.
    std::vector<EntityIndex> component(EntityIndex first) {
        std::vector<EntityIndex> members{first};
        placed_[first] = true;
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (const std::size_t link : at_[members[i]]) {
                const EntityIndex other = other_end(links_[link], members[i]);
                if (hub_number_[other] != none || placed_[other]) continue;
                placed_[other] = true;
                members.push_back(other);
            }
        }
        return members;
    }

    // The panel whose hub most links lead to; the last one without any.
    [[nodiscard]] std::size_t panel_of(const std::vector<EntityIndex>& members) const {
        std::map<std::size_t, std::size_t> counts;
        for (const EntityIndex member : members) {
            for (const std::size_t link : at_[member]) {
                const std::size_t hub = hub_number_[other_end(links_[link], member)];
                if (hub != none) ++counts[hub];
            }
        }
        const auto best = std::max_element(counts.begin(), counts.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return best == counts.end() ? panels_.size() - 1 : best->first;
    }

    // The link to the hub that says most.
    [[nodiscard]] std::size_t main_link(EntityIndex entity, EntityIndex hub) const {
        std::size_t best = none;
        for (const std::size_t link : at_[entity]) {
            if (other_end(links_[link], entity) == hub && (best == none || key(link, hub) < key(best, hub)))
                best = link;
        }
        return best;
    }

    [[nodiscard]] Predicate main_predicate(const Link& link) const {
        Predicate best = graph_->fact(link.facts.front()).predicate;
        for (const FactIndex f : link.facts) {
            const Predicate predicate = graph_->fact(f).predicate;
            if (reading_order(predicate) < reading_order(best)) best = predicate;
        }
        return best;
    }

    // A relation has a status of its own: a park that lies here and is to be built is planned.
    [[nodiscard]] Status status_of(const Link& link, Predicate predicate) const {
        Status best = Status::none;
        for (const FactIndex f : link.facts) {
            const Fact& fact = graph_->fact(f);
            if (fact.predicate == predicate && reading_order(fact.qualifiers.status) < reading_order(best)) {
                best = fact.qualifiers.status;
            }
        }
        return best;
    }

    [[nodiscard]] GroupKey key(std::size_t link, EntityIndex hub) const {
        const Link& l = links_[link];
        const Predicate predicate = main_predicate(l);
        const bool to_hub = l.subject != hub && !info(predicate).symmetric;
        return {reading_order(predicate), to_hub, l.negated, reading_order(status_of(l, predicate))};
    }

    void place_component(EntityIndex first) {
        const std::vector<EntityIndex> members = component(first);
        const std::size_t panel = panel_of(members);
        const EntityIndex hub = panels_[panel].hub;
        // The outline begins with who has most to do with the others, among those linked to the hub.
        EntityIndex root = members.front();
        std::pair<bool, std::size_t> root_weight{false, 0};
        for (const EntityIndex member : members) {
            const std::pair weight{hub != Graph::no_entity && main_link(member, hub) != none, at_[member].size()};
            if (weight > root_weight || (weight == root_weight && member < root)) {
                root = member;
                root_weight = weight;
            }
        }
        const std::size_t link = hub == Graph::no_entity ? none : main_link(root, hub);
        Group& group = find_group(panel, link, !at_[first].empty());
        group.outlines.push_back(outline(root, link));
    }

    Group& find_group(std::size_t panel, std::size_t link, bool linked) {
        const EntityIndex hub = panels_[panel].hub;
        const GroupKey place = link == none ? GroupKey{linked ? 98 : 99, true, false, 0} : key(link, hub);
        const auto [found, added] = groups_[panel].try_emplace(place);
        if (added) {
            Group& group = found->second;
            group.hub = hub;
            group.linked = linked;
            if (link != none) {
                group.predicate = main_predicate(links_[link]);
                group.from_hub = links_[link].subject == hub;
                group.negated = links_[link].negated;
                group.status = status_of(links_[link], group.predicate);
            }
        }
        return found->second;
    }

    // Breadth first, so that all stay near the root; then in the order they are read, each under its parent.
    [[nodiscard]] Outline outline(EntityIndex root, std::size_t link_to_hub) const {
        Outline found{{.entity = root, .link = link_to_hub}};
        std::map<EntityIndex, std::size_t> place{{root, 0}};
        std::map<std::size_t, bool> shown{{link_to_hub, true}};
        for (std::size_t i = 0; i < found.size(); ++i) {
            const EntityIndex entity = found[i].entity;
            for (const std::size_t link : at_[entity]) {
                const EntityIndex other = other_end(links_[link], entity);
                if (hub_number_[other] != none || place.contains(other)) continue;
                place[other] = found.size();
                shown[link] = true;
                found.push_back({.entity = other, .parent = i, .link = link, .depth = found[i].depth + 1});
            }
        }
        for (Branch& branch : found) {
            for (const std::size_t link : at_[branch.entity]) {
                if (shown.try_emplace(link, true).second) branch.others.push_back(link);
            }
        }
        return depth_first(found);
    }

    [[nodiscard]] static Outline depth_first(const Outline& by_breadth) {
        std::vector<std::vector<std::size_t>> children(by_breadth.size());
        for (std::size_t i = 1; i < by_breadth.size(); ++i) children[by_breadth[i].parent].push_back(i);
        Outline ordered;
        std::vector<std::pair<std::size_t, std::size_t>> stack{{0, none}};
        while (!stack.empty()) {
            const auto [from, parent] = stack.back();
            stack.pop_back();
            ordered.push_back(by_breadth[from]);
            ordered.back().parent = parent;
            const std::size_t here = ordered.size() - 1;
            for (std::size_t i = children[from].size(); i-- > 0;) stack.emplace_back(children[from][i], here);
        }
        return ordered;
    }

    // Entities of a kind stand together, those with something below them last.
    void sort_outlines(std::vector<Outline>& outlines) const {
        std::stable_sort(outlines.begin(), outlines.end(), [&](const Outline& a, const Outline& b) {
            const auto rank = [&](const Outline& o) {
                return std::tuple(o.size() > 1, graph_->entity(o.front().entity).type);
            };
            return rank(a) < rank(b);
        });
    }

    const Graph* graph_;
    std::span<const Link> links_;
    Adjacency at_;
    std::vector<std::size_t> hub_number_;
    std::vector<bool> placed_;
    std::vector<Panel> panels_;
    std::vector<std::map<GroupKey, Group>> groups_;
};

}  // namespace

std::vector<EntityIndex> find_hubs(const Graph& graph, std::span<const Link> links) {
    const Adjacency at = adjacency(graph, links);
    std::vector<std::vector<EntityIndex>> near(graph.entity_count());
    std::size_t linked = 0;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        for (const std::size_t link : at[i]) near[i].push_back(other_end(links[link], i));
        std::sort(near[i].begin(), near[i].end());
        near[i].erase(std::unique(near[i].begin(), near[i].end()), near[i].end());
        if (!near[i].empty()) ++linked;
    }
    std::vector<std::size_t> degree(near.size());
    for (std::size_t i = 0; i < near.size(); ++i) degree[i] = near[i].size();
    std::vector<EntityIndex> hubs;
    std::vector<char> is_hub(near.size());
    std::vector<char> covered(near.size());
    while (hubs.size() < most_hubs) {
        const auto best = std::max_element(degree.begin(), degree.end());
        if (best == degree.end() || *best < least_leaves) break;
        const auto hub = static_cast<EntityIndex>(best - degree.begin());
        const auto is_leaf = [&](EntityIndex i) {
            return is_hub[i] == 0 && degree[i] <= 2 && near[i].size() <= most_links_of_a_leaf;
        };
        const auto leaves = static_cast<std::size_t>(std::count_if(near[hub].begin(), near[hub].end(), is_leaf));
        *best = 0;
        if (leaves < least_leaves || leaves * 3 < near[hub].size()) continue;
        hubs.push_back(hub);
        is_hub[hub] = 1;
        for (const EntityIndex i : near[hub]) {
            covered[i] = 1;
            if (degree[i] > 0) --degree[i];
        }
    }
    // Hubs that hold only a corner of the graph do not make it a page of lists.
    const auto held = static_cast<std::size_t>(std::count(covered.begin(), covered.end(), 1));
    if (2 * held < linked) hubs.clear();
    return hubs;
}

std::vector<Panel> group_by_hub(const Graph& graph, std::span<const Link> links, std::span<const EntityIndex> hubs) {
    return Grouping(graph, links, hubs).panels();
}

Panel group_isolated(const Graph& graph, std::span<const Link> links) {
    std::vector<char> linked(graph.entity_count());
    for (const Link& link : links) linked[link.subject] = linked[link.object] = 1;
    Panel panel;
    Group group{.linked = false};
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        if (linked[i] == 0) group.outlines.push_back({{.entity = i}});
    }
    std::stable_sort(group.outlines.begin(), group.outlines.end(), [&](const Outline& a, const Outline& b) {
        return graph.entity(a.front().entity).type < graph.entity(b.front().entity).type;
    });
    if (!group.outlines.empty()) panel.groups.push_back(std::move(group));
    return panel;
}

}  // namespace guanxi
