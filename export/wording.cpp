#include "export/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace guanxi {

namespace {

std::string_view shown_unit(std::string_view unit) {
    if (unit == "CNY") return "元";
    if (unit == "USD") return "美元";
    return unit;
}

}  // namespace

std::string wording(const Decimal& value, std::string_view unit) {
    static constexpr std::array<std::pair<int, std::string_view>, 3> multipliers{{{12, "万亿"}, {8, "亿"}, {4, "万"}}};
    const Decimal size = value.is_negative() ? value.negated() : value;
    for (const auto& [exponent, name] : multipliers) {
        if (size >= Decimal(1).shifted(exponent)) {
            return fmt::format("{}{}{}", value.shifted(-exponent).to_string(), name, shown_unit(unit));
        }
    }
    return value.to_string() + std::string(shown_unit(unit));
}

}  // namespace guanxi
