#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanxi {

/// An exact decimal number, `digits * 10^-scale`, always in lowest form (no trailing zero behind the point), so that
/// 132.2 times 10^8 is 13220000000 and equal numbers have equal members. 18 significant digits.
class Decimal {
public:
    constexpr Decimal() = default;
    /// `digits * 10^-scale`, brought to lowest form. Throws Error for what `parse` would not read: more than 18
    /// significant digits or places behind the point.
    Decimal(std::int64_t digits, int scale = 0);

    /// Reads `-12.50`; nothing else (no exponent, no blanks). Empty if the text is not such a number or has more than
    /// 18 significant digits.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    /// The canonical lexical form of xsd:decimal: `12.5`, `-3`, `13220000000`.
    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] double to_double() const;

    /// This number times `10^exponent`. Throws Error when it no longer fits.
    [[nodiscard]] Decimal shifted(int exponent) const;
    [[nodiscard]] Decimal negated() const { return {-digits_, scale_}; }
    [[nodiscard]] bool is_negative() const { return digits_ < 0; }
    [[nodiscard]] bool is_integer() const { return scale_ == 0; }

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    std::int64_t digits_ = 0;
    int scale_ = 0;  // never negative
};

}  // namespace guanxi
