#include "export/picture_legend.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "export/picture_nodes.hpp"
#include "export/picture_style.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

constexpr double title_size = 20;
constexpr double note_size = 10;
constexpr double legend_size = 9.5;
constexpr double row_height = 24;
constexpr double sample_width = 30;
constexpr double sample_height = 15;

// Lines of text from the top of a rectangle down, each as wide as the rectangle; the height taken.
double draw_lines(const Drawing& drawing, const std::string& name, const std::vector<std::string>& lines,
                  const Rect& room, double size) {
    const double height = size * 1.35 * static_cast<double>(lines.size());
    drawing.canvas->add_node(name, text_attributes(lines, size, name == "#title" ? text_colour : faint_colour));
    drawing.canvas->place(name, {room.x, room.y, room.width, height});
    return height;
}

// Samples with their meaning, set in rows.
class Legend {
public:
    Legend(const Drawing& drawing, const Rect& room) : drawing_(drawing), room_(room), at_{room.x, room.y} {}

    void add_kind(EntityType type) {
        const std::string text(drawing_.wording->label(type));
        const Rect sample = next(text);
        const KindStyle& style = kind_style(type);
        drawing_.canvas->add_node(name(), {{"shape", std::string(style.shape)},
                                           {"style", std::string(style.style)},
                                           {"fillcolor", std::string(style.fill)},
                                           {"color", std::string(style.line)},
                                           {"peripheries", std::string(style.peripheries)},
                                           {"label", " "},
                                           {"tooltip", text}});
        drawing_.canvas->place(name(), sample);
        add_text(text, sample);
    }

    void add_line(const LineStyle& style, std::string_view arrow, std::string_view text) {
        const Rect sample = next(text);
        const std::string from = name() + "_from";
        const std::string to = name() + "_to";
        const double y = sample.centre().y;
        for (const std::string& end : {from, to}) {
            drawing_.canvas->add_node(end, {{"shape", "point"}, {"style", "invis"}, {"label", ""}});
            drawing_.canvas->place(end, {end == from ? sample.x : sample.right(), y, 0.01, 0.01});
        }
        drawing_.canvas->add_edge(from, to, name(),
                                  {{"style", std::string(style.style)},
                                   {"penwidth", std::string(style.width)},
                                   {"color", std::string(style.colour)},
                                   {"arrowhead", std::string(arrow)},
                                   {"tooltip", std::string(text)},
                                   {"pos", line_position({{sample.x, y}, {sample.right(), y}}, Arrow::at_end)}});
        add_text(text, sample);
    }

    void add_sentence(std::string_view text) {
        constexpr double line = legend_size * 1.35;
        at_ = {room_.x, at_.y + row_height};
        ++count_;
        const std::vector<std::string> lines = wrap(text, room_.width / legend_size, 4);
        Attributes attributes = text_attributes(lines, legend_size, faint_colour);
        attributes.push_back({"label", left(lines)});
        drawing_.canvas->add_node(name(), attributes);
        drawing_.canvas->place(name(), {at_.x, at_.y, room_.width, line * static_cast<double>(lines.size())});
        at_.y += line * static_cast<double>(lines.size()) - row_height;
    }

    [[nodiscard]] double height() const { return at_.y + row_height - room_.y; }

private:
    [[nodiscard]] std::string name() const { return fmt::format("#legend{}", count_); }

    // Lines set to the left, in Graphviz's way.
    static std::string left(const std::vector<std::string>& lines) {
        std::string label;
        for (const std::string& line : lines) label += escape_label(line) + "\\l";
        return label;
    }

    static double text_width(std::string_view text) { return width_of(text) * legend_size * 1.05 + 4; }

    // Where the next sample goes.
    Rect next(std::string_view text) {
        const double width = sample_width + 5 + text_width(text) + 14;
        if (at_.x + width > room_.right() && at_.x > room_.x) at_ = {room_.x, at_.y + row_height};
        const Rect sample{at_.x, at_.y + (row_height - sample_height) / 2, sample_width, sample_height};
        at_.x += width;
        ++count_;
        return sample;
    }

    void add_text(std::string_view text, const Rect& sample) {
        const std::string node = name() + "_text";
        Attributes attributes = text_attributes({}, legend_size, text_colour);
        attributes.push_back({"label", left({std::string(text)})});
        drawing_.canvas->add_node(node, attributes);
        drawing_.canvas->place(node, {sample.right() + 5, sample.y, text_width(text), sample.height});
    }

    Drawing drawing_;
    Rect room_;
    Point at_;
    std::size_t count_ = 0;
};

std::string line_meaning(const Wording& wording, Status status) {
    if (status == Status::none) return std::string(wording.either("未注明状态", "no status said"));
    return std::string(wording.label(status));
}

}  // namespace

Rect draw_title(const Drawing& drawing, const std::string& title, const std::string& note, const Rect& room) {
    const Wording& wording = *drawing.wording;
    double y = room.y;
    y +=
        draw_lines(drawing, "#title", wrap(title, room.width / title_size, 3), {room.x, y, room.width, 0}, title_size) +
        4;
    std::string facts =
        fmt::format("{} {} · {} {} · {} {}", wording.either("实体", "entities"), drawing.graph->entity_count(),
                    wording.either("事实", "facts"), drawing.graph->fact_count(), wording.either("文档", "documents"),
                    drawing.graph->documents().size());
    if (!note.empty()) facts += std::string(wording.either("。", ". ")) + note;
    y += draw_lines(drawing, "#note", wrap(facts, room.width / note_size, 6), {room.x, y, room.width, 0}, note_size);
    return {room.x, room.y, room.width, y - room.y};
}

Rect draw_legend(const Drawing& drawing, const Rect& room, Form form) {
    std::array<bool, entity_type_count> kinds{};
    for (EntityIndex i = 0; i < drawing.graph->entity_count(); ++i) {
        kinds.at(static_cast<std::size_t>(drawing.graph->entity(i).type)) = true;
    }
    Legend legend(drawing, room);
    for (const EntityTypeInfo& row : entity_types()) {
        if (kinds.at(static_cast<std::size_t>(row.type))) legend.add_kind(row.type);
    }
    const auto occurs = [&](auto&& condition) {
        return std::any_of(drawing.links.begin(), drawing.links.end(), condition);
    };
    for (const Status status : {Status::done, Status::ongoing, Status::planned, Status::none}) {
        if (occurs([&](const Link& l) { return !l.negated && l.status == status; })) {
            legend.add_line(line_style(status), "normal", line_meaning(*drawing.wording, status));
        }
    }
    if (occurs([](const Link& l) { return l.negated; })) {
        legend.add_line(denied_style(), "tee", drawing.wording->either("否定", "denied"));
    }
    if (form == Form::lists) {
        legend.add_sentence(drawing.wording->either(
            "框题说明上方实体与框内各实体的关系；缩进的实体与其上一级相关；箭头指向宾语；小字是其余的关系。",
            "A frame's heading says how the entity above it is related to those inside; an indented entity is related "
            "to the "
            "one it stands under; arrows point at the object; small print says what else is related."));
    }
    return {room.x, room.y, room.width, legend.height()};
}

}  // namespace guanxi
