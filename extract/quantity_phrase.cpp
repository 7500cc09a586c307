#include "extract/quantity_phrase.hpp"

#include <algorithm>
#include <array>

namespace guanxi {

namespace {

bool is_adverb(Tag tag) {
    return tag == Tag::d || tag == Tag::vd || tag == Tag::ad;
}

bool is_time(Tag tag) {
    return tag == Tag::time || tag == Tag::t;
}

bool is_verb(Tag tag) {
    return tag == Tag::v || tag == Tag::vn || tag == Tag::vd;
}

bool is_word(const Piece& piece) {
    return piece.kind == PieceKind::word;
}

// The verb that `phrase` has at `i`; 新 before a verb is part of it (新|成立).
std::size_t verb_size(std::string_view text, const Pieces& phrase, std::size_t i) {
    if (i >= phrase.size() || !is_word(phrase[i])) return 0;
    const std::string_view word = slice(text, phrase[i].span);
    // 拥有量, 完成率 are nouns.
    static constexpr std::array<std::string_view, 7> ends{"量", "率", "额", "数", "值", "费", "期"};
    if (i + 1 < phrase.size() && std::find(ends.begin(), ends.end(), slice(text, phrase[i + 1].span)) != ends.end()) {
        return 0;
    }
    if (is_count_verb(word) && phrase[i].tag != Tag::n) return 1;
    if ((word == "新" || word == "净" || word == "累计") && i + 1 < phrase.size() && is_word(phrase[i + 1]) &&
        (is_count_verb(slice(text, phrase[i + 1].span)) || phrase[i + 1].tag == Tag::v)) {
        return 2;
    }
    return 0;
}

// 今年 and 2024年 date a figure; 三年 of 三年计划投资 is part of the term.
bool is_date(std::string_view word) {
    const bool year = word.starts_with("今年") || word.starts_with("去年") || word.starts_with("明年") ||
                      word.starts_with("上年") || word.starts_with("全年");
    return year || (!word.empty() && word.front() >= '0' && word.front() <= '9');
}

bool joins_verbs(std::string_view text, const Piece& piece) {
    return is_separator(text, piece);
}

}  // namespace

bool is_separator(std::string_view text, const Piece& piece) {
    if (piece.kind == PieceKind::pause) return true;
    if (piece.kind != PieceKind::word) return false;
    const std::string_view word = slice(text, piece.span);
    return word == "和" || word == "与" || word == "及" || word == "以及";
}

bool begins_enumeration(std::string_view text, const Pieces& phrase) {
    return phrase.size() > 1 && (is_separator(text, phrase[1]) || slice(text, phrase[1].span).starts_with("等"));
}

Approach take_approach(std::string_view text, Pieces& phrase) {
    Approach approach;
    while (!phrase.empty()) {
        Piece& last = phrase.back();
        // 由39项扩大到100项: the first figure is what was before.
        if (last.kind == PieceKind::figure && approach.reaches) {
            phrase.pop_back();
            continue;
        }
        if (!is_word(last)) break;
        const std::string_view words =
            text.substr(phrase.front().span.begin, last.span.end - phrase.front().span.begin);
        const auto lead = lead_at_end(words);
        const std::uint32_t cut = last.span.end - (lead ? static_cast<std::uint32_t>(lead->word.size()) : 0);
        // A lead of one character is a word of its own, else 行为 would lose its end.
        const bool whole = lead && (lead->word.size() > 3 || last.span.begin == cut);
        if (!whole) {
            const std::string_view word = slice(text, last.span);
            if (is_time(last.tag) || last.tag == Tag::d || last.tag == Tag::vd || last.tag == Tag::p || word == "了" ||
                word == "着" || word == "也" || word == "都" || (word == "的" && approach.reaches)) {
                phrase.pop_back();
                continue;
            }
            break;
        }
        // A difference is stated once, and what reaches a value is no difference.
        if (lead->turn != Turn::none) {
            if (approach.turn != Turn::none || approach.reaches) break;
            approach.turn = lead->turn;
        }
        approach.reaches = approach.reaches || lead->reaches;
        approach.distributes = approach.distributes || lead->distributes;
        approach.continues = approach.continues || lead->continues;
        if (approach.bound == Bound::none) approach.bound = lead->bound;
        while (!phrase.empty() && phrase.back().span.begin >= cut) phrase.pop_back();
        if (!phrase.empty()) phrase.back().span.end = std::min(phrase.back().span.end, cut);
    }
    return approach;
}

void take_preface(std::string_view text, Pieces& phrase) {
    std::size_t i = 0;
    for (; i < phrase.size(); ++i) {
        const Piece& piece = phrase[i];
        if (piece.kind == PieceKind::name) break;
        if (piece.kind == PieceKind::figure || piece.kind == PieceKind::pause) continue;
        const std::string_view word = slice(text, piece.span);
        if (word == "新" || word == "净" || word == "日均" || verb_size(text, phrase, i) == 2) break;
        const bool idle = piece.tag == Tag::d || piece.tag == Tag::vd || is_time(piece.tag) || piece.tag == Tag::c ||
                          piece.tag == Tag::w || piece.tag == Tag::u;
        if (!idle && !is_preface(word)) break;
    }
    phrase.erase(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(i));
}

void keep_last_verb(std::string_view text, Pieces& phrase) {
    std::size_t last = 0;
    std::size_t end = 0;  // of the run of verbs that began at `last`
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const std::size_t size = verb_size(text, phrase, i);
        if (size == 0 || (phrase[i].tag == Tag::vn && i > 0)) continue;
        // 完成X改造: a verb with nothing behind it is the end of a noun phrase.
        if (i + size >= phrase.size() && i > 0) break;
        const bool joined = i == end || (i == end + 1 && i > 0 && joins_verbs(text, phrase[i - 1]));
        if (!joined || end == 0) last = i;
        end = i + size;
        i += size - 1;
    }
    if (end == 0 || last == 0) return;
    // The noun before the only verb is what the verb speaks of: 企业|完成税收.
    const Pieces front(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(last));
    const bool verb_before = std::any_of(front.begin(), front.end(), [&](const Piece& piece) {
        return is_word(piece) && (piece.tag == Tag::v || piece.tag == Tag::p);
    });
    if (verb_before || front.size() > 6)
        phrase.erase(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(last));
}

