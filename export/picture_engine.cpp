#include "export/picture_engine.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "core/edit_distance.hpp"
#include "core/error.hpp"
#include "export/picture.hpp"
#include "export/picture_groups.hpp"

namespace guanxi {

namespace {

// How much an engine draws in some five seconds with labels on its lines, also where they are dense
// (docs/performance.md).
struct Engine {
    std::string_view name;
    std::size_t entities;
    std::size_t links;
};
constexpr std::array<Engine, 7> engines{{
    {page_engine, 6000, 20000},
    {"dot", 300, 300},
    {"neato", 1000, 3000},
    {"fdp", 1500, 4000},
    {"sfdp", 3000, 6000},
    {"circo", 100, 200},
    {"twopi", 2000, 4000},
}};

const Engine& find_engine(const std::string& name) {
    const auto found = std::find_if(engines.begin(), engines.end(), [&](const Engine& e) { return e.name == name; });
    if (found != engines.end()) return *found;
    const std::vector<std::string_view> names = layout_engines();
    std::string list;
    for (const std::string_view known : names) list += (list.empty() ? "" : ", ") + std::string(known);
    const std::vector<std::string> near = nearest_names(name, names);
    throw UsageError(fmt::format("no layout engine is called \"{}\"{}; there are {}", name,
                                 near.empty() ? "" : " (did you mean " + near.front() + "?)", list));
}

bool fits(const Engine& engine, std::size_t entities, std::size_t links) {
    return entities <= engine.entities && links <= engine.links;
}

// What is nearly a tree reads best in ranks, but the lines of dot get long much beyond that; up to some hundreds neato
// spreads entities more evenly than sfdp.
std::string_view engine_by_shape(const Graph& graph, std::span<const Link> links, std::size_t entities) {
    constexpr std::size_t most_in_ranks = 80;
    constexpr std::size_t most_for_neato = 400;
    if (!find_hubs(graph, links).empty()) return page_engine;
    if (entities <= most_in_ranks && links.size() * 4 <= entities * 5) return "dot";
    return entities <= most_for_neato && links.size() <= 3 * most_for_neato ? "neato" : "sfdp";
}

}  // namespace

std::vector<std::string_view> layout_engines() {
    std::vector<std::string_view> names;
    names.reserve(engines.size());
    for (const Engine& engine : engines) names.push_back(engine.name);
    return names;
}

std::string choose_engine(const Graph& graph, std::span<const Link> links, const std::string& asked) {
    std::vector<char> linked(graph.entity_count());
    for (const Link& link : links) linked[link.subject] = linked[link.object] = 1;
    const auto entities = static_cast<std::size_t>(std::count(linked.begin(), linked.end(), 1));
    const Engine& engine = find_engine(asked.empty() ? std::string(engine_by_shape(graph, links, entities)) : asked);
    // Entities without facts stand in lists whatever the engine.
    const bool lists_fit = graph.entity_count() <= engines.front().entities;
    if (lists_fit && fits(engine, entities, links.size())) return std::string(engine.name);
    std::string message = fmt::format(
        "the picture is too large for engine {}: {} entities with {} lines between them, and at most {} with {} are "
        "drawn in "
        "reasonable time; draw a part (--top N, --around NAME, --no-isolated)",
        engine.name, graph.entity_count(), links.size(), engine.entities, engine.links);
    for (const Engine& other : engines) {
        if (!lists_fit || !fits(other, entities, links.size())) continue;
        message += fmt::format(" or choose another engine (--engine {})", other.name);
        break;
    }
    throw Error(message);
}

}  // namespace guanxi
