#include "extract/outline_dates.hpp"

#include <fmt/core.h>

#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr int first_year = 1949;
constexpr int last_year = 2099;

int digit_of(char32_t c) {
    static constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
    if (c == U'○' || c == U'零' || c == U'Ｏ' || c == U'О') return 0;
    const std::size_t place = chinese.find(c);
    return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

bool is_one_of(char32_t c, std::u32string_view marks) {
    return marks.find(c) != std::u32string_view::npos;
}

// A number of two digits at most, also 十二 and 三十一; moves `i` behind it. 0 if there is none.
int small_number(const std::u32string& text, std::size_t& i) {
    int value = 0;
    int digits = 0;
    for (; i < text.size() && digits < 2; ++i) {
        const int digit = digit_of(text[i]);
        if (text[i] == U'十') {
            value = value == 0 ? 10 : value * 10;
        } else if (digit >= 0) {
            value = i > 0 && text[i - 1] == U'十' ? value + digit : value * 10 + digit;
            ++digits;
        } else {
            break;
        }
    }
    return value;
}

// The year that begins at `i`, four digits with no other digit around; 0 if none does.
int year_at(std::u32string_view text, std::size_t i) {
    if (i + 4 > text.size() || (i > 0 && digit_of(text[i - 1]) >= 0)) return 0;
    if (i + 4 < text.size() && digit_of(text[i + 4]) >= 0) return 0;
    int year = 0;
    for (std::size_t k = i; k < i + 4; ++k) {
        const int digit = digit_of(text[k]);
        if (digit < 0) return 0;
        year = year * 10 + digit;
    }
    return year >= first_year && year <= last_year ? year : 0;
}

// The months and days behind a year, as far as they go.
std::string date_from(const std::u32string& text, std::size_t at, int year) {
    if (at >= text.size() || !is_one_of(text[at], U"年-./")) return std::to_string(year);
    const bool by_words = text[at] == U'年';
    const int month = small_number(text, ++at);
    // 2022年12家 and 2022年一季度 name no month.
    if (month < 1 || month > 12 || (by_words && (at >= text.size() || text[at] != U'月'))) return std::to_string(year);
    if (at >= text.size() || !is_one_of(text[at], U"月-./")) return fmt::format("{}-{:02}", year, month);
    const int day = small_number(text, ++at);
    if (day < 1 || day > 31) return fmt::format("{}-{:02}", year, month);
    return fmt::format("{}-{:02}-{:02}", year, month, day);
}

std::string range(int first, int last) {
    return fmt::format("{}/{}", first, last);
}

// What five years a text means by 五年: back from the past year, or ahead from the coming one.
std::string five_years(std::string_view text, Years years) {
    static constexpr std::array<std::string_view, 7> back{"五年来",   "过去五年", "过去的五年", "这五年",
                                                          "五年工作", "五年间",   "本届政府"};
    static constexpr std::array<std::string_view, 4> ahead{"今后五年", "未来五年", "今后5年", "未来5年"};
    if (years.coming == 0) return {};
    for (const std::string_view words : ahead) {
        if (text.starts_with(words)) return range(years.coming, years.coming + 4);
    }
    for (const std::string_view words : back) {
        if (text.starts_with(words)) return range(years.past - 4, years.past);
    }
    return {};
}

std::string plan_years(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> plans{
        {{"十二五", "2011/2015"}, {"十三五", "2016/2020"}, {"十四五", "2021/2025"}, {"十五五", "2026/2030"}}};
    for (const auto& [name, time] : plans) {
        if (text.starts_with(name)) return std::string(time);
    }
    return {};
}

}  // namespace

std::optional<std::string> find_date(std::string_view utf8) {
    std::u32string text = to_utf32(utf8);
    std::erase_if(text, [](char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; });
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int year = year_at(text, i);
        // 2022亿元 is no year.
        const bool counts = i + 4 < text.size() && text[i + 4] != U'年' && is_han(text[i + 4]);
        if (year > 0 && !counts) return date_from(text, i + 4, year);
    }
    return std::nullopt;
}

std::string day_before(const std::string& date) {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.size() != 10) return date;
    int year = std::stoi(date.substr(0, 4));
    int month = std::stoi(date.substr(5, 2));
    int day = std::stoi(date.substr(8, 2)) - 1;
    if (day == 0) {
        if (--month == 0) {
            month = 12;
            --year;
        }
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        day = days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
    }
    return fmt::format("{}-{:02}-{:02}", year, month, day);
}

Years years_of(const Document& document) {
    const bool is_report = document.title.find("报告") != std::string::npos;
    const auto titled = find_date(document.title);
    const int now = document.date.size() < 4 ? 0 : std::stoi(document.date.substr(0, 4));
    if (is_report && titled && titled->size() == 4) {
        const int year = std::stoi(*titled);
        return {year - 1, year, now == 0 ? year : now};
    }
    if (now == 0) return {};
    const int month = document.date.size() >= 7 ? std::stoi(document.date.substr(5, 2)) : 1;
    constexpr int second_half = 7;
    constexpr int last_quarter = 10;
    return {month >= second_half ? now : now - 1, month >= last_quarter ? now + 1 : now, now};
}

std::string named_time(std::string_view utf8, Years years) {
    const std::u32string text = to_utf32(utf8);
    for (std::size_t i = 0, byte = 0; i < text.size(); byte += decode(utf8, byte).size, ++i) {
        if (const int year = year_at(text, i); year > 0) {
            const std::size_t next = i + 4 < text.size() && text[i + 4] == U'年' ? i + 5 : i + 4;
            const bool dash = next < text.size() && is_one_of(text[next], U"—-－~至到");
            const int last =
                dash ? year_at(text, next + (next + 1 < text.size() && text[next + 1] == U'—' ? 2 : 1)) : 0;
            return last > year ? range(year, last) : std::to_string(year);
        }
        const std::string_view rest = utf8.substr(byte);
        if (std::string time = five_years(rest, years); !time.empty()) return time;
        if (std::string time = plan_years(rest); !time.empty()) return time;
    }
    return {};
}

}  // namespace guanxi
