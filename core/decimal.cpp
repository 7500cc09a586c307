#include "core/decimal.hpp"

#include <cstdlib>

#include "core/error.hpp"

namespace guanxi {

namespace {

constexpr int max_digits = 18;

__extension__ using Wide = __int128;

Wide power_of_ten(int exponent) {
    Wide value = 1;
    for (int i = 0; i < exponent; ++i) value *= 10;
    return value;
}

constexpr std::int64_t limit = 1'000'000'000'000'000'000;  // 10^max_digits

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Decimal::Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {
    while (scale_ > 0 && digits_ % 10 == 0) {
        digits_ /= 10;
        --scale_;
    }
    if (scale_ < 0) *this = Decimal(digits).shifted(-scale);
    if (digits_ <= -limit || digits_ >= limit) throw Error("a number is too large: " + std::to_string(digits_));
    if (scale_ > max_digits) throw Error("a number is too small: " + to_string());
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t digits = 0;
    int scale = 0;
    int significant = 0;
    bool point = false;
    bool last_is_digit = false;
    for (const char c : text) {
        if (c == '.' && !point && last_is_digit) {
            point = true;
            last_is_digit = false;
            continue;
        }
        if (!is_digit(c)) return std::nullopt;
        last_is_digit = true;
        digits = digits * 10 + (c - '0');
        if (digits != 0 && ++significant > max_digits) return std::nullopt;
        if (point && ++scale > max_digits) return std::nullopt;
    }
    if (!last_is_digit) return std::nullopt;
    return Decimal(negative ? -digits : digits, scale);
}

std::string Decimal::to_string() const {
    std::string text = std::to_string(std::abs(digits_));
    if (scale_ > 0) {
        const auto places = static_cast<std::size_t>(scale_);
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, ".");
    }
    return digits_ < 0 ? "-" + text : text;
}

double Decimal::to_double() const {
    return std::strtod(to_string().c_str(), nullptr);
}

Decimal Decimal::shifted(int exponent) const {
    if (digits_ == 0) return *this;
    int scale = scale_ - exponent;
    std::int64_t digits = digits_;
    for (; scale < 0; ++scale) {
        if (__builtin_mul_overflow(digits, std::int64_t{10}, &digits))
            throw Error("a number is too large: " + to_string());
    }
    return {digits, scale};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
    const Wide x = a.digits_ * power_of_ten(scale - a.scale_);
    const Wide y = b.digits_ * power_of_ten(scale - b.scale_);
    if (x < y) return std::strong_ordering::less;
    return x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace guanxi
