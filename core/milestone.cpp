#include "core/milestone.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/thing_name.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

using enum Milestone;

struct Word {
    std::u32string_view text;
    Milestone milestone;
};

// Of words that begin at one place the longest counts, so 开工建设 does not tell that something is being worked on.
constexpr std::array words{
    Word{U"建成", completed},       Word{U"竣工", completed},       Word{U"完工", completed},
    Word{U"投入使用", completed},   Word{U"投入运营", completed},   Word{U"投用", completed},
    Word{U"通车", completed},       Word{U"通航", completed},       Word{U"投产", completed},
    Word{U"投运", completed},       Word{U"达产", completed},       Word{U"开通", completed},
    Word{U"开园", completed},       Word{U"开馆", completed},       Word{U"开业", completed},
    Word{U"开放", completed},       Word{U"开班", completed},       Word{U"开学", completed},
    Word{U"招生", completed},       Word{U"启用", completed},       Word{U"运营", completed},
    Word{U"投入运行", completed},   Word{U"正式运行", completed},   Word{U"全面运行", completed},
    Word{U"规范化运行", completed}, Word{U"实体化运行", completed}, Word{U"组建运行", completed},
    Word{U"揭牌", completed},       Word{U"挂牌", completed},       Word{U"落成", completed},
    Word{U"上线", completed},       Word{U"交付", completed},       Word{U"完成", completed},
    Word{U"获批", completed},       Word{U"获评", honoured},        Word{U"入选", honoured},
    Word{U"荣获", honoured},        Word{U"跻身", honoured},        Word{U"蝉联", honoured},
    Word{U"收官", completed},       Word{U"印发", completed},       Word{U"出台", completed},
    Word{U"发布", completed},       Word{U"施行", completed},       Word{U"成立", completed},
    Word{U"设立", completed},       Word{U"组建", completed},       Word{U"落户", completed},
    Word{U"入驻", completed},       Word{U"举办", completed},       Word{U"承办", completed},
    Word{U"召开", completed},       Word{U"封关", completed},       Word{U"通水", completed},
    Word{U"通气", completed},       Word{U"下线", completed},       Word{U"首飞", completed},
    Word{U"开港", completed},       Word{U"首航", completed},       Word{U"验收", completed},
    Word{U"入住", completed},       Word{U"新增", completed},       Word{U"晋升", honoured},
    Word{U"获授", honoured},        Word{U"开关运行", completed},   Word{U"新进展", advanced},
    Word{U"展开", advanced},        Word{U"进展", advanced},        Word{U"改扩建", advanced},
    Word{U"扩建", advanced},        Word{U"改建", advanced},        Word{U"成型", advanced},
    Word{U"起势", advanced},        Word{U"通过验收", completed},   Word{U"新建", completed},
    Word{U"引进", completed},       Word{U"全线贯通", completed},   Word{U"封顶", topped_out},
    Word{U"贯通", topped_out},      Word{U"合龙", topped_out},      Word{U"完成主体", topped_out},
    Word{U"主体完工", topped_out},  Word{U"主体竣工", topped_out},  Word{U"完成封顶", topped_out},
    Word{U"主体建成", topped_out},  Word{U"开工", started},         Word{U"开工建设", started},
    Word{U"动工", started},         Word{U"动工建设", started},     Word{U"启动", started},
    Word{U"启动建设", started},     Word{U"奠基", started},         Word{U"开建", started},
    Word{U"签约", started},         Word{U"试运行", topped_out},    Word{U"试运营", topped_out},
    Word{U"试生产", topped_out},    Word{U"推进", advanced},        Word{U"推动", advanced},
    Word{U"加快", advanced},        Word{U"建设", advanced},        Word{U"改造", advanced},
    Word{U"提升", advanced},        Word{U"实施", advanced},        Word{U"提速", advanced},
    Word{U"续建", advanced},        Word{U"打造", advanced},        Word{U"抓好", advanced},
    Word{U"深化", advanced},        Word{U"做好", advanced},        Word{U"支持", advanced},
    Word{U"发展", advanced},        Word{U"完善", advanced},        Word{U"谋划", prepared},
    Word{U"规划", prepared},        Word{U"规划建设", prepared},    Word{U"前期", prepared},
    Word{U"筹建", prepared},        Word{U"筹备", prepared},        Word{U"争取", prepared},
    Word{U"争创", prepared},        Word{U"创建", prepared},        Word{U"申报", prepared},
    Word{U"申创", prepared},        Word{U"论证", prepared},        Word{U"立项", prepared},
    Word{U"获批建设", started},     Word{U"选址", prepared},        Word{U"完成前期", prepared},
};

