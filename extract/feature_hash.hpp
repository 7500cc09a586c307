#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace guanxi {

/// A feature as a number; never 0.
using FeatureKey = std::uint64_t;

/// Hashes the parts of a feature one after the other, eight bytes at a time; the same on every machine of one byte
/// order.
class FeatureHash {
public:
    explicit FeatureHash(std::string_view first) { add(first); }

    void add(std::string_view part) {
        const std::uint64_t size = part.size();
        for (; part.size() > 8; part.remove_prefix(8)) mix(read<std::uint64_t>(part.data()));
        mix(tail(part) ^ size * prime_);
    }

    [[nodiscard]] FeatureKey key() const { return state_ == 0 ? 1 : state_; }

private:
    static constexpr std::uint64_t prime_ = 0x9E3779B97F4A7C15ULL;  // 2^64 divided by the golden ratio

    template <typename Word>
    static std::uint64_t read(const char* bytes) {
        Word value = 0;
        std::memcpy(&value, bytes, sizeof value);
        return value;
    }

    // Up to eight bytes; reads that overlap are quicker than a loop.
    static std::uint64_t tail(std::string_view part) {
        const std::size_t size = part.size();
        if (size >= 4) return read<std::uint32_t>(part.data()) | read<std::uint32_t>(part.data() + size - 4) << 32U;
        if (size == 0) return 0;
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(part[i])}; };
        return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
    }

    void mix(std::uint64_t word) {
        state_ = (std::rotl(state_, 29) ^ word) * prime_;
        state_ ^= state_ >> 32U;
    }

    std::uint64_t state_ = prime_;
};

}  // namespace guanxi
