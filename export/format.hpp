#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// What a writer may be told. Writers ignore what does not concern them.
struct WriteOptions {
    std::string base_iri = "https://guanxi.example/id/";
    bool texts = true;                 ///< documents carry their text
    bool byte_order_mark = false;      ///< CSV tables begin with one
    std::string_view language = "zh";  ///< of labels in pictures: `zh` or `en`
    std::string engine;                ///< Graphviz layout engine; empty to choose by size and shape
    std::string title;                 ///< of a picture; empty to use the documents' titles
    std::string note;                  ///< what is left out, said in a picture
};

/// Begins the file of a name in the folder of a form of several files, and ends the one before. The stream is valid
/// until the next call.
using OpenFile = std::function<std::ostream&(const std::string& name)>;

/// One form a graph can be written in, and, where it loses nothing, read from: one file, or a folder of files.
struct Format {
    std::string_view name;     ///< `jsonld`
    std::string_view suffix;   ///< `.jsonld`; empty for a form of several files
    std::string_view summary;  ///< one line for help
    bool binary = false;       ///< not fit for a terminal
    /// Null for a form of several files.
    void (*write)(const Graph& graph, std::ostream& out, const WriteOptions& options) = nullptr;
    /// Reads what `write` wrote into the same graph; `file` names the input in messages. Null: cannot be read back.
    /// Throws Error, with the place, where the input breaks the contract.
    Graph (*read)(std::istream& in, const std::string& file) = nullptr;
    /// A form of several files: writes them one after the other, each once. Null: one file.
    void (*write_files)(const Graph& graph, const OpenFile& open, const WriteOptions& options) = nullptr;
    /// What a folder of this form may hold: a folder that holds anything else is not replaced.
    std::vector<std::string> (*file_names)() = nullptr;
};

/// All formats, in the order of the help text.
[[nodiscard]] std::span<const Format> formats();

/// The format of a name (`jsonld`) or of a file name's suffix (`x.jsonld`), or null. A form of several files has no
/// suffix.
[[nodiscard]] const Format* find_format(std::string_view name_or_file);

}  // namespace guanxi
