#include "export/time_interval.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace guanxi {

namespace {

// The number that the digits are; negative if they are none.
int number(std::string_view digits) {
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return all ? value : -1;
}

std::string shown(const std::chrono::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

// Of `2022`, `2022-12` or `2022-12-16`.
std::optional<TimeInterval> days_of_date(std::string_view date) {
    using namespace std::chrono;
    const bool form = date.size() == 4 || (date.size() == 7 && date[4] == '-') ||
                      (date.size() == 10 && date[4] == '-' && date[7] == '-');
    if (!form) return {};
    const int year_number = number(date.substr(0, 4));
    const int month_number = date.size() > 4 ? number(date.substr(5, 2)) : 1;
    const int day_number = date.size() > 7 ? number(date.substr(8, 2)) : 1;
    if (year_number < 0 || month_number < 0 || day_number < 0) return {};
    const year_month_day first{year{year_number}, month{static_cast<unsigned>(month_number)},
                               day{static_cast<unsigned>(day_number)}};
    if (!first.ok()) return {};
    const month last_month = date.size() == 4 ? December : first.month();
    const year_month_day last =
        date.size() == 10 ? first : year_month_day(first.year() / last_month / std::chrono::last);
    return TimeInterval{shown(first), shown(last)};
}

}  // namespace

std::optional<TimeInterval> days_of(std::string_view time) {
    const std::size_t slash = time.find('/');
    auto first = days_of_date(time.substr(0, slash));
    auto last = slash == std::string_view::npos ? first : days_of_date(time.substr(slash + 1));
    if (!first || !last || last->last < first->first) return {};
    return TimeInterval{std::move(first->first), std::move(last->last)};
}

}  // namespace guanxi
