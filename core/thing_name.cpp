#include "core/thing_name.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/edit_distance.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

constexpr View marks = U" \t\"'“”‘’《》〈〉「」『』（）()[]【】*·";
constexpr View digits = U"0123456789";
constexpr View numerals = U"〇一二三四五六七八九";
constexpr View opposites = U"东西南北中上下前后内外左右新老大小公私男女幼高低省市县区镇乡村路街桥河江湖海山";

// What says that something is the first of its kind, or is to go on, and names nothing.
constexpr std::array<View, 18> rankings{U"全国首批", U"全国首个", U"全国首只", U"全国唯一", U"全省首批", U"全省首个",
                                        U"全省首家", U"国内首个", U"全球首个", U"世界首个", U"全市首个", U"首批",
                                        U"首个",     U"首家",     U"新一轮",   U"一批",     U"更多",     U"一个"};
constexpr std::array<View, 9> heads{U"建设工程", U"建设项目", U"工程项目", U"项目建设", U"项目群",
                                    U"工程",     U"项目",     U"建设",     U"主体"};

// What follows a name and makes it the name of another thing: a second campus is not the school.
constexpr std::array<View, 22> extensions{
    U"新区", U"院区", U"校区", U"分院",   U"分校", U"新馆", U"延长线", U"延伸线", U"延伸段", U"北段",   U"南段",
    U"东段", U"西段", U"支线", U"连接线", U"配套", U"周边", U"沿线",   U"走廊",   U"示范段", U"新校区", U"片区"};
// What ends the name of a body that governs or of what guides it: nothing that a plan brings about.
constexpr std::array<View, 18> guidance{U"精神", U"思想", U"理念", U"重要讲话", U"批示",   U"意识",
                                        U"自信", U"市委", U"省委", U"区委",     U"县委",   U"政府",
                                        U"政协", U"人大", U"党委", U"党中央",   U"国务院", U"方针"};

// Words of which general names are made. A name that they cover wholly names no single thing.
constexpr std::array<View, 206> general_words{
    U"新",     U"老",     U"旧",       U"大",       U"小",       U"核心",     U"重点",     U"重大",     U"特色",
    U"传统",   U"现代",   U"现代化",   U"智慧",     U"智能",     U"数字",     U"数字化",   U"绿色",     U"美丽",
    U"和美",   U"幸福",   U"平安",     U"法治",     U"廉洁",     U"服务型",   U"公共",     U"综合",     U"专业",
    U"优质",   U"标准",   U"标准化",   U"高标准",   U"高水平",   U"高端",     U"高品质",   U"高质量",   U"国际",
    U"国际化", U"国家",   U"国家级",   U"省级",     U"市级",     U"区级",     U"县级",     U"县域",     U"省级以上",
    U"区域性", U"区域",   U"全国",     U"世界",     U"世界级",   U"一流",     U"基层",     U"基础",     U"配套",
    U"示范",   U"试点",   U"先行",     U"创新",     U"科技",     U"科创",     U"产业",     U"工业",     U"农业",
    U"商业",   U"商务",   U"文化",     U"文化旅游", U"文旅",     U"旅游",     U"教育",     U"医疗",     U"卫生",
    U"养老",   U"托育",   U"体育",     U"健身",     U"健康",     U"生态",     U"环境",     U"环保",     U"能源",
    U"物流",   U"冷链",   U"交通",     U"消费",     U"金融",     U"贸易",     U"开放",     U"合作",     U"研发",
    U"生产",   U"制造",   U"制造业",   U"服务",     U"服务业",   U"企业",     U"总部",     U"人才",     U"就业",
    U"社会",   U"社区",   U"城市",     U"城镇",     U"城乡",     U"农村",     U"乡村",     U"乡镇",     U"老旧",
    U"安置",   U"保障性", U"保障",     U"租赁",     U"住房",     U"经济",     U"改革",     U"发展",     U"治理",
    U"管理",   U"政务",   U"政府",     U"市政",     U"中小学",   U"幼儿园",   U"普通",     U"高中",     U"优势",
    U"新型",   U"新兴",   U"未来",     U"战略性",   U"关键",     U"条件成熟", U"园区",     U"片区",     U"园",
    U"区",     U"城",     U"新城",     U"新区",     U"新村",     U"开发区",   U"示范区",   U"集聚区",   U"功能区",
    U"先行区", U"试验区", U"街区",     U"商圈",     U"街道",     U"小区",     U"道路",     U"公路",     U"绿道",
    U"公园",   U"学校",   U"医院",     U"机构",     U"平台",     U"中心",     U"基地",     U"体系",     U"机制",
    U"制度",   U"工程",   U"项目",     U"设施",     U"实验室",   U"孵化器",   U"众创空间", U"厂房",     U"管网",
    U"停车场", U"充电桩", U"集群",     U"网络",     U"品牌",     U"活动",     U"行动",     U"经开区",   U"高新区",
    U"保税区", U"自贸区", U"自贸片区", U"经济区",   U"高新技术", U"专精特新", U"小巨人",   U"单项冠军", U"规模以上",
    U"提升",   U"攻坚",   U"专项",     U"三年",     U"整治",     U"改造",     U"更新",     U"农贸市场", U"低效",
    U"市区",   U"主城区", U"区内",     U"城区",     U"任务",     U"副省级",   U"工厂",     U"车间"};

