#include <fmt/format.h>
#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>

#include "core/schema.hpp"
#include "extract/recogniser_lattice.hpp"
#include "extract/recogniser_training.hpp"

namespace guanxi {

namespace {

constexpr std::size_t everywhere = entity_type_count;  // the column for all types
constexpr std::size_t width = RecogniserWeights::width;
constexpr std::uint32_t unused = ~std::uint32_t{0};
constexpr float least_weight = 0.06F;
// These by cross-validation on annotated reports (docs/quality.md).
constexpr float threshold = 0.3F;
constexpr int most_rounds = 120;

// The inverse of the variance of a weight: with more documents, it is the readers' differences that are learned.
double prior_of(std::size_t documents) {
    return std::min(9.0, 4.0 + static_cast<double>(documents) / 50);
}

// A mark that is sure outweighs any set without it.
constexpr double certain = 60;
constexpr std::size_t succession_size = (2 * entity_type_count + 1) * entity_type_count;

// Its rows as parameters, one after another.
template <typename Rows, typename Do>
void each_row(Rows& succession, Do&& visit) {
    for (auto& row : succession.joined) visit(row);
    for (auto& row : succession.later) visit(row);
    visit(succession.unlike);
}

Succession read_succession(const double* from) {
    Succession succession;
    each_row(succession, [&](Succession::Row& row) {
        for (double& value : row) value = *from++;
    });
    return succession;
}

void add_succession(const Succession& succession, double factor, double* to) {
    each_row(succession, [&](const Succession::Row& row) {
        for (const double value : row) *to++ += factor * value;
    });
}

using Sums = std::array<double, entity_type_count>;

// Minus the logarithm of the likelihood of the annotation, and its gradient.
class Objective {
public:
    struct Weighted {
        const TrainingSentence* sentence = nullptr;
        double weight = 1;
    };

    Objective(std::vector<Weighted> sentences, std::vector<std::uint32_t> columns, std::size_t parameters, double prior)
        : sentences_(std::move(sentences)),
          columns_(std::move(columns)),
          parameters_(parameters),
          succession_at_(parameters - succession_size),
          prior_(prior) {
        for (std::vector<double>& half : halves_) half.resize(parameters_);
    }

    std::vector<double> minimise() {
        std::vector<double> weights(parameters_, 0.0);
        lbfgs_parameter_t settings;
        lbfgs_parameter_init(&settings);
        settings.max_iterations = most_rounds;
        settings.epsilon = 1e-3;
        settings.past = 3;
        settings.delta = 1e-4;
        // Where no step improves any more, the weights are as good as they get: its return value says only why it
        // ended.
        lbfgs(static_cast<int>(parameters_), weights.data(), nullptr, &Objective::evaluate, nullptr, this, &settings);
        return weights;
    }

private:
    static double evaluate(void* self, const double* weights, double* gradient, int, double) {
        return static_cast<Objective*>(self)->value(weights, gradient);
    }

    // The sentences are halved in a fixed way, so that sums do not depend on the number of threads.
    double value(const double* weights, double* gradient) {
        std::array<double, 2> sums{};
        const SuccessionWeights succession(read_succession(weights + succession_at_));
        const auto run = [&](std::size_t half) {
            std::fill(halves_[half].begin(), halves_[half].end(), 0.0);
            for (std::size_t i = half; i < sentences_.size(); i += 2)
                sums[half] += add(sentences_[i], weights, succession, halves_[half]);
        };
        std::thread other([&] { run(1); });
        run(0);
        other.join();
        double total = sums[0] + sums[1];
        for (std::size_t i = 0; i < parameters_; ++i) {
            total += prior_ / 2 * weights[i] * weights[i];
            gradient[i] = halves_[0][i] + halves_[1][i] + prior_ * weights[i];
        }
        return total;
    }

    double add(const Weighted& weighted, const double* weights, const SuccessionWeights& succession,
               std::vector<double>& gradient) const {
        const TrainingSentence& sentence = *weighted.sentence;
        const double factor = weighted.weight;
        std::vector<Candidate> all = scored(sentence, weights);
        Succession expected;
        double loss = set_probabilities(all, sentence.gaps, succession, &expected);
        std::vector<double> slope(all.size());
        // What is marked, with what another reader might not mark.
        std::vector<Candidate> marked;
        std::vector<std::size_t> index;
        for (std::size_t i = 0; i < all.size(); ++i) {
            slope[i] = all[i].probability;
            const Label label = sentence.candidates[i].label;
            if (label == Label::no) continue;
            marked.push_back(all[i]);
            if (label == Label::yes) {
                marked.back().score += certain;
                loss += certain;
            }
            index.push_back(i);
        }
        add_succession(expected, factor, gradient.data() + succession_at_);
        if (!marked.empty()) {
            Succession seen;
            loss -= set_probabilities(marked, sentence.gaps, succession, &seen);
            for (std::size_t i = 0; i < marked.size(); ++i) slope[index[i]] -= marked[i].probability;
            add_succession(seen, -factor, gradient.data() + succession_at_);
        }
        for (double& value : slope) value *= factor;
        spread(sentence, slope, gradient);
        return factor * loss;
    }

