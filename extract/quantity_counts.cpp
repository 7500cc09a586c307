#include "extract/quantity_counts.hpp"

#include <algorithm>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t longest_event = 18;  // characters of 入选… that go into an indicator

Pieces part(const Pieces& clause, std::size_t begin, std::size_t end) {
    return {clause.begin() + static_cast<std::ptrdiff_t>(begin), clause.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

Counted counted_noun(std::string_view text, const Pieces& clause, std::size_t at) {
    Counted counted;
    counted.end = noun_phrase_end(text, clause, at + 1);
    counted.resume = counted.end;
    counted.noun = part(clause, at + 1, counted.end);
    if (counted.noun.empty() || !is_attribute(to_text(text, counted.noun))) return counted;
    // 8支|总规模|285亿元|母基金, 367个|总投资|达|2331亿元|的|项目: the thing counted stands behind its own attribute.
    std::size_t figure = counted.end;
    while (figure < clause.size() && clause[figure].kind == PieceKind::word &&
           lead_at_end(slice(text, clause[figure].span))) {
        ++figure;
    }
    if (figure + 1 >= clause.size() || clause[figure].kind != PieceKind::figure) return counted;
    const std::size_t head = slice(text, clause[figure + 1].span) == "的" ? figure + 2 : figure + 1;
    if (head >= clause.size()) return counted;
    const std::size_t end = noun_phrase_end(text, clause, head);
    if (end == head) return counted;
    counted.noun = part(clause, head, end);
    counted.end = end;
    counted.resume = at + 1;
    return counted;
}

Part find_part(std::string_view text, const Pieces& clause, Place place) {
    Part found;
    if (place.at == place.start || place.at + 1 >= clause.size()) return found;
    for (const std::string_view all : {"全市", "全省", "全国", "全区", "全县", "全球"}) {
        if (slice(text, clause[place.at - 1].span) == all) found.whole = all;
        // 全市近三分之一: the tagger's 近 lies between.
        if (place.at > place.start + 1 && slice(text, clause[place.at - 2].span) == all) found.whole = all;
    }
    const std::size_t begin = slice(text, clause[place.at + 1].span) == "的" ? place.at + 2 : place.at + 1;
    if (found.whole.empty() || !begins_noun_phrase(text, clause, begin)) return found;
    found.end = noun_phrase_end(text, clause, begin);
    found.noun = part(clause, begin, found.end);
    return found;
}

std::string attribute_at_end(std::string_view text, const Pieces& phrase) {
    for (std::size_t size = std::min<std::size_t>(3, phrase.size()); size > 0; --size) {
        if (phrase[phrase.size() - size].kind != PieceKind::word) continue;
        std::string attribute = to_text(text, part(phrase, phrase.size() - size, phrase.size()));
        if (is_attribute(attribute)) return attribute;
    }
    return {};
}

std::string event_phrase(std::string_view text, const Pieces& clause, std::size_t begin) {
    Pieces words;
    for (std::size_t i = begin; i < clause.size() && clause[i].kind != PieceKind::comma; ++i) {
        if (clause[i].kind == PieceKind::figure) return {};
        const Tag tag = clause[i].tag;
        const bool idle = clause[i].kind == PieceKind::word &&
                          (tag == Tag::d || tag == Tag::ad || tag == Tag::vd || slice(text, clause[i].span) == "被");
        if (words.empty() && (idle || is_separator(text, clause[i]))) continue;
        words.push_back(clause[i]);
    }
    if (words.empty() || words.front().kind != PieceKind::word || words.front().tag != Tag::v) return {};
    std::string phrase = to_text(text, words);
    return count_code_points(phrase) <= longest_event ? phrase : std::string();
}

}  // namespace guanxi
