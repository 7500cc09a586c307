#include "extract/outline_head.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.hpp"
#include "extract/outline_dates.hpp"
#include "extract/outline_place.hpp"

namespace guanxi {

namespace {

constexpr std::size_t longest_head = 24;       // lines with words
constexpr std::size_t longest_title = 60;      // code points
constexpr std::size_t longest_head_line = 90;  // code points of a line that is no paragraph yet

std::string_view trimmed(std::string_view value) {
    const Span span = trim(value, {0, static_cast<std::uint32_t>(value.size())});
    return slice(value, span);
}

// `来源：厦门日报 | 作者：…`: the value of a key, up to a bar or two blanks.
std::string_view value_of(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return {};
    std::string_view value = line.substr(at + key.size());
    if (value.starts_with("：")) {
        value.remove_prefix(std::string_view("：").size());
    } else if (value.starts_with(':')) {
        value.remove_prefix(1);
    } else {
        return {};
    }
    value = trimmed(value.substr(0, std::min({value.find('|'), value.find("｜"), value.find("）"), value.size()})));
    return value.substr(0, std::min({value.find("  "), value.find("　"), value.size()}));
}

std::vector<std::string> split_names(std::string_view list) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size();) {
        const std::size_t end = std::min({list.find(' ', i), list.find("、", i), list.find("，", i), list.size()});
        if (end > i) names.emplace_back(list.substr(i, end - i));
        i = end + (list.substr(end).starts_with(' ') ? 1 : std::string_view("、").size());
    }
    return names;
}

void read_front_matter(Document& document, std::string_view line) {
    const auto set = [&](std::string& field, std::string_view key) {
        if (!line.starts_with(key) || !field.empty()) return;
        std::string_view value = trimmed(line.substr(key.size()));
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
            value = value.substr(1, value.size() - 2);
        }
        field = std::string(value);
    };
    set(document.title, "title:");
    set(document.source, "source:");
    set(document.place, "place:");
    std::string author;
    set(author, "author:");
    if (document.authors.empty() && !author.empty()) document.authors = split_names(author);
    if (line.starts_with("date:") && document.date.empty()) document.date = find_date(line).value_or("");
}

// 厦门日报讯（记者 甲 乙 通讯员 丙）…: how many bytes of the line name the newspaper; npos if it is no dateline.
std::size_t dateline_source(std::string_view line) {
    constexpr std::size_t reach = 60;
    const std::string_view begin = line.substr(0, reach);
    for (const std::string_view mark : {"讯（", "讯(", "讯 ", "讯　", "日电", "讯　"}) {
        const std::size_t at = begin.find(mark);
        const std::size_t stop = begin.find_first_of(",;:");
        const bool broken = begin.find("。") < at || begin.find("，") < at || stop < at;
        if (at != std::string_view::npos && !broken) return at;
    }
    return std::string_view::npos;
}

void read_dateline(Document& document, std::string_view line, std::size_t source) {
    std::string_view name = line.substr(0, source);
    // 新华社北京1月5日电: the agency stands up to its 社.
    if (const std::size_t agency = name.find("社"); agency != std::string_view::npos) name = name.substr(0, agency + 3);
    if (document.source.empty() && name.find("本报") == std::string_view::npos) document.source = std::string(name);
    const std::size_t at = line.find("记者");
    if (!document.authors.empty() || at == std::string_view::npos || at > source + 30) return;
    std::string_view names = line.substr(at + std::string_view("记者").size());
    names = names.substr(0, std::min({names.find("）"), names.find(')'), names.find("通讯员"), names.find("图"),
                                      names.find("，"), names.find("摄"), names.size()}));
    if (names.size() < 60) document.authors = split_names(trimmed(names));
}

// 现在，我代表市人民政府，向大会报告工作，请予审议: still head, though long.
bool opens_report(std::string_view line) {
    return line.find("代表") != std::string_view::npos && line.find("请予审议") != std::string_view::npos;
}

