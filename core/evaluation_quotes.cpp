#include "core/evaluation_quotes.hpp"

#include <algorithm>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t none = std::u32string::npos;
constexpr std::u32string_view sentence_ends = U"。！？\n";

std::u32string with_plain_line_breaks(std::string_view text) {
    std::u32string out;
    bool after_return = false;
    for (const char32_t c : to_utf32(text)) {
        if (c != U'\n' || !after_return) out += c == U'\r' ? U'\n' : c;
        after_return = c == U'\r';
    }
    return out;
}

}  // namespace

QuoteChecker::QuoteChecker(std::string_view text) : text_(with_plain_line_breaks(text)) {}

bool QuoteChecker::grounded(std::span<const GoldQuote> quotes) const {
    const auto verbatim = [&](const GoldQuote& quote) {
        const std::u32string part = to_utf32(quote.text);
        if (part.empty()) return false;
        if (!quote.begin) return text_.find(part) != none;
        if (*quote.begin < 0 || static_cast<std::size_t>(*quote.begin) > text_.size()) return false;
        return text_.compare(static_cast<std::size_t>(*quote.begin), part.size(), part) == 0;
    };
    return !quotes.empty() && std::all_of(quotes.begin(), quotes.end(), verbatim);
}

bool QuoteChecker::in_sentence_of(std::string_view evidence, std::span<const GoldQuote> quotes) const {
    const std::size_t at = evidence.empty() ? none : text_.find(to_utf32(evidence));
    if (at == none) return false;
    const std::size_t before = at == 0 ? none : text_.find_last_of(sentence_ends, at - 1);
    const std::size_t begin = before == none ? 0 : before + 1;
    const std::size_t end = std::min(text_.find_first_of(sentence_ends, at), text_.size());
    return std::any_of(quotes.begin(), quotes.end(), [&](const GoldQuote& quote) {
        const std::u32string part = to_utf32(quote.text);
        if (part.empty() || (quote.begin && *quote.begin < 0)) return false;
        const std::size_t start = quote.begin ? static_cast<std::size_t>(*quote.begin) : text_.find(part);
        return start != none && start < end && start + part.size() > begin;
    });
}

}  // namespace guanxi
