#include <immintrin.h>

#include "extract/tagger_network.hpp"

namespace guanxi {

namespace {

struct Avx2 {
    static constexpr std::size_t width = 8;
    static constexpr std::uint8_t zero = 0;
    using Floats = float __attribute__((vector_size(32)));
    using Integers = std::int32_t __attribute__((vector_size(32)));
    using Operand = ProductOperand;
    struct Session {};
    static constexpr std::size_t together = 2;  // sentences whose sums are held in registers

    static Floats limit(Floats x, float bound) {
        return _mm256_min_ps(_mm256_max_ps(x, _mm256_set1_ps(-bound)), _mm256_set1_ps(bound));
    }
    static Integers load_words(const std::int16_t* from) {
        return reinterpret_cast<Integers>(
            _mm256_cvtepi16_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(from))));
    }
    static void store_words(std::int16_t* to, Integers values) {
        for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::int16_t>(values[i]);
    }
    using Sums = Array<Array<__m256i, 4>, together>;

    static void store_bytes(std::uint8_t* to, Integers values) {
        // The lowest byte of each number, then the four bytes of both halves side by side.
        const __m256i lowest = _mm256_setr_epi8(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,  //
                                                0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
        const __m256i bytes = _mm256_shuffle_epi8(reinterpret_cast<__m256i>(values), lowest);
        const __m128i both = _mm_unpacklo_epi32(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1));
        _mm_storel_epi64(reinterpret_cast<__m128i*>(to), both);
    }

    // The instruction multiplies unsigned by signed bytes and adds two products in 16 bits: the state's sign goes to
    // the weight, and as neither is -128, 2 * 127 * 127 is the largest sum, which fits.
    static void add_products(const std::uint8_t* states, std::size_t stride, std::size_t depth,
                             const std::int8_t* weights, Sums& sums) {
        const __m256i ones = _mm256_set1_epi16(1);
        for (std::size_t k = 0; k < depth; k += 4, weights += 128) {
            for (std::size_t row = 0; row < together; ++row) {
                std::int32_t four = 0;
                std::memcpy(&four, states + row * stride + k, sizeof four);
                const __m256i repeated = _mm256_set1_epi32(four);
                const __m256i magnitude = _mm256_abs_epi8(repeated);
                for (std::size_t v = 0; v < 4; ++v) {
                    const auto* const from = reinterpret_cast<const __m256i*>(weights + v * 32);
                    const __m256i weight = _mm256_sign_epi8(_mm256_load_si256(from), repeated);
                    const __m256i pairs = _mm256_maddubs_epi16(magnitude, weight);
                    sums[row][v] = _mm256_add_epi32(sums[row][v], _mm256_madd_epi16(pairs, ones));
                }
            }
        }
    }

    static void multiply(const Operand& operand, const std::int8_t* weights, const std::int32_t*, std::size_t count,
                         std::int32_t* out) {
        for (std::size_t row = 0; row < count; row += together) {
            Sums sums = {};
            if (operand.input_depth > 0)
                add_products(operand.input + row * 256, 256, operand.input_depth, weights, sums);
            if (operand.state != nullptr) {
                add_products(operand.state + row * operand.state_stride, operand.state_stride, 128,
                             weights + operand.input_depth * 32, sums);
            }
            for (std::size_t r = 0; r < together; ++r) {
                for (std::size_t v = 0; v < 4; ++v) {
                    _mm256_store_si256(reinterpret_cast<__m256i*>(out + (row + r) * 32 + v * 8), sums[r][v]);
                }
            }
        }
    }
};

}  // namespace

const Kernel& avx2_kernel() {
    static constexpr Kernel kernel{Avx2::zero, NetworkRun<Avx2>::fill_input, NetworkRun<Avx2>::label};
    return kernel;
}

}  // namespace guanxi