Pieces leading_verb(std::string_view text, const Pieces& phrase) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < phrase.size();) {
        const std::size_t size = verb_size(text, phrase, i);
        if (size == 0) break;
        end = i + size;
        i = end;
        if (i < phrase.size() && joins_verbs(text, phrase[i]) && verb_size(text, phrase, i + 1) > 0) ++i;
    }
    return {phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(end)};
}

Pieces without_verb(std::string_view text, const Pieces& phrase) {
    const std::size_t size = leading_verb(text, phrase).size();
    if (size == phrase.size()) return {};
    return {phrase.begin() + static_cast<std::ptrdiff_t>(size), phrase.end()};
}

bool has_noun(std::string_view text, const Pieces& phrase) {
    return std::any_of(phrase.begin(), phrase.end(), [&](const Piece& piece) {
        if (piece.kind == PieceKind::name) return true;
        if (!is_word(piece) || is_separator(text, piece)) return false;
        if (piece.tag == Tag::vn) return !is_count_verb(slice(text, piece.span));
        return !is_verb(piece.tag) && !is_adverb(piece.tag) && !is_time(piece.tag) && piece.tag != Tag::u &&
               piece.tag != Tag::c && piece.tag != Tag::p && piece.tag != Tag::w && piece.tag != Tag::r &&
               piece.tag != Tag::q && piece.tag != Tag::f;
    });
}

std::string to_text(std::string_view text, const Pieces& phrase) {
    std::string joined;
    for (const Piece& piece : phrase) {
        if (piece.kind == PieceKind::figure || piece.kind == PieceKind::comma) continue;
        const std::string_view word = slice(text, piece.span);
        if (is_time(piece.tag) && is_date(word)) continue;
        if (piece.tag == Tag::w && (word == "“" || word == "”" || word == "\"")) continue;
        joined += word;
    }
    for (const std::string_view mark : {"、", "的"}) {
        if (joined.starts_with(mark)) joined.erase(0, mark.size());
        if (joined.ends_with(mark)) joined.resize(joined.size() - mark.size());
    }
    return joined;
}

