#include "extract/numbers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::uint32_t longest = 40;  // characters of one numeral, so that a page of digits costs nothing
constexpr std::size_t most_digits = 18;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

int chinese_digit(char32_t c) {
    static constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c == U'〇') return 0;
    if (c == U'两') return 2;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int power(char32_t c) {
    switch (c) {
        case U'十':
            return 1;
        case U'百':
            return 2;
        case U'千':
            return 3;
        case U'万':
            return 4;
        case U'亿':
            return 8;
        default:
            return 0;
    }
}

bool is_chinese_numeral(char32_t c) {
    return chinese_digit(c) >= 0 || power(c) > 0;
}

/// A reader of folded characters that stops at `end`.
struct Reader {
    std::string_view text;
    std::uint32_t at = 0;
    std::uint32_t end = 0;

    [[nodiscard]] char32_t peek() const { return at < end ? fold(decode(text, at).value) : 0; }
    [[nodiscard]] char32_t next() const {
        if (at >= end) return 0;
        const std::uint32_t after = at + decode(text, at).size;
        return after < end ? fold(decode(text, after).value) : 0;
    }
    void skip() { at += decode(text, at).size; }
};

// 千 and 百 that belong to a unit: 千瓦, 千米, 千克, 百分点.
bool begins_unit(char32_t multiplier, char32_t following) {
    if (multiplier == U'千') return std::u32string_view(U"瓦米克卡赫伏").find(following) != std::u32string_view::npos;
    return multiplier == U'百' && following == U'分';
}

std::optional<Decimal> scaled(const std::string& digits, int exponent) {
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    if (whole + static_cast<std::size_t>(exponent) > most_digits) return std::nullopt;
    const auto value = Decimal::parse(digits);
    if (!value) return std::nullopt;
    return value->shifted(exponent);
}

std::optional<Numeral> digits_at(Reader in) {
    Numeral found;
    found.span.begin = in.at;
    std::string digits;
    while (digits.size() < longest) {
        const char32_t c = in.peek();
        if (is_digit(c)) {
            digits += static_cast<char>(c);
        } else if (c == U'.' && is_digit(in.next()) && digits.find('.') == std::string::npos) {
            digits += '.';
        } else if (c == U',' && is_digit(in.next())) {
            // A comma groups only if three digits and no fourth follow.
            Reader ahead = in;
            ahead.skip();
            int group = 0;
            for (; is_digit(ahead.peek()) && group < 4; ahead.skip()) ++group;
            if (group != 3) break;
        } else {
            break;
        }
        in.skip();
    }
    if (is_digit(in.peek())) return std::nullopt;
    int exponent = 0;
    const auto multiply = [&] {
        while (power(in.peek()) > 0 && !begins_unit(in.peek(), in.next()) && exponent <= 8) {
            exponent += power(in.peek());
            found.scaled = true;
            in.skip();
        }
    };
    multiply();
    const char32_t c = in.peek();
    if (c == U'多' || c == U'余' || c == U'几') {
        found.more = true;
        in.skip();
        multiply();
    }
    const auto value = scaled(digits, exponent);
    if (!value) return std::nullopt;
    found.value = *value;
    found.span.end = in.at;
    return found;
}

std::optional<Numeral> characters_at(Reader in) {
    Numeral found;
    found.span.begin = in.at;
    found.chinese = true;
    for (std::uint32_t i = 0; i < longest && is_chinese_numeral(in.peek()); ++i) {
        if (in.at > found.span.begin && begins_unit(in.peek(), in.next())) break;
        found.scaled = power(in.peek()) > 1;
        in.skip();
    }
    found.span.end = in.at;
    const auto value = chinese_number(slice(in.text, found.span));
    if (!value) return std::nullopt;
    found.value = Decimal(*value);
    const char32_t c = in.peek();
    if (c == U'多' || c == U'余' || (c == U'几' && found.scaled)) {
        found.more = true;
        in.skip();
        if (in.peek() == U'万' || in.peek() == U'亿') {
            const auto more = scaled(found.value.to_string(), power(in.peek()));
            if (!more) return std::nullopt;
            found.value = *more;
            found.scaled = true;
            in.skip();
        }
        found.span.end = in.at;
    }
    return found;
}

}  // namespace

std::optional<Numeral> numeral_at(std::string_view text, std::uint32_t offset, std::uint32_t end) {
    const Reader in{text, offset, std::min(end, static_cast<std::uint32_t>(text.size()))};
    if (is_digit(in.peek())) return digits_at(in);
    if (is_chinese_numeral(in.peek())) return characters_at(in);
    return std::nullopt;
}

std::optional<std::int64_t> chinese_number(std::string_view text) {
    const std::u32string characters = to_utf32(text);
    if (characters.empty() || characters.size() > most_digits) return std::nullopt;
    const bool plain = std::none_of(characters.begin(), characters.end(), [](char32_t c) { return power(c) > 0; });
    std::int64_t total = 0;    // above the last 万 or 亿
    std::int64_t section = 0;  // below it
    std::int64_t digit = -1;
    for (const char32_t c : characters) {
        const int value = chinese_digit(c);
        if (value >= 0) {
            digit = plain && digit > 0 ? digit * 10 + value : value;
            continue;
        }
        const int exponent = power(c);
        if (exponent == 0) return std::nullopt;
        if (exponent >= 4) {
            std::int64_t factor = 1;
            for (int i = 0; i < exponent; ++i) factor *= 10;
            std::int64_t sum = section + std::max<std::int64_t>(digit, 0);
            // 万亿: the multiplier takes all that stands before it.
            if (exponent == 8) sum += std::exchange(total, 0);
            if (sum > 999'999'999) return std::nullopt;
            total += std::max<std::int64_t>(sum, 1) * factor;
            section = 0;
        } else {
            const std::int64_t factor = exponent == 1 ? 10 : exponent == 2 ? 100 : 1000;
            section += (digit > 0 ? digit : 1) * factor;
        }
        digit = -1;
    }
    return total + section + std::max<std::int64_t>(digit, 0);
}

std::optional<Decimal> per_cent(std::int64_t part, std::int64_t whole) {
    if (whole <= 0 || part < 0 || part > 1'000'000'000) return std::nullopt;
    return Decimal((part * 1000 + whole / 2) / whole, 1);
}

}  // namespace guanxi