constexpr std::u32string_view clause_ends = U"，。；！？：,;!?\n";

bool is_clause_end(char32_t c) {
    return clause_ends.find(c) != std::u32string_view::npos;
}

const Word* longest_word_at(std::u32string_view text) {
    const Word* found = nullptr;
    for (const Word& word : words) {
        if (text.starts_with(word.text) && (found == nullptr || word.text.size() > found->text.size())) found = &word;
    }
    return found;
}

// What was last told in front of the name.
struct Told {
    Milestone strong = none;  // anything but being worked on, which 推动, 建设 and the like say along with it
    bool weak = false;
};

Told told_before(std::u32string_view text) {
    Told told;
    for (std::size_t i = 0; i < text.size();) {
        const Word* word = longest_word_at(text.substr(i));
        if (word == nullptr) {
            ++i;
            continue;
        }
        if (word->milestone == advanced) {
            told.weak = true;
        } else {
            told.strong = word->milestone;
        }
        i += word->text.size();
    }
    return told;
}

// The first that is told behind the name. A word right behind `、` speaks of the next thing of a list (开工甲、建成乙)
// where something was told in front already.
Told told_behind(std::u32string_view text, const Told& before) {
    Told told;
    for (std::size_t i = 0; i < text.size();) {
        const Word* word = longest_word_at(text.substr(i));
        if (word == nullptr) {
            ++i;
            continue;
        }
        const bool next_thing = i > 0 && text[i - 1] == U'、' && (before.strong != none || before.weak);
        if (next_thing) return told;
        if (word->milestone != advanced) {
            told.strong = word->milestone;
            return told;
        }
        told.weak = true;
        i += word->text.size();
    }
    return told;
}

// What may stand behind a name that the clause speaks of; behind 甲新城 in 甲新城城市广场建成 the name of another thing
// goes on.
constexpr std::array<std::u32string_view, 41> followers{
    U"、",   U"”",    U"’",    U"》",   U"）",     U"（",     U"等",   U"和",   U"及",   U"与",   U"的",
    U"项目", U"工程", U"全面", U"正式", U"顺利",   U"基本",   U"主体", U"实现", U"成功", U"已",   U"全线",
    U"全部", U"如期", U"率先", U"提前", U"稳步",   U"有序",   U"扎实", U"持续", U"加速", U"加快", U"高",
    U"入",   U"获",   U"在",   U"将",   U"实体化", U"规范化", U"点亮", U"年内"};

bool stands_alone(std::u32string_view behind) {
    const auto may_follow = [&] {
        return behind.empty() || longest_word_at(behind) != nullptr ||
               std::any_of(followers.begin(), followers.end(),
                           [&](std::u32string_view word) { return behind.starts_with(word); });
    };
    if (may_follow()) return true;
    while (!behind.empty() && plain_character(behind.front()) == 0) behind.remove_prefix(1);
    return may_follow();
}

struct Place {
    std::size_t begin;
    std::size_t end;
};

// A text as names are compared, without marks, and the place of each of its characters.
struct PlainText {
    std::u32string text;
    std::vector<std::size_t> at;

    explicit PlainText(std::u32string_view original) {
        for (std::size_t i = 0; i < original.size(); ++i) {
            const char32_t c = plain_character(original[i]);
            if (c == 0) continue;
            text += c;
            at.push_back(i);
        }
    }
    [[nodiscard]] Place place(std::size_t first, std::size_t size) const {
        return {at[first], at[first + size - 1] + 1};
    }
};