std::vector<std::string> members(std::string_view text, const Pieces& phrase) {
    std::vector<Pieces> parts(1);
    for (const Piece& piece : phrase) {
        if (is_separator(text, piece)) {
            parts.emplace_back();
        } else {
            parts.back().push_back(piece);
        }
    }
    std::erase_if(parts, [](const Pieces& part) { return part.empty(); });
    std::vector<std::string> found;
    if (parts.empty()) return found;
    const Pieces& last = parts.back();
    // What the members share: all behind the first word if the others are one word, else the measure at the end.
    const std::string tail = last.size() > 1 ? to_text(text, {last.begin() + 1, last.end()}) : std::string();
    const std::string end = last.empty() ? std::string() : std::string(slice(text, last.back().span));
    for (const Pieces& part : parts) {
        std::string name = to_text(text, part);
        if (&part != &last && !tail.empty() && !is_measure_noun(name)) {
            if (part.size() == 1 && last.front().span.size() > 3) {
                name += tail;
            } else if (part.size() == 1 || is_measure_noun(end)) {
                name += end;
            }
        }
        found.push_back(std::move(name));
    }
    return found;
}

namespace {

bool figure_after_examples(std::string_view text, const Pieces& clause, std::size_t begin) {
    const std::size_t end = std::min(clause.size(), begin + 8);
    for (std::size_t i = begin; i + 1 < end; ++i) {
        if (clause[i].kind == PieceKind::comma || clause[i].kind == PieceKind::figure) return false;
        if (slice(text, clause[i].span) == "等") return clause[i + 1].kind == PieceKind::figure;
    }
    return false;
}

}  // namespace

bool begins_noun_phrase(std::string_view text, const Pieces& clause, std::size_t at) {
    if (at >= clause.size()) return false;
    const Piece& piece = clause[at];
    const std::string_view word = slice(text, piece.span);
    if (piece.kind == PieceKind::name) return !word.starts_with("（") && !word.starts_with("(");
    if (!is_word(piece)) return false;
    switch (piece.tag) {
        case Tag::d:
        case Tag::p:
        case Tag::u:
        case Tag::c:
        case Tag::w:
        case Tag::xc:
        case Tag::vd:
        case Tag::o:
        case Tag::f:
            return false;
        case Tag::ad:
            return word == "新" || word == "高";
        case Tag::v:
            return !is_event_verb(word) && !lead_at_end(word);
        default:
            return !is_event_verb(word) || piece.tag != Tag::v;
    }
}

std::size_t noun_phrase_end(std::string_view text, const Pieces& clause, std::size_t begin) {
    const auto figure_at = [&](std::size_t i) { return i < clause.size() && clause[i].kind == PieceKind::figure; };
    std::size_t i = begin;
    for (; i < clause.size(); ++i) {
        const Piece& piece = clause[i];
        if (piece.kind == PieceKind::figure || piece.kind == PieceKind::comma) break;
        if (piece.kind == PieceKind::name) continue;
        if (is_separator(text, piece)) {
            // A pause before the next count ends this one.
            std::size_t j = i + 1;
            bool verb = false;  // behind the next noun: 3个省、市项目|完成投资5亿元 is one coordination
            if (piece.kind == PieceKind::pause) {
                for (; j < clause.size() && clause[j].kind != PieceKind::comma && clause[j].kind != PieceKind::figure;
                     ++j) {
                    verb = verb || (j > i + 2 && is_word(clause[j]) && clause[j].tag == Tag::v);
                }
            }
            if (figure_at(j) && !verb) break;
            // 治理及A、B等106个: examples of the next count.
            if (figure_after_examples(text, clause, i + 1)) break;
            continue;
        }
        const std::string_view word = slice(text, piece.span);
        if (piece.tag == Tag::d || piece.tag == Tag::vd || piece.tag == Tag::p || piece.tag == Tag::xc) break;
        if (piece.tag == Tag::ad && i > begin) break;
        if (word == "等" && figure_at(i + 1)) break;
        if (piece.tag == Tag::v && (figure_at(i + 1) || is_event_verb(word))) break;
        if (piece.tag == Tag::u && i + 1 >= clause.size()) break;
        if (word == "了" || word == "着" || word == "连续") break;
        if (is_event_verb(word) && i > begin && piece.tag == Tag::vn && i + 1 < clause.size() &&
            clause[i + 1].kind == PieceKind::name) {
            break;
        }
    }
    while (i > begin && (is_separator(text, clause[i - 1]) || clause[i - 1].tag == Tag::f)) --i;
    return i;
}

}  // namespace guanxi
