#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/load_target.hpp"
#include "core/selection.hpp"
#include "export/format.hpp"
#include "extract/reader.hpp"

namespace guanxi {

/// What is asked of a graph, beside the question and its names.
struct QuestionOptions {
    std::vector<std::string> without;     ///< names of entities to leave out
    std::vector<std::string> indicators;  ///< parts of names of indicators
    std::vector<Predicate> over;          ///< relations whose subject needs the object
    std::string by = "pagerank";          ///< measure of importance
    std::string years;                    ///< `2025` or `2021/2025`; empty for all
    std::optional<std::size_t> limit;     ///< rows of each table
    unsigned hops = 1;
    unsigned longest = 4;  ///< facts of a path
    bool all = false;      ///< all paths, not a shortest one
    bool evidence = false;
    bool by_year = false;  ///< years as columns
};

/// What a command line asks for. Every command takes its part of it.
struct Arguments {
    std::vector<std::string> operands;
    std::vector<std::string> lexicons;    ///< files of the user's own names
    std::vector<std::string> outputs;     ///< files, `-` for standard output
    std::string place;                    ///< of the text
    std::string date;                     ///< of the text
    std::string text;                     ///< file that quotes are checked against
    std::string show;                     ///< what of an evaluation is listed
    std::vector<std::string_view> parts;  ///< of a comparison; empty for all
    std::string target;                   ///< address of the server that takes the graph
    std::string names_graph;              ///< named graph in place of a store's default graph
    Protocol protocol = Protocol::by_url;
    std::optional<unsigned> retries;
    std::optional<unsigned> timeout;  ///< in seconds
    WriteOptions writing;
    Selection selection;
    QuestionOptions question;
    const Format* format = nullptr;  ///< for outputs whose suffix says none
    double min_confidence = 0;
    unsigned threads = 0;  ///< 0: all cores
    Encoding encoding = Encoding::automatic;
    std::string texts;          ///< folder of the texts that spans annotate
    std::size_t classes = 200;  ///< of words
    std::size_t folds = 5;      ///< of a cross-validation
    bool all = false;           ///< every row
    bool hops_given = false;
    bool longest_given = false;
    bool json = false;
    bool keep_going = false;
    bool quiet = false;
    bool stats = false;
};

}  // namespace guanxi
