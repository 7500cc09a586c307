#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

namespace guanxi {

/// The sizes of LAC-small; the compiled model has no others.
namespace lac {
inline constexpr std::size_t characters = 20941;  ///< the last one stands for all that are unknown
inline constexpr std::size_t embedding = 128;
inline constexpr std::size_t units = 128;         ///< of one direction of a layer
inline constexpr std::size_t gates = 3 * units;   ///< update, reset and candidate side by side
inline constexpr std::size_t states = 2 * units;  ///< both directions: what layer 2 and the output read
inline constexpr std::size_t labels = 57;         ///< kind of word, times beginning or inside, and O
inline constexpr std::size_t padded_labels = 64;
inline constexpr std::size_t block = 32;             ///< columns of weights that are multiplied at once
inline constexpr std::uint8_t outside = labels - 1;  ///< the label O
}  // namespace lac

/// An 8-bit matrix of `depth` rows and `columns` columns with one scale a column. Weights are stored in blocks of 32
/// columns, in each block four rows of a column side by side: [columns / 32][depth / 4][32][4].
template <std::size_t depth, std::size_t columns>
struct QuantisedMatrix {
    alignas(64) std::array<std::int8_t, depth * columns> weights;
    alignas(64) std::array<float, columns> scale;  ///< of a product with a state stored at scale 127
    alignas(64) std::array<float, columns> addend;
    alignas(64) std::array<std::int32_t, columns> sums;  ///< of the weights of each column
};

/// The content of `tagger.model`, as it lies in the file and in memory. Scales and addends of gates contain the factor
/// that turns a sigmoid into 1 / (1 + 2^t) and a hyperbolic tangent into 2 / (1 + 2^t) - 1.
struct TaggerModel {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t labels_of_kinds;  ///< the number of labels, so that a file of another model is refused
    std::uint64_t size;             ///< of the file
    std::uint64_t checksum;         ///< of all that follows
    std::array<char, 4096> notices;
    std::array<std::uint16_t, 65536> rows;  ///< of `embeddings`, by code point
    alignas(64) std::array<float, lac::characters * lac::embedding> embeddings;
    alignas(64) std::array<float, lac::embedding * 2 * lac::gates> input;  ///< layer 1: [embedding][direction, gate]
    alignas(64) std::array<float, 2 * lac::gates> input_addend;
    std::array<QuantisedMatrix<lac::units, lac::gates>, 2> layer1;                ///< forward, backward
    std::array<QuantisedMatrix<lac::states + lac::units, lac::gates>, 2> layer2;  ///< rows: layer 1, then the state
    QuantisedMatrix<lac::states, lac::padded_labels> output;
    alignas(64) std::array<float, lac::padded_labels> start, stop;
    alignas(64) std::array<float, lac::padded_labels * lac::padded_labels> transitions;  ///< [from][to]
    alignas(64) std::array<float, lac::padded_labels * lac::padded_labels> arrivals;     ///< [to][from]
};

/// Reads and checks a model. Throws Error if the file is missing, damaged, or of another version.
[[nodiscard]] std::unique_ptr<const TaggerModel> load_model(const std::filesystem::path& file);

/// Fills in the head and writes the model.
void save_model(TaggerModel& model, const std::filesystem::path& file);

}  // namespace guanxi
