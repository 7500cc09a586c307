#include "extract/recogniser_training.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/evaluation_text.hpp"
#include "core/schema.hpp"
#include "extract/candidates_features.hpp"
#include "extract/recogniser_select.hpp"

namespace guanxi {

// Collects the rows of what a describer says.
class TrainingSink {
public:
    TrainingSink(TrainingSet& set, std::vector<std::uint32_t>& rows) : set_(set), rows_(rows) {}

    void say(const FeaturePart& name, std::initializer_list<FeaturePart> parts) {
        FeatureHash hash(name.hash);
        texts_.clear();
        for (const FeaturePart& part : parts) {
            hash.add(part.hash);
            texts_.push_back(part.text);
            // The file of weights has a blank between parts.
            if (part.text.find_first_of(" \t\n") != std::string_view::npos) return;
        }
        rows_.push_back(set_.row_of(hash.key(), name.text, texts_));
    }

private:
    TrainingSet& set_;
    std::vector<std::uint32_t>& rows_;
    std::vector<std::string_view> texts_;
};

namespace {

using Names = std::unordered_map<std::string, Label>;  // by kind and comparable name

std::string key_of(std::string_view type, std::string_view name) {
    return std::string(type) + ' ' + comparable_name(name);
}

Names names_of(const GoldGraph& gold) {
    Names names;
    for (const GoldEntity& entity : gold.entities) {
        for (const std::string& name : entity.names) {
            Label& label = names[key_of(entity.type, name)];
            if (label != Label::yes) label = entity.optional ? Label::optional : Label::yes;
        }
    }
    return names;
}

// Marks those candidates that have a name of the annotation: of overlapping ones the longest.
void label(std::vector<Candidate>& candidates, std::string_view text, const Names& names,
           std::vector<TrainingCandidate>& out) {
    std::vector<Candidate> named;
    std::vector<std::uint32_t> index;
    std::vector<Label> labels;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        Candidate& candidate = candidates[i];
        const std::string name = candidate.name.empty() ? std::string(slice(text, candidate.span)) : candidate.name;
        const auto found = names.find(key_of(info(candidate.type).id, name));
        if (found == names.end()) continue;
        candidate.probability = static_cast<double>(name.size()) + (found->second == Label::yes ? 0.5 : 0.0);
        named.push_back(candidate);
        index.push_back(i);
        labels.push_back(found->second);
    }
    for (const std::uint32_t i : select_candidates(named, 0)) out[index[i]].label = labels[i];
}

}  // namespace

RecogniserWeights as_weights(std::span<const WeightedFeature> features) {
    RecogniserWeights weights(features.size());
    for (const WeightedFeature& feature : features) weights.set(feature.feature, feature.weight);
    return weights;
}

std::uint32_t TrainingSet::row_of(std::uint64_t key, std::string_view name, std::span<const std::string_view> parts) {
    const auto [place, fresh] = rows_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
    if (fresh) {
        std::string tail;
        for (const std::string_view part : parts) (tail += ' ') += part;
        names_.emplace_back(std::string(name), std::move(tail));
    }
    return place->second;
}

void TrainingSet::add(const Extraction& tagged, const GoldGraph& gold, double weight) {
    weights_.push_back(weight);
    const std::string_view text = tagged.document.text;
    const Names names = names_of(gold);
    std::vector<TrainingSentence>& sentences = documents_.emplace_back();
    for (const Sentence& sentence : tagged.sentences) {
        Units units = read_units(text, sentence);
        set_classes(units, *classes_);
        std::vector<Candidate> candidates = find_candidates(text, units, *lexicon_);
        TrainingSentence out{.gaps = gaps_of(units), .candidates = {}, .features = {}};
        TrainingSink sink(*this, out.features);
        Describer describer(text, units, sink);
        const auto now = [&] { return static_cast<std::uint32_t>(out.features.size()); };
        SpanView view;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const Candidate& candidate = candidates[i];
            TrainingCandidate learned{.first = candidate.first, .last = candidate.last, .type = candidate.type};
            if (i > 0 && same_span(candidate, candidates[i - 1])) {
                learned.span_begin = out.candidates.back().span_begin;
                learned.span_end = out.candidates.back().span_end;
            } else {
                learned.span_begin = now();
                describer.describe_start(candidate.first);
                describer.describe_end(candidate.last);
                view = describer.describe_span(candidate);
                learned.span_end = now();
            }
            learned.own_begin = now();
            describer.describe_type(candidate, view);
            learned.own_end = now();
            out.candidates.push_back(learned);
        }
        label(candidates, text, names, out.candidates);
        sentences.push_back(std::move(out));
    }
}

}  // namespace guanxi
