#include "export/picture_page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "export/picture_columns.hpp"
#include "export/picture_nodes.hpp"
#include "export/picture_style.hpp"
#include "export/picture_text.hpp"

namespace guanxi {

namespace {

// All in points.
constexpr double cell_width = 158;
constexpr double least_cell_width = 96;
constexpr double indent = 13;
constexpr double frame_padding = 7;
constexpr double gutter = 20;  // left of a frame, for the line that leads to it
constexpr double pitch = gutter + cell_width + 2 * frame_padding;
constexpr double name_size = 10.5;
constexpr double name_line = 13.5;
constexpr double note_size = 8;
constexpr double note_line = 10.5;
constexpr double caption_size = 8.5;
constexpr double caption_line = 11;
constexpr double cell_padding = 7;
constexpr double cell_gap = 4;
constexpr double header_height = 19;
constexpr double header_size = 11.5;
constexpr double hub_size = 16;
constexpr FrameRoom room{header_height + 3, frame_padding - cell_gap, 12};
constexpr double least_column = 150;
constexpr double panel_gap = 24;
constexpr double proportion = 1.42;  // of a sheet of paper lying on its side

// A branch with its text broken and its size known.
struct Cell {
    std::vector<std::string> lines;
    std::vector<std::string> notes;
    std::vector<std::string> caption;  // of the line to the parent
    double indent = 0;
    double width = 0;
    double height = 0;
};
using Cells = std::vector<Cell>;

// What a shape takes of its height besides the text.
double extra_height(EntityType type) {
    if (type == EntityType::event) return 6;
    return kind_style(type).peripheries == "2" ? 3 : 0;
}

class PanelWriter {
public:
    PanelWriter(const Drawing& drawing, const Panel& panel, std::size_t number)
        : drawing_(drawing), panel_(&panel), number_(number) {
        for (const Group& group : panel.groups) {
            cells_.emplace_back();
            heights_.emplace_back();
            for (const Outline& outline : group.outlines) {
                cells_.back().push_back(measure(outline, group));
                heights_.back().push_back(height(cells_.back().back()));
            }
        }
        choose_columns();
    }

    /// Spreads a panel without hub over a page of this width.
    void fill_width(double width) {
        if (has_hub()) return;
        columns_ = flow(heights_, room, std::max<std::size_t>(1, static_cast<std::size_t>((width + 1) / pitch)));
    }

    /// Width and height.
    [[nodiscard]] Point size() const {
        const double width = static_cast<double>(columns_.size()) * pitch;
        return {std::max(width, has_hub() ? hub_width() + gutter : 0), head_height() + height_of(columns_)};
    }

    void draw(Point top) {
        if (has_hub()) draw_hub({top.x + (size().x - hub_width() + gutter) / 2, top.y, hub_width(), hub_height()});
        const double y = top.y + head_height();
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (const Piece& piece : columns_[c]) {
                const double x = top.x + static_cast<double>(c) * pitch + gutter;
                draw_piece(piece, {x, y + piece.y, cell_width + 2 * frame_padding, piece.height});
            }
        }
    }

private:
    static constexpr double bus_room = 13;

    [[nodiscard]] bool has_hub() const { return panel_->hub != Graph::no_entity; }
    [[nodiscard]] double head_height() const { return has_hub() ? hub_height() + 2 * bus_room : 0; }

    // As many columns as make the panel look most like a sheet, but none for a cell or two.
    void choose_columns() {
        double height = 0;
        for (const std::vector<double>& group : heights_)
            height = std::accumulate(group.begin(), group.end(), height + room.above);
        const auto most = std::min<std::size_t>(40, 1 + static_cast<std::size_t>(height / least_column));
        double best_distance = 1e9;
        for (std::size_t n = 1; n <= most; ++n) {
            Columns columns = flow(heights_, room, n);
            const double sheet = static_cast<double>(columns.size()) * pitch / (head_height() + height_of(columns));
            const double distance = std::abs(std::log(sheet / proportion));
            if (distance >= best_distance) continue;
            best_distance = distance;
            columns_ = std::move(columns);
        }
    }

