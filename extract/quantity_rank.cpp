#include "extract/quantity_rank.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/numbers.hpp"
#include "extract/quantity_words.hpp"

namespace guanxi {

namespace {

constexpr std::size_t longest_scope = 60;  // bytes between the verb and the place

constexpr std::array<std::string_view, 20> groups{"全国", "全省", "全市", "全区",   "全县",     "全球",    "世界",
                                                  "全州", "全疆", "中国", "亚洲",   "亚太",     "东北",    "西部",
                                                  "中部", "东部", "国内", "长三角", "省会城市", "同类城市"};

struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int64_t rank = 0;
};

// 第4位, 第二, 首位, 榜首 at `i`; a place counts only before a mark or the end, as 第一批 is none.
std::optional<Place> place_at(std::string_view text, std::uint32_t i, std::uint32_t end) {
    for (const std::string_view first : {"首位", "榜首", "首名"}) {
        if (text.substr(i, end - i).starts_with(first)) {
            return Place{i, i + static_cast<std::uint32_t>(first.size()), 1};
        }
    }
    if (!text.substr(i, end - i).starts_with("第")) return std::nullopt;
    const auto number = numeral_at(text, i + 3, end);
    if (!number || !number->value.is_integer() || number->value > Decimal(100'000)) return std::nullopt;
    std::uint32_t after = number->span.end;
    for (const std::string_view mark : {"位", "名"}) {
        if (text.substr(after, end - after).starts_with(mark)) {
            return Place{i, after + 3, static_cast<std::int64_t>(number->value.to_double())};
        }
    }
    static constexpr std::array<std::string_view, 13> marks{"，", "、", "；", "。", ",",  ";", "和",
                                                            "！", "）", "的", "”",  "：", "\n"};
    const std::string_view rest = text.substr(after, end - after);
    const bool ends =
        rest.empty() || std::any_of(marks.begin(), marks.end(), [&](auto m) { return rest.starts_with(m); });
    if (!ends) return std::nullopt;
    return Place{i, after, static_cast<std::int64_t>(number->value.to_double())};
}

std::string trimmed(std::string_view scope) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view word : {"在", "至", "到", "了", "“", "”", "中", "排名", "城市的", "的", " "}) {
            if (scope.starts_with(word) && word != "中") {
                scope.remove_prefix(word.size());
                again = true;
            }
            if (scope.ends_with(word) && word != "在") {
                scope.remove_suffix(word.size());
                again = true;
            }
        }
    }
    return std::string(scope);
}

std::optional<Rank> rank_of(std::string_view text, Span part, const Place& place) {
    Rank found;
    found.rank = place.rank;
    const std::uint32_t lowest =
        place.begin > part.begin + longest_scope ? place.begin - static_cast<std::uint32_t>(longest_scope) : part.begin;
    for (std::uint32_t at = place.begin; at > lowest;) {
        if (is_boundary(text, at)) {
            const std::string_view verb = rank_verb_at_end(text.substr(part.begin, at - part.begin));
            if (!verb.empty()) {
                found.span = {at - static_cast<std::uint32_t>(verb.size()), place.end};
                found.scope = trimmed(slice(text, {at, place.begin}));
                break;
            }
        }
        --at;
    }
    if (found.span.empty()) {
        // Without a verb only a group directly before: 复评全国第二.
        const std::string_view front = text.substr(part.begin, place.begin - part.begin);
        for (const std::string_view group : groups) {
            if (!front.ends_with(group)) continue;
            found.scope = group;
            found.span = {place.begin - static_cast<std::uint32_t>(group.size()), place.end};
            return found;
        }
        return std::nullopt;
    }
    if (found.scope.ends_with("榜") || found.scope.ends_with("指数") || found.scope.ends_with("名单")) {
        found.list = found.scope;
        found.scope = leading_scope(found.list);
    }
    return found;
}

}  // namespace

std::string leading_scope(std::string_view phrase) {
    const std::size_t in = phrase.find("在");
    const std::size_t middle = phrase.rfind("中");
    if (in != std::string_view::npos && middle != std::string_view::npos && in < middle &&
        middle + 3 == phrase.size()) {
        return trimmed(phrase.substr(in + 3, middle - in - 3));
    }
    std::size_t first = std::string_view::npos;
    std::string_view found;
    for (const std::string_view group : groups) {
        if (const std::size_t at = phrase.find(group); at < first) {
            first = at;
            found = group;
        }
    }
    if (!found.empty()) return std::string(found);
    return {};
}

std::optional<Rank> find_rank(std::string_view text, Span part) {
    for (std::uint32_t i = part.begin; i < part.end; i += decode(text, i).size) {
        const auto place = place_at(text, i, part.end);
        if (!place) continue;
        if (auto rank = rank_of(text, part, *place)) return rank;
    }
    return std::nullopt;
}

}  // namespace guanxi
