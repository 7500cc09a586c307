#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "extract/candidates.hpp"
#include "extract/recogniser_lattice.hpp"

namespace guanxi {

/// How much each feature speaks for a candidate: the weights of a semi-Markov conditional random field over the
/// candidates of a sentence.
class RecogniserWeights {
public:
    RecogniserWeights() : RecogniserWeights(0) {}
    /// Without weights, with room for so many features.
    explicit RecogniserWeights(std::size_t features);

    /// Reads lines `feature<TAB>weight`. Throws Error if the file is missing or not one.
    [[nodiscard]] static RecogniserWeights load(const std::filesystem::path& file);

    /// Sets the weight of a feature: its name, an entity type or `*` for all types, and its parts, a blank between each
    /// two; or `threshold`.
    void set(std::string_view feature, float weight);

    /// Sets the scores of the candidates of one sentence.
    void score(std::vector<Candidate>& candidates, std::string_view text, const Units& units) const;

    /// The least probability of a candidate that is taken.
    /// What the kind of a mention says of the next one's.
    [[nodiscard]] const SuccessionWeights& succession() const { return succession_; }

    [[nodiscard]] double threshold() const { return threshold_; }

    /// The weights of one feature: for each type, and behind them for all types.
    static constexpr std::size_t width = entity_type_count + 1;
    using Row = std::array<float, 16>;
    /// The row of a feature's key; null if it has none.
    [[nodiscard]] const Row* find(std::uint64_t key) const {
        const std::uint64_t bit = key & (64 * known_.size() - 1);
        return (known_[bit / 64] >> (bit % 64) & 1U) == 0 ? nullptr : look_up(key);
    }

private:
    [[nodiscard]] const Row* look_up(std::uint64_t key) const;
    [[nodiscard]] std::size_t slot(std::uint64_t key) const;

    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t row = 0;  // 0 for none
    };
    std::vector<Entry> table_;  // open addressing, a power of two
    std::vector<Row> rows_;     // the first is nobody's
    // A bit for the lower part of each key: most features have no weight, and this says so from the nearest cache.
    std::vector<std::uint64_t> known_;  // a power of two
    SuccessionWeights succession_;
    double threshold_ = 0.5;
};

}  // namespace guanxi
