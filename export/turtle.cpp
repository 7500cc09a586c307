#include "export/jsonld_context.hpp"
#include "export/rdf.hpp"
#include "export/rdf_text.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

// A block a node, blank nodes in brackets where they are referred to; lists behind one predicate where they follow each
// other.
class TurtleWriter {
public:
    TurtleWriter(std::ostream& out, const WriteOptions& options) : buffer_(out), text_(buffer_, options.base_iri) {
        for (const RdfPrefix& prefix : rdf_prefixes()) declare(prefix.name, prefix.iri);
        declare(id_prefix.substr(0, id_prefix.size() - 1), options.base_iri);
    }

    void take(const Triple& triple) {
        const bool inside = triple.subject.kind == RdfTerm::Kind::blank;
        if (in_blank_ && !inside) {
            buffer_.put(" ]");
            in_blank_ = false;
            predicate_ = outer_predicate_;
        }
        if (!inside && triple.subject.text != subject_) {
            if (!subject_.empty()) buffer_.put(" .\n");
            buffer_.Put('\n');
            subject_ = triple.subject.text;
            predicate_.clear();
            name(subject_);
            buffer_.Put(' ');
            write_predicate(triple.predicate);
        } else if (triple.predicate == predicate_) {
            buffer_.put(", ");
        } else {
            if (!predicate_.empty()) buffer_.put(inside ? " ; " : " ;\n    ");
            write_predicate(triple.predicate);
        }
        object(triple.object);
    }
    void finish() {
        if (in_blank_) buffer_.put(" ]");
        if (!subject_.empty()) buffer_.put(" .\n");
        buffer_.Flush();
    }

private:
    void declare(std::string_view prefix, std::string_view iri) {
        for (const std::string_view part : {std::string_view("@prefix "), prefix, std::string_view(": <"), iri}) {
            buffer_.put(part);
        }
        buffer_.put("> .\n");
    }
    void name(std::string_view compact) {
        if (is_plain_local_name(compact.substr(compact.find(':') + 1))) {
            buffer_.put(compact);
        } else {
            text_.iri(compact);
        }
    }
    void write_predicate(std::string_view predicate) {
        predicate_ = predicate;
        predicate == "rdf:type" ? buffer_.Put('a') : name(predicate);
        buffer_.Put(' ');
    }
    void object(const RdfTerm& term) {
        switch (term.kind) {
            case RdfTerm::Kind::name:
                name(term.text);
                break;
            case RdfTerm::Kind::blank:
                buffer_.put("[ ");
                in_blank_ = true;
                outer_predicate_ = predicate_;
                predicate_.clear();
                break;
            case RdfTerm::Kind::literal:
                text_.quoted(term.text);
                if (term.datatype.empty()) break;
                buffer_.put("^^");
                name(term.datatype);
                break;
        }
    }

    OutputBuffer buffer_;
    RdfText text_;
    std::string subject_, predicate_, outer_predicate_;
    bool in_blank_ = false;
};

}  // namespace

void write_turtle(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    TurtleWriter writer(out, options);
    for_each_triple(graph, options, [&](const Triple& triple) { writer.take(triple); });
    writer.finish();
}

}  // namespace guanxi
