#include "core/indicator_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

using Text = std::u32string;
using View = std::u32string_view;
using Pair = std::pair<View, View>;

constexpr std::array<View, 14> leading{U"全年", U"全市", U"全区", U"全县", U"预计", U"实现", U"力争",
                                       U"确保", U"本市", U"我市", U"其中", U"当年", U"市域", U"累计新增"};

// Longest first: 新建成 before 新建.
constexpr std::array verbs{
    Pair{U"新改扩建", U"建改"}, Pair{U"新建改建", U"建改"}, Pair{U"新建改造", U"建改"}, Pair{U"新建扩建", U"建改"},
    Pair{U"建设筹集", U"建"},   Pair{U"筹集建设", U"建"},   Pair{U"建成投用", U"建"},   Pair{U"新增建设", U"建"},
    Pair{U"新建成", U"建"},     Pair{U"新改建", U"建改"},   Pair{U"改扩建", U"建改"},   Pair{U"新建", U"建"},
    Pair{U"建成", U"建"},       Pair{U"建设", U"建"},       Pair{U"筹建", U"建"},       Pair{U"新增加", U"新增"},
    Pair{U"新增", U"新增"},     Pair{U"净增", U"新增"},     Pair{U"增加", U"新增"},     Pair{U"新添", U"新增"},
    Pair{U"新开工", U"开工"},   Pair{U"开工建设", U"开工"}, Pair{U"开工", U"开工"},     Pair{U"改造提升", U"改造"},
    Pair{U"完成改造", U"改造"}, Pair{U"改造", U"改造"},     Pair{U"完成", U"完成"},     Pair{U"新签约", U"签约"},
    Pair{U"签约", U"签约"},     Pair{U"引进", U"引进"},     Pair{U"培育", U"培育"},     Pair{U"发放", U"发放"},
    Pair{U"举办", U"举办"},     Pair{U"开展", U"开展"},     Pair{U"新设", U"新设"},     Pair{U"新设立", U"新设"},
};

// What is written in several ways.
constexpr std::array words{
    Pair{U"国内生产总值", U"地区生产总值"},
    Pair{U"gdp", U"地区生产总值"},
    Pair{U"规上", U"规模以上"},
    Pair{U"限上", U"限额以上"},
    Pair{U"社零总额", U"社会消费品零售总额"},
    Pair{U"研发经费投入", U"研发投入"},
    Pair{U"r&d", U"研发"},
    Pair{U"居民消费价格指数", U"居民消费价格"},
    Pair{U"cpi", U"居民消费价格"},
    Pair{U"居民人均可支配收入", U"人均可支配收入"},
    Pair{U"国高企业", U"国家高新技术企业"},
    Pair{U"固投", U"固定资产投资"},
    Pair{U"进出口总值", U"进出口总额"},
    Pair{U"城镇登记失业率", U"失业率"},
    Pair{U"城镇调查失业率", U"调查失业率"},
    Pair{U"细颗粒物", U"pm2.5"},
    Pair{U"户籍人口", U"户籍人口"},
};
constexpr std::array<View, 6> change_ends{U"增长率", U"涨幅", U"增速", U"增幅", U"增长", U"降幅"};
constexpr std::array<View, 5> idle_ends{U"总量", U"总数", U"数量", U"数", U"达"};

Text plain(std::string_view indicator) {
    Text kept;
    for (const char32_t c : to_utf32(indicator)) {
        const char32_t p = plain_character(c);
        if (p != 0 && p != U'的' && p != U'、') kept += p;
    }
    return kept;
}

bool cut_front(Text& text, View part, std::size_t least_left) {
    if (!View(text).starts_with(part) || text.size() < part.size() + least_left) return false;
    text.erase(0, part.size());
    return true;
}

void cut_leading(Text& text, const std::vector<Text>& places) {
    constexpr std::size_t left = 2;
    for (bool cut = true; cut;) {
        cut = false;
        for (const View word : leading) cut = cut_front(text, word, left) || cut;
        for (const Text& place : places) {
            if (place.size() > 1) cut = cut_front(text, place, left) || cut;
        }
    }
}

