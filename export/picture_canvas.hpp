#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

struct Agraph_s;

namespace guanxi {

/// A point and a rectangle in points (1/72 inch), y counted downwards from the top of the picture.
struct Point {
    double x = 0;
    double y = 0;
};
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
};

/// One attribute of Graphviz. A label in `html` is written between angle brackets.
struct Attribute {
    std::string name;
    std::string value;
    bool html = false;
};
using Attributes = std::vector<Attribute>;

/// Which end of a line bears the arrow head.
enum class Arrow { none, at_end, at_begin };

/// `pos` of a line through `corners`, straight between them.
[[nodiscard]] std::string line_position(const std::vector<Point>& corners, Arrow arrow);

/// A picture as a cgraph graph. Positions that are given are final (layout engine `nop2`); the DOT file shows the same
/// picture in any program of Graphviz.
class Canvas {
public:
    Canvas();
    ~Canvas();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Sets an attribute of the whole graph.
    void set(const Attribute& attribute);
    /// Sets what nodes or edges have that are not told otherwise; before any is added.
    void set_node_default(const Attribute& attribute);
    void set_edge_default(const Attribute& attribute);
    /// Adds a node, or sets attributes of the node of this name.
    void add_node(const std::string& name, const Attributes& attributes);
    /// Puts a node to a place, with that size.
    void place(const std::string& node, const Rect& rect);
    /// Adds an edge from one node to another; `key` tells edges between the same two apart.
    void add_edge(const std::string& from, const std::string& to, const std::string& key, const Attributes& attributes);
    [[nodiscard]] bool has_edge(const std::string& from, const std::string& to, const std::string& key) const;
    /// `pos` of a straight line between two nodes that have their places.
    [[nodiscard]] std::string straight(const std::string& from, const std::string& to) const;
    /// Adds a cluster inside another (`parent` empty: the whole graph).
    void add_cluster(const std::string& name, const std::string& parent, const Attributes& attributes);
    /// Puts a cluster's frame to a place.
    void place_cluster(const std::string& cluster, const Rect& rect);
    void add_to_cluster(const std::string& cluster, const std::string& node);

    /// Writes DOT. Throws Error if the stream fails.
    void write(std::ostream& out) const;

    [[nodiscard]] Agraph_s* graph() { return graph_.get(); }
    [[nodiscard]] Agraph_s* graph() const { return graph_.get(); }

private:
    struct Close {
        void operator()(Agraph_s* graph) const;
    };
    std::unique_ptr<Agraph_s, Close> graph_;
};

}  // namespace guanxi
