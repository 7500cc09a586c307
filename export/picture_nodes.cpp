#include "export/picture_nodes.hpp"

#include <fmt/core.h>

#include "export/picture_style.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

std::string html_lines(const std::vector<std::string>& lines) {
    std::vector<std::string> escaped;
    escaped.reserve(lines.size());
    for (const std::string& line : lines) escaped.push_back(escape_html(line));
    return join(escaped, "<br/>");
}

std::string plain_lines(const std::vector<std::string>& lines) {
    return escape_label(join(lines, "\n"));
}

}  // namespace

Attributes entity_attributes(const Graph& graph, const Wording& wording, EntityIndex entity) {
    const Entity& e = graph.entity(entity);
    const KindStyle& style = kind_style(e.type);
    return {{"id", escape_label(e.id)},
            {"class", std::string(info(e.type).id)},
            {"shape", std::string(style.shape)},
            {"style", std::string(style.style)},
            {"fillcolor", std::string(style.fill)},
            {"color", std::string(style.line)},
            {"peripheries", std::string(style.peripheries)},
            {"tooltip", escape_label(wording.tooltip(entity))}};
}

Attributes link_attributes(const Graph& graph, const Wording& wording, const Link& link) {
    const LineStyle& style = link.negated ? denied_style() : line_style(link.status);
    const std::string tooltip = escape_label(wording.tooltip(link));
    const Fact& fact = graph.fact(link.facts.front());
    return {{"id", fact_id(graph, fact)},
            {"class", std::string(info(fact.predicate).id)},
            {"label", escape_label(wording.label(link))},
            {"style", std::string(style.style)},
            {"penwidth", std::string(style.width)},
            {"color", std::string(style.colour)},
            {"fontcolor", std::string(link.negated ? style.colour : faint_colour)},
            {"arrowhead", link.negated                     ? "tee"
                          : info(fact.predicate).symmetric ? "none"
                                                           : "normal"},
            {"tooltip", tooltip},
            {"labeltooltip", tooltip}};
}

Attributes text_attributes(const std::vector<std::string>& lines, double size, std::string_view colour) {
    return {{"shape", "plaintext"},
            {"label", plain_lines(lines)},
            {"fontsize", fmt::format("{:.1f}", size)},
            {"fontcolor", std::string(colour)},
            {"tooltip", " "}};
}

Attribute noted_label(const std::vector<std::string>& lines, const std::vector<std::string>& notes, double note_size) {
    if (notes.empty()) return {"label", plain_lines(lines)};
    return {"label",
            fmt::format(R"({}<br/><font point-size="{:.1f}" color="{}">{}</font>)", html_lines(lines), note_size,
                        faint_colour, html_lines(notes)),
            true};
}

void set_defaults(Canvas& canvas) {
    canvas.set({"bgcolor", "#FFFFFF"});
    canvas.set({"pad", "0.25"});
    canvas.set({"fontname", std::string(font_families)});
    canvas.set_node_default({"fontname", std::string(font_families)});
    canvas.set_node_default({"fontsize", "10.5"});
    canvas.set_node_default({"fontcolor", std::string(text_colour)});
    canvas.set_node_default({"margin", "0.09,0.04"});
    canvas.set_edge_default({"fontname", std::string(font_families)});
    canvas.set_edge_default({"fontsize", "8.5"});
    canvas.set_edge_default({"arrowsize", "0.6"});
}

}  // namespace guanxi
