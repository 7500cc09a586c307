#include "core/evaluation_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

// What a name is written with or without.
constexpr std::u32string_view passed_over = U"《》〈〉“”‘’「」『』\"'()（）·,，、";

// White space of Unicode, and the four separators of ASCII.
bool is_blank(char32_t c) {
    static constexpr std::u32string_view single = U"\x85\xA0\u1680\u2028\u2029\u202F\u205F\u3000";
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || (c >= 0x2000 && c <= 0x200A) ||
           single.find(c) != std::u32string_view::npos;
}

std::u32string compatibility_composed(std::string_view text) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (size < 0) throw Error(std::string("a name cannot be normalised: ") + utf8proc_errmsg(size));
    return to_utf32({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
}

}  // namespace

std::string comparable_name(std::string_view name) {
    std::string out;
    for (const char32_t c : compatibility_composed(name)) {
        if (is_blank(c) || passed_over.find(c) != std::u32string_view::npos) continue;
        append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
    }
    return out;
}

std::string comparable_unit(std::string_view unit) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> codes{
        {{"元", "CNY"}, {"人民币", "CNY"}, {"美元", "USD"}}};
    const std::u32string text = compatibility_composed(unit);
    const auto first = std::find_if_not(text.begin(), text.end(), is_blank);
    const auto last = std::find_if_not(text.rbegin(), std::make_reverse_iterator(first), is_blank).base();
    std::string plain = to_utf8(std::u32string(first, last));
    for (const auto& [word, code] : codes) {
        if (plain == word) return std::string(code);
    }
    return plain;
}

std::vector<std::u32string> character_pairs(std::string_view name) {
    const std::u32string text = to_utf32(comparable_name(name));
    std::vector<std::u32string> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) pairs.push_back(text.substr(i, 2));
    if (pairs.empty()) pairs.push_back(text);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

double likeness(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    std::vector<std::u32string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    if (shared.empty()) return 0;
    const auto common = static_cast<double>(shared.size());
    return std::max(2 * common / static_cast<double>(a.size() + b.size()),
                    0.8 * common / static_cast<double>(std::min(a.size(), b.size())));
}

}  // namespace guanxi
