#include <array>

#include "export/elements.hpp"
#include "export/graphml.hpp"
#include "export/picture_style.hpp"
#include "export/time_interval.hpp"
#include "export/xml_text.hpp"

namespace guanxi {

namespace {

constexpr std::string_view header =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";

std::string_view type_name(ValueType type) {
    static constexpr std::array<std::string_view, 5> names{"string", "long", "double", "boolean", "string"};
    return names.at(static_cast<std::size_t>(type));
}

// Two hexadecimal digits of `#1F5A93` as a number.
int channel(std::string_view colour, std::size_t which) {
    return std::stoi(std::string(colour.substr(1 + 2 * which, 2)), nullptr, 16);
}

class GexfWriter {
public:
    explicit GexfWriter(std::ostream& out) : out_(out) {}

    void write(const Graph& graph, const WriteOptions& options) {
        out_.put(header);
        out_.put("<meta><creator>guanxi</creator><description>");
        put_xml(out_, title_of(graph, options));
        out_.put(
            "</description></meta>\n<graph mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" "
            "defaultedgetype=\"directed\" idtype=\"string\">\n");
        declare("node", node_properties());
        declare("edge", edge_properties());
        out_.put("<nodes>\n");
        for_each_node(graph, options, [&](const Element& node) {
            out_.put("<node");
            attribute("id", node.id);
            attribute("label", node.label);
            days(node.time);
            out_.Put('>');
            values(node, node_properties());
            colour(node);
            out_.put("</node>\n");
        });
        out_.put("</nodes>\n<edges>\n");
        for_each_edge(graph, options, [&](const Element& edge) {
            out_.put("<edge");
            attribute("id", edge.id);
            attribute("source", edge.source);
            attribute("target", edge.target);
            attribute("label", edge.label);
            attribute("kind", edge.kind);
            days(edge.time);
            out_.Put('>');
            values(edge, edge_properties());
            out_.put("</edge>\n");
        });
        out_.put("</edges>\n</graph>\n</gexf>\n");
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
    // What has no time is always there.
    void days(std::string_view time) {
        const auto interval = days_of(time);
        if (!interval) return;
        attribute("start", interval->first);
        attribute("end", interval->last);
    }
    void declare(std::string_view of, std::span<const ElementProperty> table) {
        put({"<attributes class=\"", of, "\" mode=\"static\">\n"});
        for (const ElementProperty& property : table) {
            if (property.name == "label") continue;  // GEXF has one of its own
            put({"<attribute id=\"", property.name, "\" title=\"", property.name, "\" type=\"",
                 type_name(property.type), "\"/>\n"});
        }
        out_.put("</attributes>\n");
    }
    void values(const Element& element, std::span<const ElementProperty> table) {
        out_.put("<attvalues>");
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table[i].name == "label" || element.values[i].empty()) continue;
            out_.put("<attvalue");
            attribute("for", table[i].name);
            attribute("value", element.values[i]);
            out_.put("/>");
        }
        out_.put("</attvalues>");
    }
    // The colours of the pictures; observations are grey.
    void colour(const Element& node) {
        const auto type = find_entity_type(node.kind);
        const std::string_view line = type ? kind_style(*type).line : faint_colour;
        out_.put("<viz:color");
        attribute("r", std::to_string(channel(line, 0)));
        attribute("g", std::to_string(channel(line, 1)));
        attribute("b", std::to_string(channel(line, 2)));
        out_.put("/>");
    }

    OutputBuffer out_;
};

}  // namespace

void write_gexf(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    GexfWriter(out).write(graph, options);
}

}  // namespace guanxi
