#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/annotated_files.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/output.hpp"
#include "core/assemble.hpp"
#include "core/error.hpp"
#include "core/evaluation.hpp"
#include "export/gold.hpp"
#include "export/jsonld.hpp"
#include "extract/extractor.hpp"
#include "extract/recogniser_training.hpp"
#include "extract/word_classes.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

struct Example : AnnotatedDocument {
    std::string place;  // of its head
};

// What the program finds in an example, in the terms of its annotation.
GoldGraph read_with(const Extractor& extractor, const Example& example) {
    Graph graph;
    add_extraction(graph, extractor.extract(example.document));
    std::stringstream saved;
    write_jsonld(graph, saved, {});
    return read_gold(saved, example.name);
}

// Says how well each document is read by what was learned from others.
class CrossValidation {
public:
    CrossValidation(const std::vector<Example>& examples, const TrainingSet& set, std::size_t folds)
        : examples_(examples), set_(set), folds_(folds) {
        // Documents of one place are left out together: they have names in common.
        std::vector<std::string> places;
        for (const Example& example : examples) {
            auto place = example.place.empty() ? places.end() : std::find(places.begin(), places.end(), example.place);
            if (place == places.end()) place = places.insert(places.end(), example.place);
            fold_of_.push_back(static_cast<std::size_t>(place - places.begin()) % folds);
        }
    }

    void print(std::ostream& out) {
        const fs::path data = data_folder();
        out << fmt::format("{:28} {:>7}{:>10}{:>10}{:>10}\n", "left out", "entity", "relation", "quantity", "score");
        for (std::size_t fold = 0; fold < folds_; ++fold) {
            std::vector<std::size_t> others;
            for (std::size_t i = 0; i < examples_.size(); ++i) {
                if (fold_of_[i] != fold) others.push_back(i);
            }
            if (others.empty() || others.size() == examples_.size()) continue;
            const Extractor extractor(data, as_weights(set_.fit(others)));
            for (std::size_t i = 0; i < examples_.size(); ++i) {
                if (fold_of_[i] == fold) add(out, examples_[i], extractor);
            }
        }
        if (entities_.count > 0) out << fmt::format("{:28} {:7.3f}\n", "mean", entities_.mean(0));
        if (whole_.count > 0) print_whole(out, "mean where all is annotated", whole_);
    }

private:
    struct Sums {
        std::array<double, 4> values{};
        std::size_t count = 0;
        [[nodiscard]] double mean(std::size_t i) const { return values.at(i) / static_cast<double>(count); }
    };

    void add(std::ostream& out, const Example& example, const Extractor& extractor) {
        const Evaluation figures = evaluate(example.gold, read_with(extractor, example));
        entities_.values[0] += figures.entity.f1;
        ++entities_.count;
        // Marks in a text tell entities alone.
        if (example.gold.relations.empty()) {
            out << fmt::format("{:28} {:7.3f}\n", example.name, figures.entity.f1);
            return;
        }
        const Sums own{{figures.entity.f1, figures.relation.f1, figures.quantity.f1, figures.score}, 1};
        for (std::size_t i = 0; i < own.values.size(); ++i) whole_.values.at(i) += own.values.at(i);
        ++whole_.count;
        print_whole(out, example.name, own);
    }

    static void print_whole(std::ostream& out, std::string_view name, const Sums& sums) {
        out << fmt::format("{:28} {:7.3f}{:10.3f}{:10.3f}{:10.3f}\n", name, sums.mean(0), sums.mean(1), sums.mean(2),
                           sums.mean(3));
    }

    const std::vector<Example>& examples_;
    const TrainingSet& set_;
    std::size_t folds_;
    std::vector<std::size_t> fold_of_;
    Sums entities_, whole_;
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
    const WordClasses classes = WordClasses::load(data / "word_classes.tsv");
    TrainingSet set(lexicon, classes);
    std::vector<Example> examples;
    for (const AnnotationFile& file : annotated_files(arguments.operands)) {
        Example& example = examples.emplace_back(Example{read_annotated_document(file.path, arguments.texts), {}});
        const Extraction tagged = stages.tag(example.document);
        example.place = tagged.document.place;
        set.add(tagged, example.gold, file.weight);
    }
    if (arguments.folds > 1) {
        StandardOutput out;
        CrossValidation(examples, set, std::min(arguments.folds, examples.size())).print(out.stream());
        out.finish();
    }
    if (arguments.outputs.empty()) return;
    std::vector<std::size_t> all(examples.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    save(set.fit(all), arguments.outputs[0]);
}

}  // namespace guanxi
