#include "extract/outline_head.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t head_lines = 24;

int digit_of(char32_t c) {
    static constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
    if (c == U'○' || c == U'零' || c == U'Ｏ' || c == U'О') return 0;
    const std::size_t place = chinese.find(c);
    return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

// A number of one or two digits, also 十二 and 三十一; moves `i` behind it.
int small_number(const std::u32string& text, std::size_t& i) {
    int value = 0;
    std::size_t size = 0;
    for (; i < text.size() && size < 3; ++i, ++size) {
        const int digit = digit_of(text[i]);
        if (text[i] == U'十') {
            value = value == 0 ? 10 : value * 10;
        } else if (digit >= 0) {
            value = size > 0 && text[i - 1] == U'十' ? value + digit : value * 10 + digit;
        } else {
            break;
        }
    }
    return size == 0 ? 0 : value;
}

bool separates(char32_t c, std::u32string_view marks) {
    return marks.find(c) != std::u32string_view::npos;
}

std::string_view metadata(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    std::string_view value = line.substr(at + key.size());
    if (value.starts_with("：")) {
        value.remove_prefix(3);
    } else if (value.starts_with(':')) {
        value.remove_prefix(1);
    } else {
        return {};
    }
    value = value.substr(0, std::min({value.find('|'), value.find("｜"), value.find("  "), value.size()}));
    while (value.starts_with(' ')) value.remove_prefix(1);
    while (value.ends_with(' ')) value.remove_suffix(1);
    return value;
}

std::vector<std::string> split_names(std::string_view list) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size();) {
        const std::size_t end = std::min({list.find(' ', i), list.find("、", i), list.size()});
        if (end > i) names.emplace_back(list.substr(i, end - i));
        i = end + (list.substr(end).starts_with("、") ? 3 : 1);
    }
    return names;
}

// Divisions that follow each other at `offset` (厦门湖里区), by their full names; `end` is behind the last.
std::string divisions_from(std::string_view text, std::uint32_t offset, const Lexicon& lexicon, std::uint32_t& end) {
    std::string names;
    end = offset;
    std::uint8_t level = 0;
    for (Span span = lexicon.division_at(text, offset); !span.empty(); span = lexicon.division_at(text, end)) {
        const auto indices = lexicon.divisions_named(slice(text, span));
        const auto deeper = std::find_if(indices.begin(), indices.end(),
                                         [&](std::uint32_t i) { return lexicon.division(i).level > level; });
        if (deeper == indices.end()) break;
        level = lexicon.division(*deeper).level;
        names += lexicon.division(*deeper).name;
        end = span.end;
        if (end >= text.size()) break;
    }
    return names;
}

// A name that the gazetteer does not have: up to four characters before 市, 区 or 县 at the beginning of the text.
std::string unknown_division(std::string_view text) {
    const std::u32string begin = to_utf32(text.substr(0, 24));
    for (std::size_t i = 1; i < std::min<std::size_t>(begin.size(), 5); ++i) {
        if (!is_han(begin[i - 1])) break;
        if (i >= 2 && (begin[i] == U'市' || begin[i] == U'区' || begin[i] == U'县'))
            return to_utf8(begin.substr(0, i + 1));
    }
    return {};
}

// Behind which words, and in front of which, the head of a report names its district.
std::string place_in(std::string_view line, const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 3> fronts{"在", "代表", ""};
    static constexpr std::array<std::string_view, 10> backs{"第",   "人民政府", "政府工作报告", "市长",   "区长",
                                                            "县长", "政府",     "人民代表大会", "副市长", "20"};
    for (const std::string_view front : fronts) {
        for (std::size_t at = line.find(front); at != std::string_view::npos;
             at = front.empty() ? std::string_view::npos : line.find(front, at + 1)) {
            const std::string_view rest = line.substr(at + front.size());
            std::uint32_t end = 0;
            std::string names = divisions_from(rest, 0, lexicon, end);
            if (names.empty()) {
                names = unknown_division(rest);
                end = static_cast<std::uint32_t>(names.size());
            }
            std::string_view behind = rest.substr(end);
            const bool fits = std::any_of(backs.begin(), backs.end(),
                                          [&](std::string_view back) { return behind.starts_with(back); });
            if (!names.empty() && fits) return names;
        }
    }
    return {};
}

