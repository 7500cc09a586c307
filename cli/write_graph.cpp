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
    const Format* by_suffix = standard ? nullptr : find_format(output);
    if (by_suffix != nullptr) return by_suffix;
    if (arguments.format != nullptr) return arguments.format;
    if (standard) return find_format("jsonld");
    std::vector<std::string> suffixes;
    for (const Format& format : formats()) suffixes.emplace_back(format.suffix);
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
    for (const std::string& output : outputs) {
        targets_.push_back({format_of(output, arguments), nullptr});
        // Said before anything is read.
        if (targets_.back().format->write == write_explorer) require_explorer();
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (outputs[i] != "-") {
            targets_[i].file = std::make_unique<OutputFile>(outputs[i]);
        } else if (targets_[i].format->binary && output_is_terminal()) {
            throw UsageError(
                fmt::format("{} is not for a terminal: write it to a file with -o", targets_[i].format->name));
        }
    }
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
        if (target.file == nullptr) continue;
        target.format->write(chosen, target.file->stream(), options);
        target.file->finish();
    }
    for (Target& target : targets_) {
        if (target.file != nullptr) target.file->commit();
    }
    for (Target& target : targets_) {
        if (target.file != nullptr) continue;
        StandardOutput out;
        target.format->write(chosen, out.stream(), options);
        out.finish();
    }
}

}  // namespace guanxi
