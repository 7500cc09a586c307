#include "cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "cli/suggestion.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace {

using enum OptionGroup;

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
constexpr std::array build_groups{text, run, output, selection, picture};
constexpr std::array graph_groups{output, selection, picture};
constexpr std::array trace_groups{text};
constexpr std::array diff_groups{comparison, output, picture};
constexpr std::array evaluate_groups{evaluation};
constexpr std::array train_groups{training};
constexpr std::array classes_groups{grouping};
constexpr std::array load_groups{loading};
constexpr std::array query_groups{answer, narrowing, kinds, walk, ways, needs, ranking, figures, output, picture};

constexpr std::array table{
    Command{"build", "INPUT...", "read texts and write their graph",
            "INPUT is a text, a folder of texts or - (standard input). Without -o: JSON-LD to standard output.",
            "guanxi build report.txt -o report.jsonld -o report.svg --place 厦门市湖里区", build_groups, 1, any_number,
            build},
    Command{"convert", "GRAPH", "write a saved graph, or a part of it, in another form",
            "Reads a graph that 'build' saved as .jsonld (- is standard input) and writes it, or the part that is\n"
            "selected, in other forms. Without -o it goes to standard output as JSON-LD.",
            "guanxi convert report.jsonld -o around.svg --around 湖里区 --hops 2", graph_groups, 1, 1, convert},
    Command{"merge", "GRAPH...", "join saved graphs into one",
            "Joins graphs that 'build' saved as .jsonld. What comes out is, byte for byte, what one 'build' over\n"
            "all of their inputs in this order would have written.",
            "guanxi merge 2022.jsonld 2023.jsonld -o both.jsonld", graph_groups, 1, any_number, merge},
    Command{"trace", "TEXT", "show each stage of the reading of a sentence, and why",
            "Shows what each stage reads in TEXT, a sentence, a file or - for standard input: words, mentions and\n"
            "what was dropped and why, entities, measurements, relations, each with the rule that fired.",
            "guanxi trace --date 2023 '今年，湖里区将新建3所学校。'", trace_groups, 1, 1, trace},
    Command{"explain",
            "GRAPH NAME [NAME]",
            "say what a saved graph knows of an entity, or of two",
            "Prints the facts and figures about an entity, or the facts between two, with the sentences that say\n"
            "so. What is done stands before what is under way and what is planned.",
            "guanxi explain report.jsonld 湖里区",
            {},
            2,
            3,
            explain},
    Command{"diff", "OLD NEW", "say what changed between two graphs of one place",
            "Compares the saved graphs of a place in two years: what was planned and is done, under way or not\n"
            "mentioned again, what is new, changed amounts and figures, with both sentences. -o also takes .md\n"
            "and .json; other forms and pictures show the graph of what changed.",
            "guanxi diff 2023.jsonld 2024.jsonld -o what-changed.md", diff_groups, 2, 2, diff},
    Command{"validate",
            "GRAPH",
            "check a saved graph and say where it breaks the contract",
            "Reads a saved graph (.jsonld, .nq or another form that reads back; - is standard input) and\n"
            "says what is wrong with it, node by node, with line and key. Exits 0 if nothing is, else 1.",
            "guanxi validate report.nq",
            {},
            1,
            1,
            validate},
    Command{"load", "GRAPH", "send a saved graph to a graph database",
            "Sends a saved graph to an RDF store (SPARQL Graph Store or Update) or to Neo4j (HTTP query API).\n"
            "What it has of the same documents is replaced: loading twice changes nothing. The environment\n"
            "says who asks: GUANXI_USER and GUANXI_PASSWORD, or GUANXI_TOKEN.",
            "guanxi load report.jsonld --to http://localhost:3030/reports/data", load_groups, 1, 1, load},
    Command{"query", "GRAPH QUESTION [NAME...]", "ask a saved graph, walk it, draw what is found",
            "Answers with a table, as JSON with --json, or with the part of the graph that -o draws or writes.",
            "guanxi query report.jsonld around 湖里区 --hops 2 -o around.svg", query_groups, 2, any_number, query,
            query_commands},
    Command{"evaluate", "GOLD GRAPH", "score a saved graph against a gold annotation",
            "Compares a saved graph with a gold annotation: precision, recall and F1 of entities, relations and\n"
            "quantities, and how well their qualifiers and quotes fit.",
            "guanxi evaluate report.gold.json report.jsonld --text report.txt", evaluate_groups, 2, 2, evaluate},
    Command{"train", "FOLDER...", "learn to recognise entities from annotated texts",
            "Fits the weights of the recogniser to annotated texts in folders, NAME.gold.json beside NAME.txt,\n"
            "NAME.marked with marks such as [[厦门市|District]], or NAME.spans with offsets in a text that\n"
            "stands elsewhere (--texts), and cross-validates them. A folder named twice counts twice.",
            "guanxi train my-texts/ -o recogniser.tsv", train_groups, 1, any_number, train},
    Command{"classes", "INPUT...", "group the words of texts by their neighbours",
            "Groups the words that stand beside the same words into classes: by them, the recogniser knows\n"
            "words of which it has learned nothing. A word has a class if the general dictionary has it, or\n"
            "many of the texts.",
            "guanxi classes reports/ -o word_classes.tsv", classes_groups, 1, any_number, classes},
};

}  // namespace

std::span<const Command> commands() {
    return table;
}

std::string full_name(const Command& command) {
    return std::string(command.before) + std::string(command.name);
}

const Command& question_named(const Command& command, std::string_view name) {
    std::vector<std::string> known;
    for (const Command& question : command.questions()) {
        if (question.name == name) return question;
        known.emplace_back(question.name);
    }
    throw UsageError(fmt::format("'{}' has no question '{}'{}", command.name, name, suggestion_or_all(name, known)));
}

bool takes(const Command& command, OptionGroup group) {
    return std::find(command.groups.begin(), command.groups.end(), group) != command.groups.end();
}

}  // namespace guanxi
