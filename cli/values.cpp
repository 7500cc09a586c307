#include "cli/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "cli/diff_parts.hpp"
#include "cli/suggestion.hpp"
#include "core/decimal.hpp"
#include "core/error.hpp"
#include "export/picture.hpp"

namespace guanxi {

namespace {

constexpr std::array<std::string_view, 2> languages{"zh", "en"};
constexpr std::array<std::string_view, 3> shown{"entities", "relations", "quantities"};
constexpr std::array<std::string_view, 3> measures{"pagerank", "degree", "betweenness"};
constexpr std::array<std::string_view, 5> encodings{"auto", "utf8", "gb18030", "big5", "utf16"};

// The entry of a short list, by its own storage; the message names the whole list.
std::string_view one_of(std::string_view value, std::span<const std::string_view> known) {
    const auto found = std::find(known.begin(), known.end(), value);
    if (found == known.end()) throw UsageError(fmt::format("it is one of {}", fmt::join(known, ", ")));
    return *found;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned to_number(std::string_view digits) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

bool is_part_of_date(std::string_view digits, unsigned most) {
    return digits.size() == 2 && all_digits(digits) && to_number(digits) >= 1 && to_number(digits) <= most;
}

template <typename Value, typename Find, typename Names>
void add_list(std::vector<Value>& list, std::string_view value, Find find, Names names) {
    while (true) {
        const std::size_t comma = value.find(',');
        const std::string_view name = value.substr(0, comma);
        const auto found = find(name);
        if (name.empty()) throw UsageError("there is a comma with no name beside it");
        if (!found) throw UsageError(fmt::format("there is no '{}'{}", name, suggestion_or_all(name, names())));
        list.push_back(*found);
        if (comma == std::string_view::npos) return;
        value.remove_prefix(comma + 1);
    }
}

template <typename Table>
std::vector<std::string> names_of(const Table& table) {
    std::vector<std::string> names;
    for (const auto& row : table) {
        names.emplace_back(row.id);
        names.emplace_back(row.label_zh);
    }
    return names;
}

bool is_plain_iri(std::string_view value) {
    const std::size_t colon = value.find(':');
    return colon != std::string_view::npos && colon > 0 && std::all_of(value.begin(), value.end(), [](char c) {
               return c > ' ' && c < '\x7f' && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
           });
}

}  // namespace

std::string read_date(std::string_view value) {
    const std::string_view year = value.substr(0, 4);
    const bool right =
        year.size() == 4 && all_digits(year) &&
        (value.size() == 4 ||
         (value[4] == '-' && is_part_of_date(value.substr(5, 2), 12) &&
          (value.size() == 7 || (value.size() == 10 && value[7] == '-' && is_part_of_date(value.substr(8), 31)))));
    if (!right) throw UsageError("a date is written 2023, 2023-01 or 2023-01-05");
    return std::string(value);
}

Encoding read_encoding(std::string_view value) {
    if (value == "utf-8") value = "utf8";
    if (value == "utf-16") value = "utf16";
    if (value == "gbk" || value == "gb2312") value = "gb18030";  // which contains both
    const std::string_view name = one_of(value, encodings);
    static_assert(static_cast<std::size_t>(Encoding::utf16) + 1 == encodings.size());
    return static_cast<Encoding>(std::find(encodings.begin(), encodings.end(), name) - encodings.begin());
}

double read_share(std::string_view value) {
    const std::optional<Decimal> number = Decimal::parse(value);
    if (!number || *number < Decimal(0) || *number > Decimal(1)) throw UsageError("it is a number from 0 to 1");
    return number->to_double();
}

unsigned read_count(std::string_view value, unsigned least, unsigned most) {
    const bool fits = all_digits(value) && value.size() <= 9;
    if (!fits || to_number(value) < least || to_number(value) > most) {
        throw UsageError(fmt::format("it is a number from {} to {}", least, most));
    }
    return to_number(value);
}

const Format* read_format(std::string_view value) {
    const std::span<const Format> all = formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == value; });
    if (found != all.end()) return &*found;
    std::vector<std::string> names;
    for (const Format& format : all) names.emplace_back(format.name);
    throw UsageError(fmt::format("it is one of {}", fmt::join(names, ", ")));
}

std::string read_iri(std::string_view value) {
    if (!is_plain_iri(value)) throw UsageError("it is an absolute IRI, as https://example.org/names");
    return std::string(value);
}

std::string read_base_iri(std::string_view value) {
    const bool ends = value.ends_with('/') || value.ends_with('#') || value.ends_with(':');
    if (!is_plain_iri(value) || !ends) {
        throw UsageError("it is an absolute IRI that ends in / # or :, as https://example.org/id/");
    }
    return std::string(value);
}

std::string read_engine(std::string_view value) {
    return std::string(one_of(value, layout_engines()));
}

std::string_view read_language(std::string_view value) {
    return one_of(value, languages);
}

std::string read_shown(std::string_view value) {
    return std::string(one_of(value, shown));
}

void add_parts(std::vector<std::string_view>& parts, std::string_view value) {
    const auto find = [](std::string_view name) {
        const auto* const found = std::find(difference_parts.begin(), difference_parts.end(), name);
        return found == difference_parts.end() ? std::nullopt : std::optional(*found);
    };
    add_list(parts, value, find,
             [] { return std::vector<std::string>(difference_parts.begin(), difference_parts.end()); });
}

std::string read_measure(std::string_view value) {
    return std::string(one_of(value, measures));
}

std::string read_years(std::string_view value) {
    const auto is_year = [](std::string_view text) { return text.size() == 4 && all_digits(text); };
    const bool one = is_year(value);
    const bool two = value.size() == 9 && value[4] == '/' && is_year(value.substr(0, 4)) && is_year(value.substr(5)) &&
                     value.substr(0, 4) <= value.substr(5);
    if (!one && !two) throw UsageError("years are written 2025 or 2021/2025");
    return std::string(value);
}

void add_entity_types(std::vector<EntityType>& types, std::string_view value) {
    add_list(types, value, find_entity_type, [] { return names_of(entity_types()); });
}

void add_predicates(std::vector<Predicate>& list, std::string_view value) {
    add_list(list, value, find_predicate, [] { return names_of(predicates()); });
}

void add_needs(std::vector<Predicate>& list, std::string_view value) {
    std::vector<Predicate> given;
    add_predicates(given, value);
    for (const Predicate predicate : given) {
        if (predicate == Predicate::part_of) throw UsageError("a whole needs its parts without it, not they the whole");
        if (info(predicate).symmetric) {
            throw UsageError(fmt::format("{} holds both ways: who would need whom?", info(predicate).id));
        }
        list.push_back(predicate);
    }
}

void add_statuses(std::vector<Status>& statuses, std::string_view value) {
    const auto names = [] { return std::vector<std::string>{"done", "ongoing", "planned"}; };
    add_list(statuses, value, find_status, names);
}

}  // namespace guanxi
