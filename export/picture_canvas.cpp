#include "export/picture_canvas.hpp"

#include <fmt/core.h>
#include <graphviz/cgraph.h>

#include <cmath>
#include <map>
#include <utility>

namespace guanxi {

namespace {

constexpr double points_per_inch = 72;
constexpr double arrow_length = 6;

// cgraph takes no const; it copies what it is given.
char* text(const std::string& value) {
    return const_cast<char*>(value.c_str());
}

// cgraph writes a name's backslashes as they are, and the last would eat the quotation mark.
std::string safe(const std::string& name) {
    std::string out;
    for (const char c : name) out += c == '\\' ? std::string("\\\\") : std::string(1, c);
    return out;
}

// Hundredths of a point; no negative zero.
std::string number(double value) {
    return fmt::format("{:.2f}", std::round(value * 100) / 100 + 0.0);
}
std::string point(Point p) {
    return number(p.x) + "," + number(-p.y);
}

// The default says that an object without the attribute is meant, and must be there before one can be set.
void set_attribute(Agraph_t* root, void* object, int kind, const Attribute& attribute) {
    std::string name = attribute.name;
    std::string value = attribute.value;
    if (agattr(root, kind, text(name), nullptr) == nullptr) {
        std::string standard = name == "label" && kind == AGNODE ? "\\N" : "";
        agattr(root, kind, text(name), text(standard));
    }
    if (attribute.html) {
        char* const made = agstrdup_html(root, text(value));
        agset(object, text(name), made);
        agstrfree(root, made);
    } else {
        agset(object, text(name), text(value));
    }
}

// The place on the way from `tip` to `before` that leaves room for the arrow head.
Point arrow_base(Point tip, Point before) {
    const double length = std::hypot(tip.x - before.x, tip.y - before.y);
    if (length <= arrow_length) return before;
    const double part = arrow_length / length;
    return {tip.x + (before.x - tip.x) * part, tip.y + (before.y - tip.y) * part};
}

Agnode_t* find_node(Agraph_t* graph, const std::string& name) {
    Agnode_t* const node = agnode(graph, text(safe(name)), 0);
    if (node == nullptr) throw std::logic_error("picture: no node " + name);
    return node;
}

Agraph_t* find_cluster(Agraph_t* graph, const std::string& name) {
    Agraph_t* found = agsubg(graph, text(safe(name)), 0);
    for (Agraph_t* g = agfstsubg(graph); g != nullptr && found == nullptr; g = agnxtsubg(g))
        found = find_cluster(g, name);
    return found;
}

extern "C" int write_to_stream(void* channel, const char* data) {
    *static_cast<std::ostream*>(channel) << data;
    return 0;
}
extern "C" int flush_stream(void* /*channel*/) {
    return 0;
}

// Numbers for names in order of first use. The numbers that cgraph gives by itself are addresses, and the order of
// clusters follows them.
struct Numbers {
    std::map<std::pair<int, std::string>, IDTYPE> of_name;
    std::map<std::pair<int, IDTYPE>, char*> name_of;  // strings of the graph, as cgraph wants to see them
    Agraph_t* graph = nullptr;
    IDTYPE next = 1;
};

extern "C" void* open_numbers(Agraph_t* /*graph*/, Agdisc_t* /*discipline*/) {
    return new Numbers;
}
extern "C" void close_numbers(void* state) {
    delete static_cast<Numbers*>(state);
}
extern "C" long find_number(void* state, int kind, char* name, IDTYPE* number, int create) {
    Numbers& numbers = *static_cast<Numbers*>(state);
    if (name == nullptr) {
        if (create != 0) *number = numbers.next++;
        return create != 0 ? 1 : 0;
    }
    const auto key = std::pair(kind, std::string(name));
    const auto found = numbers.of_name.find(key);
    if (found != numbers.of_name.end()) {
        *number = found->second;
        return 1;
    }
    if (create == 0) return 0;
    *number = numbers.next++;
    numbers.of_name.emplace(key, *number);
    numbers.name_of.emplace(std::pair(kind, *number), agstrdup(numbers.graph, name));
    return 1;
}
extern "C" long take_number(void* /*state*/, int /*kind*/, IDTYPE /*number*/) {
    return 0;
}
extern "C" void drop_number(void* /*state*/, int /*kind*/, IDTYPE /*number*/) {}
extern "C" char* name_of_number(void* state, int kind, IDTYPE number) {
    Numbers& numbers = *static_cast<Numbers*>(state);
    const auto found = numbers.name_of.find({kind, number});
    return found == numbers.name_of.end() ? nullptr : found->second;
}
extern "C" void note_object(void* /*state*/, int /*kind*/, void* /*object*/) {}

Agiddisc_t numbering{open_numbers, find_number, take_number, drop_number, name_of_number, close_numbers, note_object};
Agiodisc_t stream_io{nullptr, write_to_stream, flush_stream};
Agdisc_t discipline{&AgMemDisc, &numbering, &stream_io};

}  // namespace

std::string line_position(const std::vector<Point>& corners, Arrow arrow) {
    std::vector<Point> points = corners;
    std::string position;
    if (arrow == Arrow::at_end) {
        position = "e," + point(points.back()) + " ";
        points.back() = arrow_base(points.back(), points[points.size() - 2]);
    } else if (arrow == Arrow::at_begin) {
        position = "s," + point(points.front()) + " ";
        points.front() = arrow_base(points.front(), points[1]);
    }
    // A straight line is the Bezier curve whose inner control points are its ends.
    position += point(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        position += " " + point(points[i - 1]) + " " + point(points[i]) + " " + point(points[i]);
    }
    return position;
}

Canvas::Canvas() {
    std::string name = "guanxi";
    graph_.reset(agopen(text(name), Agdirected, &discipline));
    // Long names in one line, so that a search finds them.
    set({"linelength", "0"});
    set({"charset", "UTF-8"});
}
Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
void Canvas::Close::operator()(Agraph_s* graph) const {
    agclose(graph);
}

void Canvas::set(const Attribute& attribute) {
    set_attribute(graph(), graph(), AGRAPH, attribute);
}

void Canvas::set_node_default(const Attribute& attribute) {
    agattr(graph(), AGNODE, text(attribute.name), text(attribute.value));
}
void Canvas::set_edge_default(const Attribute& attribute) {
    agattr(graph(), AGEDGE, text(attribute.name), text(attribute.value));
}

void Canvas::add_node(const std::string& name, const Attributes& attributes) {
    Agnode_t* const node = agnode(graph(), text(safe(name)), 1);
    for (const Attribute& attribute : attributes) set_attribute(graph(), node, AGNODE, attribute);
}

void Canvas::place(const std::string& node, const Rect& rect) {
    add_node(node, {{"pos", point(rect.centre())},
                    {"width", fmt::format("{:.4f}", rect.width / points_per_inch)},
                    {"height", fmt::format("{:.4f}", rect.height / points_per_inch)},
                    {"fixedsize", "true"}});
}

void Canvas::add_edge(const std::string& from, const std::string& to, const std::string& key,
                      const Attributes& attributes) {
    Agedge_t* const edge = agedge(graph(), find_node(graph(), from), find_node(graph(), to), text(safe(key)), 1);
    for (const Attribute& attribute : attributes) set_attribute(graph(), edge, AGEDGE, attribute);
}

bool Canvas::has_edge(const std::string& from, const std::string& to, const std::string& key) const {
    return agedge(graph(), find_node(graph(), from), find_node(graph(), to), text(safe(key)), 0) != nullptr;
}

std::string Canvas::straight(const std::string& from, const std::string& to) const {
    std::string name = "pos";
    const std::string begin = agget(find_node(graph(), from), name.data());
    const std::string end = agget(find_node(graph(), to), name.data());
    return begin + " " + begin + " " + end + " " + end;
}

void Canvas::add_cluster(const std::string& name, const std::string& parent, const Attributes& attributes) {
    Agraph_t* const inside = parent.empty() ? graph() : find_cluster(graph(), parent);
    Agraph_t* const cluster = agsubg(inside, text(safe(name)), 1);
    for (const Attribute& attribute : attributes) set_attribute(graph(), cluster, AGRAPH, attribute);
}

void Canvas::place_cluster(const std::string& cluster, const Rect& rect) {
    const std::string box = point({rect.x, rect.bottom()}) + "," + point({rect.right(), rect.y});
    set_attribute(graph(), find_cluster(graph(), cluster), AGRAPH, {"bb", box});
}

void Canvas::add_to_cluster(const std::string& cluster, const std::string& node) {
    agsubnode(find_cluster(graph(), cluster), find_node(graph(), node), 1);
}

void Canvas::write(std::ostream& out) const {
    agwrite(graph(), &out);
}

}  // namespace guanxi