// Where a name does not stand as a whole, for its head stands once for a list (甲、乙产业园): its longest beginning.
std::optional<Place> part_of_name(const PlainText& sentence, std::u32string_view name) {
    constexpr std::size_t least = 3;
    for (std::size_t size = name.size(); size-- > least;) {
        const std::size_t at = sentence.text.find(name.substr(0, size));
        if (at != std::u32string::npos) return sentence.place(at, size);
    }
    return {};
}

std::vector<Place> places_of(std::u32string_view sentence, std::span<const std::string> names) {
    const PlainText plain(sentence);
    std::vector<Place> places;
    for (const std::string& name : names) {
        const std::u32string wanted = PlainText(to_utf32(name)).text;
        if (wanted.empty()) continue;
        for (std::size_t at = plain.text.find(wanted); at != std::u32string::npos;
             at = plain.text.find(wanted, at + wanted.size())) {
            places.push_back(plain.place(at, wanted.size()));
        }
    }
    if (places.empty() && !names.empty()) {
        const std::optional<Place> part = part_of_name(plain, PlainText(to_utf32(names.front())).text);
        if (part) places.push_back(*part);
    }
    return places;
}

std::size_t clause_begin(std::u32string_view sentence, std::size_t at) {
    while (at > 0 && !is_clause_end(sentence[at - 1])) --at;
    return at;
}

std::size_t clause_end(std::u32string_view sentence, std::size_t at) {
    while (at < sentence.size() && !is_clause_end(sentence[at])) ++at;
    return at;
}

Milestone milestone_at(std::u32string_view sentence, const Place& place) {
    const std::size_t begin = clause_begin(sentence, place.begin);
    const std::size_t end = clause_end(sentence, place.end);
    if (!stands_alone(sentence.substr(place.end, end - place.end))) return none;
    const Told before = told_before(sentence.substr(begin, place.begin - begin));
    const Told behind = told_behind(sentence.substr(place.end, end - place.end), before);
    if (behind.strong != none) return behind.strong;
    if (before.strong != none) return before.strong;
    return before.weak || behind.weak ? advanced : none;
}

}  // namespace

std::string_view id(Milestone milestone) {
    static constexpr std::array<std::string_view, 7> ids{"",         "honoured",  "prepared", "started",
                                                         "advanced", "toppedOut", "completed"};
    return ids.at(static_cast<std::size_t>(milestone));
}

std::string_view label_zh(Milestone milestone) {
    static constexpr std::array<std::string_view, 7> labels{"", "获评", "筹备", "开工", "推进", "封顶", "建成"};
    return labels.at(static_cast<std::size_t>(milestone));
}

Milestone milestone_in(std::string_view sentence, std::span<const std::string> names) {
    const std::u32string text = to_utf32(sentence);
    Milestone furthest = none;
    for (const Place& place : places_of(text, names)) furthest = std::max(furthest, milestone_at(text, place));
    return furthest;
}

std::string excerpt(std::string_view sentence, std::span<const std::string> names, std::size_t most) {
    const std::u32string text = to_utf32(sentence);
    if (text.size() <= most) return std::string(sentence);
    const std::vector<Place> places = places_of(text, names);
    const Place place = places.empty() ? Place{0, 0} : places.front();
    std::size_t begin = clause_begin(text, place.begin);
    std::size_t end = clause_end(text, place.end);
    if (end - begin > most) {
        // A clause that is too long itself: what stands around the name.
        const std::size_t room = most - std::min(most, place.end - place.begin);
        begin = std::max(begin, place.begin - std::min(place.begin, room / 2));
        end = std::min(end, begin + most);
    }
    // Whole clauses behind and in front, while they fit: what follows tells more than what was said before.
    for (bool grown = true; grown;) {
        grown = false;
        const std::size_t further = end < text.size() ? clause_end(text, end + 1) : end;
        if (further > end && further - begin <= most) {
            end = further;
            grown = true;
        }
        const std::size_t earlier = begin > 0 ? clause_begin(text, begin - 1) : begin;
        if (earlier < begin && end - earlier <= most) {
            begin = earlier;
            grown = true;
        }
    }
    return (begin > 0 ? "…" : "") + to_utf8(std::u32string_view(text).substr(begin, end - begin)) +
           (end < text.size() ? "…" : "");
}

}  // namespace guanxi
