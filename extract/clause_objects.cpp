#include "extract/clause_objects.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

// Verbs that only tell in whose light something is done: 围绕甲行动.
bool is_aim(std::string_view cue) {
    static constexpr std::array<std::string_view, 9> aims{"围绕", "按照", "沿着", "坚持", "聚焦",
                                                          "对接", "融入", "贯彻", "集聚"};
    return std::find(aims.begin(), aims.end(), cue) != aims.end();
}

bool takes_object(std::string_view text, const Cue& cue) {
    return !is_aim(slice(text, cue.span)) &&
           std::any_of(cue.frames->begin(), cue.frames->end(), [](const Frame& frame) {
               return frame.side == Side::behind && frame.predicate != Predicate::produces;
           });
}

}  // namespace

bool ends_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool starts_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::string_view without_adverbs(std::string_view front) {
    static constexpr std::array<std::string_view, 20> adverbs{"累计", "已",   "共",   "计划", "将",     "拟",   "每年",
                                                              "先后", "再",   "各",   "今年", "全年",   "成功", "近",
                                                              "自主", "牵头", "五年", "三年", "市财政", "财政"};
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view adverb : adverbs) {
            if (!front.ends_with(adverb)) continue;
            front.remove_suffix(adverb.size());
            changed = true;
        }
    }
    return front;
}

std::size_t enumeration_end(const Extraction& extraction, const Clause& clause, std::size_t k) {
    while (k + 1 < clause.mentions.size() && enumerated(extraction, extraction.mentions[clause.mentions[k]].span,
                                                        extraction.mentions[clause.mentions[k + 1]].span)) {
        ++k;
    }
    return k;
}

std::optional<MentionRun> objects_of_verb(const Extraction& extraction, const Clause& clause, std::uint32_t from,
                                          TypeSet kinds) {
    constexpr std::size_t reach_verb = 14;
    const std::string_view text = extraction.document.text;
    for (std::size_t k = 0; k < clause.mentions.size(); ++k) {
        const Mention& thing = extraction.mentions[clause.mentions[k]];
        if (thing.span.begin < from || thing.type == EntityType::district) continue;
        // Only the first thing behind: what stands further away may belong to another verb.
        const bool governed = std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue& cue) {
            return cue.span.begin >= from && cue.span.end <= thing.span.begin &&
                   count_code_points(slice(text, {cue.span.end, thing.span.begin})) <= reach_verb &&
                   takes_object(text, cue);
        });
        if (!governed || !kinds.has(thing.type)) return std::nullopt;
        return MentionRun{k, enumeration_end(extraction, clause, k)};
    }
    return std::nullopt;
}

}  // namespace guanxi
