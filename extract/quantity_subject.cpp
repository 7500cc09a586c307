#include "extract/quantity_subject.hpp"

#include <algorithm>
#include <array>

namespace guanxi {

bool is_own_district(const Extraction& extraction, MentionIndex mention) {
    if (mention >= extraction.mentions.size()) return false;
    const Mention& own = extraction.mentions.front();
    const Mention& other = extraction.mentions[mention];
    return own.type == other.type && (own.name == other.name || (own.entity != no_index && own.entity == other.entity));
}

bool owns_figures(const Extraction& extraction, MentionIndex mention) {
    if (mention >= extraction.mentions.size()) return false;
    switch (extraction.mentions[mention].type) {
        case EntityType::park:
        case EntityType::platform:
        case EntityType::project:
        case EntityType::company:
        case EntityType::institution:
        case EntityType::event:
        case EntityType::place:
            return true;
        case EntityType::district:
            return !is_own_district(extraction, mention);
        default:
            return false;
    }
}

// 落地项目91个，集聚机构80家: a clause that begins with a verb or an attribute speaks of the same thing.
bool SubjectTracker::carries_on(const Pieces& clause) const {
    for (const Piece& piece : clause) {
        if (piece.kind != PieceKind::word) return false;
        if (piece.tag == Tag::d || piece.tag == Tag::ad || piece.tag == Tag::vd || piece.tag == Tag::time) continue;
        if (piece.tag == Tag::v) return true;
        const std::string_view word = slice(extraction_.document.text, piece.span);
        return is_count_verb(word) || word == "新" || word == "总" || word == "首批" || is_attribute(word);
    }
    return false;
}

// 举办A周，签约项目…; 建成B园区，产业规模…: the thing that the clause before ends with has the attribute.
bool SubjectTracker::speaks_of_object(const Pieces& clause) const {
    if (object_ == no_index || clause.empty() || clause.front().kind != PieceKind::word) return false;
    const std::string_view word = slice(extraction_.document.text, clause.front().span);
    if (extraction_.mentions[object_].type == EntityType::event) {
        static constexpr std::array<std::string_view, 7> outcomes{"签约", "吸引", "达成", "促成",
                                                                  "签订", "参展", "成交"};
        return std::find(outcomes.begin(), outcomes.end(), word) != outcomes.end();
    }
    Pieces phrase = clause;
    while (!phrase.empty() && phrase.back().kind != PieceKind::figure) phrase.pop_back();
    if (phrase.empty()) return false;
    phrase.pop_back();
    (void)take_approach(extraction_.document.text, phrase);
    return is_attribute(to_text(extraction_.document.text, phrase));
}

void SubjectTracker::forget() {
    current_ = no_index;
    object_ = no_index;
}

void SubjectTracker::follow(const Pieces& clause, std::vector<Reading>& readings, std::size_t first) {
    if (readings.size() > first && !carries_on(clause)) current_ = no_index;
    if (readings.size() > first && speaks_of_object(clause)) current_ = object_;
    object_ = !clause.empty() && clause.back().kind == PieceKind::name && owns_figures(extraction_, clause.back().index)
                  ? clause.back().index
                  : no_index;
    for (std::size_t i = first; i < readings.size(); ++i) {
        if (!readings[i].goes_on) continue;
        if (readings[i].subject != no_index) current_ = readings[i].subject;
        readings[i].subject = current_ == no_index ? 0 : current_;
    }
    // A park goes on as the subject even if the clause that names it has no figure.
    if (readings.size() > first || clause.empty() || clause.front().kind != PieceKind::name) return;
    const MentionIndex head = clause.front().index;
    if (head < extraction_.mentions.size() && extraction_.mentions[head].type == EntityType::park &&
        !begins_enumeration(extraction_.document.text, clause)) {
        current_ = head;
    }
}

}  // namespace guanxi
