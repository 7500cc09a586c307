#pragma once

#include <immintrin.h>

#include "extract/tagger_network.hpp"

namespace guanxi {

/// What the machines with 512-bit registers have in common.
struct Avx512 {
    static constexpr std::size_t width = 16;
    static constexpr std::uint8_t zero = 128;  // the instructions multiply unsigned states by signed weights
    using Floats = float __attribute__((vector_size(64)));
    using Integers = std::int32_t __attribute__((vector_size(64)));
    using Operand = ProductOperand;

    static void store_bytes(std::uint8_t* to, Integers values) {
        const __m128i bytes = _mm512_cvtepi32_epi8(reinterpret_cast<__m512i>(values));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
    }
};

}  // namespace guanxi
