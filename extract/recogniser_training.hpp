#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/annotation.hpp"
#include "core/evaluation.hpp"
#include "extract/candidates.hpp"
#include "extract/lexicon.hpp"
#include "extract/recogniser_lattice.hpp"
#include "extract/recogniser_weights.hpp"

namespace guanxi {

/// A feature as the file of weights names it, and its weight.
struct WeightedFeature {
    std::string feature;
    float weight = 0;
};
[[nodiscard]] RecogniserWeights as_weights(std::span<const WeightedFeature> features);

/// What an annotation says of a candidate.
enum class Label : std::uint8_t { no, yes, optional };

/// A candidate to learn from. Features are rows of the training set's table: those of its span, which other kinds
/// share, and its own.
struct TrainingCandidate {
    std::uint32_t first = 0, last = 0;  ///< units
    EntityType type = EntityType::district;
    Label label = Label::no;
    std::uint32_t span_begin = 0, span_end = 0;  ///< range of the sentence's features
    std::uint32_t own_begin = 0, own_end = 0;
};

struct TrainingSentence {
    std::vector<Gap> gaps;  ///< of its units
    std::vector<TrainingCandidate> candidates;
    std::vector<std::uint32_t> features;
};

/// Annotated documents as the recogniser sees them.
class TrainingSet {
public:
    /// Both must outlive it.
    TrainingSet(const Lexicon& lexicon, const WordClasses& classes) : lexicon_(&lexicon), classes_(&classes) {}

    /// Adds a document of which sections, sentences and tokens are known. Every place where a name of the annotation
    /// stands counts as marked, the longest name first. It counts as much as `weight` documents.
    void add(const Extraction& tagged, const GoldGraph& gold, double weight = 1);

    [[nodiscard]] std::size_t size() const { return documents_.size(); }

    /// The weights that fit the documents of these indices best (maximum likelihood with an L2 prior, by L-BFGS),
    /// sorted by feature; small ones are left out, and features that occur in fewer than `least_documents` of them, so
    /// that no document's names are among them.
    [[nodiscard]] std::vector<WeightedFeature> fit(std::span<const std::size_t> documents) const;

    static constexpr std::size_t least_documents = 6;

private:
    friend class TrainingSink;
    std::uint32_t row_of(std::uint64_t key, std::string_view name, std::span<const std::string_view> parts);

    const Lexicon* lexicon_;
    const WordClasses* classes_;
    std::vector<std::vector<TrainingSentence>> documents_;
    std::vector<double> weights_;  // of the documents
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;
    std::vector<std::pair<std::string, std::string>>
        names_;  // of each row: its name, its parts with a blank before each
};

}  // namespace guanxi