    [[nodiscard]] const Entity& entity(EntityIndex index) const { return drawing_.graph->entity(index); }
    [[nodiscard]] const Link& link(std::size_t index) const { return drawing_.links[index]; }

    // What a note says of a link, seen from one end: `位于`, `支持 → 某公司`.
    [[nodiscard]] std::string note(std::size_t index, EntityIndex from) const {
        const Link& l = link(index);
        std::string text = drawing_.wording->label(l);
        if (l.status == Status::planned || l.status == Status::ongoing) {
            text += fmt::format("（{}）", drawing_.wording->label(l.status));
        }
        const EntityIndex other = l.subject == from ? l.object : l.subject;
        if (other == panel_->hub) return text;
        const std::string name = shown(entity(other).name, 16);
        return l.subject == from ? fmt::format("{} → {}", text, name) : fmt::format("{} → {}", name, text);
    }

    [[nodiscard]] std::vector<std::string> notes(const std::vector<std::size_t>& links, EntityIndex from,
                                                 double width) const {
        constexpr std::size_t most_lines = 4;
        std::vector<std::string> said;
        said.reserve(links.size());
        for (const std::size_t index : links) said.push_back(note(index, from));
        if (said.empty()) return {};
        return wrap(join(said, "；"), width / note_size, most_lines);
    }

