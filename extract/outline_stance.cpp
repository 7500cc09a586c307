#include "extract/outline_stance.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::array<std::string_view, 20> review_words{"回顾",       "回眸",     "过去一年", "过去的一年", "过去五年",
                                                        "过去的五年", "一年来",   "五年来",   "工作总结",   "工作成效",
                                                        "主要成效",   "主要成就", "发展成就", "成绩单",     "完成情况",
                                                        "执行情况",   "进展情况", "落实情况", "工作成绩",   "盘点"};
constexpr std::array<std::string_view, 27> outlook_words{
    "展望",     "今后五年", "未来五年", "新的一年", "工作安排", "工作打算", "主要任务", "重点任务", "目标任务",
    "奋斗目标", "工作建议", "下一步",   "总体要求", "主要目标", "预期目标", "工作重点", "重点工作", "工作部署",
    "工作思路", "提前看",   "发展目标", "总体思路", "主要工作", "努力方向", "工作计划", "远景目标", "任务目标"};
constexpr std::array<std::string_view, 5> glossary_words{"名词解释", "名词注解", "名词注释", "注释", "用语说明"};

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Words that tell reviews and outlooks of work reports apart, with the rounded logarithm of how much more often they
// stand in one than in the other; extract/data/README.md says how they were counted.
struct Cue {
    std::string_view word;
    int weight;
};
constexpr std::array cues{
    Cue{"入选", 3},  Cue{"获评", 3},     Cue{"荣获", 3},      Cue{"位列", 3},     Cue{"同比", 3},     Cue{"成功", 2},
    Cue{"累计", 2},  Cue{"获批", 2},     Cue{"增至", 2},      Cue{"跻身", 2},     Cue{"位居", 2},     Cue{"蝉联", 3},
    Cue{"连续", 2},  Cue{"首次", 2},     Cue{"首个", 1},      Cue{"正式", 2},     Cue{"揭牌", 3},     Cue{"圆满", 2},
    Cue{"预计", 2},  Cue{"过去", 3},     Cue{"一年来", 3},    Cue{"成效显著", 3}, Cue{"投入使用", 2}, Cue{"取得", 1},
    Cue{"了", 1},    Cue{"明显", 1},     Cue{"入围", 2},      Cue{"上榜", 2},     Cue{"挂牌", 1},     Cue{"已", 2},
    Cue{"顺利", 2},  Cue{"全面完成", 2}, Cue{"去年", 2},      Cue{"召开", 1},     Cue{"分别", 1},     Cue{"昨日", 2},
    Cue{"力争", -4}, Cue{"争创", -3},    Cue{"鼓励", -3},     Cue{"确保", -2},    Cue{"做强", -2},    Cue{"做优", -2},
    Cue{"建好", -2}, Cue{"办好", -2},    Cue{"大力发展", -2}, Cue{"打造", -1},    Cue{"引导", -1},    Cue{"探索", -1},
    Cue{"健全", -1}, Cue{"推动", -1},    Cue{"完善", -1},     Cue{"强化", -1},    Cue{"要", -1},      Cue{"继续", -1},
    Cue{"做好", -1}, Cue{"争取", -2},    Cue{"将", -2},       Cue{"明年", -2},    Cue{"计划", -1},    Cue{"培育", -1},
    Cue{"更好", -1}, Cue{"更大", -1},    Cue{"抓好", -1},     Cue{"谋划", -1},    Cue{"加快", -1},    Cue{"让", -1}};

// Tells most characters with which no cue begins from those with which one may, without looking at the cues.
class Beginnings {
public:
    constexpr Beginnings() {
        for (const Cue& cue : cues) may_[place(cue.word)] = true;
    }
    [[nodiscard]] constexpr bool may_begin(std::string_view text) const {
        return static_cast<unsigned char>(text[0]) >= 0xE0U && may_[place(text)];
    }

private:
    static constexpr std::size_t bits = 12;
    // The lower bits of the character.
    static constexpr std::size_t place(std::string_view text) {
        return (static_cast<std::size_t>(text[1]) & 0x3FU) << 6U | (static_cast<std::size_t>(text[2]) & 0x3FU);
    }
    std::array<bool, 1U << bits> may_{};
};

// What may stand before the words that turn a paragraph.
std::string_view skip_address(std::string_view paragraph) {
    static constexpr std::array<std::string_view, 14> fronts{
        "各位代表", "，", "！", "：", "—", "回首", "回顾", "总结", "经过", "同志们", "对于", "我们", "展望", "面向"};
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view front : fronts) {
            if (!paragraph.starts_with(front)) continue;
            paragraph.remove_prefix(front.size());
            more = true;
        }
    }
    return paragraph;
}

// The beginnings that turn, and what they turn to; the time is named by the words, or the stance's own.
constexpr std::array<std::pair<std::string_view, Stance>, 19> turns{{{"五年来", Stance::review},
                                                                     {"过去五年", Stance::review},
                                                                     {"过去的五年", Stance::review},
                                                                     {"这五年", Stance::review},
                                                                     {"本届政府", Stance::review},
                                                                     {"一年来", Stance::review},
                                                                     {"过去一年", Stance::review},
                                                                     {"过去的一年", Stance::review},
                                                                     {"刚刚过去", Stance::review},
                                                                     {"这一年", Stance::review},
                                                                     {"今后五年", Stance::outlook},
                                                                     {"未来五年", Stance::outlook},
                                                                     {"新的一年", Stance::outlook},
                                                                     {"下一步", Stance::outlook},
                                                                     {"下一阶段", Stance::outlook},
                                                                     {"做好今年", Stance::outlook},
                                                                     {"重点做好", Stance::outlook},
                                                                     {"重点抓好", Stance::outlook},
                                                                     {"着力做好", Stance::outlook}}};

