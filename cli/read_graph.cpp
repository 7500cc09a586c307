#include "cli/read_graph.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <utility>
#include <vector>

#include "cli/inputs.hpp"
#include "core/error.hpp"
#include "export/contract_error.hpp"
#include "export/format.hpp"

namespace guanxi {

namespace {

std::string readable_suffixes() {
    std::string list;
    for (const Format& format : formats()) {
        if (format.read != nullptr) list += fmt::format("{}{}", list.empty() ? "" : ", ", format.suffix);
    }
    return list;
}

std::string hint() {
    return fmt::format("\nonly a graph that guanxi saved can be read: {}", readable_suffixes());
}

// By the first character, where no suffix says what it is: JSON begins with a brace, a quad with a term, a database
// with its program's name.
const Format& format_of(std::istream& in) {
    const int first = in.peek();
    if (first == 'S') return *find_format("sqlite");
    return *find_format(first == '<' || first == '_' || first == '#' ? "nquads" : "jsonld");
}

Graph read_from(std::istream& in, const std::string& shown, const Format& format) {
    try {
        return format.read(in, shown);
    } catch (const ContractError& error) {
        std::vector<std::string> problems = error.problems();
        problems.front() += hint();
        throw ContractError(std::move(problems));
    } catch (const Error& error) {
        throw Error(error.what() + hint());
    }
}

}  // namespace

Graph read_graph(const std::string& path) {
    if (path == "-") return read_from(std::cin, "standard input", format_of(std::cin));
    check_readable(path);
    if (is_text_name(path)) {
        throw Error(fmt::format("{} is a text, not a saved graph; 'guanxi build {}' makes one of it", path, path));
    }
    const Format* format = find_format(path);
    std::ifstream file(path, std::ios::binary);
    return read_from(file, path, format != nullptr && format->read != nullptr ? *format : format_of(file));
}

}  // namespace guanxi
