#include "extract/tagger_avx512.hpp"

namespace guanxi {

namespace {

struct Amx : Avx512 {
    // Tiles of 16 rows of 64 bytes, for this thread as long as it lives.
    class Session {
    public:
        Session() {
            Configuration configuration{};
            configuration.palette = 1;
            for (auto& rows : configuration.rows) rows = 16;
            for (auto& bytes : configuration.bytes_of_row) bytes = 64;
            _tile_loadconfig(&configuration);
        }
        ~Session() { _tile_release(); }
        Session(const Session&) = delete;
        Session& operator=(const Session&) = delete;

    private:
        struct alignas(64) Configuration {
            std::uint8_t palette, start_row;
            Array<std::uint8_t, 14> reserved;
            Array<std::uint16_t, 8> bytes_of_row, reserved_bytes;
            Array<std::uint8_t, 8> rows, reserved_rows;
        };
        static_assert(sizeof(Configuration) == 64);
    };

    // The intrinsics do not tell the compiler that they read and write memory.
    static void order_memory() { asm volatile("" ::: "memory"); }

    // Tiles 0 to 3 are the sums: sentences 0 to 15 and 16 to 31 by columns 0 to 15 and 16 to 31.
    template <bool two>
    static void add_products(const std::uint8_t* states, std::size_t stride, std::size_t depth,
                             const std::int8_t* weights) {
        for (std::size_t k = 0; k < depth; k += 64, weights += std::size_t{64} * 32) {
            _tile_loadd(6, weights, 128);
            _tile_loadd(7, weights + 64, 128);
            _tile_loadd(4, states + k, stride);
            _tile_dpbusd(0, 4, 6);
            _tile_dpbusd(1, 4, 7);
            if constexpr (two) {
                _tile_loadd(5, states + 16 * stride + k, stride);
                _tile_dpbusd(2, 5, 6);
                _tile_dpbusd(3, 5, 7);
            }
        }
    }

    template <bool two>
    static void multiply_tiles(const ProductOperand& operand, const std::int8_t* weights, const std::int32_t* start,
                               std::int32_t* out) {
        constexpr std::size_t row = 32 * sizeof(std::int32_t);
        std::int32_t* const second = out + std::size_t{16} * 32;
        order_memory();
        _tile_loadd(0, start, 0);  // the same row sixteen times
        _tile_loadd(1, start + 16, 0);
        if constexpr (two) {
            _tile_loadd(2, start, 0);
            _tile_loadd(3, start + 16, 0);
        }
        if (operand.input_depth > 0) add_products<two>(operand.input, 256, operand.input_depth, weights);
        if (operand.state != nullptr) {
            add_products<two>(operand.state, operand.state_stride, 128, weights + operand.input_depth * 32);
        }
        _tile_stored(0, out, row);
        _tile_stored(1, out + 16, row);
        if constexpr (two) {
            _tile_stored(2, second, row);
            _tile_stored(3, second + 16, row);
        }
        order_memory();
    }

    static void multiply(const Operand& operand, const std::int8_t* weights, const std::int32_t* weight_sums,
                         std::size_t count, std::int32_t* out) {
        alignas(64) Array<std::int32_t, 32> start;  // states are stored 128 too high
        for (std::size_t j = 0; j < 32; ++j) start[j] = -128 * weight_sums[j];
        if (count > 16) {
            multiply_tiles<true>(operand, weights, start, out);
        } else {
            multiply_tiles<false>(operand, weights, start, out);
        }
    }
};

}  // namespace

const Kernel& amx_kernel() {
    static constexpr Kernel kernel{Amx::zero, NetworkRun<Amx>::fill_input, NetworkRun<Amx>::label};
    return kernel;
}

}  // namespace guanxi