bool is_paragraph(std::string_view text, const Line& line) {
    if (line.kind != LineKind::body) return false;
    if (slice(text, line.whole).starts_with("<!--")) return false;  // the caption of a picture
    const std::string_view content = slice(text, line.content);
    if (opens_report(content)) return false;
    if (count_code_points(content.substr(0, longest_head_line * 4)) > longest_head_line) return true;
    return content.ends_with("。") || content.ends_with("！");
}

// Whether a line is a title, a date, a name: not a heading of the text itself.
bool belongs_to_head(std::string_view text, const Line& line, std::size_t number) {
    if (line.kind != LineKind::heading) return !is_paragraph(text, line);
    const std::string_view content = slice(text, line.content);
    if (line.level == Level::part || line.level == Level::section) return false;
    if (content.starts_with("【")) return false;
    return number < 2 || line.level != Level::top;
}

bool is_date_line(std::string_view line) {
    return line.find("会议") != std::string_view::npos || line.find("时间") != std::string_view::npos ||
           line.find("日期") != std::string_view::npos || line.find("发布") != std::string_view::npos ||
           line.find("届") != std::string_view::npos;
}

// A better date is a longer one; the title's year only counts where nothing else is.
void read_date(std::string& date, std::string_view line) {
    const auto found = find_date(line);
    if (!found) return;
    const bool dated = found->size() > 4 && (count_code_points(line) <= 24 || is_date_line(line));
    if (dated && found->size() > date.size()) date = *found;
}

}  // namespace

bool is_byline(std::string_view line) {
    static constexpr std::array<std::string_view, 10> keys{"来源", "作者", "编辑",   "责编", "发布时间",
                                                           "时间", "日期", "信息源", "字号", "浏览次数"};
    constexpr std::size_t longest = 80;
    if (line.size() > longest * 4 || count_code_points(line) > longest) return false;
    if (line.ends_with("。") || line.ends_with("！")) return false;
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
        const std::size_t at = line.find(key);
        if (at == std::string_view::npos) return false;
        const std::string_view behind = line.substr(at + key.size());
        return behind.starts_with("：") || behind.starts_with(':');
    });
}

Head read_head(Document& document, const std::vector<Line>& all, const Lexicon& lexicon) {
    Head head{all.size(), all.size()};
    std::string_view title;
    std::vector<std::string_view> content;
    std::string date;
    const bool date_known = !document.date.empty();
    std::size_t i = 0;
    for (; i < all.size() && content.size() < longest_head; ++i) {
        const std::string_view line = slice(document.text, all[i].content);
        if (all[i].kind == LineKind::front_matter) read_front_matter(document, line);
        if (all[i].kind == LineKind::nothing || all[i].kind == LineKind::front_matter) continue;
        if (head.end == all.size() && !belongs_to_head(document.text, all[i], content.size())) head.end = i;
        if (head.end < all.size()) {
            // A picture's caption may stand between the head and the dateline.
            const std::size_t source = dateline_source(line);
            if (source != std::string_view::npos) head.dateline = i;
            if (source != std::string_view::npos) read_dateline(document, line, source);
            if (source != std::string_view::npos || i > head.end + 6) break;
            continue;
        }
        content.push_back(line);
        if (title.empty() && count_code_points(line) <= longest_title && !line.starts_with("各位")) title = line;
        if (document.source.empty()) document.source = std::string(value_of(line, "来源"));
        if (document.authors.empty()) document.authors = split_names(value_of(line, "作者"));
        read_date(date, line);
    }
    if (document.title.empty()) document.title = std::string(title);
    content.insert(content.begin(), document.title);
    if (document.date.empty() && !date_known)
        document.date = date.empty() ? find_date(document.title).value_or("") : date;
    if (document.place.empty()) document.place = find_place(content, document.text, lexicon);
    return head;
}

}  // namespace guanxi
