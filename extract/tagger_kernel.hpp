#pragma once

#include <cstddef>
#include <cstdint>

// What the instruction sets have in common. Nothing here or in tagger_network.hpp may call an inline function of
// another header: compiled for a newer processor, it could replace the one that all others use.

namespace guanxi {

/// `std::array` has inline functions, so arrays are plain.
template <class T, std::size_t size>
using Array = T[size];  // NOLINT(modernize-avoid-c-arrays)

/// A quantised matrix as the kernels see it; see QuantisedMatrix.
struct KernelMatrix {
    const std::int8_t* weights;
    const float* scale;
    const float* addend;
    const std::int32_t* sums;
};

/// The network as the kernels see it.
struct KernelNetwork {
    const float* input;
    const float* input_addend;
    Array<KernelMatrix, 2> layer1, layer2;
    KernelMatrix output;
    const float *start, *stop, *transitions, *arrivals;
};

/// How many sentences go through the network side by side.
inline constexpr std::size_t batch_rows = 32;

/// A batch of sentences, the longest first, and room for what is computed of it. Rows lie side by side: the place of
/// character `t` of sentence `i` is `t * batch_rows + i`.
struct KernelBatch {
    std::size_t count;                  ///< of sentences, up to `batch_rows`
    const std::uint32_t* lengths;       ///< of each sentence, descending, the shortest at least 1
    const std::int16_t* const* inputs;  ///< for each place what `fill_input` made of its character
    std::uint8_t* layer1;               ///< for each place 256 states; a state x is stored as 127 x + `Kernel::zero`
    std::uint8_t* layer2;               ///< the same
    float* scores;                      ///< for each place 64 numbers
    float* best;                        ///< for each character of one sentence 64 numbers
    std::uint8_t* labels;               ///< for each place the label: the result
};

/// One instruction set's way through the network. All give the same bits.
struct Kernel {
    std::uint8_t zero;  ///< what stands for a state of 0
    void (*fill_input)(const KernelNetwork& network, const float* embedding, std::int16_t* out);  ///< 768 numbers
    void (*label)(const KernelNetwork& network, const KernelBatch& batch);
};

enum class Instructions : std::uint8_t;
/// The kernel of the instructions. Throws Error if the machine lacks them.
[[nodiscard]] const Kernel& kernel_of(Instructions instructions);

[[nodiscard]] const Kernel& portable_kernel();
[[nodiscard]] const Kernel& avx2_kernel();
[[nodiscard]] const Kernel& avx512_vnni_kernel();
[[nodiscard]] const Kernel& amx_kernel();

}  // namespace guanxi
