#include "extract/resolver_clusters.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/utf8.hpp"
#include "extract/resolver_names.hpp"

namespace guanxi {

namespace {

std::string typed(EntityType type, std::string_view text) {
    return static_cast<char>('a' + static_cast<int>(type)) + std::string(text);
}

// A name and one that it may be short for.
struct Link {
    Clusters::NodeIndex shorter = 0;
    Clusters::NodeIndex longer = 0;
    std::string_view rule;
};

// The kinds that others belong to.
constexpr TypeSet containers{EntityType::district, EntityType::place,       EntityType::park,
                             EntityType::company,  EntityType::institution, EntityType::event};
constexpr std::size_t longest_contained = 180;  // bytes; longer names are not taken apart
constexpr std::size_t least_contained = 9;      // bytes, three characters

}  // namespace

Clusters::NodeIndex Clusters::add(const std::string& slot, NameNode node) {
    const auto [place, added] = by_slot_.try_emplace(slot, static_cast<NodeIndex>(nodes_.size()));
    if (added) {
        parents_.push_back(place->second);
        codes_.push_back(node.code);
        nodes_.push_back(std::move(node));
        return place->second;
    }
    NameNode& known = nodes_[place->second];
    for (std::string& name : node.names) {
        if (std::find(known.names.begin(), known.names.end(), name) == known.names.end())
            known.names.push_back(std::move(name));
    }
    if (node.text.size() > known.text.size() && node.key == known.key) known.text = std::move(node.text);
    return place->second;
}

Clusters::NodeIndex Clusters::root(NodeIndex index) const {
    while (parents_[index] != index) index = parents_[index];
    return index;
}

bool Clusters::unite(NodeIndex shorter, NodeIndex longer, std::string_view rule, Span at) {
    const NodeIndex a = root(shorter);
    const NodeIndex b = root(longer);
    if (a == b) return true;
    const std::string& name = nodes_[shorter].names.front();
    const std::string& full = nodes_[longer].names.front();
    if (!codes_[a].empty() && !codes_[b].empty() && codes_[a] != codes_[b]) {
        note(at, rule, name + " is not " + full + ": their codes differ");
        return false;
    }
    // The smaller index stays the root: chains are short, as unions go from short names to longer ones.
    const auto [low, high] = std::minmax(a, b);
    parents_[high] = low;
    if (codes_[low].empty()) codes_[low] = codes_[high];
    note(at, rule, name + " is " + full);
    return true;
}

void Clusters::unite_identities(const Extraction& extraction) {
    std::unordered_map<std::string, NodeIndex> first;
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        const auto [place, added] = first.try_emplace(typed(nodes_[i].type, nodes_[i].identity), i);
        if (!added) unite(i, place->second, "identity", extraction.mentions.at(nodes_[i].first).span);
    }
}

void Clusters::unite_short_names(const Extraction& extraction, const Lexicon& lexicon, const Places& places) {
    constexpr NodeIndex several = ~NodeIndex{0};
    std::unordered_map<std::string, NodeIndex> by_name;
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        for (const std::string& name : nodes_[i].names) {
            const auto [place, added] = by_name.try_emplace(typed(nodes_[i].type, name_key(name)), i);
            if (!added && place->second != several && root(place->second) != root(i)) place->second = several;
        }
    }
    std::vector<Link> links;
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        for (const ShortName& name : short_names(nodes_[i].type, nodes_[i].key, nodes_[i].text, places)) {
            const auto found = by_name.find(typed(nodes_[i].type, name.key));
            if (found == by_name.end() || found->second == several || found->second == i) continue;
            links.push_back({found->second, i, name.rule});
        }
    }
    // A name behind that of another thing of the document, which it belongs to: 甲产业园乙中心 is 乙中心.
    std::unordered_set<std::string_view> container_names;
    for (const NameNode& node : nodes_) {
        // A division before a name is looked at in short_names.
        const bool division = lexicon.division_at(node.key, 0).size() == node.key.size();
        if (containers.has(node.type) && !division) container_names.insert(node.key);
    }
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
        const std::string_view key = nodes_[i].key;
        if (key.size() > longest_contained) continue;
        for (std::size_t at = 3; at + least_contained <= key.size(); ++at) {
            if (!is_boundary(key, at) || !container_names.contains(key.substr(0, at))) continue;
            const auto found = by_name.find(typed(nodes_[i].type, key.substr(at)));
            if (found == by_name.end() || found->second == several || found->second == i) continue;
            // 省委省政府 are two, and what is a word stands for itself.
            const std::string_view contained = key.substr(at);
            if (lexicon.frequency(contained) > 0 || places.split_owner(contained)) continue;
            links.push_back({found->second, i, "container"});
        }
    }
    // The longer of the short names first, so that the shorter ones see what has become one.
    std::stable_sort(links.begin(), links.end(), [&](const Link& a, const Link& b) {
        const std::size_t x = nodes_[a.shorter].key.size();
        const std::size_t y = nodes_[b.shorter].key.size();
        return x != y ? x > y : a.shorter < b.shorter;
    });
    for (std::size_t begin = 0; begin < links.size();) {
        std::size_t end = begin;
        while (end < links.size() && links[end].shorter == links[begin].shorter) ++end;
        const Link& link = links[begin];
        const Span at = extraction.mentions.at(nodes_[link.shorter].first).span;
        const bool one = std::all_of(
            links.begin() + static_cast<std::ptrdiff_t>(begin), links.begin() + static_cast<std::ptrdiff_t>(end),
            [&](const Link& l) { return root(l.longer) == root(link.longer) || root(l.longer) == root(link.shorter); });
        if (one) {
            for (std::size_t i = begin; i < end; ++i) unite(links[i].shorter, links[i].longer, links[i].rule, at);
        } else {
            note(at, "ambiguous", nodes_[link.shorter].names.front() + " stays apart: it is short for several names");
        }
        begin = end;
    }
}

}  // namespace guanxi
