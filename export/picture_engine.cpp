#include "export/picture_engine.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "core/edit_distance.hpp"
#include "core/error.hpp"
#include "export/picture_groups.hpp"

namespace guanxi {

namespace {

// What an engine draws in a few seconds with labels on its lines.
struct Engine {
    std::string_view name;
    std::size_t entities;
    std::size_t links;
};
constexpr std::array<Engine, 7> engines{{
    {page_engine, 6000, 20000},
    {"dot", 150, 220},
    {"neato", 400, 1200},
    {"fdp", 400, 1200},
    {"sfdp", 2500, 6000},
    {"circo", 300, 600},
    {"twopi", 2500, 6000},
}};

const Engine& find_engine(const std::string& name) {
    const auto found = std::find_if(engines.begin(), engines.end(), [&](const Engine& e) { return e.name == name; });
    if (found != engines.end()) return *found;
    std::vector<std::string_view> names;
    std::string list;
    for (const Engine& engine : engines) {
        names.push_back(engine.name);
        list += (list.empty() ? "" : ", ") + std::string(engine.name);
    }
    const std::vector<std::string> near = nearest_names(name, names);
    throw UsageError(fmt::format("no layout engine is called \"{}\"{}; there are {}", name,
                                 near.empty() ? "" : " (did you mean " + near.front() + "?)", list));
}

bool fits(const Engine& engine, std::size_t entities, std::size_t links) {
    return entities <= engine.entities && links <= engine.links;
}

}  // namespace

std::string choose_engine(const Graph& graph, std::span<const Link> links, const std::string& asked) {
    std::vector<char> linked(graph.entity_count());
    for (const Link& link : links) linked[link.subject] = linked[link.object] = 1;
    const auto entities = static_cast<std::size_t>(std::count(linked.begin(), linked.end(), 1));
    std::string name = asked;
    if (name.empty()) {
        // What is nearly a tree reads best in ranks; much beyond that the lines of dot get long.
        const bool small = entities <= 80 && links.size() * 4 <= entities * 5;
        if (!find_hubs(graph, links).empty()) {
            name = page_engine;
        } else if (small) {
            name = "dot";
        } else {
            name = fits(find_engine("neato"), entities, links.size()) ? "neato" : "sfdp";
        }
    }
    const Engine& engine = find_engine(name);
    if (graph.entity_count() > find_engine(std::string(page_engine)).entities ||
        !fits(engine, entities, links.size())) {
        throw Error(
            fmt::format("the picture is too large for engine {}: {} entities and {} lines, and it takes {} and {}; "
                        "draw a part (--top N, "
                        "--around NAME) or choose another engine (--engine {})",
                        name, graph.entity_count(), links.size(), engine.entities, engine.links,
                        name == "sfdp" || name == "twopi" ? page_engine : "sfdp"));
    }
    return name;
}

}  // namespace guanxi
