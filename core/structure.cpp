#include "core/structure.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <limits>
#include <map>
#include <tuple>

#include "core/detail/undirected.hpp"

namespace guanxi {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// The tree of blocks (biconnected components) and entities: a block is joined with its entities. What falls apart
// without an entity are the parts of the tree that hang on it. Entities come first, then blocks.
class BlockTree {
public:
    BlockTree(std::size_t entities, std::vector<std::vector<EntityIndex>> blocks)
        : blocks_(std::move(blocks)), blocks_of_(entities) {
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            for (const EntityIndex entity : blocks_[b]) blocks_of_[entity].push_back(b);
        }
        parents_.assign(entities + blocks_.size(), none);
        sizes_.assign(entities + blocks_.size(), 0);
        roots_.assign(entities + blocks_.size(), none);
        for (std::size_t i = 0; i < entities; ++i) {
            if (roots_[i] == none) walk(i);
        }
    }

    // How many entities lie in each of the pieces that are left without the entity.
    [[nodiscard]] std::vector<std::size_t> pieces(EntityIndex entity) const {
        std::vector<std::size_t> found;
        for (const std::size_t block : blocks_of_[entity]) {
            const std::size_t node = blocks_of_.size() + block;
            found.push_back(parents_[node] == entity ? sizes_[node] : sizes_[roots_[entity]] - sizes_[entity]);
        }
        return found;
    }

    // How many lie on the smaller side of a block of two.
    [[nodiscard]] std::size_t smaller_side(std::size_t block) const {
        const std::size_t node = blocks_of_.size() + block;
        return std::min(sizes_[node], sizes_[roots_[node]] - sizes_[node]);
    }

private:
    // Depth first without recursion: a chain may be as long as the graph.
    void walk(std::size_t root) {
        std::vector<std::size_t> seen{root};
        roots_[root] = root;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const std::size_t node = seen[i];
            const auto visit = [&](std::size_t next) {
                if (next == parents_[node]) return;
                parents_[next] = node;
                roots_[next] = root;
                seen.push_back(next);
            };
            if (node < blocks_of_.size()) {
                for (const std::size_t block : blocks_of_[node]) visit(blocks_of_.size() + block);
            } else {
                for (const EntityIndex entity : blocks_[node - blocks_of_.size()]) visit(entity);
            }
        }
        for (std::size_t i = seen.size(); i-- > 0;) {
            const std::size_t node = seen[i];
            if (node < blocks_of_.size()) ++sizes_[node];
            if (parents_[node] != none) sizes_[parents_[node]] += sizes_[node];
        }
    }

    std::vector<std::vector<EntityIndex>> blocks_;
    std::vector<std::vector<std::size_t>> blocks_of_;
    std::vector<std::size_t> parents_, sizes_, roots_;
};

using Numbered = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                       boost::property<boost::edge_index_t, std::size_t>>;

// The entities of each block, sorted.
std::vector<std::vector<EntityIndex>> blocks_of(const std::vector<std::vector<Neighbour>>& near) {
    Numbered view(near.size());
    std::vector<std::pair<EntityIndex, EntityIndex>> ends;
    for (EntityIndex i = 0; i < near.size(); ++i) {
        for (const Neighbour& other : near[i]) {
            if (other.entity < i) continue;
            boost::add_edge(i, other.entity, ends.size(), view);
            ends.emplace_back(i, other.entity);
        }
    }
    std::vector<std::size_t> numbers(ends.size());
    const std::size_t count = boost::biconnected_components(
        view, boost::make_iterator_property_map(numbers.begin(), boost::get(boost::edge_index, view)));
    std::vector<std::vector<EntityIndex>> blocks(count);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        blocks[numbers[i]].insert(blocks[numbers[i]].end(), {ends[i].first, ends[i].second});
    }
    for (std::vector<EntityIndex>& block : blocks) {
        std::sort(block.begin(), block.end());
        block.erase(std::unique(block.begin(), block.end()), block.end());
    }
    return blocks;
}

}  // namespace

Critical critical(const Graph& graph) {
    const std::vector<std::vector<EntityIndex>> blocks = blocks_of(neighbours(graph));
    const BlockTree tree(graph.entity_count(), blocks);
    Critical found;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        const std::vector<std::size_t> pieces = tree.pieces(i);
        if (pieces.size() < 2) continue;
        std::size_t sum = 0;
        for (const std::size_t piece : pieces) sum += piece;
        found.entities.push_back({i, pieces.size(), sum - *std::max_element(pieces.begin(), pieces.end())});
    }
    // The only fact between two entities that no other way joins.
    std::map<std::pair<EntityIndex, EntityIndex>, std::vector<FactIndex>> facts;
    for (FactIndex i = 0; i < graph.fact_count(); ++i) {
        const Fact& fact = graph.fact(i);
        facts[std::minmax(fact.subject, fact.object)].push_back(i);
    }
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (blocks[b].size() > 2) continue;
        const std::vector<FactIndex>& joining = facts.at({blocks[b].front(), blocks[b].back()});
        if (joining.size() == 1) found.bridges.push_back({joining.front(), tree.smaller_side(b)});
    }
    std::stable_sort(found.entities.begin(), found.entities.end(),
                     [](const CutEntity& a, const CutEntity& b) { return a.cut_off > b.cut_off; });
    std::sort(found.bridges.begin(), found.bridges.end(), [](const Bridge& a, const Bridge& b) {
        return std::tie(b.cut_off, a.fact) < std::tie(a.cut_off, b.fact);
    });
    return found;
}

}  // namespace guanxi
