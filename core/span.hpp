#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace guanxi {

/// A half-open range of bytes `[begin, end)` of one document's text, on code-point borders.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;  // NOLINT(modernize-use-nullptr)
};

/// The part of `text` that `span` covers; the span must lie inside the text.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

}  // namespace guanxi
