#include "cli/read_graph.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/inputs.hpp"
#include "core/error.hpp"
#include "export/format.hpp"

namespace guanxi {

namespace {

std::string readable_suffixes() {
    std::string list;
    for (const Format& format : formats()) {
        if (format.read != nullptr) list += fmt::format("{}{}", list.empty() ? "" : " or ", format.suffix);
    }
    return list;
}

Graph read_from(std::istream& in, const std::string& shown, const Format& format) {
    try {
        return format.read(in, shown);
    } catch (const Error& error) {
        throw Error(
            fmt::format("{}\nonly a graph that guanxi saved as {} can be read", error.what(), readable_suffixes()));
    }
}

}  // namespace

Graph read_graph(const std::string& path) {
    const Format& lossless = *find_format("jsonld");
    if (path == "-") return read_from(std::cin, "standard input", lossless);
    check_readable(path);
    if (is_text_name(path)) {
        throw Error(fmt::format("{} is a text, not a saved graph; 'guanxi build {}' makes one of it", path, path));
    }
    const Format* format = find_format(path);
    std::ifstream file(path, std::ios::binary);
    return read_from(file, path, format != nullptr && format->read != nullptr ? *format : lossless);
}

}  // namespace guanxi
