#include "export/picture_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr char32_t ellipsis = U'…';
constexpr double narrow = 0.56;  // of a Latin letter or digit, in ems

bool is_space(char32_t c) {
    return c <= 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool is_hidden(char32_t c) {
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    const bool nothing = c == 0x200B || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return direction || nothing;
}

double width_of(char32_t c) {
    if (c < 0x300) return narrow;
    std::string one;
    append_utf8(one, c);
    return static_cast<double>(display_width(one)) / 2;
}

// Behind these a name may well be broken; before those of the second list, too.
constexpr std::u32string_view enders = U"、，。；：·）》”」』】—-/省市区县镇乡的与和及暨";
constexpr std::u32string_view openers = U"（《“「『【";

bool is_word(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// How bad it is to break `text` before `at`, in ems: words are broken only when nothing else is left.
double break_cost(std::u32string_view text, std::size_t at) {
    const char32_t before = text[at - 1];
    const char32_t after = text[at];
    if (is_word(before) && is_word(after)) return 100;
    if (enders.substr(0, 11).find(after) != std::u32string_view::npos ||
        openers.find(before) != std::u32string_view::npos) {
        return 50;
    }
    if (before == U' ' || after == U' ' || openers.find(after) != std::u32string_view::npos) return 0;
    return enders.find(before) != std::u32string_view::npos ? 0 : 3;
}

// Where the first line of `text` ends, near `target` ems and at most `most`.
std::size_t first_break(std::u32string_view text, double target, double most) {
    std::size_t best = 1;
    double best_cost = 1e9;
    double width = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        width += width_of(text[i - 1]);
        if (width > most) break;
        const double cost = std::abs(width - target) + break_cost(text, i);
        if (cost <= best_cost) {
            best_cost = cost;
            best = i;
        }
    }
    return best;
}

double width_of(std::u32string_view text) {
    double width = 0;
    for (const char32_t c : text) width += width_of(c);
    return width;
}

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string shown(std::string_view text, std::size_t limit) {
    std::u32string kept;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (is_hidden(c.value)) continue;
        if (kept.size() == limit) {
            kept.back() = ellipsis;
            break;
        }
        kept += is_space(c.value) ? U' ' : c.value;
    }
    return to_utf8(kept);
}

std::vector<std::string> wrap(std::string_view text, double width, std::size_t most) {
    // No more than fits the lines is looked at, however long the name.
    const auto limit = static_cast<std::size_t>(width * static_cast<double>(most) / narrow) + 2;
    const std::u32string all = to_utf32(shown(text, limit));
    std::u32string_view rest = trimmed(all);
    std::vector<std::string> lines;
    while (!rest.empty() && lines.size() < most) {
        const double left = width_of(rest);
        if (left <= width) break;
        // One more than the fewest lines would be worse than lines of unequal length.
        const double parts = std::ceil(left / width);
        if (lines.size() + 1 == most) {
            while (width_of(rest) + 1 > width) rest.remove_suffix(1);
            lines.push_back(to_utf8(std::u32string(rest) + ellipsis));
            return lines;
        }
        const std::size_t end = first_break(rest, std::min(width, left / parts + 0.5), width);
        lines.push_back(to_utf8(trimmed(rest.substr(0, end))));
        rest = trimmed(rest.substr(end));
    }
    if (!rest.empty() || lines.empty()) lines.push_back(to_utf8(rest));
    return lines;
}

double width_of(std::string_view text) {
    return width_of(to_utf32(text));
}

std::string escape_label(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\\\";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out;
}

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += separator;
        text += parts[i];
    }
    return text;
}

}  // namespace guanxi
