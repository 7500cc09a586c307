#include "export/jsonld_context.hpp"
#include "export/rdf.hpp"
#include "export/rdf_text.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

class LineWriter {
public:
    LineWriter(const Graph& graph, std::ostream& out, const WriteOptions& options)
        : graph_(graph), buffer_(out), text_(buffer_, options.base_iri) {}

    void line(const Triple& triple, std::string_view graph_id) {
        term(triple.subject);
        text_.iri(triple.predicate);
        buffer_.Put(' ');
        term(triple.object);
        if (!graph_id.empty()) term({RdfTerm::Kind::name, (name_.assign(id_prefix).append(graph_id)), {}});
        buffer_.put(".\n");
    }
    void lines(const Triple& triple) {
        if (triple.said_by.empty()) line(triple, {});
        for (const DocumentIndex d : triple.said_by) line(triple, graph_.documents()[d].id);
    }
    void finish() { buffer_.Flush(); }

private:
    void term(const RdfTerm& term) {
        switch (term.kind) {
            case RdfTerm::Kind::name:
                text_.iri(term.text);
                break;
            case RdfTerm::Kind::blank:
                buffer_.put("_:");
                buffer_.put(term.text);
                break;
            case RdfTerm::Kind::literal:
                text_.quoted(term.text);
                if (term.datatype.empty()) break;
                buffer_.put("^^");
                text_.iri(term.datatype);
                break;
        }
        buffer_.Put(' ');
    }

    const Graph& graph_;
    OutputBuffer buffer_;
    RdfText text_;
    std::string name_;
};

}  // namespace

void write_ntriples(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    LineWriter writer(graph, out, options);
    for_each_triple(graph, options, [&](const Triple& triple) { writer.line(triple, {}); });
    writer.finish();
}

void write_nquads(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    LineWriter writer(graph, out, options);
    for_each_triple(graph, options, [&](const Triple& triple) { writer.lines(triple); });
    writer.finish();
}

}  // namespace guanxi