// In a text that looks ahead to this year, what 今年 must be followed by to speak of its plans.
constexpr std::array<std::string_view, 9> plans_of_this_year{"是",   "要",   "工作",     "，重点",  "经济",
                                                             "政府", "重点", "，我们将", "，我们要"};

// “十三五”时期 turns back or ahead, as it is over or not.
Turn plan_turn(std::string_view begin, Years years) {
    if (!begin.starts_with("“十") && !begin.starts_with("十")) return {};
    const std::size_t span = std::min(begin.find("时期"), begin.find("期间"));
    constexpr std::size_t near = 22;  // “十四五”时期 ends within
    if (span > near) return {};
    std::string time = named_time(begin.substr(0, span), years);
    if (time.size() < 9 || years.coming == 0) return {};
    const int last = std::stoi(time.substr(5));
    return {last < years.coming ? Stance::review : Stance::outlook, std::move(time)};
}

// 去年 and 明年 count from the document's day; 今年 is the year looked back on in a text of autumn, the year ahead in
// one of spring.
Turn relative_year_turn(std::string_view begin, Years years) {
    constexpr std::string_view this_year = "今年";
    if (years.now == 0) return {};
    if (begin.starts_with("去年")) return {Stance::review, std::to_string(years.now - 1)};
    if (begin.starts_with("明年")) return {Stance::outlook, std::to_string(years.now + 1)};
    if (!begin.starts_with(this_year)) return {};
    const std::string_view behind = begin.substr(this_year.size());
    const bool so_far = behind.starts_with("以来") || behind.starts_with("来");
    if (so_far || years.now == years.past) return {Stance::review, std::to_string(years.now)};
    const bool plans = std::any_of(plans_of_this_year.begin(), plans_of_this_year.end(),
                                   [&](std::string_view words) { return behind.starts_with(words); });
    return plans ? Turn{Stance::outlook, std::to_string(years.now)} : Turn{};
}

// 2023年是…, 2022年，…: the year looked back on, or ahead to.
Turn year_turn(std::string_view begin, Years years) {
    constexpr std::size_t size = std::string_view("2023年").size();
    if (years.coming == 0 || years.coming == years.past || !begin.substr(0, size).ends_with("年")) return {};
    const std::string_view year = begin.substr(0, 4);
    const std::string_view behind = begin.substr(size);
    if (behind.starts_with("度") || behind.starts_with("以来")) return {};
    if (year == std::to_string(years.past)) return {Stance::review, std::string(year)};
    if (year == std::to_string(years.coming)) return {Stance::outlook, std::string(year)};
    return {};
}

}  // namespace

Stance heading_stance(std::string_view heading, Years years) {
    const bool review = contains_any(heading, review_words);
    const bool outlook = contains_any(heading, outlook_words);
    const std::string time = named_time(heading, years);
    const bool past = years.past > 0 && !time.empty() && std::stoi(time.substr(time.size() - 4)) <= years.past;
    // 一年来的主要工作和成效, 2022年主要工作: an outlook's words, but of what is over.
    if (review && outlook) {
        const bool both = heading.find("和") != std::string_view::npos || heading.find("及") != std::string_view::npos;
        return both && !past && heading.find("主要工作") == std::string_view::npos ? Stance::unknown : Stance::review;
    }
    if (review) return Stance::review;
    if (outlook) return past ? Stance::review : Stance::outlook;
    return Stance::unknown;
}

bool is_glossary(std::string_view heading) {
    return contains_any(heading, glossary_words);
}

Turn paragraph_turn(std::string_view paragraph, Years years) {
    constexpr std::size_t reach = 60;
    const std::string_view begin = skip_address(paragraph);
    for (const auto& [words, stance] : turns) {
        if (!begin.starts_with(words)) continue;
        std::string time = named_time(begin.substr(0, words.size()), years);
        return {stance, time.empty() ? default_time(stance, years) : std::move(time)};
    }
    if (Turn turn = plan_turn(begin.substr(0, reach), years); turn.stance != Stance::unknown) return turn;
    if (Turn turn = relative_year_turn(begin, years); turn.stance != Stance::unknown) return turn;
    return year_turn(begin, years);
}

int stance_score(std::string_view text) {
    static constexpr Beginnings beginnings;
    int score = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (!beginnings.may_begin(text.substr(i, 3))) continue;
        for (const Cue& cue : cues) {
            if (text.substr(i, cue.word.size()) == cue.word) score += cue.weight;
        }
    }
    return score;
}

std::string default_time(Stance stance, Years years) {
    const int year = stance == Stance::review ? years.past : years.coming;
    return year > 0 && stance != Stance::unknown ? std::to_string(year) : std::string();
}

}  // namespace guanxi
