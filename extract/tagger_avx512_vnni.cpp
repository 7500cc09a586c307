#include "extract/tagger_avx512.hpp"

namespace guanxi {

namespace {

struct Avx512Vnni : Avx512 {
    struct Session {};
    static constexpr std::size_t together = 8;  // sentences whose sums are held in registers
    using Sums = Array<Array<__m512i, 2>, together>;

    // Four states of each sentence, repeated for all columns, by four weights of 32 columns.
    static void add_products(const std::uint8_t* states, std::size_t stride, std::size_t depth,
                             const std::int8_t* weights, Sums& sums) {
        for (std::size_t k = 0; k < depth; k += 4, weights += 128) {
            const __m512i left = _mm512_load_si512(weights);
            const __m512i right = _mm512_load_si512(weights + 64);
            for (std::size_t row = 0; row < together; ++row) {
                std::int32_t four = 0;
                std::memcpy(&four, states + row * stride + k, sizeof four);
                const __m512i repeated = _mm512_set1_epi32(four);
                sums[row][0] = _mm512_dpbusd_epi32(sums[row][0], repeated, left);
                sums[row][1] = _mm512_dpbusd_epi32(sums[row][1], repeated, right);
            }
        }
    }

    static void multiply(const Operand& operand, const std::int8_t* weights, const std::int32_t* weight_sums,
                         std::size_t count, std::int32_t* out) {
        // States are stored 128 too high.
        const __m512i left = _mm512_slli_epi32(_mm512_load_si512(weight_sums), 7);
        const __m512i right = _mm512_slli_epi32(_mm512_load_si512(weight_sums + 16), 7);
        for (std::size_t row = 0; row < count; row += together) {
            Sums sums;
            for (auto& sum : sums) {
                sum[0] = _mm512_sub_epi32(_mm512_setzero_si512(), left);
                sum[1] = _mm512_sub_epi32(_mm512_setzero_si512(), right);
            }
            if (operand.input_depth > 0)
                add_products(operand.input + row * 256, 256, operand.input_depth, weights, sums);
            if (operand.state != nullptr) {
                add_products(operand.state + row * operand.state_stride, operand.state_stride, 128,
                             weights + operand.input_depth * 32, sums);
            }
            for (std::size_t r = 0; r < together; ++r) {
                _mm512_store_si512(out + (row + r) * 32, sums[r][0]);
                _mm512_store_si512(out + (row + r) * 32 + 16, sums[r][1]);
            }
        }
    }
};

}  // namespace

const Kernel& avx512_vnni_kernel() {
    static constexpr Kernel kernel{Avx512Vnni::zero, NetworkRun<Avx512Vnni>::fill_input, NetworkRun<Avx512Vnni>::label};
    return kernel;
}

}  // namespace guanxi
