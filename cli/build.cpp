#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/in_order.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "cli/statistics.hpp"
#include "cli/text_input.hpp"
#include "cli/write_graph.hpp"
#include "core/assemble.hpp"
#include "core/error.hpp"
#include "extract/extractor.hpp"

namespace guanxi {

namespace {

// What came of one input: its facts, or why it could not be read.
struct Outcome {
    Extraction extraction;
    StageTimes times{};
    double read_seconds = 0;
    std::string problem;
};

Outcome read_and_extract(const Input& input, const Extractor& extractor, const Arguments& arguments) {
    Outcome outcome;
    try {
        const Stopwatch reading;
        Document document = read_text(input.path, input.name, arguments);
        outcome.read_seconds = reading.seconds();
        if (has_chinese(document.text)) {
            outcome.extraction = extractor.extract(std::move(document), nullptr, &outcome.times);
        } else {
            outcome.extraction.document = std::move(document);
        }
    } catch (const Error& error) {
        outcome.problem = error.what();
    }
    return outcome;
}

// Collects the results in order of the inputs.
class Builder {
public:
    Builder(const std::vector<Input>& inputs, const Arguments& arguments, Statistics& statistics)
        : inputs_(inputs),
          arguments_(arguments),
          statistics_(statistics),
          progress_(total(inputs), visibility(arguments)) {}

    void take(std::size_t index, Outcome outcome) {
        const Input& input = inputs_[index];
        bytes_ += input.size;
        if (!outcome.problem.empty()) {
            problems_.push_back(outcome.problem);
        } else if (is_new(input, outcome.extraction.document)) {
            const Stopwatch assembling;
            add_extraction(graph_, outcome.extraction, arguments_.min_confidence);
            statistics_.add("assemble", assembling.seconds());
            statistics_.add("read", outcome.read_seconds);
            for (std::size_t i = 0; i < stage_names.size(); ++i)
                statistics_.add(stage_names.at(i), outcome.times.at(i));
            statistics_.count(outcome.extraction);
        }
        progress_.show(bytes_);
    }

    // The graph, if what could not be read does not forbid it.
    [[nodiscard]] Graph finish() {
        progress_.clear();
        if (arguments_.keep_going && problems_.size() < inputs_.size()) {
            for (const std::string& problem : problems_) remark(fmt::format("left out: {}", problem));
            return std::move(graph_);
        }
        refuse(problems_, inputs_.size());
        return std::move(graph_);
    }

    // Names every input that cannot be read and ends the run.
    static void refuse(const std::vector<std::string>& problems, std::size_t count) {
        if (problems.empty()) return;
        if (count == 1) throw Error(problems.front());
        for (const std::string& problem : problems) complain(problem);
        throw Error(fmt::format("{} of {} inputs cannot be read; nothing was written (--keep-going leaves them out)",
                                problems.size(), count));
    }

private:
    static std::uintmax_t total(const std::vector<Input>& inputs) {
        std::uintmax_t sum = 0;
        for (const Input& input : inputs) sum += input.size;
        return sum;
    }
    static Progress::Visibility visibility(const Arguments& arguments) {
        return arguments.quiet ? Progress::Visibility::hidden : Progress::Visibility::on_terminal;
    }

    // Says what is odd about a document, and whether it is the first of its content.
    bool is_new(const Input& input, const Document& document) {
        const auto [place, first] = first_of_content_.try_emplace(document.id, input.path);
        if (!first) {
            remark(input.path == place->second
                       ? fmt::format("{} is given twice and read once", input.path)
                       : fmt::format("{} has the same content as {} and is read once", input.path, place->second));
        } else if (!has_chinese(document.text)) {
            remark(fmt::format("{} has no Chinese character", input.path));
        }
        return first;
    }

    void remark(const std::string& message) {
        if (arguments_.quiet) return;
        progress_.clear();
        warn(message);
    }

    const std::vector<Input>& inputs_;
    const Arguments& arguments_;
    Statistics& statistics_;
    Progress progress_;
    Graph graph_;
    std::vector<std::string> problems_;
    std::unordered_map<std::string, std::string> first_of_content_;
    std::uintmax_t bytes_ = 0;
};

// A report is Markdown, as an input can be: what this run writes is not what it reads. In a folder it was left by an
// earlier run; who names it means something else.
void leave_out_outputs(Inputs& inputs, const Arguments& arguments) {
    const std::size_t before = inputs.files.size();
    for (const std::string& output : arguments.outputs) {
        std::error_code none;
        if (!std::filesystem::is_regular_file(output, none)) continue;
        for (const std::string& operand : arguments.operands) {
            if (std::filesystem::is_regular_file(operand, none) && std::filesystem::equivalent(operand, output, none))
                throw UsageError(fmt::format("{} is an input; write to another file", output));
        }
        std::erase_if(inputs.files,
                      [&](const Input& input) { return std::filesystem::equivalent(input.path, output, none); });
    }
    if (before > 0 && inputs.files.empty()) inputs.problems.emplace_back("there is no input but what is written");
}

std::vector<Input> inputs_of(const Arguments& arguments) {
    if (std::count(arguments.operands.begin(), arguments.operands.end(), "-") > 1) {
        throw UsageError("standard input can be read once");
    }
    Inputs inputs = find_inputs(arguments.operands);
    leave_out_outputs(inputs, arguments);
    if (!arguments.keep_going || inputs.files.empty()) {
        Builder::refuse(inputs.problems, inputs.problems.size() + inputs.files.size());
    } else if (!arguments.quiet) {
        for (const std::string& problem : inputs.problems) warn(fmt::format("left out: {}", problem));
    }
    return std::move(inputs.files);
}

}  // namespace

void build(const Arguments& arguments) {
    Statistics statistics;
    GraphOutputs outputs(arguments);
    const std::vector<Input> inputs = inputs_of(arguments);
    const Stopwatch loading;
    const Extractor extractor = make_extractor(arguments);
    statistics.add("load", loading.seconds());

    const unsigned threads =
        arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
    Builder builder(inputs, arguments, statistics);
    in_order(
        inputs.size(), threads, [&](std::size_t i) { return read_and_extract(inputs[i], extractor, arguments); },
        [&](std::size_t i, Outcome outcome) { builder.take(i, std::move(outcome)); });
    const Graph graph = builder.finish();

    const Stopwatch writing;
    outputs.write(graph, arguments);
    statistics.add("write", writing.seconds());
    if (arguments.stats) statistics.print(graph, threads);
}

}  // namespace guanxi
