#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/text_input.hpp"
#include "core/assemble.hpp"
#include "core/error.hpp"
#include "core/evaluation.hpp"
#include "export/gold.hpp"
#include "export/jsonld.hpp"
#include "extract/annotated_text.hpp"
#include "extract/extractor.hpp"
#include "extract/recogniser_training.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view gold_suffix = ".gold.json";
constexpr std::string_view marked_suffix = ".marked";

// An annotated document.
struct Example {
    std::string name;
    Document document;
    GoldGraph gold;
    std::string place;  // of its head; documents of one place are learned from together or not at all
};

std::vector<std::string> annotated_files(const std::vector<std::string>& folders) {
    std::vector<std::string> files;
    for (const std::string& folder : folders) {
        if (!fs::is_directory(folder)) throw Error(fmt::format("{} is no folder", folder));
        std::vector<std::string> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            const std::string path = entry.path().string();
            if (path.ends_with(gold_suffix) || path.ends_with(marked_suffix)) found.push_back(path);
        }
        if (found.empty()) {
            throw Error(fmt::format("{} has no annotated text: NAME.marked, or NAME.gold.json beside NAME.txt", folder));
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

Example read_example(const std::string& path, const Arguments& arguments) {
    Example example{.name = fs::path(path).filename().string(), .document = {}, .gold = {}, .place = {}};
    if (path.ends_with(marked_suffix)) {
        example.name.resize(example.name.size() - marked_suffix.size());
        AnnotatedText marked = read_annotated_text(read_bytes(path), path);
        example.document = as_document(marked.text, example.name, arguments);
        example.gold = std::move(marked.gold);
        return example;
    }
    example.name.resize(example.name.size() - gold_suffix.size());
    const std::string text = path.substr(0, path.size() - gold_suffix.size()) + ".txt";
    example.document = read_text(text, example.name, arguments);
    std::ifstream file(path, std::ios::binary);
    example.gold = read_gold(file, path);
    return example;
}

GoldGraph extract(const Example& example, const Extractor& extractor) {
    Graph graph;
    add_extraction(graph, extractor.extract(example.document));
    std::stringstream saved;
    write_jsonld(graph, saved, {});
    return read_gold(saved, example.name);
}

// Cross-validation: what is learned from the other folds, on each document.
class CrossValidation {
public:
    CrossValidation(const std::vector<Example>& examples, const TrainingSet& set, fs::path data, std::size_t folds)
        : examples_(examples), set_(set), data_(std::move(data)), folds_(folds) {
        std::vector<std::string> places;
        for (const Example& example : examples) {
            auto place = example.place.empty() ? places.end() : std::find(places.begin(), places.end(), example.place);
            if (place == places.end()) place = places.insert(places.end(), example.place);
            fold_of_.push_back(static_cast<std::size_t>(place - places.begin()) % folds);
        }
    }

    void print(std::ostream& out) {
        out << fmt::format("{:32} entity  relation  quantity  score\n", "left out");
        for (std::size_t fold = 0; fold < folds_; ++fold) {
            std::vector<std::size_t> others;
            std::vector<std::size_t> own;
            for (std::size_t i = 0; i < examples_.size(); ++i) (fold_of_[i] == fold ? own : others).push_back(i);
            if (own.empty() || others.empty()) continue;
            const Extractor extractor(data_, as_weights(set_.fit(others)));
            for (const std::size_t i : own) {
                row(out, examples_[i], evaluate(examples_[i].gold, extract(examples_[i], extractor)));
                if (getenv("SHOW")) out << report(evaluate(examples_[i].gold, extract(examples_[i], extractor)).entities);
            }
        }
        if (!count_) return;
        out << fmt::format("{:32} {:.3f}\n", "mean, all", entity_ / static_cast<double>(count_));
        if (whole_ == 0) return;
        const auto n = static_cast<double>(whole_);
        out << fmt::format("{:32} {:.3f}   {:.3f}     {:.3f}     {:.3f}\n", "mean, whole graphs", sums_[0] / n, sums_[1] / n, sums_[2] / n, sums_[3] / n);
    }

private:
    void row(std::ostream& out, const Example& example, const Evaluation& figures) {
        entity_ += figures.entity.f1;
        ++count_;
        if (example.gold.relations.empty()) {
            out << fmt::format("{:32} {:.3f}  P {:.3f} R {:.3f} names {:.3f}\n", example.name, figures.entity.f1, figures.entity.precision, figures.entity.recall, figures.entity_name.f1);
            return;
        }
        ++whole_;
        sums_[0] += figures.entity.f1;
        sums_[1] += figures.relation.f1;
        sums_[2] += figures.quantity.f1;
        sums_[3] += figures.score;
        out << fmt::format("{:32} {:.3f}   {:.3f}     {:.3f}     {:.3f} P {:.3f} R {:.3f} names {:.3f}\n", example.name, figures.entity.f1, figures.relation.f1, figures.quantity.f1, figures.score,
        figures.entity.precision, figures.entity.recall, figures.entity_name.f1);
        out.flush();
    }

    const std::vector<Example>& examples_;
    const TrainingSet& set_;
    fs::path data_;
    std::size_t folds_;
    std::vector<std::size_t> fold_of_;
    double entity_ = 0;
    std::size_t count_ = 0;
    std::array<double, 4> sums_{};
    std::size_t whole_ = 0;  // documents whose annotation has relations
};

void save(const std::vector<WeightedFeature>& features, const std::string& path) {
    OutputFile file(path);
    for (const WeightedFeature& feature : features) {
        file.stream() << fmt::format("{}\t{:.2f}\n", feature.feature, feature.weight);
    }
    file.finish();
    file.commit();
}

}  // namespace

void train(const Arguments& arguments) {
    if (arguments.outputs.size() > 1) throw UsageError("the weights are written once");
    const fs::path data = data_folder();
    const Extractor stages(data, RecogniserWeights());
    const Lexicon lexicon = Lexicon::load(data / "lexicon.bin");
    TrainingSet set(lexicon);
    std::vector<Example> examples;
    for (const std::string& path : annotated_files(arguments.operands)) {
        Example example = read_example(path, arguments);
        const Extraction tagged = stages.tag(example.document);
        example.place = tagged.document.place;
        set.add(tagged, example.gold);
        examples.push_back(std::move(example));
    }
    if (arguments.folds > 1) {
        StandardOutput out;
        CrossValidation(examples, set, data, std::min(arguments.folds, examples.size())).print(out.stream());
        out.finish();
    }
    if (arguments.outputs.empty()) return;
    std::vector<std::size_t> all(examples.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    save(set.fit(all), arguments.outputs[0]);
}

}  // namespace guanxi
