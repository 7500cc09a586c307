#include "export/picture_network.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>

#include "export/picture_nodes.hpp"
#include "export/picture_style.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

constexpr double label_width = 10;  // ems
constexpr std::size_t most_curves = 200;
constexpr std::size_t least_members = 2;

// The container that the entity lies in, for those that have one and only one.
class Containment {
public:
    Containment(const Graph& graph, std::span<const Link> links) : container_(graph.entity_count(), Graph::no_entity) {
        std::map<EntityIndex, std::size_t> members;
        for (const Link& link : links) {
            if (!locates(graph, link)) continue;
            EntityIndex& container = container_[link.subject];
            container = container == Graph::no_entity ? link.object : link.subject;  // itself: more than one
        }
        for (EntityIndex i = 0; i < container_.size(); ++i) {
            if (container_[i] == i || in_circle(i)) container_[i] = Graph::no_entity;
        }
        for (const EntityIndex c : container_) ++members[c];
        for (EntityIndex& c : container_) {
            if (c != Graph::no_entity && members[c] < least_members) c = Graph::no_entity;
        }
    }

    [[nodiscard]] EntityIndex of(EntityIndex entity) const { return container_[entity]; }
    [[nodiscard]] bool is_container(EntityIndex entity) const {
        return std::find(container_.begin(), container_.end(), entity) != container_.end();
    }

private:
    static bool locates(const Graph& graph, const Link& link) {
        const EntityType type = graph.entity(link.object).type;
        if (link.negated || (type != EntityType::district && type != EntityType::park)) return false;
        return std::any_of(link.facts.begin(), link.facts.end(),
                           [&](FactIndex f) { return graph.fact(f).predicate == Predicate::located_in; });
    }

    [[nodiscard]] bool in_circle(EntityIndex entity) const {
        EntityIndex at = container_[entity];
        for (std::size_t steps = 0; at != Graph::no_entity && at != container_[at]; ++steps) {
            if (at == entity || steps > container_.size()) return true;
            at = container_[at];
        }
        return false;
    }

    std::vector<EntityIndex> container_;
};

std::string cluster_name(const Graph& graph, EntityIndex container) {
    return "cluster_" + graph.entity(container).id;
}

// A container's frame inside the frame it lies in itself, which is made first.
void add_frame(const Drawing& drawing, const Containment& containment, EntityIndex container, std::vector<char>& made) {
    if (made[container] != 0) return;
    made[container] = 1;
    const EntityIndex outer = containment.of(container);
    if (outer != Graph::no_entity) add_frame(drawing, containment, outer, made);
    drawing.canvas->add_cluster(
        cluster_name(*drawing.graph, container), outer == Graph::no_entity ? "" : cluster_name(*drawing.graph, outer),
        {{"style", "filled,rounded"},
         {"fillcolor", std::string(frame_fill)},
         {"color", std::string(frame_colour)},
         {"label", escape_label(fmt::format("{} {}", drawing.wording->label(Predicate::located_in),
                                            shown(drawing.graph->entity(container).name, 16)))},
         {"fontsize", "9"},
         {"fontcolor", std::string(faint_colour)},
         {"labeljust", "l"},
         {"tooltip", escape_label(drawing.wording->tooltip(container))}});
}

bool only_locates(const Graph& graph, const Link& link) {
    return std::all_of(link.facts.begin(), link.facts.end(),
                       [&](FactIndex f) { return graph.fact(f).predicate == Predicate::located_in; });
}

void set_engine_options(Canvas& canvas, const std::string& engine, std::size_t links) {
    if (engine == "dot") {
        canvas.set({"rankdir", "LR"});
        canvas.set({"ranksep", "0.35"});
        canvas.set({"nodesep", "0.18"});
        // Bounds the passes of network simplex: what it would still gain is not seen, and what it may take has no
        // bound.
        canvas.set({"nslimit", "8"});
        canvas.set({"nslimit1", "8"});
        canvas.set({"mclimit", "2"});
    } else {
        canvas.set({"overlap", "prism1000"});
        // Curves around other entities cost time that grows with the cube of the picture.
        canvas.set({"splines", links <= most_curves ? "true" : "line"});
        // Names are read before lines.
        canvas.set({"outputorder", "edgesfirst"});
        canvas.set({"sep", "+6"});
        canvas.set({"esep", "+3"});
        canvas.set({"start", "7"});
        canvas.set({"K", "0.9"});
        canvas.set({"len", "1.4"});
    }
}

}  // namespace

void draw_network(const Drawing& drawing, const std::string& engine) {
    const Graph& graph = *drawing.graph;
    Canvas& canvas = *drawing.canvas;
    set_engine_options(canvas, engine, drawing.links.size());
    const bool framed = engine == "dot" || engine == "fdp";
    const Containment containment(graph, framed ? drawing.links : std::span<const Link>());
    std::vector<char> linked(graph.entity_count());
    for (const Link& link : drawing.links) linked[link.subject] = linked[link.object] = 1;
    std::vector<char> made(graph.entity_count());
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        if (linked[i] == 0) continue;
        Attributes attributes = entity_attributes(graph, *drawing.wording, i);
        attributes.push_back({"label", escape_label(join(wrap(graph.entity(i).name, label_width, 4), "\n"))});
        attributes.push_back({"height", "0.32"});
        attributes.push_back({"width", "0.6"});
        canvas.add_node(graph.entity(i).id, attributes);
        const EntityIndex frame = containment.is_container(i) ? i : containment.of(i);
        if (frame == Graph::no_entity) continue;
        add_frame(drawing, containment, frame, made);
        canvas.add_to_cluster(cluster_name(graph, frame), graph.entity(i).id);
    }
    for (const Link& link : drawing.links) {
        Attributes attributes = link_attributes(graph, *drawing.wording, link);
        attributes.push_back({"label", escape_label(join(wrap(drawing.wording->label(link), label_width, 3), "\n"))});
        // The frame says it.
        if (containment.of(link.subject) == link.object && only_locates(graph, link)) {
            attributes.push_back({"style", "invis"});
            attributes.push_back({"label", ""});
        }
        canvas.add_edge(graph.entity(link.subject).id, graph.entity(link.object).id,
                        fact_id(graph, graph.fact(link.facts.front())), attributes);
    }
}

}  // namespace guanxi
