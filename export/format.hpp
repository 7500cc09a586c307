#pragma once

#include <istream>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "core/graph.hpp"

namespace guanxi {

/// What a writer may be told. Writers ignore what does not concern them.
struct WriteOptions {
    std::string base_iri = "https://guanxi.example/id/";
    bool texts = true;                 ///< documents carry their text
    std::string_view language = "zh";  ///< of labels in pictures: `zh` or `en`
    std::string engine;                ///< Graphviz layout engine; empty to choose by size and shape
    std::string title;                 ///< of a picture; empty to use the documents' titles
    std::string note;                  ///< what is left out, said in a picture
};

/// One form a graph can be written in, and, where it loses nothing, read from.
struct Format {
    std::string_view name;     ///< `jsonld`
    std::string_view suffix;   ///< `.jsonld`
    std::string_view summary;  ///< one line for help
    bool binary = false;       ///< not fit for a terminal
    void (*write)(const Graph& graph, std::ostream& out, const WriteOptions& options) = nullptr;
    /// Reads what `write` wrote into the same graph; `file` names the input in messages. Null: cannot be read back.
    /// Throws Error, with the place, where the input breaks the contract.
    Graph (*read)(std::istream& in, const std::string& file) = nullptr;
};

/// All formats, in the order of the help text.
[[nodiscard]] std::span<const Format> formats();

/// The format of a name (`jsonld`) or of a file name's suffix (`x.jsonld`), or null.
[[nodiscard]] const Format* find_format(std::string_view name_or_file);

}  // namespace guanxi