    [[nodiscard]] Cells measure(const Outline& outline, const Group& group) const {
        Cells cells;
        for (const Branch& branch : outline) {
            Cell cell;
            cell.width = std::max(least_cell_width, cell_width - indent * branch.depth);
            cell.indent = cell_width - cell.width;
            const double inner = cell.width - 16;
            cell.lines = wrap(entity(branch.entity).name, inner / name_size, 4);
            cell.notes = notes(branch.others, branch.entity, inner);
            if (branch.parent != none) {
                cell.caption = wrap(drawing_.wording->label(link(branch.link)), cell.width / caption_size - 1, 2);
            } else if (branch.link != none) {
                // The group's header says the relation; what more the link says stands in the cell.
                std::string more = drawing_.wording->label(link(branch.link));
                const std::string plain((group.negated ? drawing_.wording->either("未", "not ") : ""));
                if (more != plain + std::string(drawing_.wording->label(group.predicate))) {
                    const auto lines = wrap(more, inner / note_size, 2);
                    cell.notes.insert(cell.notes.begin(), lines.begin(), lines.end());
                }
            }
            const double border = extra_height(entity(branch.entity).type);
            cell.height = cell_padding + border + name_line * static_cast<double>(cell.lines.size()) +
                          note_line * static_cast<double>(cell.notes.size());
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    [[nodiscard]] static double height(const Cells& cells) {
        double sum = 0;
        for (const Cell& cell : cells)
            sum += cell.height + cell_gap + caption_line * static_cast<double>(cell.caption.size());
        return sum;
    }

    [[nodiscard]] std::vector<std::string> hub_lines() const { return wrap(entity(panel_->hub).name, 18, 3); }
    [[nodiscard]] std::vector<std::string> hub_notes() const { return notes(panel_->others, panel_->hub, 280); }
    [[nodiscard]] double hub_width() const {
        double width = 90;
        for (const std::string& line : hub_lines()) width = std::max(width, width_of(line) * hub_size + 36);
        for (const std::string& line : hub_notes()) width = std::max(width, width_of(line) * note_size + 24);
        return width;
    }
    [[nodiscard]] double hub_height() const {
        return 16 + hub_size * 1.3 * static_cast<double>(hub_lines().size()) +
               note_line * static_cast<double>(hub_notes().size());
    }

    void draw_hub(const Rect& rect) {
        const std::string& id = entity(panel_->hub).id;
        Attributes attributes = entity_attributes(*drawing_.graph, *drawing_.wording, panel_->hub);
        attributes.push_back(noted_label(hub_lines(), hub_notes(), note_size));
        attributes.push_back({"fontsize", fmt::format("{}", hub_size)});
        attributes.push_back({"penwidth", "1.6"});
        drawing_.canvas->add_node(id, attributes);
        drawing_.canvas->place(id, rect);
        hub_rect_ = rect;
    }

    [[nodiscard]] std::string header(const Group& group, const Piece& piece) const {
        const Wording& wording = *drawing_.wording;
        if (!group.linked) return std::string(wording.either("没有关系的实体", "without relations"));
        if (group.hub == Graph::no_entity || group.outlines.front().front().link == none) {
            return std::string(wording.either("其他", "others"));
        }
        std::string text(group.negated ? wording.either("未", "not ") : "");
        text += wording.label(group.predicate);
        if (!group.from_hub && !info(group.predicate).symmetric) {
            text += std::string(wording.either("", " ")) + shown(entity(group.hub).name, 10);
        }
        if (group.status != Status::none) text += " · " + std::string(wording.label(group.status));
        text += fmt::format("  {}", group.outlines.size());
        if (piece.first > 0) text += wording.either("（续）", " (continued)");
        return text;
    }

    void draw_piece(const Piece& piece, const Rect& frame) {
        const Group& group = panel_->groups[piece.group];
        const LineStyle& style = group.negated ? denied_style() : line_style(group.status);
        const std::string name = fmt::format("cluster_{}_{}_{}", number_, piece.group, piece.first);
        drawing_.canvas->add_cluster(name, "",
                                     {{"style", "filled,rounded"},
                                      {"fillcolor", std::string(frame_fill)},
                                      {"color", std::string(frame_colour)},
                                      {"tooltip", escape_label(header(group, piece))}});
        drawing_.canvas->place_cluster(name, frame);
        const std::string head = name + "_header";
        drawing_.canvas->add_node(
            head, text_attributes({header(group, piece)}, header_size, group.linked ? style.colour : faint_colour));
        drawing_.canvas->place(head, {frame.x + 1, frame.y + 1, frame.width - 2, header_height});
        drawing_.canvas->add_to_cluster(name, head);
        if (has_hub() && group.outlines.front().front().link != none) draw_trunk(head, group, frame);
        double y = frame.y + room.above;
        for (std::size_t o = piece.first; o < piece.last; ++o) {
            draw_outline(cells_[piece.group][o], group.outlines[o], {frame.x + frame_padding, y}, name);
            y += heights_[piece.group][o];
        }
    }

    // From the hub down to the bus, along it to the gutter, down the gutter and into the frame.
    void draw_trunk(const std::string& head, const Group& group, const Rect& frame) {
        const LineStyle& style = group.negated ? denied_style() : line_style(group.status);
        const Point start{hub_rect_.centre().x, hub_rect_.bottom()};
        const double bus = hub_rect_.bottom() + bus_room;
        const double x = frame.x - gutter / 2;
        const double y = frame.y + header_height / 2 + 1;
        const bool directed = !info(group.predicate).symmetric;
        drawing_.canvas->add_edge(
            entity(panel_->hub).id, head, head,
            {{"class", "group"},
             {"style", std::string(style.style)},
             {"penwidth", std::string(style.width)},
             {"color", std::string(style.colour)},
             {"arrowhead", group.negated    ? "tee"
                           : !directed      ? "dot"
                           : group.from_hub ? "normal"
                                            : "inv"},
             {"tooltip", escape_label(std::string(drawing_.wording->label(group.predicate)))},
             {"pos", line_position({start, {start.x, bus}, {x, bus}, {x, y}, {frame.x, y}}, Arrow::at_end)}});
    }

    void draw_outline(const Cells& cells, const Outline& outline, Point at, const std::string& frame) {
        std::vector<Rect> rects;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Cell& cell = cells[i];
            const Branch& branch = outline[i];
            const std::string& id = entity(branch.entity).id;
            at.y += caption_line * static_cast<double>(cell.caption.size());
            const Rect rect{at.x + cell.indent, at.y, cell.width, cell.height};
            rects.push_back(rect);
            Attributes attributes = entity_attributes(*drawing_.graph, *drawing_.wording, branch.entity);
            attributes.push_back(noted_label(cell.lines, cell.notes, note_size));
            add_evidence(attributes, branch);
            drawing_.canvas->add_node(id, attributes);
            // A second outline is drawn around the first.
            const double inset = kind_style(entity(branch.entity).type).peripheries == "2" ? 3.5 : 0;
            drawing_.canvas->place(id,
                                   {rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset});
            drawing_.canvas->add_to_cluster(frame, id);
            at.y += cell.height + cell_gap;
            if (branch.parent != none) draw_branch_line(cell, branch, rects[branch.parent], rect);
        }
    }

    // What is said by a list or a note and not by a line of its own has its sentences at the entity.
    void add_evidence(Attributes& attributes, const Branch& branch) const {
        std::string text = drawing_.wording->tooltip(branch.entity);
        if (branch.parent == none && branch.link != none) text += "\n" + drawing_.wording->tooltip(link(branch.link));
        for (const std::size_t other : branch.others) text += "\n" + drawing_.wording->tooltip(link(other));
        attributes.push_back({"tooltip", escape_label(text)});
    }

    void draw_branch_line(const Cell& cell, const Branch& branch, const Rect& parent, const Rect& child) {
        const Link& l = link(branch.link);
        Attributes attributes = link_attributes(*drawing_.graph, *drawing_.wording, l);
        const double x = std::min(parent.x + indent / 2, child.x - 4);
        const Point from{x, parent.bottom()};
        const Point to{child.x, child.centre().y};
        const bool forward = l.object == branch.entity;
        const bool directed = !info(drawing_.graph->fact(l.facts.front()).predicate).symmetric && !l.negated;
        std::vector<Point> corners{from, {x, to.y}, to};
        Arrow arrow = Arrow::at_end;
        if (!forward) {
            // The head stands at the child all the same, turned round, for lines to one parent share its end.
            std::reverse(corners.begin(), corners.end());
            arrow = Arrow::at_begin;
            attributes.push_back({"arrowhead", "none"});
            attributes.push_back({"arrowtail", directed ? "inv" : l.negated ? "tee" : "dot"});
            attributes.push_back({"dir", "back"});
        } else if (!directed && !l.negated) {
            attributes.push_back({"arrowhead", "dot"});
        }
        attributes.push_back({"pos", line_position(corners, arrow)});
        double width = 0;
        for (const std::string& line : cell.caption) width = std::max(width, width_of(line) * caption_size);
        const double height = caption_line * static_cast<double>(cell.caption.size());
        attributes.push_back({"label", escape_label(join(cell.caption, "\n"))});
        attributes.push_back({"lp", fmt::format("{:.2f},{:.2f}", child.x + 2 + width / 2, -(child.y - height / 2))});
        drawing_.canvas->add_edge(entity(l.subject).id, entity(l.object).id,
                                  fact_id(*drawing_.graph, drawing_.graph->fact(l.facts.front())), attributes);
    }

    Drawing drawing_;
    const Panel* panel_;
    std::size_t number_;
    std::vector<std::vector<Cells>> cells_;
    GroupHeights heights_;
    Columns columns_;
    Rect hub_rect_;
};

}  // namespace

Rect draw_panels(const Drawing& drawing, std::span<const Panel> panels, Point top) {
    std::vector<PanelWriter> writers;
    double area = 0;
    double width = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        writers.emplace_back(drawing, panels[i], i);
        const Point size = writers.back().size();
        area += (size.x + panel_gap) * (size.y + panel_gap);
        width = std::max(width, size.x);
    }
    // Panels stand side by side as far as makes the whole look like a sheet.
    width = std::max(width, std::sqrt(area * proportion));
    if (writers.size() > 1) writers.back().fill_width(width);
    Rect taken{top.x, top.y, 0, 0};
    Point at = top;
    double row_height = 0;
    for (PanelWriter& writer : writers) {
        const Point size = writer.size();
        if (at.x > top.x && at.x + size.x > top.x + width) {
            at = {top.x, at.y + row_height + panel_gap};
            row_height = 0;
        }
        writer.draw(at);
        row_height = std::max(row_height, size.y);
        taken.width = std::max(taken.width, at.x + size.x - top.x);
        taken.height = at.y + row_height - top.y;
        at.x += size.x + panel_gap;
    }
    return taken;
}

}  // namespace guanxi
