#include "extract/outline_lines.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t longest_heading = 45;        // code points
constexpr std::size_t longest_front_matter = 100;  // lines

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0' || c == U'\uFEFF' || c == U'\u200B' ||
           c == U'\f' || c == U'\v' || c == U'\r' || c == U'\n';
}

bool is_leading_mark(char32_t c) {
    return c == U'*' || c == U'#' || c == U'>' || c == U'|' || c == U'_' || c == U'•';
}
bool is_trailing_mark(char32_t c) {
    return c == U'*' || c == U'#' || c == U'|' || c == U'_';
}

std::uint32_t last_begin(std::string_view text, Span span) {
    std::uint32_t i = span.end - 1;
    while (!is_boundary(text, i)) --i;
    return i;
}

// Whether an item of a list begins here: a dash or plus, and a blank.
bool begins_item(std::string_view text, Span span) {
    const std::string_view begin = slice(text, span).substr(0, 2);
    return begin == "- " || begin == "+ ";
}

struct Numbering {
    std::string_view open;
    std::u32string_view digits;
    std::u32string_view close;
    Level level;
};
constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十百零〇";
constexpr std::array numberings{
    Numbering{"第", chinese_digits, U"章编篇部", Level::top}, Numbering{"（", chinese_digits, U"）", Level::section},
    Numbering{"(", chinese_digits, U")", Level::section},     Numbering{"", chinese_digits, U"、", Level::part},
    Numbering{"", U"0123456789", U".、．", Level::item},
};

Level numbered_level(std::string_view content) {
    for (const Numbering& numbering : numberings) {
        if (!content.starts_with(numbering.open)) continue;
        std::size_t i = numbering.open.size();
        std::size_t digits = 0;
        while (i < content.size() && digits < 4) {
            const CodePoint c = decode(content, i);
            if (numbering.digits.find(c.value) == std::u32string_view::npos) break;
            i += c.size;
            ++digits;
        }
        const bool closed = digits > 0 && i < content.size() &&
                            numbering.close.find(decode(content, i).value) != std::u32string_view::npos;
        if (closed) return numbering.level;
    }
    return Level::note;
}

// The level of a heading from what it begins with: its number, brackets, Markdown's `#`.
Level heading_level(std::string_view raw, std::string_view content) {
    static constexpr std::array levels{Level::note, Level::top, Level::part, Level::section, Level::item};
    if (const Level level = numbered_level(content); level != Level::note) return level;
    if (content.starts_with("【") || content.starts_with("附件") || content.starts_with("附：")) return Level::top;
    const std::size_t hashes = std::min(raw.find_first_not_of('#'), raw.size());
    return hashes < levels.size() ? levels.at(hashes) : Level::note;
}

bool ends_like_a_sentence(std::string_view text, Span content) {
    static constexpr std::u32string_view ends = U"。！？；：，、…!?;:,";
    return ends.find(decode(text, last_begin(text, content)).value) != std::u32string_view::npos;
}

// What stands between two marks of a line, if it has both.
Span between(std::string_view text, Span span, std::string_view open, std::string_view close) {
    const std::string_view line = slice(text, span);
    const std::size_t begin = line.find(open);
    if (begin == std::string_view::npos) return span;
    const std::size_t from = begin + open.size();
    const std::size_t end = std::min(line.find(close, from), line.size());
    return {span.begin + static_cast<std::uint32_t>(from), span.begin + static_cast<std::uint32_t>(end)};
}

// Cuts and classifies one line after the other; keeps what a line before has opened.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    void add(Span bare, Span whole) {
        Line line{whole, trim(text_, bare), LineKind::body, Level::note};
        const std::string_view raw = slice(text_, bare);
        const bool opens = slice(text_, line.content).starts_with("<!--");
        if (opens || in_comment_) {
            line.content = trim(text_, between(text_, bare, opens ? "<!--" : "", "-->"));
            in_comment_ = raw.find("-->") == std::string_view::npos;
        } else {
            classify(line, raw);
        }
        if (!has_word(slice(text_, line.content))) line.kind = LineKind::nothing;
        found_.push_back(line);
    }

    // Front matter is what stands between two lines of three dashes at the very beginning.
    std::vector<Line> finish() {
        const auto is_fence = [&](const Line& line) {
            const std::string_view raw = slice(text_, line.whole);
            return raw.starts_with("---") && raw.find_first_not_of("- \t\r\n") == std::string_view::npos;
        };
        if (found_.empty() || !is_fence(found_.front())) return std::move(found_);
        const auto limit = found_.begin() + static_cast<std::ptrdiff_t>(std::min(found_.size(), longest_front_matter));
        const auto end = std::find_if(found_.begin() + 1, limit, is_fence);
        if (end != limit) {
            std::for_each(found_.begin(), end, [](Line& line) { line.kind = LineKind::front_matter; });
        }
        return std::move(found_);
    }

private:
    void classify(Line& line, std::string_view raw) {
        if (raw.find("![") != std::string_view::npos && slice(text_, line.content).starts_with("![")) {
            line.content = trim(text_, between(text_, line.content, "![", "]"));
            return;
        }
        if (line.content.empty() || raw.starts_with("|")) return;
        const std::string_view content = slice(text_, line.content);
        // Four bytes are the most that a code point takes: a long line is not counted through.
        if (content.size() > longest_heading * 4 || count_code_points(content) > longest_heading) return;
        if (ends_like_a_sentence(text_, line.content)) return;
        line.kind = LineKind::heading;
        line.level = heading_level(raw, content);
    }

    std::string_view text_;
    std::vector<Line> found_;
    bool in_comment_ = false;
};

}  // namespace

Span trim(std::string_view text, Span span) {
    while (!span.empty()) {
        const CodePoint c = decode(text, span.begin);
        if (begins_item(text, span)) {
            span.begin += 2;
        } else if (is_blank(c.value) || is_leading_mark(c.value)) {
            span.begin += c.size;
        } else {
            break;
        }
    }
    while (!span.empty()) {
        const std::uint32_t last = last_begin(text, span);
        const char32_t c = decode(text, last).value;
        if (!is_blank(c) && !is_trailing_mark(c)) break;
        span.end = last;
    }
    return span;
}

bool has_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        const bool letter = (c.value >= U'a' && c.value <= U'z') || (c.value >= U'A' && c.value <= U'Z');
        if (letter || (c.value >= U'0' && c.value <= U'9') || is_han(c.value)) return true;
        i += c.size;
    }
    return false;
}

std::vector<Line> lines(std::string_view text) {
    Cutter cutter(text);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t bare = std::min(text.find_first_of("\r\n", begin), text.size());
        const std::size_t end = bare + (text.substr(bare, 2) == "\r\n" ? 2 : bare < text.size() ? 1 : 0);
        cutter.add({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(bare)},
                   {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end;
    }
    return cutter.finish();
}

}  // namespace guanxi
