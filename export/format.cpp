#include "export/format.hpp"

#include <array>

#include "export/cytoscape.hpp"
#include "export/explorer.hpp"
#include "export/graphml.hpp"
#include "export/jsonld.hpp"
#include "export/picture.hpp"
#include "export/rdf.hpp"
#include "export/report.hpp"
#include "export/sqlite.hpp"

namespace guanxi {

namespace {

constexpr std::array<Format, 14> format_table{{
    {"jsonld", ".jsonld", "JSON-LD, the lossless form: reads back into the same graph", false, write_jsonld,
     read_jsonld},
    {"turtle", ".ttl", "RDF as Turtle, for people and RDF stores", false, write_turtle},
    {"ntriples", ".nt", "RDF as N-Triples, one a line", false, write_ntriples},
    {"nquads", ".nq", "RDF as N-Quads: what a document says in a graph of its own", false, write_nquads},
    {"sqlite", ".sqlite", "SQLite database, lossless, with full-text search in names and sentences", true, write_sqlite,
     read_sqlite},
    {"graphml", ".graphml", "GraphML with typed attributes, for networkx, igraph, Gephi, yEd", false, write_graphml},
    {"gexf", ".gexf", "GEXF with times, for Gephi and its timeline", false, write_gexf},
    {"cytoscape", ".cyjs", "JSON for Cytoscape and cytoscape.js", false, write_cytoscape},
    {"markdown", ".md", "report in Markdown: figures, results, plans, with their sentences", false, write_report},
    {"dot", ".dot", "Graphviz source with every place fixed, for dot and other programs", false, write_dot},
    {"svg", ".svg", "picture for the browser, with the sentences as tooltips", false, write_svg},
    {"png", ".png", "picture as pixels", true, write_png},
    {"pdf", ".pdf", "picture to print", true, write_pdf},
    {"html", ".html", "explorer: one page to search, walk and print the graph, for any browser", false, write_explorer},
}};

}  // namespace

std::span<const Format> formats() {
    return format_table;
}

const Format* find_format(std::string_view name_or_file) {
    for (const Format& format : formats()) {
        if (format.name == name_or_file || name_or_file.ends_with(format.suffix)) return &format;
    }
    return nullptr;
}

}  // namespace guanxi
