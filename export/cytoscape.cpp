#include "export/cytoscape.hpp"

#include <rapidjson/writer.h>

#include "export/elements.hpp"
#include "export/output_buffer.hpp"

namespace guanxi {

namespace {

class CytoscapeWriter {
public:
    explicit CytoscapeWriter(std::ostream& out) : buffer_(out), json_(buffer_) {}

    void write(const Graph& graph, const WriteOptions& options) {
        json_.StartObject();
        member("format_version", "1.0");
        member("generated_by", "guanxi");
        member("target_cytoscapejs_version", "~3.3");
        key("data");
        json_.StartObject();
        member("name", title_of(graph, options));
        raw("documents", documents_as_json(graph), rapidjson::kArrayType);
        json_.EndObject();
        key("elements");
        json_.StartObject();
        key("nodes");
        json_.StartArray();
        for_each_node(graph, options, [&](const Element& node) {
            begin(node);
            member("name", node.label);
            values(node, node_properties());
            end();
        });
        json_.EndArray();
        key("edges");
        json_.StartArray();
        for_each_edge(graph, options, [&](const Element& edge) {
            begin(edge);
            member("source", edge.source);
            member("target", edge.target);
            member("name", edge.label);
            member("interaction", edge.kind);
            values(edge, edge_properties());
            end();
        });
        json_.EndArray();
        json_.EndObject();
        json_.EndObject();
        buffer_.Put('\n');
        buffer_.Flush();
    }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void member(std::string_view name, std::string_view value) {
        key(name);
        json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    void raw(std::string_view name, std::string_view value, rapidjson::Type type) {
        key(name);
        json_.RawValue(value.data(), value.size(), type);
    }
    // An element a line.
    void begin(const Element& element) {
        buffer_.Put('\n');
        json_.StartObject();
        key("data");
        json_.StartObject();
        member("id", element.id);
    }
    void end() {
        json_.EndObject();
        json_.EndObject();
    }

    void values(const Element& element, std::span<const ElementProperty> table) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            const std::string& value = element.values[i];
            if (value.empty()) continue;
            switch (table[i].type) {
                case ValueType::text:
                    member(table[i].name, value);
                    break;
                case ValueType::integer:
                case ValueType::flag:
                case ValueType::list:
                    raw(table[i].name, value, rapidjson::kObjectType);
                    break;
                case ValueType::number:
                    // With a point, so that a program that types columns by their first value takes all for numbers.
                    raw(table[i].name, value.find('.') == std::string::npos ? value + ".0" : value,
                        rapidjson::kNumberType);
                    break;
            }
        }
    }

    OutputBuffer buffer_;
    rapidjson::Writer<OutputBuffer> json_;
};

}  // namespace

void write_cytoscape(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    CytoscapeWriter(out).write(graph, options);
}

}  // namespace guanxi
