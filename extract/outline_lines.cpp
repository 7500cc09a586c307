#include "extract/outline_lines.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t longest_heading = 40;  // code points

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0' || c == U'\uFEFF' || c == U'\u200B' ||
           c == U'\f' || c == U'\v';
}

// Marks of Markdown in front of a line: emphasis, quotations, lists, table bars.
bool is_leading_mark(char32_t c) {
    return c == U'*' || c == U'#' || c == U'>' || c == U'|' || c == U'+' || c == U'_';
}
bool is_trailing_mark(char32_t c) {
    return c == U'*' || c == U'#' || c == U'|' || c == U'_';
}

char32_t last_code_point(std::string_view text, Span span) {
    std::uint32_t i = span.end - 1;
    while (!is_boundary(text, i)) --i;
    return decode(text, i).value;
}

std::uint32_t last_size(std::string_view text, Span span) {
    std::uint32_t i = span.end - 1;
    while (!is_boundary(text, i)) --i;
    return span.end - i;
}

Span trim(std::string_view text, Span span) {
    while (!span.empty()) {
        const CodePoint c = decode(text, span.begin);
        if (!is_blank(c.value) && !is_leading_mark(c.value)) break;
        span.begin += c.size;
    }
    while (!span.empty()) {
        const char32_t c = last_code_point(text, span);
        if (!is_blank(c) && !is_trailing_mark(c)) break;
        span.end -= last_size(text, span);
    }
    return span;
}

bool has_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        const bool letter = (c.value >= U'a' && c.value <= U'z') || (c.value >= U'A' && c.value <= U'Z') ||
                            (c.value >= U'0' && c.value <= U'9');
        if (letter || c.value > 0x2FFF) return true;
        i += c.size;
    }
    return false;
}

// 一、 is 1, （一） is 2, 1. and 1、 are 3; else 0.
std::uint8_t numbering(std::string_view content) {
    static constexpr std::u32string_view digits = U"一二三四五六七八九十百零〇";
    const std::u32string begin = to_utf32(content.substr(0, 32)).substr(0, 8);
    std::size_t i = !begin.empty() && (begin[0] == U'（' || begin[0] == U'(') ? 1 : 0;
    const bool bracket = i == 1;
    const std::size_t first = i;
    while (i < begin.size() && digits.find(begin[i]) != std::u32string_view::npos) ++i;
    if (i > first && i < begin.size()) {
        if (bracket) return begin[i] == U'）' || begin[i] == U')' ? 2 : 0;
        return begin[i] == U'、' ? 1 : 0;
    }
    while (i < begin.size() && begin[i] >= U'0' && begin[i] <= U'9') ++i;
    const bool dotted = i > first && i < begin.size() && (begin[i] == U'.' || begin[i] == U'、' || begin[i] == U'．');
    return dotted && !bracket ? 3 : 0;
}

bool ends_a_sentence(std::string_view text, Span content) {
    static constexpr std::u32string_view ends = U"。！？；：，、…!?;:,";
    return ends.find(last_code_point(text, content)) != std::u32string_view::npos;
}

void classify(std::string_view text, Line& line) {
    const std::string_view content = slice(text, line.content);
    const std::string_view raw = slice(text, line.whole);
    if (line.content.empty() || !has_word(content) || content.starts_with("<!--") || content.starts_with("![")) {
        line.kind = LineKind::boilerplate;
        return;
    }
    if (count_code_points(content) > longest_heading || ends_a_sentence(text, line.content)) return;
    const std::uint8_t number = numbering(content);
    const std::size_t hashes = std::min(raw.find_first_not_of('#'), raw.size());
    line.kind = LineKind::heading;
    line.level = 3;
    if (content.starts_with("【")) line.level = 1;
    if (hashes > 0) line.level = static_cast<std::uint8_t>(std::min<std::size_t>(hashes, 3));
    if (number > 0) line.level = number;
}

}  // namespace

std::vector<Line> lines(std::string_view text) {
    std::vector<Line> found;
    bool front_matter = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        Line line;
        const Span bare{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (end < text.size()) end += text.substr(end, 2) == "\r\n" ? 2 : 1;
        line.whole = {bare.begin, static_cast<std::uint32_t>(end)};
        line.content = trim(text, bare);
        classify(text, line);
        const bool fence = slice(text, bare) == "---";
        if (front_matter || (fence && found.empty())) line.kind = LineKind::boilerplate;
        if (fence) front_matter = found.empty();
        found.push_back(line);
        begin = end;
    }
    return found;
}

std::vector<Span> sentence_spans(std::string_view text, Span stretch) {
    static constexpr std::u32string_view ends = U"。！？!?";
    static constexpr std::u32string_view closing = U"”’」』）】》)\"";
    std::vector<Span> spans;
    std::uint32_t begin = stretch.begin;
    const auto close = [&](std::uint32_t end) {
        const Span span = trim(text, {begin, end});
        if (!span.empty() && has_word(slice(text, span))) spans.push_back(span);
        begin = end;
    };
    for (std::uint32_t i = stretch.begin; i < stretch.end;) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (ends.find(c.value) == std::u32string_view::npos) continue;
        while (i < stretch.end) {
            const CodePoint next = decode(text, i);
            const bool more = closing.find(next.value) != std::u32string_view::npos ||
                              ends.find(next.value) != std::u32string_view::npos;
            if (!more) break;
            i += next.size;
        }
        close(i);
    }
    close(stretch.end);
    return spans;
}

}  // namespace guanxi
