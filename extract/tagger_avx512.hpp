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

    static Floats limit(Floats x, float bound) {
        return _mm512_min_ps(_mm512_max_ps(x, _mm512_set1_ps(-bound)), _mm512_set1_ps(bound));
    }
    static Integers load_words(const std::int16_t* from) {
        return reinterpret_cast<Integers>(
            _mm512_cvtepi16_epi32(_mm256_load_si256(reinterpret_cast<const __m256i*>(from))));
    }
    static void store_words(std::int16_t* to, Integers values) {
        const __m256i words = _mm512_cvtepi32_epi16(reinterpret_cast<__m512i>(values));
        _mm256_store_si256(reinterpret_cast<__m256i*>(to), words);
    }
    static void store_bytes(std::uint8_t* to, Integers values) {
        const __m128i bytes = _mm512_cvtepi32_epi8(reinterpret_cast<__m512i>(values));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
    }
};

}  // namespace guanxi