// The division that the text speaks of most in its beginning, by a full or a short name; the earlier one of two.
std::string most_named(std::string_view text, const Lexicon& lexicon) {
    constexpr std::size_t reach = 6000;
    std::vector<std::pair<std::string, int>> counts;
    const std::string_view begin = text.substr(0, reach);
    for (std::uint32_t i = 0; i < begin.size();) {
        std::uint32_t end = i;
        std::string names = is_boundary(begin, i) ? divisions_from(begin, i, lexicon, end) : std::string();
        if (!names.empty()) {
            const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) {
                return c.first.ends_with(names) || names.ends_with(c.first);
            });
            if (known == counts.end()) {
                counts.emplace_back(names, 1);
            } else {
                if (names.size() > known->first.size()) known->first = names;
                ++known->second;
            }
        }
        i = std::max(end, i + 1);
    }
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() || best->second < 2 ? std::string() : best->first;
}

void read_place(Document& document, const std::vector<std::string_view>& head, const Lexicon& lexicon) {
    std::uint32_t end = 0;
    if (!document.title.empty()) {
        document.place = divisions_from(document.title, 0, lexicon, end);
        const std::string_view rest = std::string_view(document.title).substr(end);
        // 上海 alone, or 上海话: a short name at the beginning must be followed by what a district does.
        const std::string_view surface = std::string_view(document.title).substr(0, end);
        const bool full = surface.ends_with("市") || surface.ends_with("区") || surface.ends_with("县");
        if (full || (!surface.empty() && (rest.starts_with("20") || rest.starts_with("政府")))) return;
        document.place.clear();
    }
    for (const std::string_view line : head) {
        document.place = place_in(line, lexicon);
        if (!document.place.empty()) return;
    }
    document.place = unknown_division(document.title);
    if (document.place.empty()) document.place = most_named(document.text, lexicon);
}

void read_front_matter(Document& document, std::string_view line) {
    for (const std::string_view key : {"title:", "标题："}) {
        if (!line.starts_with(key) || !document.title.empty()) continue;
        std::string_view title = line.substr(key.size());
        while (title.starts_with(' ') || title.starts_with('"')) title.remove_prefix(1);
        while (title.ends_with(' ') || title.ends_with('"')) title.remove_suffix(1);
        document.title = std::string(title);
    }
}

}  // namespace

std::optional<std::string> find_date(std::string_view utf8) {
    const std::u32string text = to_utf32(utf8.substr(0, utf8.size()));
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        int year = 0;
        for (std::size_t k = i; k < i + 4; ++k) year = digit_of(text[k]) < 0 ? -100000 : year * 10 + digit_of(text[k]);
        if (year < 1949 || year > 2099) continue;
        std::size_t at = i + 4;
        if (at >= text.size() || !separates(text[at], U"年-./")) continue;
        ++at;
        const int month = small_number(text, at);
        if (month < 1 || month > 12) return fmt::format("{}", year);
        if (at >= text.size() || !separates(text[at], U"月-./")) return fmt::format("{}", year);
        ++at;
        const int day = small_number(text, at);
        if (day < 1 || day > 31) return fmt::format("{}-{:02}", year, month);
        return fmt::format("{}-{:02}-{:02}", year, month, day);
    }
    return std::nullopt;
}

void read_head(Document& document, const std::vector<Line>& all, const Lexicon& lexicon) {
    std::vector<std::string_view> head;
    const bool date_known = !document.date.empty();
    for (const Line& line : all) {
        const std::string_view content = slice(document.text, line.content);
        if (head.size() >= head_lines) break;
        if (!content.empty()) head.push_back(content);
        if (line.kind == LineKind::boilerplate) {
            read_front_matter(document, content);
            continue;
        }
        if (document.title.empty())
            document.title = std::string(content.substr(0, content.size() > 300 ? 0 : content.size()));
        if (document.source.empty()) document.source = std::string(metadata(content, "来源"));
        if (document.authors.empty()) document.authors = split_names(metadata(content, "作者"));
        const auto date = count_code_points(content) <= 120 && !date_known ? find_date(content) : std::nullopt;
        if (date && date->size() > document.date.size()) document.date = *date;
    }
    if (document.date.empty()) document.date = find_date(document.title).value_or("");
    if (document.place.empty()) read_place(document, head, lexicon);
}

}  // namespace guanxi
