#include "export/picture.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "export/picture_engine.hpp"
#include "export/picture_legend.hpp"
#include "export/picture_network.hpp"
#include "export/picture_nodes.hpp"
#include "export/picture_page.hpp"
#include "export/picture_render.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

constexpr double points_per_inch = 72;

std::string title_of(const Graph& graph, const Wording& wording, const std::string& asked) {
    if (!asked.empty()) return asked;
    constexpr std::size_t named = 2;
    const auto documents = graph.documents();
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < std::min(named, documents.size()); ++i) {
        titles.push_back(shown(documents[i].title.empty() ? documents[i].name : documents[i].title, 60));
    }
    std::string title = join(titles, wording.either("；", "; "));
    if (documents.size() > named) {
        title = fmt::format(fmt::runtime(wording.either("{}等{}篇文档", "{} and others ({} documents)")),
                            titles.front(), documents.size());
    }
    return title.empty() ? std::string(wording.either("关系图", "graph")) : title;
}

// What lists and notes say has no line, but is in the file for who reads it.
void add_unseen_links(const Drawing& drawing) {
    const Graph& graph = *drawing.graph;
    for (const Link& link : drawing.links) {
        const std::string& from = graph.entity(link.subject).id;
        const std::string& to = graph.entity(link.object).id;
        const std::string key = fact_id(graph, graph.fact(link.facts.front()));
        if (drawing.canvas->has_edge(from, to, key)) continue;
        Attributes attributes = link_attributes(graph, *drawing.wording, link);
        attributes.push_back({"style", "invis"});
        attributes.push_back({"pos", drawing.canvas->straight(from, to)});
        drawing.canvas->add_edge(from, to, key, attributes);
    }
}

// A picture and its size in points.
struct Picture {
    Canvas canvas;
    double width = 0;
    double height = 0;
};

Picture draw(const Graph& graph, const WriteOptions& options) {
    constexpr double least_width = 420;
    const std::vector<Link> links = link_facts(graph);
    const Wording wording(graph, options.language);
    const std::string engine = choose_engine(graph, links, options.engine);
    Picture picture;
    set_defaults(picture.canvas);
    const Drawing drawing{&graph, links, &wording, &picture.canvas};
    // What Graphviz lays out stands above the line y = 0, all else is set around it.
    Rect room;
    if (engine == page_engine) {
        room = draw_panels(drawing, group_by_hub(graph, links, find_hubs(graph, links)), {0, 0});
        add_unseen_links(drawing);
    } else {
        if (!links.empty()) {
            draw_network(drawing, engine);
            room = lay_out(picture.canvas, engine);
            room.y = -room.height;
        }
        const Panel isolated = group_isolated(graph, links);
        if (!isolated.groups.empty()) {
            const Rect lists = draw_panels(drawing, {&isolated, 1}, {0, links.empty() ? 0.0 : 24.0});
            room.width = std::max(room.width, lists.width);
            room.height = lists.bottom() - room.y;
        }
    }
    const double width = std::max(room.width, least_width);
    const double x = std::min(0.0, (room.width - width) / 2);
    const Rect legend =
        draw_legend(drawing, {x, room.bottom() + 18, width, 0}, engine == page_engine ? Form::lists : Form::lines);
    Rect title{x, 0, width, 0};
    title.height = draw_title(drawing, title_of(graph, wording, options.title), options.note, title).height;
    title.y = room.y - 16 - title.height;
    (void)draw_title(drawing, title_of(graph, wording, options.title), options.note, title);
    picture.canvas.set({"layout", "nop2"});
    picture.width = width;
    picture.height = legend.bottom() - title.y;
    return picture;
}

}  // namespace

void write_dot(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    draw(graph, options).canvas.write(out);
}

void write_svg(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    render(draw(graph, options).canvas, "svg", out);
}

void write_png(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    // 200 dots to the inch print well; cairo and viewers set bounds to what is very large.
    constexpr double wanted = 200;
    constexpr double most_pixels_a_side = 16000;
    constexpr double most_pixels = 40e6;
    Picture picture = draw(graph, options);
    const double width = picture.width / points_per_inch + 1;
    const double height = picture.height / points_per_inch + 1;
    const double dpi =
        std::min({wanted, most_pixels_a_side / std::max(width, height), std::sqrt(most_pixels / (width * height))});
    picture.canvas.set({"dpi", fmt::format("{:.1f}", dpi)});
    render(picture.canvas, "png", out);
}

void write_pdf(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    render(draw(graph, options).canvas, "pdf", out);
}

}  // namespace guanxi
