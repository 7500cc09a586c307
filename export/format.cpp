#include "export/format.hpp"

#include <array>

#include "export/csv_tables.hpp"
#include "export/cytoscape.hpp"
#include "export/explorer.hpp"
#include "export/graphml.hpp"
#include "export/jsonl.hpp"
#include "export/jsonld.hpp"
#include "export/kuzu.hpp"
#include "export/neo4j.hpp"
#include "export/picture.hpp"
#include "export/rdf.hpp"
#include "export/report.hpp"
#include "export/sqlite.hpp"

namespace guanxi {

namespace {

constexpr std::array<Format, 19> format_table{{
    {"jsonld", ".jsonld", "JSON-LD, the lossless form: reads back into the same graph", false, write_jsonld,
     read_jsonld},
    {"turtle", ".ttl", "RDF as Turtle, for people and RDF stores", false, write_turtle},
    {"ntriples", ".nt", "RDF as N-Triples, one a line; reads back", false, write_ntriples, read_rdf},
    {"nquads", ".nq", "RDF as N-Quads, each document a graph; reads back", false, write_nquads, read_rdf},
    {"sqlite", ".sqlite", "SQLite database, lossless, with full-text search in names and sentences", true, write_sqlite,
     read_sqlite},
    {"graphml", ".graphml", "GraphML with typed attributes, for networkx, igraph, Gephi, yEd", false, write_graphml},
    {"gexf", ".gexf", "GEXF with times, for Gephi and its timeline", false, write_gexf},
    {"cytoscape", ".cyjs", "JSON for Cytoscape and cytoscape.js", false, write_cytoscape},
    {"markdown", ".md", "report in Markdown: figures, results, plans, with their sentences", false, write_report},
    {"neo4j", "", "CSV files for neo4j-admin database import", false, nullptr, nullptr, write_neo4j, neo4j_file_names},
    {"cypher", ".cypher", "Cypher script for Neo4j, Memgraph, Neptune; may run any number of times", false,
     write_cypher},
    {"kuzu", "", "schema, CSV files and COPY statements for Kùzu and LadybugDB", false, nullptr, nullptr, write_kuzu,
     kuzu_file_names},
    {"jsonl", ".jsonl", "JSON Lines: a fact a line with all that is said of it", false, write_jsonl},
    {"csv", "", "tables for spreadsheets and table engines: documents, entities, facts, observations, evidence", false,
     nullptr, nullptr, write_csv_tables, csv_table_names},
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
        const bool by_suffix = !format.suffix.empty() && name_or_file.ends_with(format.suffix);
        if (format.name == name_or_file || by_suffix) return &format;
    }
    return nullptr;
}

}  // namespace guanxi
