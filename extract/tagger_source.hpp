#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <unordered_map>
#include <vector>

namespace guanxi {

/// LAC-small as its authors published it: the files `word.dic`, `tag.dic` and `model_baseline/*` of jieba, in fp32. The
/// program does not need it: the model is compiled from it, and what the tagger says is measured against it.
struct TaggerSource {
    struct Gru {
        std::vector<float> input;       ///< [inputs][384]: update, reset, candidate
        std::vector<float> input_bias;  ///< [384]
        std::vector<float> gates;       ///< [128][256]: update, reset
        std::vector<float> candidate;   ///< [128][128]
        std::vector<float> bias;        ///< [384]
    };

    std::unordered_map<char32_t, std::uint16_t> rows;  ///< of `embeddings`, by character
    std::vector<float> embeddings;                     ///< [20941][128]
    std::array<std::array<Gru, 2>, 2> layers;          ///< forward and backward
    std::vector<float> output, output_bias;            ///< [256][57], [57]
    std::vector<float> transitions;                    ///< [59][57]: start, stop, then from each label

    /// Throws Error naming the file that is missing or not as expected.
    [[nodiscard]] static TaggerSource load(const std::filesystem::path& folder);

    /// The row of a character as the network was trained: other widths and forms of punctuation were made one before.
    [[nodiscard]] std::uint16_t row(char32_t character) const;

    /// The best labels of one sentence, given as rows of `embeddings`.
    [[nodiscard]] std::vector<std::uint8_t> label(std::span<const std::uint16_t> sentence) const;
};

}  // namespace guanxi
