#include "extract/resolver_names.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

using enum EntityType;

constexpr std::u32string_view marks = U"《》〈〉“”‘’「」『』\"'() \t\n";
constexpr std::size_t longest_name = 180;  // bytes; a longer one is only ever itself

constexpr std::array<std::string_view, 6> project_heads{"重大项目", "建设项目", "项目", "工程", "建设", "工作"};
constexpr std::array<std::string_view, 6> industry_heads{"产业集群", "产业链", "产业", "集群", "市场", "行业"};
constexpr std::array<std::string_view, 24> program_heads{
    "政策措施", "专项行动", "专项政策", "战略部署", "机制", "工程", "改革", "建设", "行动", "工作", "制度", "活动",
    "计划",     "战略",     "措施",     "政策",     "模式", "试点", "倡议", "体系", "项目", "规定", "任务", "精神"};
constexpr std::array<std::string_view, 4> platform_heads{"服务平台", "平台", "体系", "系统"};
constexpr std::array<std::string_view, 3> event_heads{"品牌活动", "系列活动", "活动"};
constexpr std::array<std::string_view, 5> award_heads{"称号", "荣誉", "中小企业", "企业", "城市"};
constexpr std::array<std::string_view, 7> company_heads{
    "集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "公司", "集团"};
constexpr std::array<std::string_view, 9> person_heads{"总书记", "书记", "同志", "主席", "总理",
                                                       "省长",   "市长", "区长", "县长"};
constexpr std::array<std::string_view, 9> district_heads{"街道", "社区", "省", "市", "区", "县", "镇", "乡", "村"};

constexpr std::array<std::string_view, 4> place_heads{"地区", "沿线", "沿岸", "城市"};

// Heads that say no more than a shorter one.
struct LongHead {
    std::string_view head, shorter;
};
constexpr std::array<LongHead, 7> long_heads{{{"重大项目", "项目"},
                                              {"建设项目", "项目"},
                                              {"系列政策措施", "政策措施"},
                                              {"专项行动", "行动"},
                                              {"系列活动", "活动"},
                                              {"综合服务平台", "平台"},
                                              {"服务平台", "平台"}}};

std::span<const std::string_view> heads_of(EntityType type) {
    switch (type) {
        case district:
            return district_heads;
        case project:
            return project_heads;
        case industry:
            return industry_heads;
        case program:
            return program_heads;
        case platform:
            return platform_heads;
        case event:
            return event_heads;
        case award:
            return award_heads;
        case company:
            return company_heads;
        case person:
            return person_heads;
        default:
            return {};
    }
}

// What may stand before a name without being part of it, longest first of those that begin alike.
constexpr std::array<std::string_view, 40> modifiers{
    "国家级",   "省级", "市级", "区级",     "县级", "全国",   "国家",   "全省",   "全市", "全区",
    "全县",     "世界", "全球", "我省",     "我市", "我区",   "我县",   "首批",   "首个", "首家",
    "首套",     "首届", "首条", "首座",     "唯一", "新一轮", "新时代", "现代化", "共建", "党建引领",
    "最严格的", "国际", "地铁", "轨道交通", "中国", "省",     "市",     "区",     "县",   "国"};
constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十百零〇两";
constexpr std::u32string_view ordinal_ends = U"届次批轮";

// Organs that every division has.
constexpr std::array<std::string_view, 10> organs{"政府", "人民政府", "党委", "人大", "政协",
                                                  "法院", "检察院",   "工会", "妇联", "残联"};
// What is known beyond one place: by what its name begins with, and how a program ends.
constexpr std::array<std::string_view, 12> wide_scopes{"国家", "全国", "中央", "全球",   "国际", "世界",
                                                       "亚洲", "欧洲", "中国", "联合国", "海峡", "党"};
constexpr std::array<std::string_view, 7> wide_programs{"协定", "公约", "条约", "战略", "倡议", "规定", "法"};

std::size_t numeral_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        const CodePoint c = decode(text, size);
        if (numerals.find(c.value) == std::u32string_view::npos) break;
        size += c.size;
    }
    return size;
}

// The size of the description that the name begins with, 0 if none.
std::size_t modifier_size(std::string_view name, const Places& places) {
    if (name.starts_with("第")) {
        const std::size_t end = 3 + numeral_size(name.substr(3));
        const bool ordinal =
            end > 3 && end < name.size() && ordinal_ends.find(decode(name, end).value) != std::u32string_view::npos;
        if (ordinal) return end + decode(name, end).size;
    }
    if (const std::size_t digits = numeral_size(name); digits >= 4) {
        if (name.substr(digits).starts_with("年度")) return digits + 6;
        if (name.substr(digits).starts_with("年")) return digits + 3;
        if (digits == 4 && (name[0] == '1' || name[0] == '2')) return digits;
    }
    if (const std::size_t size = places.near_prefix(name); size > 0) return size;
    const auto found =
        std::find_if(modifiers.begin(), modifiers.end(), [&](std::string_view m) { return name.starts_with(m); });
    return found == modifiers.end() ? 0 : found->size();
}

void add(std::vector<ShortName>& names, std::string key, std::string_view rule, std::size_t least) {
    if (count_code_points(key) >= least) names.push_back({std::move(key), rule});
}

