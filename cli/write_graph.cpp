#include "cli/write_graph.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "cli/messages.hpp"
#include "cli/suggestion.hpp"
#include "core/error.hpp"
#include "core/selection.hpp"
#include "export/explorer.hpp"
#include "export/picture.hpp"

namespace guanxi {

namespace {

const Format* format_of(const std::string& output, const Arguments& arguments) {
    const bool standard = output == "-";
    const Format* found = standard ? nullptr : find_format(output);
    if (found != nullptr && found->name != output) return found;  // a folder may be called kuzu and be of another form
    if (arguments.format != nullptr) return arguments.format;
    if (standard) return find_format("jsonld");
    std::vector<std::string> suffixes;
    std::vector<std::string_view> of_folders;
    for (const Format& format : formats()) {
        if (format.write_files != nullptr) {
            of_folders.push_back(format.name);
        } else {
            suffixes.emplace_back(format.suffix);
        }
    }
    if (output.ends_with('/')) {
        throw UsageError(
            fmt::format("which format has the folder {}? Name it with -f: {}", output, fmt::join(of_folders, ", ")));
    }
    const std::string own = std::filesystem::path(output).extension().string();
    throw UsageError(fmt::format("which format has {}? The suffixes are {}; -f names a format for any other{}", output,
                                 fmt::join(suffixes, " "), own.empty() ? "" : suggestion(own, suffixes)));
}

bool selects(const Selection& selection) {
    return !selection.types.empty() || !selection.relations.empty() || !selection.statuses.empty() ||
           !selection.around.empty() || selection.top || !selection.isolated;
}

std::string note_of(const Selected& selected, std::string_view language) {
    if (selected.entities_left_out == 0 && selected.facts_left_out == 0) return {};
    const auto* text = language == "en" ? "left out: {} entities, {} facts" : "未画出：{}个实体、{}条关系";
    return fmt::format(fmt::runtime(text), selected.entities_left_out, selected.facts_left_out);
}

}  // namespace

GraphOutputs::GraphOutputs(const Arguments& arguments) {
    std::vector<std::string> outputs = arguments.outputs;
    if (outputs.empty()) outputs.emplace_back("-");
    if (std::count(outputs.begin(), outputs.end(), "-") > 1) throw UsageError("standard output can be written once");
    std::vector<const Format*> formats_of_outputs;
    formats_of_outputs.reserve(outputs.size());
    for (const std::string& output : outputs) {
        formats_of_outputs.push_back(format_of(output, arguments));
        // Said before anything is read.
        if (formats_of_outputs.back()->write == write_explorer) require_explorer();
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) targets_.push_back(open(outputs[i], *formats_of_outputs[i]));
}

GraphOutputs::Target GraphOutputs::open(const std::string& output, const Format& format) {
    Target target{.format = &format, .file = nullptr, .folder = nullptr};
    if (output == "-") {
        if (format.write_files != nullptr) {
            throw UsageError(fmt::format("{} is a folder of files: name the folder with -o", format.name));
        }
        if (format.binary && output_is_terminal()) {
            throw UsageError(fmt::format("{} is not for a terminal: write it to a file with -o", format.name));
        }
    } else if (format.write_files != nullptr) {
        target.folder = std::make_unique<OutputFolder>(output, format);
    } else if (output.ends_with('/')) {
        throw UsageError(fmt::format("{} is one file: name it without the / at the end of {}", format.name, output));
    } else {
        target.file = std::make_unique<OutputFile>(output);
    }
    return target;
}

void GraphOutputs::warn_of_fonts(const Arguments& arguments) const {
    const bool draws = std::any_of(targets_.begin(), targets_.end(), [](const Target& target) {
        const auto write = target.format->write;
        return write == write_svg || write == write_png || write == write_pdf;
    });
    const std::string warning = draws && !arguments.quiet ? font_warning() : "";
    if (!warning.empty()) warn(warning);
}

void GraphOutputs::write(const Graph& graph, const Arguments& arguments) {
    WriteOptions options = arguments.writing;
    Selected part;
    const bool selected = selects(arguments.selection);
    if (selected) {
        part = select(graph, arguments.selection);
        options.note = note_of(part, options.language);
        if (part.graph.entity_count() == 0 && graph.entity_count() > 0 && !arguments.quiet) {
            warn("the selection leaves nothing of the graph");
        }
    }
    const Graph& chosen = selected ? part.graph : graph;
    warn_of_fonts(arguments);
    for (Target& target : targets_) {
        if (target.file != nullptr) {
            target.format->write(chosen, target.file->stream(), options);
            target.file->finish();
        } else if (target.folder != nullptr) {
            const auto open = [&](const std::string& name) -> std::ostream& { return target.folder->open(name); };
            target.format->write_files(chosen, open, options);
            target.folder->finish();
        }
    }
    for (Target& target : targets_) {
        if (target.file != nullptr) target.file->commit();
        if (target.folder != nullptr) target.folder->commit();
    }
    for (Target& target : targets_) {
        if (target.file != nullptr || target.folder != nullptr) continue;
        StandardOutput out;
        target.format->write(chosen, out.stream(), options);
        out.finish();
    }
}

}  // namespace guanxi
