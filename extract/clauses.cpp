#include "extract/clauses.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

bool is_digit(std::string_view text, std::size_t offset) {
    return offset < text.size() && text[offset] >= '0' && text[offset] <= '9';
}

// Full-width marks always divide; the ASCII comma and colon only outside of numbers (1,200; 19:30).
bool divides(std::string_view text, std::uint32_t offset, char32_t mark) {
    if (mark == U'，' || mark == U'；' || mark == U'：' || mark == U';') return true;
    return (mark == U',' || mark == U':') && !(offset > 0 && is_digit(text, offset - 1) && is_digit(text, offset + 1));
}

}  // namespace

std::vector<std::vector<MentionIndex>> mentions_by_sentence(const Extraction& extraction) {
    std::vector<std::vector<MentionIndex>> lists(extraction.sentences.size());
    for (MentionIndex i = 0; i < extraction.mentions.size(); ++i) {
        const Mention& mention = extraction.mentions[i];
        if (mention.sentence < lists.size() && !mention.span.empty()) lists[mention.sentence].push_back(i);
    }
    for (auto& list : lists) {
        std::stable_sort(list.begin(), list.end(), [&](MentionIndex a, MentionIndex b) {
            const Span x = extraction.mentions[a].span;
            const Span y = extraction.mentions[b].span;
            return std::pair(x.begin, ~x.end) < std::pair(y.begin, ~y.end);
        });
        // What stands inside of another mention is part of its name.
        std::uint32_t end = 0;
        std::erase_if(list, [&](MentionIndex m) {
            const Span span = extraction.mentions[m].span;
            const bool nested = span.end <= end;
            end = std::max(end, span.end);
            return nested;
        });
    }
    return lists;
}

std::vector<Clause> clauses(const Extraction& extraction, const Sentence& sentence,
                            const std::vector<MentionIndex>& mentions) {
    const std::string_view text = extraction.document.text;
    std::vector<Clause> found;
    Clause clause;
    clause.span.begin = sentence.span.begin;
    std::size_t next = 0;
    const auto close = [&](std::uint32_t end) {
        clause.span.end = end;
        if (!clause.span.empty()) found.push_back(clause);
        clause = {};
    };
    for (std::uint32_t i = sentence.span.begin; i < sentence.span.end;) {
        if (next < mentions.size() && extraction.mentions[mentions[next]].span.begin <= i) {
            const Span span = extraction.mentions[mentions[next]].span;
            clause.mentions.push_back(mentions[next++]);
            i = std::max(i, span.end);
            continue;
        }
        const CodePoint c = decode(text, i);
        if (divides(text, i, c.value)) {
            close(i);
            clause.span.begin = i + c.size;
            i += c.size;
            continue;
        }
        // A cue may not reach into the next mention, unless the mention's name begins with the verb itself.
        Cue cue = cue_at(text.substr(0, sentence.span.end), i);
        const std::uint32_t limit =
            next < mentions.size() ? extraction.mentions[mentions[next]].span.begin : sentence.span.end;
        if (cue.frames != nullptr && cue.span.end > limit) cue = cue_at(text.substr(0, limit), i);
        if (cue.frames != nullptr) clause.cues.push_back(cue);
        i = cue.frames != nullptr ? cue.span.end : i + c.size;
    }
    close(sentence.span.end);
    return found;
}

bool enumerated(const Extraction& extraction, Span first, Span second) {
    if (second.begin < first.end) return false;
    static constexpr std::array<std::string_view, 15> joins{"以及", "、", "和", "与", "及", "“", "”", "《",
                                                            "》",   "（", "）", "\"", "(",  ")", "暨"};
    std::string_view between = slice(extraction.document.text, {first.end, second.begin});
    while (!between.empty()) {
        const auto* join =
            std::find_if(joins.begin(), joins.end(), [&](std::string_view j) { return between.starts_with(j); });
        if (join == joins.end()) return false;
        between.remove_prefix(join->size());
    }
    return true;
}

}  // namespace guanxi
