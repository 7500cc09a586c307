#include "export/rdf_upload.hpp"

#include <map>
#include <sstream>
#include <utility>

#include "export/jsonld_context.hpp"
#include "export/rdf_text.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

// Writes triples as lines, blank nodes as IRIs.
class Lines {
public:
    explicit Lines(const WriteOptions& options) : buffer_(out_), text_(buffer_, options.base_iri) {}

    // The line of a triple; it lives until the next call.
    const std::string& line(const Graph& graph, const Triple& triple) {
        if (triple.object.kind == RdfTerm::Kind::blank) name_part(graph, triple);
        term(triple.subject);
        text_.iri(triple.predicate);
        buffer_.Put(' ');
        term(triple.object);
        buffer_.put(".\n");
        return flushed();
    }
    const std::string& iri(std::string_view id) {
        text_.iri(std::string(id_prefix).append(id));
        std::string& whole = flushed();
        return whole = whole.substr(1, whole.size() - 2);
    }

private:
    // An amount is its statement's only one. Quotes are counted within statement and document: what another document
    // says changes nothing.
    void name_part(const Graph& graph, const Triple& triple) {
        if (triple.subject.text != owner_) {
            owner_ = triple.subject.text;
            counts_.clear();
        }
        part_ = owner_;
        if (triple.predicate == "gx:amount") {
            part_ += "-amount";
        } else {
            const DocumentIndex source = triple.said_by.front();
            part_.append("-").append(graph.documents()[source].id).append("-");
            part_ += std::to_string(counts_[source]++);
        }
    }
    void term(const RdfTerm& term) {
        if (term.kind == RdfTerm::Kind::literal) {
            text_.quoted(term.text);
            if (!term.datatype.empty()) {
                buffer_.put("^^");
                text_.iri(term.datatype);
            }
        } else {
            text_.iri(term.kind == RdfTerm::Kind::blank ? std::string_view(part_) : term.text);
        }
        buffer_.Put(' ');
    }
    std::string& flushed() {
        buffer_.Flush();
        line_ = std::move(out_).str();
        out_.str({});
        return line_;
    }

    std::ostringstream out_;
    OutputBuffer buffer_;
    RdfText text_;
    std::string owner_, part_, line_;
    std::map<DocumentIndex, std::size_t> counts_;
};

// One pass: the parts of the documents from `begin` on, as many as there is room for. Gives the document to go on with.
std::size_t take_pass(const Graph& graph, const WriteOptions& options, std::size_t begin,
                      const std::function<void(const RdfPart&)>& take) {
    Lines lines(options);
    std::size_t end = graph.documents().size();
    std::vector<std::string> parts(end - begin);
    std::string names;
    std::size_t size = 0;
    for_each_triple(graph, options, [&](const Triple& triple) {
        const std::string& line = lines.line(graph, triple);
        if (triple.said_by.empty() && begin == 0) {
            names += line;
            if (names.size() >= upload_piece) take({{}, std::exchange(names, {})});
        }
        for (const DocumentIndex d : triple.said_by) {
            if (d < begin || d >= end) continue;
            parts[d - begin] += line;
            size += line.size();
        }
        // The first document always has room.
        while (size > upload_room && end > begin + 1) {
            size -= parts[--end - begin].size();
            std::string().swap(parts[end - begin]);
        }
    });
    if (!names.empty()) take({{}, names});
    for (std::size_t d = begin; d < end; ++d) take({lines.iri(graph.documents()[d].id), parts[d - begin]});
    return end;
}

}  // namespace

void for_each_part(const Graph& graph, const WriteOptions& options, const std::function<void(const RdfPart&)>& take) {
    std::size_t next = 0;
    do {
        next = take_pass(graph, options, next, take);
    } while (next < graph.documents().size());
}

}  // namespace guanxi
