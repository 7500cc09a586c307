#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/lexicon_format.hpp"

namespace guanxi {

namespace {

// The nationalities of China as they stand in names of autonomous divisions, with 族 or, in the north-west, without.
constexpr std::array<std::string_view, 63> nationalities{
    "各族",     "蒙古族", "回族",     "藏族",     "维吾尔族", "苗族",       "彝族",     "壮族",   "布依族",
    "朝鲜族",   "满族",   "侗族",     "瑶族",     "白族",     "土家族",     "哈尼族",   "傣族",   "黎族",
    "傈僳族",   "佤族",   "畲族",     "拉祜族",   "水族",     "东乡族",     "纳西族",   "景颇族", "土族",
    "仫佬族",   "羌族",   "布朗族",   "撒拉族",   "毛南族",   "仡佬族",     "锡伯族",   "阿昌族", "普米族",
    "塔吉克族", "怒族",   "俄罗斯族", "鄂温克族", "德昂族",   "保安族",     "裕固族",   "京族",   "独龙族",
    "鄂伦春族", "赫哲族", "门巴族",   "珞巴族",   "基诺族",   "达斡尔族",   "哈萨克族", "高山族", "塔塔尔族",
    "蒙古",     "维吾尔", "哈萨克",   "塔吉克",   "锡伯",     "柯尔克孜族", "柯尔克孜", "达斡尔", "撒拉"};

constexpr std::array<std::string_view, 4> province_heads{"特别行政区", "自治区", "省", "市"};
constexpr std::array<std::string_view, 5> city_heads{"自治州", "地区", "市", "盟", "州"};
constexpr std::array<std::string_view, 7> county_heads{"自治县", "自治旗", "新区", "区", "县", "市", "旗"};
constexpr std::array<std::string_view, 6> street_heads{"街道", "苏木", "地区", "镇", "乡", "民族"};

// Takes the first of `heads` that leaves two characters off the end.
template <std::size_t n>
std::string_view take_head(std::string_view& name, const std::array<std::string_view, n>& heads) {
    for (const std::string_view head : heads) {
        if (name.ends_with(head) && count_code_points(name.substr(0, name.size() - head.size())) >= 2) {
            name.remove_suffix(head.size());
            return head;
        }
    }
    return {};
}

bool take_nationalities(std::string_view& name) {
    bool taken = false;
    while (!take_head(name, nationalities).empty()) taken = true;
    return taken || !take_head(name, std::array<std::string_view, 1>{"族"}).empty();
}

}  // namespace

std::vector<std::string> short_division_names(std::string_view name, unsigned level) {
    const std::string_view full = name;
    std::string_view head;
    switch (level) {
        case 1:
            head = take_head(name, province_heads);
            break;
        case 2:
            head = take_head(name, city_heads);
            break;
        case 3:
            head = take_head(name, county_heads);
            break;
        default:
            head = take_head(name, street_heads);
            break;
    }
    // 朝阳区街道 is not to be found as 朝阳区.
    const bool other_kind = level == 4 && (name.ends_with("区") || name.ends_with("县") || name.ends_with("市"));
    if (head.empty() || other_kind) return {};
    const bool autonomous = take_nationalities(name);
    std::vector<std::string> names{std::string(name)};
    if (autonomous && level > 1 && head.starts_with("自治")) names.push_back(names[0] + std::string(head.substr(6)));
    std::erase(names, full);
    return names;
}

}  // namespace guanxi
