#include "cli/read_graph.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/inputs.hpp"
#include "core/error.hpp"
#include "export/jsonld.hpp"

namespace guanxi {

namespace {

Graph read_from(std::istream& in, const std::string& shown) {
    try {
        return read_jsonld(in, shown);
    } catch (const Error& error) {
        throw Error(fmt::format("{}\nonly a graph that guanxi saved as .jsonld can be read", error.what()));
    }
}

}  // namespace

Graph read_graph(const std::string& path) {
    if (path == "-") return read_from(std::cin, "standard input");
    check_readable(path);
    if (is_text_name(path)) {
        throw Error(fmt::format("{} is a text, not a saved graph; 'guanxi build {}' makes one of it", path, path));
    }
    std::ifstream file(path, std::ios::binary);
    return read_from(file, path);
}

}  // namespace guanxi
