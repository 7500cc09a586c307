#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/diff_parts.hpp"
#include "cli/diff_text.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/read_graph.hpp"
#include "cli/write_graph.hpp"
#include "core/difference.hpp"
#include "core/difference_graph.hpp"
#include "core/error.hpp"
#include "export/difference.hpp"

namespace guanxi {

namespace {

constexpr std::size_t rows_at_first = 20;

bool is_document(std::string_view output) {
    return output.ends_with(".md") || output.ends_with(".json");
}

bool asked_for(const Arguments& arguments, std::string_view part) {
    return std::find(arguments.parts.begin(), arguments.parts.end(), part) != arguments.parts.end();
}

// Without --part a picture shows what became of the plans, of things alone: what it can show and a reader take in.
ShownChanges shown_changes(const Arguments& arguments) {
    if (arguments.parts.empty()) {
        return {.outcomes = {Outcome::done, Outcome::under_way, Outcome::not_mentioned}, .added = {}};
    }
    constexpr std::array<std::pair<std::string_view, Outcome>, 6> outcomes{{{"done", Outcome::done},
                                                                            {"underway", Outcome::under_way},
                                                                            {"again", Outcome::planned_again},
                                                                            {"mentioned", Outcome::mentioned},
                                                                            {"gone", Outcome::not_mentioned},
                                                                            {"later", Outcome::not_due}}};
    ShownChanges shown;
    for (const auto& [part, outcome] : outcomes) {
        if (asked_for(arguments, part)) shown.outcomes.push_back(outcome);
    }
    if (asked_for(arguments, "gone")) shown.outcomes.push_back(Outcome::denied);
    if (asked_for(arguments, "new")) shown.added = {Status::done, Status::ongoing};
    if (asked_for(arguments, "planned")) shown.added.push_back(Status::planned);
    shown.policies = arguments.all;
    return shown;
}

std::string json_of(const Compared& compared) {
    std::ostringstream out;
    write_difference(compared.old_graph, compared.new_graph, compared.difference, out);
    return std::move(out).str();
}

std::string last_date(const Graph& graph) {
    std::string last;
    for (const Document& document : graph.documents()) last = std::max(last, document.date);
    return last;
}

std::string picture_title(const Compared& compared, bool chinese) {
    return fmt::format("{} {} → {} {}", common_place(compared.old_graph, compared.new_graph),
                       last_date(compared.old_graph), last_date(compared.new_graph),
                       chinese ? "计划与落实" : "plans and what became of them");
}

// The files of -o: documents are the whole difference, all others the graph of what changed.
class DifferenceOutputs {
public:
    explicit DifferenceOutputs(const Arguments& arguments) : graph_arguments_(arguments) {
        graph_arguments_.outputs.clear();
        for (const std::string& output : arguments.outputs) {
            if (is_document(output)) {
                documents_.emplace_back(output, std::make_unique<OutputFile>(output));
            } else {
                graph_arguments_.outputs.push_back(output);
            }
        }
        if (!graph_arguments_.outputs.empty()) graphs_ = std::make_unique<GraphOutputs>(graph_arguments_);
    }

    void write(const Compared& compared, const DifferenceView& view) {
        for (auto& [name, file] : documents_) {
            file->stream() << (name.ends_with(".md") ? difference_markdown(compared, view) : json_of(compared));
            file->finish();
        }
        for (auto& document : documents_) document.second->commit();
        if (graphs_ == nullptr) return;
        const ShownChanges shown = shown_changes(graph_arguments_);
        const Graph changes = graph_of_changes(compared.old_graph, compared.new_graph, compared.difference, shown);
        if (changes.fact_count() == 0 && !graph_arguments_.quiet) warn("the graph of what changed is empty");
        entitle(compared);
        graphs_->write(changes, graph_arguments_);
    }

private:
    void entitle(const Compared& compared) {
        const bool chinese = graph_arguments_.writing.language == "zh";
        if (graph_arguments_.writing.title.empty()) graph_arguments_.writing.title = picture_title(compared, chinese);
        if (!graph_arguments_.parts.empty()) return;
        graph_arguments_.writing.note =
            chinese ? "计划：未再提及；无状态：曾在推进、未再提及"
                    : "planned: not mentioned again; no status: was under way, not mentioned again";
    }

    Arguments graph_arguments_;
    std::vector<std::pair<std::string, std::unique_ptr<OutputFile>>> documents_;
    std::unique_ptr<GraphOutputs> graphs_;
};

// Dates begin with a year and may go on with a month.
int months_between(const std::string& from, const std::string& to) {
    const auto months = [](const std::string& date) {
        return std::stoi(date.substr(0, 4)) * 12 + (date.size() >= 7 ? std::stoi(date.substr(5, 2)) : 1);
    };
    return months(to) - months(from);
}

void warn_of_order(const Compared& compared) {
    const std::string then = last_date(compared.old_graph);
    const std::string now = last_date(compared.new_graph);
    if (then.empty() || now.empty()) {
        warn("a graph has no dated document: whether plans were due cannot be told");
    } else if (then > now) {
        warn(
            fmt::format("the first graph is of {}, the second of {}: were they meant the other way round?", then, now));
    } else if (months_between(then, now) > 18) {
        warn(fmt::format(
            "from {} to {} more than one report passed: what was done in between and told in another report "
            "counts as not mentioned",
            then, now));
    }
}

}  // namespace

void diff(const Arguments& arguments) {
    const std::string& old_path = arguments.operands[0];
    const std::string& new_path = arguments.operands[1];
    if (old_path == "-" && new_path == "-") throw UsageError("standard input can be read once");
    DifferenceOutputs outputs(arguments);
    const Graph old_graph = read_graph(old_path);
    const Graph new_graph = read_graph(new_path);
    if (same_documents(old_graph, new_graph)) {
        throw Error(fmt::format("{} and {} are graphs of the same documents: nothing can have changed between them",
                                old_path, new_path));
    }
    const Difference difference = compare(old_graph, new_graph);
    const Compared compared{old_graph, new_graph, difference};
    if (!arguments.quiet) warn_of_order(compared);
    const DifferenceView view{arguments.parts, arguments.all ? 0 : rows_at_first,
                              output_is_terminal() ? Marking::bold : Marking::brackets};
    outputs.write(compared, view);
    if (arguments.json) {
        print(json_of(compared));
    } else if (arguments.outputs.empty()) {
        print(difference_text(compared, view));
    }
}

}  // namespace guanxi
