#include "cli/annotated_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "cli/inputs.hpp"
#include "cli/text_input.hpp"
#include "core/error.hpp"
#include "export/gold.hpp"
#include "extract/annotated_text.hpp"
#include "extract/annotation_spans.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view gold_suffix = ".gold.json";
constexpr std::string_view marked_suffix = ".marked";
constexpr std::string_view spans_suffix = ".spans";
constexpr std::array suffixes{gold_suffix, marked_suffix, spans_suffix};

std::string_view suffix_of(std::string_view path) {
    const auto* const found =
        std::find_if(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) { return path.ends_with(suffix); });
    return found == suffixes.end() ? std::string_view() : *found;
}

AnnotatedText read_spans(const std::string& path, const std::string& texts) {
    const AnnotationSpans spans = read_annotation_spans(read_bytes(path), path);
    if (texts.empty()) {
        throw Error(fmt::format("{} tells of a text that stands elsewhere: say with --texts in which folder {} is",
                                path, spans.text));
    }
    return apply_spans(spans, read_bytes((fs::path(texts) / spans.text).string()));
}

}  // namespace

std::vector<AnnotationFile> annotated_files(const std::vector<std::string>& folders) {
    std::vector<AnnotationFile> files;
    for (auto named = folders.begin(); named != folders.end(); ++named) {
        const std::string& folder = *named;
        if (std::find(folders.begin(), named, folder) != named) continue;
        const auto weight = static_cast<double>(std::count(named, folders.end(), folder));
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored)) throw Error(fmt::format("{} is no folder", folder));
        std::vector<std::string> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            const std::string path = entry.path().string();
            if (!suffix_of(path).empty()) found.push_back(path);
        }
        if (found.empty()) {
            throw Error(fmt::format(
                "{} has no annotated text: NAME.marked, NAME.spans, or NAME.gold.json beside NAME.txt", folder));
        }
        std::sort(found.begin(), found.end());
        for (std::string& path : found) files.push_back({std::move(path), weight});
    }
    return files;
}

AnnotatedDocument read_annotated_document(const std::string& path, const std::string& texts) {
    const std::string_view suffix = suffix_of(path);
    const std::string stem = path.substr(0, path.size() - suffix.size());
    AnnotatedDocument example{.name = fs::path(stem).filename().string(), .document = {}, .gold = {}};
    if (suffix == gold_suffix) {
        example.document = read_text(stem + ".txt", example.name, {});
        std::ifstream file(path, std::ios::binary);
        example.gold = read_gold(file, path);
        return example;
    }
    AnnotatedText marked =
        suffix == spans_suffix ? read_spans(path, texts) : read_annotated_text(read_bytes(path), path);
    example.document = as_document(marked.text, example.name, {});
    example.gold = std::move(marked.gold);
    return example;
}

}  // namespace guanxi