bool has(View set, char32_t c) {
    return set.find(c) != View::npos;
}

Text without_marks(std::string_view name) {
    Text kept;
    for (const char32_t c : to_utf32(name)) {
        const char32_t plain = plain_character(c);
        if (plain != 0) kept += plain;
    }
    return kept;
}

// Long enough to be a name without its prefix.
constexpr std::size_t least_left = 3;

template <typename Prefixes>
void strip_front(View& name, const Prefixes& prefixes) {
    constexpr View inside_words = U"域民场政容井面立块位间划";  // 市民, 区域: the unit is part of a word
    for (const auto& prefix : prefixes) {
        if (!name.starts_with(prefix) || name.size() < prefix.size() + least_left) continue;
        if (prefix.size() == 1 && has(inside_words, name[1])) continue;
        name.remove_prefix(prefix.size());
    }
}

void strip_back(View& name) {
    for (const View head : heads) {
        if (name.ends_with(head) && name.size() >= head.size() + least_left) name.remove_suffix(head.size());
    }
}

Text numbers_of(View name) {
    Text kept;
    for (const char32_t c : name) {
        const std::size_t numeral = numerals.find(c);
        if (numeral != View::npos) {
            kept += U'0' + static_cast<char32_t>(numeral);
        } else if (has(digits, c) || c == U'十' || c == U'百' || (c >= U'a' && c <= U'z')) {
            kept += c;
        }
    }
    return kept;
}

bool is_general(View name) {
    std::vector<char> reached(name.size() + 1);
    reached[0] = 1;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (reached[i] == 0) continue;
        for (const View word : general_words) {
            if (name.substr(i).starts_with(word)) reached[i + word.size()] = 1;
        }
    }
    return reached[name.size()] != 0;
}

// 美丽青岛 is as general as 美丽城市.
Text without_places(View name, std::span<const std::u32string> places) {
    Text rest(name);
    for (const Text& place : places) {
        const std::size_t at = place.size() > 1 ? rest.find(place) : Text::npos;
        if (at != Text::npos) rest.erase(at, place.size());
    }
    return rest;
}

std::set<std::pair<char32_t, char32_t>> pairs_of(View name) {
    std::set<std::pair<char32_t, char32_t>> pairs;
    for (std::size_t i = 0; i + 1 < name.size(); ++i) pairs.emplace(name[i], name[i + 1]);
    return pairs;
}

bool is_subsequence(View part, View whole) {
    std::size_t at = 0;
    for (const char32_t c : whole) {
        if (at < part.size() && part[at] == c) ++at;
    }
    return at == part.size();
}

double shared_pairs(View a, View b) {
    const auto x = pairs_of(a);
    const auto y = pairs_of(b);
    std::size_t both = 0;
    for (const auto& pair : x) both += y.count(pair);
    return 2.0 * static_cast<double>(both) / static_cast<double>(x.size() + y.size());
}

// Whether a character that tells things apart stands in the one more often than in the other.
bool differ_in_kind(View a, View b) {
    for (const char32_t c : a) {
        if (has(opposites, c) && std::count(a.begin(), a.end(), c) != std::count(b.begin(), b.end(), c)) return true;
    }
    return false;
}

}  // namespace

char32_t plain_character(char32_t c) {
    const char32_t half = fold(c);
    if (has(marks, c) || has(marks, half)) return 0;
    return half >= U'A' && half <= U'Z' ? half + (U'a' - U'A') : half;
}

