#include "extract/clause_time.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "extract/numbers.hpp"

namespace guanxi {

std::string time_in(std::string_view part, const std::string& section) {
    std::string time;
    for (std::uint32_t i = 0; i < part.size();) {
        const auto number = numeral_at(part, i, static_cast<std::uint32_t>(part.size()));
        if (!number || number->chinese) {
            i += number ? number->span.size() : decode(part, i).size;
            continue;
        }
        i = std::max(number->span.end, i + 1);
        const std::string_view rest = part.substr(number->span.end);
        const bool year = rest.starts_with("年") && !rest.starts_with("年期") && !rest.starts_with("年来") &&
                          number->value >= Decimal(1990) && number->value <= Decimal(2100);
        if (year) time = number->value.to_string();
        const bool month = rest.starts_with("月") && number->value >= Decimal(1) && number->value <= Decimal(12) &&
                           !rest.starts_with("月份至");
        if (month && (time.size() == 4 || section.size() == 4)) {
            const std::string digits = number->value.to_string();
            time = (time.size() >= 4 ? time.substr(0, 4) : section) + (digits.size() < 2 ? "-0" : "-") + digits;
        }
    }
    return time;
}

}  // namespace guanxi
