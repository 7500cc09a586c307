#pragma once

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

    /// Log-odds that the candidate is a mention, less the bias that the threshold needs.
    [[nodiscard]] double score(const Candidate& candidate, std::string_view text, const Units& units) const;

private:
    struct Entry {
        std::uint64_t key = 0;  // hash of the feature; 0 for none
        float weight = 0;
    };
    void insert(std::uint64_t key, float weight);
    [[nodiscard]] float find(std::uint64_t key) const;

    std::vector<Entry> table_;  // open addressing, a power of two
    double threshold_ = 0;
};

}  // namespace guanxi