std::vector<std::u32string> place_prefixes(std::string_view place) {
    constexpr View units = U"省市区县州盟旗";
    const Text whole = without_marks(place);
    std::set<Text> forms;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (!has(units, whole[i]) || i < begin + 2) continue;
        forms.insert(whole.substr(begin, i + 1 - begin));
        forms.insert(whole.substr(begin, i - begin));
        forms.insert(Text(1, whole[i]));
        begin = i + 1;
    }
    if (!whole.empty()) forms.insert(whole);
    std::vector<Text> sorted(forms.begin(), forms.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const Text& a, const Text& b) { return a.size() > b.size(); });
    return sorted;
}

ThingName thing_name(std::string_view name, std::span<const std::u32string> places) {
    const Text plain = without_marks(name);
    View core = plain;
    strip_front(core, rankings);
    strip_front(core, places);
    ThingName thing;
    thing.general = is_general(core) || (core.size() < 3 && numbers_of(core).empty());
    thing.general = thing.general || is_general(without_places(core, places));
    strip_back(core);
    thing.general = thing.general || is_general(core);
    thing.guides = std::any_of(guidance.begin(), guidance.end(), [&](View word) { return core.ends_with(word); });
    thing.core = core;
    thing.numbers = numbers_of(core);
    return thing;
}

bool makes_another(std::u32string_view rest) {
    std::size_t numerals_first = 0;
    while (numerals_first < rest.size() && (has(digits, rest[numerals_first]) || has(numerals, rest[numerals_first])))
        ++numerals_first;
    if (numerals_first > 0 && numerals_first < rest.size() && has(U"期标号", rest[numerals_first])) return true;
    return std::any_of(extensions.begin(), extensions.end(), [&](View word) { return rest.starts_with(word); });
}

std::u32string without_kind(std::u32string_view core) {
    constexpr std::array<View, 6> ranks{U"国家级", U"国家", U"全国", U"省级", U"全省", U"世界级"};
    constexpr std::array<View, 35> kinds{
        U"快速化改造", U"制造工厂", U"生产基地", U"产业园", U"研究院", U"实验室", U"科技园", U"创新院", U"博物馆",
        U"生态园",     U"示范区",   U"先行区",   U"试验区", U"集聚区", U"改造",   U"中心",   U"基地",   U"公园",
        U"广场",       U"医院",     U"学校",     U"大厦",   U"总部",   U"小镇",   U"新城",   U"片区",   U"园区",
        U"高速",       U"高铁",     U"机场",     U"工厂",   U"一期",   U"二期",   U"三期",   U"平台"};
    constexpr std::size_t least = 4;
    View name = core;
    for (const View rank : ranks) {
        if (name.starts_with(rank) && name.size() >= rank.size() + least) name.remove_prefix(rank.size());
    }
    if (name.size() < core.size()) return Text(name);
    for (const View kind : kinds) {
        if (name.ends_with(kind) && name.size() >= kind.size() + least)
            return Text(name.substr(0, name.size() - kind.size()));
    }
    return {};
}

Likeness compare(const ThingName& a, const ThingName& b) {
    if (a.core == b.core) return Likeness::same;
    constexpr std::size_t least = 4;
    if (a.general || b.general || a.guides || b.guides || a.numbers != b.numbers) return Likeness::different;
    const View shorter = a.core.size() <= b.core.size() ? a.core : b.core;
    const View longer = a.core.size() <= b.core.size() ? b.core : a.core;
    if (shorter.size() < least) return Likeness::different;
    const std::size_t at = longer.find(shorter);
    if (at != View::npos) {
        if (makes_another(longer.substr(at + shorter.size()))) return Likeness::different;
        const bool begins = at == 0 && shorter.size() > least;
        return begins || shorter.size() * 2 >= longer.size() ? Likeness::likely : Likeness::different;
    }
    if (differ_in_kind(shorter, longer) || differ_in_kind(longer, shorter)) return Likeness::different;
    // 骆岗公园, 骆岗生态公园: both ends are the same, and a word stands between.
    constexpr double alike = 0.5;
    const bool same_ends = shorter.substr(0, 2) == longer.substr(0, 2) &&
                           shorter.substr(shorter.size() - 2) == longer.substr(longer.size() - 2);
    if (same_ends && longer.size() <= shorter.size() + 2 && is_subsequence(shorter, longer) &&
        shared_pairs(shorter, longer) >= alike)
        return Likeness::likely;
    constexpr std::size_t long_name = 8;
    const bool one_letter = shorter.size() >= long_name && edit_distance(shorter, longer, 1) <= 1;
    return one_letter ? Likeness::likely : Likeness::different;
}

}  // namespace guanxi
