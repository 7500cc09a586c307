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

    static void store_bytes(std::uint8_t* to, Integers values) {
        for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::uint8_t>(values[i]);
    }

    // One row; `depth` is a multiple of 4.
    static void add_products(const std::uint8_t* states, std::size_t depth, const std::int8_t* weights,
                             std::int32_t* sums) {
        for (std::size_t k = 0; k < depth; ++k) {
            const std::int32_t state = static_cast<std::int8_t>(states[k]);
            const std::int8_t* const row = weights + (k / 4) * 128 + k % 4;
            for (std::size_t j = 0; j < 32; ++j) sums[j] += state * row[4 * j];
        }
    }

    static void multiply(const Operand& operand, const std::int8_t* weights, const std::int32_t*, std::size_t count,
                         std::int32_t* out) {
        for (std::size_t row = 0; row < count; ++row, out += 32) {
            std::memset(out, 0, 32 * sizeof *out);
            add_products(operand.input + row * 256, operand.input_depth, weights, out);
            if (operand.state != nullptr) {
                add_products(operand.state + row * operand.state_stride, 128, weights + operand.input_depth * 32, out);
            }
        }
    }
};

}  // namespace

const Kernel& portable_kernel() {
    static constexpr Kernel kernel{Portable::zero, NetworkRun<Portable>::fill_input, NetworkRun<Portable>::label};
    return kernel;
}

}  // namespace guanxi
