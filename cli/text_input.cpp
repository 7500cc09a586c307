#include "cli/text_input.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

Extractor make_extractor(const Arguments& arguments) {
    Extractor extractor(data_folder());
    for (const std::string& file : arguments.lexicons) extractor.lexicon().add_user_table(read_bytes(file), file);
    return extractor;
}

namespace {

// File systems and terminals take any bytes; a saved graph holds characters alone.
std::string in_utf8(std::string text) {
    for (std::size_t at = find_invalid_utf8(text); at != std::string::npos; at = find_invalid_utf8(text)) {
        text.replace(at, 1, "\uFFFD");
    }
    return text;
}

}  // namespace

Document as_document(std::string_view bytes, std::string name, const Arguments& arguments) {
    Document document = read_document(bytes, in_utf8(std::move(name)), arguments.encoding);
    document.place = in_utf8(arguments.place);
    document.date = arguments.date;
    return document;
}

Document read_text(const std::string& path, std::string name, const Arguments& arguments) {
    if (std::filesystem::path(path).extension() == ".jsonld") {
        throw Error(fmt::format("{} is a saved graph, not a text; 'guanxi convert' and 'guanxi merge' read it", path));
    }
    return as_document(read_bytes(path), std::move(name), arguments);
}

bool has_chinese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        if (is_han(point.value)) return true;
        at += point.size;
    }
    return false;
}

}  // namespace guanxi
