#include "export/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "export/picture_text.hpp"
#include "export/wording.hpp"

namespace guanxi {

namespace {

constexpr ReportWords chinese{
    .english = false,
    .overview = "概览",
    .documents = "文件",
    .entities = "实体",
    .facts = "关系",
    .figures = "关键数字",
    .kind = "类别",
    .number_of = "数目",
    .status = "状态",
    .document = "标题",
    .published = "日期",
    .publisher = "来源",
    .place = "地区",
    .results = "成果与现状",
    .plans = "计划与目标",
    .subject = "对象",
    .indicator = "指标",
    .value = "数值",
    .time = "时间",
    .sentence = "原文",
    .headings = {"其他（原文未说明状态）", "成果（已完成）", "进行中", "计划"},
    .statuses = {"未说明", "已完成", "进行中", "计划"},
    .places = "位置与组成",
    .thing = "事物",
    .relation = "关系",
    .container = "所在",
    .name = "名称",
    .aliases = "又名",
    .within = "所属",
    .figures_about = "数字",
    .only_named = "仅提及",
    .colon = "：",
    .comma = "，",
    .list_comma = "、",
    .open = "（",
    .close = "）",
    .negation = "未",
    .planned = "拟",
    .unsure = "可信度",
    .part_of = "属于",
    .others = "其他对象",
    .number = "编号",
    .said_in = "（文件{}）",
    .more_quotes = "另有{}处原文",
    .nothing = "没有读到关系，也没有读到数字。",
};

constexpr ReportWords english{
    .english = true,
    .overview = "Overview",
    .documents = "Documents",
    .entities = "Entities",
    .facts = "Facts",
    .figures = "Key figures",
    .kind = "Kind",
    .number_of = "Number",
    .status = "Status",
    .document = "Title",
    .published = "Date",
    .publisher = "Publisher",
    .place = "Place",
    .results = "Results and present state",
    .plans = "Plans and targets",
    .subject = "Of",
    .indicator = "Indicator",
    .value = "Value",
    .time = "Time",
    .sentence = "Sentences",
    .headings = {"Other facts (no status said)", "Results (done)", "Under way", "Plans"},
    .statuses = {"not said", "done", "under way", "planned"},
    .places = "Places and parts",
    .thing = "What",
    .relation = "Relation",
    .container = "Of what",
    .name = "Name",
    .aliases = "Also",
    .within = "Of",
    .figures_about = "Figures",
    .only_named = "Only named",
    .colon = ": ",
    .comma = ", ",
    .list_comma = "; ",
    .open = " (",
    .close = ")",
    .negation = "not ",
    .planned = "",
    .unsure = "confidence",
    .part_of = "part of",
    .others = "Others",
    .number = "No.",
    .said_in = " (document {})",
    .more_quotes = "and {} more sentences",
    .nothing = "No fact and no figure was read.",
};

void add(std::string& list, std::string_view item, const ReportWords& words) {
    if (item.empty()) return;
    if (!list.empty()) list += words.comma;
    list += item;
}

// 1250000000 as 1,250,000,000.
std::string grouped(std::string digits) {
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > begin + 3) digits.insert(at -= 3, 1, ',');
    return digits;
}

// `约3万人`, `6%以上`; in English with a sign.
std::string bounded(std::string_view number, Bound bound, const ReportWords& words) {
    static constexpr std::array<std::string_view, 4> before{"", "", "不超过", "约"};
    static constexpr std::array<std::string_view, 4> signs{"", "≥ ", "≤ ", "≈ "};
    const auto which = static_cast<std::size_t>(bound);
    if (words.english) return fmt::format("{}{}", signs.at(which), number);
    return fmt::format("{}{}{}", before.at(which), number, bound == Bound::min ? "以上" : "");
}

}  // namespace

const ReportWords& report_words(std::string_view language) {
    return language == "en" ? english : chinese;
}

std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : shown(text, std::numeric_limits<std::size_t>::max())) {
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
            case '\\':
            case '`':
            case '*':
            case '_':
            case '[':
            case ']':
            case '|':
            case '~':
            case '$':
            case '^':
                out += '\\';
                [[fallthrough]];
            default:
                out += c;
        }
    }
    return out;
}

// Lists, headings, rules and numbers with a dot begin where a line begins.
std::string markdown_line(std::string_view text) {
    std::string line = markdown(text);
    line.erase(0, line.find_first_not_of(' '));
    if (line.empty()) return line;
    const std::size_t behind_digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (std::string_view("#+-=:").find(line[0]) != std::string_view::npos) {
        line.insert(0, 1, '\\');
    } else if (behind_digits > 0 && behind_digits < line.size() &&
               (line[behind_digits] == '.' || line[behind_digits] == ')')) {
        line.insert(behind_digits, 1, '\\');
    }
    return line;
}

std::string report_number(const Decimal& value, std::string_view unit, const ReportWords& words) {
    if (!words.english) return wording(value, unit);
    if (unit == "%") return value.to_string() + "%";
    return fmt::format("{}{}{}", grouped(value.to_string()), unit.empty() ? "" : " ", unit);
}

std::string report_quantity(const Quantity& quantity, const ReportWords& words) {
    std::string text;
    if (quantity.value) {
        const std::string_view plus = quantity.change && !quantity.value->is_negative() ? "+" : "";
        text = bounded(fmt::format("{}{}", plus, report_number(*quantity.value, quantity.unit, words)), quantity.bound,
                       words);
    }
    if (quantity.rank && words.english) {
        add(text, fmt::format("rank {}{}{}", *quantity.rank, quantity.scope.empty() ? "" : " in ", quantity.scope),
            words);
    } else if (quantity.rank) {
        add(text, fmt::format("{}第{}", quantity.scope, *quantity.rank), words);
    } else {
        add(text, quantity.scope, words);
    }
    return text;
}

std::string report_time(std::string_view time) {
    std::string text(time);
    if (const std::size_t slash = text.find('/'); slash != std::string::npos) text.replace(slash, 1, "—");
    return text;
}

std::string report_qualifiers(const Qualifiers& qualifiers, const ReportWords& words) {
    std::string text = report_time(qualifiers.time);
    if (qualifiers.amount) add(text, report_number(qualifiers.amount->value, qualifiers.amount->unit, words), words);
    if (qualifiers.count)
        add(text, fmt::format(fmt::runtime(words.english ? "{} of them" : "共{}个"), *qualifiers.count), words);
    add(text, qualifiers.title, words);
    return text;
}

}  // namespace guanxi