void add_without_head(std::vector<ShortName>& names, EntityType type, std::string_view key) {
    for (const std::string_view head : heads_of(type)) {
        if (key.ends_with(head)) add(names, std::string(key.substr(0, key.size() - head.size())), "head", 2);
    }
    for (const auto& [head, shorter] : long_heads) {
        if (!key.ends_with(head) || key.size() == head.size()) continue;
        add(names, std::string(key.substr(0, key.size() - head.size())) += shorter, "head", 2);
    }
}

// 甲（乙） may be spoken of as 甲, and as 乙 if that is an abbreviation in Latin letters.
void add_without_bracket(std::vector<ShortName>& names, std::string_view text) {
    const std::string folded = fold(text);
    const std::size_t open = folded.find('(');
    if (open == std::string::npos || open == 0 || folded.back() != ')') return;
    const std::string_view inner = std::string_view(folded).substr(open + 1, folded.size() - open - 2);
    add(names, name_key(std::string_view(folded).substr(0, open)), "bracket", 3);
    const bool latin = std::all_of(inner.begin(), inner.end(),
                                   [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (latin) add(names, name_key(inner), "bracket", 2);
}

struct QuotePair {
    std::string_view open, close;
};
constexpr std::array<QuotePair, 4> quote_pairs{{{"“", "”"}, {"《", "》"}, {"「", "」"}, {"‘", "’"}}};

// 甲、“乙”及丙 is more than one thing.
bool joins_several(std::string_view text) {
    constexpr std::array<std::string_view, 4> conjunctions{"、", "及", "和", "与"};
    return std::any_of(conjunctions.begin(), conjunctions.end(),
                       [&](std::string_view c) { return text.find(c) != std::string_view::npos; });
}

// A quoted part stands out: 甲“乙”丙 may be spoken of as “乙” and as “乙”丙.
void add_quoted(std::vector<ShortName>& names, std::string_view text) {
    for (const auto& [open, close] : quote_pairs) {
        const std::size_t begin = text.find(open);
        const std::size_t end = text.find(close);
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
        if (text.find(open, begin + open.size()) != std::string_view::npos) continue;
        if (begin == 0 && end + close.size() == text.size()) continue;
        const std::string_view behind = text.substr(end + close.size());
        if (numeral_size(behind) > 0 || joins_several(text.substr(0, begin)) || joins_several(behind)) continue;
        add(names, name_key(text.substr(begin, end - begin)), "quoted", 2);
        if (begin > 0) add(names, name_key(text.substr(begin)), "quoted", 3);
    }
}

}  // namespace

std::string name_key(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    for (std::size_t i = 0; i < name.size();) {
        const CodePoint c = decode(name, i);
        const char32_t folded = fold(c.value);
        if (marks.find(folded) == std::u32string_view::npos) {
            append_utf8(key, folded >= U'A' && folded <= U'Z' ? folded + 32 : folded);
        }
        i += c.size;
    }
    return key;
}

std::vector<ShortName> short_names(EntityType type, std::string_view key, std::string_view text, const Places& places) {
    std::vector<ShortName> names;
    if (key.size() > longest_name || text.size() > 2 * longest_name) return names;
    add_without_head(names, type, key);
    add_without_bracket(names, text);
    add_quoted(names, text);
    constexpr std::string_view of = "的";
    if (const std::size_t end = key.rfind(of); end != std::string_view::npos) {
        add(names, std::string(key.substr(end + of.size())), "modifier", 4);
        add_without_head(names, type, key.substr(end + of.size()));
    }
    std::size_t at = 0;
    while (type != person && type != industry && at < key.size()) {
        const std::size_t size = modifier_size(key.substr(at), places);
        if (size == 0) break;
        at += size;
        add(names, std::string(key.substr(at)), "modifier", 3);
        add_without_head(names, type, key.substr(at));
    }
    return names;
}

bool is_generic(EntityType type, std::string_view key, const Lexicon& lexicon) {
    const auto any = [](const auto& list, const auto& fits) { return std::any_of(list.begin(), list.end(), fits); };
    if (any(organs, [&](std::string_view organ) { return key == organ; })) return true;
    if (key.size() > longest_name || any(wide_scopes, [&](std::string_view scope) { return key.starts_with(scope); }))
        return false;
    if (type == program && any(wide_programs, [&](std::string_view head) { return key.ends_with(head); })) return false;
    std::size_t count = 0;
    for (std::uint32_t at = 0; at < key.size(); ++count) {
        const std::vector<Word> words = lexicon.words_at(key, at);
        // A character on its own may be part of a name that the dictionary does not know.
        if (words.empty() || count_code_points(slice(key, words.back().span)) < 2) return false;
        const std::string_view tag = words.back().tag;
        if (tag.size() > 1 && tag[0] == 'n' && tag != "ng") return false;
        at = words.back().span.end;
    }
    // A short word of the dictionary is known everywhere: 故宫, 世贸.
    return count > 1 || count_code_points(key) > 2;
}

bool is_quoted(std::string_view text) {
    return std::any_of(quote_pairs.begin(), quote_pairs.end(), [&](const QuotePair& pair) {
        return text.starts_with(pair.open) && text.ends_with(pair.close);
    });
}

}  // namespace guanxi
