#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "extract/candidates.hpp"

namespace guanxi {

/// How much each feature speaks for a candidate: the weights of a logistic regression over the features of candidates.
class RecogniserWeights {
public:
    /// Reads lines `feature<TAB>weight`. Throws Error if the file is missing or not one.
    [[nodiscard]] static RecogniserWeights load(const std::filesystem::path& file);

    /// Sets the scores of the candidates of one sentence: log-odds of being a mention, less the threshold.
    void score(std::vector<Candidate>& candidates, std::string_view text, const Units& units) const;

    /// The weights of one feature: for each type, and behind them for all types.
    static constexpr std::size_t width = entity_type_count + 1;
    using Row = std::array<float, 16>;
    /// The row of a feature's key; a row of zeros if it has none.
    [[nodiscard]] const Row& find(std::uint64_t key) const;

private:
    void insert(std::string_view feature, float weight);
    std::size_t slot(std::uint64_t key) const;

    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t row = 0;  // 0 for none
    };
    std::vector<Entry> table_;  // open addressing, a power of two
    std::vector<Row> rows_;     // the first is zeros
    double threshold_ = 0;
};

}  // namespace guanxi
