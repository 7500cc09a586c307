#include "export/explorer_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace guanxi {

namespace {

constexpr double entity_radius = 7;
constexpr double entity_distance = 15;  // times the root of the number of those further in
constexpr double gap = 20;              // between groups

// Unit vectors all around; the cosine and sine of 15 degrees are written out, for libraries differ in the last bit.
const std::array<Disc, 24>& directions() {
    static const std::array<Disc, 24> table = [] {
        constexpr double c = 0.9659258262890683;
        constexpr double s = 0.25881904510252074;
        std::array<Disc, 24> all{};
        all[0] = {1, 0, 0};
        for (std::size_t i = 1; i < all.size(); ++i) {
            all[i] = {all[i - 1].x * c - all[i - 1].y * s, all[i - 1].x * s + all[i - 1].y * c, 0};
        }
        return all;
    }();
    return table;
}

double square_distance(const Disc& a, const Disc& b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

// Where a disc goes among placed ones: touching one of them, as near to where it would like to be as it can.
Disc find_place(const std::vector<Disc>& placed, Disc disc, double apart) {
    const Disc wish = disc;
    const auto is_free = [&](const Disc& at) {
        return std::all_of(placed.begin(), placed.end(), [&](const Disc& other) {
            const double reach = at.r + other.r + apart * 0.999;
            return square_distance(at, other) >= reach * reach;
        });
    };
    if (is_free(disc)) return disc;
    bool found = false;
    double nearest = 0;
    for (const Disc& other : placed) {
        for (const Disc& direction : directions()) {
            const double reach = other.r + disc.r + apart;
            const Disc at{other.x + direction.x * reach, other.y + direction.y * reach, disc.r};
            const double far = square_distance(at, wish);
            if ((!found || far < nearest) && is_free(at)) {
                found = true;
                nearest = far;
                disc = at;
            }
        }
    }
    return disc;
}

// A disc around all, hardly larger than the smallest (Badoiu and Clarkson 2003).
Disc enclose(const std::vector<Disc>& discs) {
    constexpr int rounds = 100;
    Disc around;
    for (int i = 0; i < rounds; ++i) {
        around.r = 0;
        Disc far;
        for (const Disc& disc : discs) {
            const double distance = std::sqrt(square_distance(disc, around));
            if (distance + disc.r <= around.r) continue;
            around.r = distance + disc.r;
            const double beyond = distance > 0 ? around.r / distance : 0;
            far = {around.x + (disc.x - around.x) * beyond, around.y + (disc.y - around.y) * beyond, 0};
        }
        if (i + 1 == rounds || around.r == 0) break;
        around.x += (far.x - around.x) / (i + 2);
        around.y += (far.y - around.y) / (i + 2);
    }
    return around;
}

class Packing {
public:
    Packing(const Graph& graph, const ExplorerGroups& groups) : graph_(graph), groups_(groups) {
        layout_.entities.resize(graph.entity_count());
        layout_.groups.resize(groups.groups.size());
    }

    ExplorerLayout run() {
        // Groups come before those in them: sizes from the last to the first, places from the first to the last.
        for (std::size_t i = groups_.groups.size(); i-- > 0;) pack(i);
        place_top();
        for (std::size_t i = 0; i < groups_.groups.size(); ++i) {
            const Disc& at = layout_.groups[i];
            for (const EntityIndex e : groups_.groups[i].members) move(layout_.entities[e], at);
            for (const std::uint32_t inner : groups_.groups[i].groups) move(layout_.groups[inner], at);
        }
        return std::move(layout_);
    }

private:
    static void move(Disc& disc, const Disc& by) {
        disc.x += by.x;
        disc.y += by.y;
    }

    // Members as the seeds of a sunflower, groups around them; relative to the middle.
    void pack(std::size_t index) {
        const ExplorerGroup& group = groups_.groups[index];
        const double core = sunflower(group);
        std::vector<Disc> placed;
        if (core > 0) placed.push_back({0, 0, core});
        std::vector<std::uint32_t> order = group.groups;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return layout_.groups[a].r > layout_.groups[b].r; });
        for (const std::uint32_t inner : order) {
            layout_.groups[inner] = find_place(placed, {0, 0, layout_.groups[inner].r}, gap);
            placed.push_back(layout_.groups[inner]);
        }
        const Disc around = enclose(placed);
        const Disc back{-around.x, -around.y, 0};
        for (const EntityIndex e : group.members) move(layout_.entities[e], back);
        for (const std::uint32_t inner : group.groups) move(layout_.groups[inner], back);
        layout_.groups[index].r = around.r + 0.8 * gap;
    }

    // The first of a community is what most facts are about: the larger the community, the larger it is drawn.
    double sunflower(const ExplorerGroup& group) {
        constexpr double c = -0.7373688780783197;  // the golden angle
        constexpr double s = 0.6754902942615238;
        const bool has_hub = group.what == GroupKind::community;
        const double first = has_hub ? entity_radius + 1.2 * std::sqrt(static_cast<double>(group.size)) : entity_radius;
        const double skipped = (first + entity_radius) / entity_distance;
        Disc direction{1, 0, 0};
        double radius = 0;
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            radius = i == 0 ? 0 : entity_distance * std::sqrt(static_cast<double>(i) - 1 + skipped * skipped);
            const double own = i == 0 ? first : entity_radius;
            layout_.entities[group.members[i]] = {direction.x * radius, direction.y * radius, own};
            direction = {direction.x * c - direction.y * s, direction.x * s + direction.y * c, 0};
        }
        if (group.members.size() == 1) return first;
        return group.members.empty() ? 0 : radius + entity_radius;
    }

    // How many facts lead from each of the top groups to each other.
    std::vector<std::map<std::size_t, double>> weights() {
        std::vector<std::size_t> top_of(graph_.entity_count());
        for (std::size_t i = 0; i < groups_.top.size(); ++i) mark(groups_.top[i], i, top_of);
        std::vector<std::map<std::size_t, double>> weights(groups_.top.size());
        for (FactIndex f = 0; f < graph_.fact_count(); ++f) {
            const std::size_t a = top_of[graph_.fact(f).subject];
            const std::size_t b = top_of[graph_.fact(f).object];
            if (a == b) continue;
            weights[a][b] += 1;
            weights[b][a] += 1;
        }
        return weights;
    }
    void mark(std::uint32_t group, std::size_t top, std::vector<std::size_t>& top_of) {
        for (const EntityIndex e : groups_.groups[group].members) top_of[e] = top;
        for (const std::uint32_t inner : groups_.groups[group].groups) mark(inner, top, top_of);
    }

    // The largest in the middle, each next as near as it can to those it has to do with.
    void place_top() {
        const auto linked = weights();
        std::vector<Disc> placed;
        for (std::size_t i = 0; i < groups_.top.size(); ++i) {
            Disc wish{0, 0, layout_.groups[groups_.top[i]].r};
            double sum = 0;
            for (const auto& [other, weight] : linked[i]) {
                if (other >= i) continue;
                wish.x += weight * placed[other].x;
                wish.y += weight * placed[other].y;
                sum += weight;
            }
            if (sum > 0) {
                wish.x /= sum;
                wish.y /= sum;
            }
            placed.push_back(find_place(placed, wish, 2 * gap));
            layout_.groups[groups_.top[i]] = placed.back();
        }
    }

    const Graph& graph_;
    const ExplorerGroups& groups_;
    ExplorerLayout layout_;
};

}  // namespace

ExplorerLayout lay_out_explorer(const Graph& graph, const ExplorerGroups& groups) {
    return Packing(graph, groups).run();
}

}  // namespace guanxi
