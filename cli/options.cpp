#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/suggestion.hpp"
#include "cli/values.hpp"
#include "core/error.hpp"
#include "extract/word_classes.hpp"

namespace guanxi {

namespace {

using enum OptionGroup;

// One row an option. The lambdas are the whole meaning of an option; what can be wrong with a value is in values.cpp.
constexpr std::array table{
    Option{text, "place", 0, "NAME", "the district it is about",
           "The district that the text is about, as in 厦门市湖里区, where the head of the text does not say it.",
           [](Arguments& a, std::string_view v) { a.place = v; }},
    Option{text, "date", 0, "DATE", "its date: 2023-01-05",
           "The date of the text, as 2023, 2023-01 or 2023-01-05, where the head of the text does not say it. "
           "Years that the text leaves out (今年, 明年) are counted from it.",
           [](Arguments& a, std::string_view v) { a.date = read_date(v); }},
    Option{text, "encoding", 0, "NAME", "utf8 gb18030 big5 utf16",
           "The encoding of the input: auto, utf8, gb18030, big5 or utf16. It is recognised if not said.",
           [](Arguments& a, std::string_view v) { a.encoding = read_encoding(v); }},
    Option{
        text, "lexicon", 0, "FILE", "your own names and kinds",
        "A table of your own names, aliases, kinds and stop words; docs/lexicon.md says how it is written. Repeatable.",
        [](Arguments& a, std::string_view v) { a.lexicons.emplace_back(v); }},
    Option{run, "min-confidence", 0, "X", "drop what is less sure",
           "Leave out facts and observations whose confidence is below X, from 0 to 1.",
           [](Arguments& a, std::string_view v) { a.min_confidence = read_share(v); }},
    Option{run, "threads", 0, "N", "default: all cores",
           "Read N documents at once; all cores if not said. The output is the same for any number.",
           [](Arguments& a, std::string_view v) { a.threads = read_count(v, 1, 1024); }},
    Option{
        run, "keep-going", 0, "", "leave out bad inputs",
        "Leave out inputs that cannot be read, with a warning, and exit 0 if any could be. Without it, one bad input "
        "stops the run before anything is written.",
        [](Arguments& a, std::string_view) { a.keep_going = true; }},
    Option{run, "stats", 0, "", "time and counts by stage",
           "Say on standard error how long each stage took and how much went through it.",
           [](Arguments& a, std::string_view) { a.stats = true; }},
    Option{output, "output", 'o', "FILE", "write FILE; repeatable",
           "Write the graph to FILE; the suffix picks the format. May be given several times; - is standard output. "
           "A file is written under another name and renamed when it is whole.",
           [](Arguments& a, std::string_view v) { a.outputs.emplace_back(v); }},
    Option{output, "format", 'f', "FORMAT", "where no suffix says it",
           "The format of standard output and of files and folders whose suffix says none. Without it, standard output "
           "is jsonld. A form of several files, as neo4j, is written to a folder: -f neo4j -o graph/.",
           [](Arguments& a, std::string_view v) { a.format = read_format(v); }},
    Option{output, "no-text", 0, "", "save without the texts",
           "Save the graph without the texts of its documents; the quoted sentences stay.",
           [](Arguments& a, std::string_view) { a.writing.texts = false; }},
    Option{output, "bom", 0, "", "CSV for Excel",
           "Begin each CSV table with a byte order mark, by which Excel knows that it is UTF-8.",
           [](Arguments& a, std::string_view) { a.writing.byte_order_mark = true; }},
    Option{output, "base", 0, "IRI", "what identifiers begin with", "The IRI that identifiers in JSON-LD begin with.",
           [](Arguments& a, std::string_view v) { a.writing.base_iri = read_base_iri(v); }},
    Option{output, "quiet", 'q', "", "no warnings, no progress", "Print neither warnings nor progress, only errors.",
           [](Arguments& a, std::string_view) { a.quiet = true; }},
    Option{selection, "type", 0, "KIND,...", "only these kinds of entity",
           "Only entities of these kinds: an identifier or label of the schema, as Project or 项目. Repeatable.",
           [](Arguments& a, std::string_view v) { add_entity_types(a.selection.types, v); }},
    Option{selection, "relation", 0, "NAME,...", "only these relations",
           "Only facts of these relations: an identifier or label of the schema, as builds or 建设. Repeatable.",
           [](Arguments& a, std::string_view v) { add_predicates(a.selection.relations, v); }},
    Option{selection, "status", 0, "NAME,...", "done, ongoing, planned",
           "Only facts of this status: done, ongoing or planned. Repeatable.",
           [](Arguments& a, std::string_view v) { add_statuses(a.selection.statuses, v); }},
    Option{selection, "around", 0, "NAME", "what is near this entity",
           "Only entities near the one of this name. Repeatable.",
           [](Arguments& a, std::string_view v) { a.selection.around.emplace_back(v); }},
    Option{selection, "hops", 0, "N", "how near: facts between (1)",
           "With --around: at most N facts away; 1 if not said.",
           [](Arguments& a, std::string_view v) {
               a.selection.hops = read_count(v, 0, 1000);
               a.hops_given = true;
           }},
    Option{selection, "top", 0, "N", "only the N most central",
           "Only the N most central entities by PageRank, after the other conditions.",
           [](Arguments& a, std::string_view v) { a.selection.top = read_count(v, 1, 1'000'000'000); }},
    Option{selection, "no-isolated", 0, "", "drop entities with no fact", "Leave out entities that have no fact left.",
           [](Arguments& a, std::string_view) { a.selection.isolated = false; }},
    Option{picture, "engine", 0, "NAME", "page dot neato fdp sfdp ...",
           "How a picture is laid out: page, which lists what hangs on each hub, or an engine of Graphviz: dot, neato, "
           "fdp, sfdp, circo or twopi. Chosen by size and shape if not said.",
           [](Arguments& a, std::string_view v) { a.writing.engine = read_engine(v); }},
    Option{picture, "labels", 0, "zh|en", "language of the labels",
           "The language of the labels in pictures, reports and graph files: zh or en.",
           [](Arguments& a, std::string_view v) { a.writing.language = read_language(v); }},
    Option{picture, "title", 0, "TEXT", "heading of the picture",
           "The heading of the picture or the report; the titles of the documents if not said.",
           [](Arguments& a, std::string_view v) { a.writing.title = v; }},
    Option{evaluation, "text", 0, "FILE", "check quotes against it",
           "The text of the document: says how many facts quote it verbatim, and the right sentence.",
           [](Arguments& a, std::string_view v) { a.text = v; }},
    Option{evaluation, "show", 0, "WHAT", "what was missed or wrong",
           "List what was missed and what was wrong of the entities, relations or quantities.",
           [](Arguments& a, std::string_view v) { a.show = read_shown(v); }},
    Option{training, "output", 'o', "FILE", "write the weights to FILE",
           "Write the weights to FILE: recogniser.tsv in the folder that GUANXI_DATA names is what the program uses.",
           [](Arguments& a, std::string_view v) { a.outputs.emplace_back(v); }},
    Option{training, "texts", 0, "FOLDER", "where NAME.spans are from",
           "The folder of the texts that NAME.spans annotate.", [](Arguments& a, std::string_view v) { a.texts = v; }},
    Option{training, "folds", 0, "N", "cross-validate in N parts",
           "Leave out each N-th part of the documents in turn, learn from the others, and say how well that reads it; "
           "5 if not said, 0 not to. Documents of one place are left out together.",
           [](Arguments& a, std::string_view v) { a.folds = read_count(v, 0, 10'000); }},
    Option{grouping, "output", 'o', "FILE", "write the classes to FILE",
           "Write the classes to FILE: word_classes.tsv in the folder that GUANXI_DATA names is what the program uses. "
           "Weights must be learned anew with them.",
           [](Arguments& a, std::string_view v) { a.outputs.emplace_back(v); }},
    Option{grouping, "classes", 0, "N", "how many; default: 200", "The number of classes, 200 if not said.",
           [](Arguments& a, std::string_view v) { a.classes = read_count(v, 1, WordClasses::most); }},
    Option{evaluation, "json", 0, "", "the figures as JSON", "Print the figures as JSON.",
           [](Arguments& a, std::string_view) { a.json = true; }},
    Option{comparison, "part", 0, "NAME,...", "done gone new figures ...",
           "Only these parts: done, underway, again, mentioned, gone, new, planned, amounts, targets or figures. "
           "Repeatable.",
           [](Arguments& a, std::string_view v) { add_parts(a.parts, v); }},
    Option{comparison, "all", 0, "", "every row of each part", "Print every row of each part, not only the first 20.",
           [](Arguments& a, std::string_view) { a.all = true; }},
    Option{comparison, "json", 0, "", "print it as JSON", "Print the whole difference as JSON.",
           [](Arguments& a, std::string_view) { a.json = true; }},
    Option{loading, "to", 0, "URL", "the server's address",
           "The address that takes graphs: a SPARQL Graph Store or Update endpoint, or Neo4j's HTTP query API.",
           [](Arguments& a, std::string_view v) { a.target = v; }},
    Option{loading, "protocol", 0, "NAME", "graph-store update neo4j",
           "What the server speaks: graph-store, update or neo4j. Seen from the address if not said.",
           [](Arguments& a, std::string_view v) { a.protocol = read_protocol(v); }},
    Option{loading, "graph", 0, "IRI", "names go to this graph",
           "The named graph that takes documents and names of entities in place of the default graph, for stores that "
           "have no graph of this kind, as Virtuoso.",
           [](Arguments& a, std::string_view v) { a.names_graph = read_iri(v); }},
    Option{loading, "no-text", 0, "", "without documents' texts",
           "Load the graph without the texts of its documents; the quoted sentences stay.",
           [](Arguments& a, std::string_view) { a.writing.texts = false; }},
    Option{loading, "base", 0, "IRI", "what identifiers begin with", "The IRI that identifiers in RDF begin with.",
           [](Arguments& a, std::string_view v) { a.writing.base_iri = read_base_iri(v); }},
    Option{
        loading, "retries", 0, "N", "times to try again (4)",
        "How often a request is tried again when the connection or the server fails; each time after twice the wait.",
        [](Arguments& a, std::string_view v) { a.retries = read_count(v, 0, 20); }},
    Option{loading, "timeout", 0, "SECONDS", "for one request (300)",
           "How many seconds the server has for one request.",
           [](Arguments& a, std::string_view v) { a.timeout = read_count(v, 1, 86400); }},
    Option{loading, "quiet", 'q', "", "no warnings, no summary", "Print errors alone.",
           [](Arguments& a, std::string_view) { a.quiet = true; }},
    Option{answer, "evidence", 'e', "", "the sentences that say so",
           "Show under each line of the answer the sentences that say so, with their documents.",
           [](Arguments& a, std::string_view) { a.question.evidence = true; }},
    Option{answer, "json", 0, "", "the answer as JSON", "Print the answer as JSON.",
           [](Arguments& a, std::string_view) { a.json = true; }},
    Option{answer, "limit", 0, "N", "at most N lines",
           "At most N lines of each table of the answer, and of its graph no more than they name.",
           [](Arguments& a, std::string_view v) { a.question.limit = read_count(v, 1, 1'000'000'000); }},
    Option{
        narrowing, "relation", 0, "NAME,...", "only these relations",
        "Ask only the facts of these relations: an identifier or label of the schema, as builds or 建设. Repeatable.",
        [](Arguments& a, std::string_view v) { add_predicates(a.selection.relations, v); }},
    Option{narrowing, "status", 0, "NAME,...", "done, ongoing, planned",
           "Ask only the facts and figures of this status: done, ongoing or planned. Repeatable.",
           [](Arguments& a, std::string_view v) { add_statuses(a.selection.statuses, v); }},
    Option{narrowing, "year", 0, "YEAR", "2025 or 2021/2025",
           "Ask only the facts and figures of that year, or of those years: 2025 or 2021/2025.",
           [](Arguments& a, std::string_view v) { a.question.years = read_years(v); }},
    Option{narrowing, "without", 0, "NAME", "as if it were not there",
           "Ask the graph as if this entity were not in it: what hangs together without the city? Repeatable.",
           [](Arguments& a, std::string_view v) { a.question.without.emplace_back(v); }},
    Option{kinds, "type", 0, "KIND,...", "answers of these kinds",
           "Answers about entities of these kinds alone: an identifier or label of the schema, as Project or 项目. "
           "Repeatable.",
           [](Arguments& a, std::string_view v) { add_entity_types(a.selection.types, v); }},
    Option{walk, "hops", 0, "N", "how many facts away (1)", "At most N facts away; 1 if not said.",
           [](Arguments& a, std::string_view v) { a.question.hops = read_count(v, 0, 1000); }},
    Option{ways, "all", 0, "", "every path, not a shortest",
           "Every path that stands on no entity twice, the shortest first.",
           [](Arguments& a, std::string_view) { a.question.all = true; }},
    Option{ways, "longest", 0, "N", "with --all: facts in it (4)", "With --all: at most N facts long; 4 if not said.",
           [](Arguments& a, std::string_view v) {
               a.question.longest = read_count(v, 1, 12);
               a.longest_given = true;
           }},
    Option{
        needs, "over", 0, "NAME,...", "needs by these, too",
        "Of these relations, too, the subject needs the object. Without it, what depends on something needs it, and a "
        "whole needs its parts. Repeatable.",
        [](Arguments& a, std::string_view v) { add_needs(a.question.over, v); }},
    Option{ranking, "by", 0, "MEASURE", "degree, betweenness, ...",
           "What is central: pagerank, the most linked to by the well linked; degree, that with the most facts; "
           "betweenness, what most shortest paths lead through. pagerank if not said.",
           [](Arguments& a, std::string_view v) { a.question.by = read_measure(v); }},
    Option{figures, "indicator", 0, "TEXT", "what is measured",
           "Figures whose indicator has TEXT in its name, however it is written. Repeatable.",
           [](Arguments& a, std::string_view v) { a.question.indicators.emplace_back(v); }},
    Option{figures, "by-year", 0, "", "a column for each year", "Print a column for each year.",
           [](Arguments& a, std::string_view) { a.question.by_year = true; }},
};

const Option* find_option(const Command& command, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Option& option) {
        const bool same = name.size() == 1 ? option.letter == name[0] : option.name == name;
        return same && takes(command, option.group);
    });
    return found == table.end() ? nullptr : &*found;
}

[[noreturn]] void fail_unknown(const Command& command, std::string_view word) {
    std::vector<std::string> known{"--help"};
    for (const Option& option : table) {
        if (takes(command, option.group)) known.push_back(fmt::format("--{}", option.name));
    }
    throw UsageError(fmt::format("'{}' has no option {}{}", full_name(command), word, suggestion(word, known)));
}

// One option as it stands on the command line, cut into its name and the value behind `=` or the letter.
struct Word {
    std::string_view shown;  // as the user knows it, for messages
    std::string_view name;
    std::string_view value;
    bool has_value = false;
};

Word cut(std::string_view word) {
    if (word.starts_with("--")) {
        const std::size_t equals = word.find('=');
        const std::string_view shown = word.substr(0, equals);
        if (equals == std::string_view::npos) return {shown, shown.substr(2), {}, false};
        return {shown, shown.substr(2), word.substr(equals + 1), true};
    }
    return {word.substr(0, 2), word.substr(1, 1), word.substr(2), word.size() > 2};
}

void check_operands(const Command& command, const Arguments& arguments) {
    const std::size_t count = arguments.operands.size();
    if (count < command.least_operands) {
        throw UsageError(fmt::format("'{}' wants {}", full_name(command), command.operands));
    }
    if (count > command.most_operands) {
        throw UsageError(fmt::format("'{}' wants {}, not also '{}'", full_name(command), command.operands,
                                     arguments.operands[command.most_operands]));
    }
    if (arguments.hops_given && arguments.selection.around.empty()) {
        throw UsageError("--hops says how far to go from an entity: name it with --around");
    }
    if (arguments.longest_given && !arguments.question.all) {
        throw UsageError("--longest says how long paths may be: ask for all of them with --all");
    }
}

}  // namespace

std::string_view heading(OptionGroup group) {
    static constexpr std::array<std::string_view, option_group_count> names{
        "Texts",    "Run",          "Output",     "Selection", "Pictures", "Evaluation",
        "Training", "Word classes", "Comparison", "Loading",   "Answer",   "Only what these leave",
        "Kinds",    "Walk",         "Paths",      "Needs",     "Ranking",  "Figures"};
    return names.at(static_cast<std::size_t>(group));
}

std::span<const Option> options() {
    return table;
}

std::string syntax(const Option& option) {
    std::string text = option.letter == 0 ? "" : fmt::format("-{}, ", option.letter);
    text += fmt::format("--{}", option.name);
    if (!option.argument.empty()) text += fmt::format(" {}", option.argument);
    return text;
}

Arguments parse(const Command& command, std::span<const std::string_view> words) {
    Arguments arguments;
    bool only_operands = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (only_operands || word == "-" || !word.starts_with('-')) {
            arguments.operands.emplace_back(word);
            continue;
        }
        if (word == "--") {
            only_operands = true;
            continue;
        }
        const Word given = cut(word);
        const Option* option = given.name.empty() ? nullptr : find_option(command, given.name);
        if (option == nullptr) fail_unknown(command, given.shown);
        if (option->argument.empty()) {
            if (given.has_value) throw UsageError(fmt::format("{} takes no value", given.shown));
            option->apply(arguments, {});
            continue;
        }
        if (!given.has_value && i + 1 == words.size()) {
            throw UsageError(fmt::format("{} wants {}", given.shown, option->argument));
        }
        const std::string_view value = given.has_value ? given.value : words[++i];
        if (value.empty()) throw UsageError(fmt::format("{} wants {}", given.shown, option->argument));
        try {
            option->apply(arguments, value);
        } catch (const UsageError& error) {
            throw UsageError(fmt::format("{} {}: {}", given.shown, value, error.what()));
        }
    }
    check_operands(command, arguments);
    return arguments;
}

}  // namespace guanxi