void replace_words(Text& text) {
    for (const auto& [from, to] : words) {
        const std::size_t at = text.find(from);
        if (at == Text::npos || from == to) continue;
        // 地区生产总值 holds 生产总值, which must not become longer again.
        text.replace(at, from.size(), to);
    }
    if (text == U"生产总值" || text == U"经济总量") text = U"地区生产总值";
}

// Words that one report leaves out and that do not make an indicator another.
constexpr std::array<View, 24> idle_words{U"中小学", U"公办", U"中小学幼儿园", U"市",         U"政府", U"国家",
                                          U"国家级", U"各类", U"电动汽车",     U"新能源汽车", U"既有", U"城乡",
                                          U"平均",   U"额度", U"全部",         U"居民",       U"工作", U"和地区",
                                          U"产业",   U"级",   U"类",           U"社区级",     U"专场", U"（区）"};

bool is_idle(View run) {
    return std::find(idle_words.begin(), idle_words.end(), run) != idle_words.end();
}

// Whether the longer one is the shorter one with idle words put in.
bool adds_idle_words(View shorter, View longer) {
    std::size_t front = 0;
    while (front < shorter.size() && shorter[front] == longer[front]) ++front;
    const std::size_t added = longer.size() - shorter.size();
    for (std::size_t at = 0; at <= front; ++at) {
        if (shorter.substr(at) == longer.substr(at + added) && is_idle(longer.substr(at, added))) return true;
    }
    return false;
}

Text digits_of(View text) {
    Text kept;
    for (const char32_t c : text) {
        if ((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z')) kept += c;
    }
    return kept;
}

}  // namespace

IndicatorName indicator_name(std::string_view indicator, const std::vector<std::u32string>& places) {
    constexpr std::size_t least_noun = 2;
    IndicatorName name;
    Text text = plain(indicator);
    cut_leading(text, places);
    for (const auto& [written, meant] : verbs) {
        if (!cut_front(text, written, least_noun)) continue;
        name.verb = meant;
        break;
    }
    cut_leading(text, places);
    for (const View end : change_ends) {
        if (!View(text).ends_with(end) || text.size() < end.size() + least_noun) continue;
        text.erase(text.size() - end.size());
        name.change = true;
        break;
    }
    replace_words(text);
    for (const View end : idle_ends) {
        if (View(text).ends_with(U"指数")) break;
        if (View(text).ends_with(end) && text.size() >= end.size() + 3) text.erase(text.size() - end.size());
    }
    name.noun = std::move(text);
    return name;
}

Likeness compare(const IndicatorName& a, const IndicatorName& b) {
    if (a.change != b.change) return Likeness::different;
    if (a.verb != b.verb) {
        // What is built and what is built or rebuilt: the one may hold the other.
        const bool built = a.verb.starts_with(U'建') && b.verb.starts_with(U'建');
        return built && a.noun == b.noun ? Likeness::likely : Likeness::different;
    }
    if (a.noun == b.noun) return Likeness::same;
    const View shorter = a.noun.size() <= b.noun.size() ? a.noun : b.noun;
    const View longer = a.noun.size() <= b.noun.size() ? b.noun : a.noun;
    if (shorter.size() < 2 || digits_of(a.noun) != digits_of(b.noun)) return Likeness::different;
    return adds_idle_words(shorter, longer) ? Likeness::likely : Likeness::different;
}

bool says_nothing(const IndicatorName& name) {
    constexpr std::array<View, 12> nouns{U"投资", U"总投资", U"项目", U"产量", U"产值", U"规模",
                                         U"面积", U"打通",   U"改造", U"工作", U"活动", U"覆盖率"};
    return std::find(nouns.begin(), nouns.end(), name.noun) != nouns.end();
}

std::vector<std::string> joint_indicators(std::string_view indicator) {
    constexpr std::size_t least = 4;
    std::vector<std::string> whole{std::string(indicator)};
    const Text text = to_utf32(indicator);
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != U'、' && text[i] != U'和') continue;
        if (i - begin < least) return whole;
        parts.push_back(to_utf8(View(text).substr(begin, i - begin)));
        begin = i + 1;
    }
    return parts;
}

}  // namespace guanxi