    void add_row(std::uint32_t row, const double* weights, Sums& sums) const {
        const std::uint32_t column = columns_[row];
        if (column == unused) return;
        const double* own = weights + column;
        for (std::size_t t = 0; t < entity_type_count; ++t) sums[t] += own[t] + own[everywhere];
    }

    [[nodiscard]] std::vector<Candidate> scored(const TrainingSentence& sentence, const double* weights) const {
        std::vector<Candidate> all(sentence.candidates.size());
        Sums span{};
        std::uint32_t known = unused;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const TrainingCandidate& from = sentence.candidates[i];
            if (from.span_begin != known) {
                known = from.span_begin;
                span = {};
                for (std::uint32_t f = from.span_begin; f < from.span_end; ++f)
                    add_row(sentence.features[f], weights, span);
            }
            const auto type = static_cast<std::size_t>(from.type);
            double score = span[type];
            for (std::uint32_t f = from.own_begin; f < from.own_end; ++f) {
                const std::uint32_t column = columns_[sentence.features[f]];
                if (column != unused) score += weights[column + type] + weights[column + everywhere];
            }
            all[i].first = from.first;
            all[i].last = from.last;
            all[i].type = from.type;
            all[i].score = score;
        }
        return all;
    }

    void spread(const TrainingSentence& sentence, const std::vector<double>& slope,
                std::vector<double>& gradient) const {
        std::array<double, width> span{};
        const auto flush = [&](const TrainingCandidate& of) {
            for (std::uint32_t f = of.span_begin; f < of.span_end; ++f) {
                const std::uint32_t column = columns_[sentence.features[f]];
                if (column == unused) continue;
                for (std::size_t t = 0; t < width; ++t) gradient[column + t] += span[t];
            }
            span = {};
        };
        for (std::size_t i = 0; i < slope.size(); ++i) {
            const TrainingCandidate& from = sentence.candidates[i];
            if (i > 0 && from.span_begin != sentence.candidates[i - 1].span_begin) flush(sentence.candidates[i - 1]);
            const auto type = static_cast<std::size_t>(from.type);
            span[type] += slope[i];
            span[everywhere] += slope[i];
            for (std::uint32_t f = from.own_begin; f < from.own_end; ++f) {
                const std::uint32_t column = columns_[sentence.features[f]];
                if (column == unused) continue;
                gradient[column + type] += slope[i];
                gradient[column + everywhere] += slope[i];
            }
        }
        if (!slope.empty()) flush(sentence.candidates.back());
    }

    std::vector<Weighted> sentences_;
    std::vector<std::uint32_t> columns_;  // of each row its first parameter
    std::size_t parameters_;
    std::size_t succession_at_;  // its first parameter
    double prior_;
    std::array<std::vector<double>, 2> halves_;
};

}  // namespace

std::vector<WeightedFeature> TrainingSet::fit(std::span<const std::size_t> documents) const {
    std::vector<Objective::Weighted> sentences;
    std::vector<std::size_t> seen(names_.size(), 0);
    std::vector<std::size_t> count(names_.size(), 0);
    for (std::size_t k = 0; k < documents.size(); ++k) {
        for (const TrainingSentence& sentence : documents_[documents[k]]) {
            sentences.push_back({&sentence, weights_[documents[k]]});
            for (const std::uint32_t row : sentence.features) {
                if (seen[row] == k + 1) continue;
                seen[row] = k + 1;
                ++count[row];
            }
        }
    }
    std::vector<std::uint32_t> columns(names_.size(), unused);
    std::size_t parameters = 0;
    for (std::size_t row = 0; row < names_.size(); ++row) {
        if (count[row] < std::min(least_documents, documents.size())) continue;
        columns[row] = static_cast<std::uint32_t>(parameters);
        parameters += width;
    }
    parameters += succession_size;
    const std::vector<double> weights =
        Objective(std::move(sentences), columns, parameters, prior_of(documents.size())).minimise();
    std::vector<WeightedFeature> out;
    for (std::size_t row = 0; row < names_.size(); ++row) {
        if (columns[row] == unused) continue;
        for (std::size_t t = 0; t < width; ++t) {
            const auto weight = static_cast<float>(weights[columns[row] + t]);
            if (std::abs(weight) < least_weight) continue;
            const std::string_view type = t == everywhere ? "*" : info(static_cast<EntityType>(t)).id;
            out.push_back({names_[row].first + ' ' + std::string(type) + names_[row].second, weight});
        }
    }
    const Succession succession = read_succession(weights.data() + parameters - succession_size);
    for (std::size_t t = 0; t < entity_type_count; ++t) {
        const std::string type(info(static_cast<EntityType>(t)).id);
        const auto say = [&](const std::string& name, double weight) {
            if (std::abs(weight) >= static_cast<double>(least_weight))
                out.push_back({name, static_cast<float>(weight)});
        };
        for (std::size_t k = 0; k < entity_type_count; ++k) {
            const std::string_view before = info(static_cast<EntityType>(k)).id;
            say(fmt::format("joined {} {}", type, before), succession.joined[k][t]);
            say(fmt::format("later {} {}", type, before), succession.later[k][t]);
        }
        say("unlike " + type, succession.unlike[t]);
    }
    out.push_back({"threshold", threshold});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
    return out;
}

}  // namespace guanxi
