#include "extract/tagger_network.hpp"

namespace guanxi {

namespace {

struct Portable {
    static constexpr std::size_t width = 4;
    static constexpr std::uint8_t zero = 0;
    using Floats = float __attribute__((vector_size(16)));
    using Integers = std::int32_t __attribute__((vector_size(16)));
    struct Session {};
    using Operand = ProductOperand;

    static Floats limit(Floats x, float bound) {
        x = x > -bound ? x : Floats{} - bound;
        return x < bound ? x : Floats{} + bound;
    }
    static Integers load_words(const std::int16_t* from) { return Integers{from[0], from[1], from[2], from[3]}; }
    static void store_words(std::int16_t* to, Integers values) {
        for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::int16_t>(values[i]);
    }
    static void store_bytes(std::uint8_t* to, Integers values) {
        for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::uint8_t>(values[i]);
    }

    // A processor of any kind multiplies floating-point numbers side by side, and these sums are exact: 384 products of
    // up to 127 * 127 stay below 2^24.
    static void add_products(const std::uint8_t* states, std::size_t depth, const Floats* weights,
                             Array<Floats, 8>& sums) {
        for (std::size_t k = 0; k < depth; ++k) {
            const auto state = static_cast<float>(static_cast<std::int8_t>(states[k]));
            for (std::size_t v = 0; v < 8; ++v) sums[v] += state * weights[k * 8 + v];
        }
    }

    static void multiply(const Operand& operand, const std::int8_t* weights, const std::int32_t*, std::size_t count,
                         std::int32_t* out) {
        Array<Floats, std::size_t{384} * 8> rows;
        const std::size_t depth = operand.input_depth + (operand.state != nullptr ? 128 : 0);
        for (std::size_t k = 0; k < depth; ++k) {
            for (std::size_t j = 0; j < 32; ++j) {
                const std::int8_t weight = weights[(k / 4) * 128 + j * 4 + k % 4];
                rows[k * 8 + j / 4][j % 4] = weight;
            }
        }
        for (std::size_t row = 0; row < count; ++row, out += 32) {
            Array<Floats, 8> sums = {};
            if (operand.input_depth > 0) add_products(operand.input + row * 256, operand.input_depth, rows, sums);
            if (operand.state != nullptr) {
                add_products(operand.state + row * operand.state_stride, 128, rows + operand.input_depth * 8, sums);
            }
            for (std::size_t j = 0; j < 32; ++j) out[j] = static_cast<std::int32_t>(sums[j / 4][j % 4]);
        }
    }
};

}  // namespace

const Kernel& portable_kernel() {
    static constexpr Kernel kernel{Portable::zero, NetworkRun<Portable>::fill_input, NetworkRun<Portable>::label};
    return kernel;
}

}  // namespace guanxi
