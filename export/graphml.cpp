#include "export/graphml.hpp"

#include <array>

#include "export/elements.hpp"
#include "export/xml_text.hpp"

namespace guanxi {

namespace {

constexpr std::string_view header =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

// GraphML has no lists; they are JSON in a text.
std::string_view type_name(ValueType type) {
    static constexpr std::array<std::string_view, 5> names{"string", "long", "double", "boolean", "string"};
    return names.at(static_cast<std::size_t>(type));
}

class GraphmlWriter {
public:
    explicit GraphmlWriter(std::ostream& out) : out_(out) {}

    void write(const Graph& graph, const WriteOptions& options) {
        out_.put(header);
        declare("graph", {"title", ValueType::text});
        declare("graph", {"documents", ValueType::list});
        for (const ElementProperty& property : node_properties()) declare("node", property);
        for (const ElementProperty& property : edge_properties()) declare("edge", property);
        declare("edge", {"uid", ValueType::text});
        out_.put("<graph id=\"guanxi\" edgedefault=\"directed\">\n");
        data("graph", "title", title_of(graph, options));
        data("graph", "documents", documents_as_json(graph));
        out_.Put('\n');
        for_each_node(graph, options, [&](const Element& node) {
            out_.put("<node");
            attribute("id", node.id);
            out_.Put('>');
            values("node", node, node_properties());
        });
        for_each_edge(graph, options, [&](const Element& edge) {
            out_.put("<edge");
            attribute("id", edge.id);
            attribute("source", edge.source);
            attribute("target", edge.target);
            out_.Put('>');
            // igraph 1.0 takes the source for the edge's id.
            data("edge", "uid", edge.id);
            values("edge", edge, edge_properties());
        });
        out_.put("</graph>\n</graphml>\n");
        out_.Flush();
    }

private:
    void put(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) out_.put(part);
    }
    void attribute(std::string_view name, std::string_view value) {
        put({" ", name, "=\""});
        put_xml(out_, value);
        out_.Put('"');
    }
    void declare(std::string_view of, const ElementProperty& property) {
        put({"<key id=\"", of, ".", property.name, "\" for=\"", of, "\" attr.name=\"", property.name, "\" attr.type=\"",
             type_name(property.type), "\"/>\n"});
    }
    void data(std::string_view of, std::string_view name, std::string_view value) {
        if (value.empty()) return;
        put({"<data key=\"", of, ".", name, "\">"});
        put_xml(out_, value);
        out_.put("</data>");
    }
    void values(std::string_view of, const Element& element, std::span<const ElementProperty> table) {
        for (std::size_t i = 0; i < table.size(); ++i) data(of, table[i].name, element.values[i]);
        put({"</", of, ">\n"});
    }

    OutputBuffer out_;
};

}  // namespace

void write_graphml(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    GraphmlWriter(out).write(graph, options);
}

}  // namespace guanxi
