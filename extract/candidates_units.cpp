#include "extract/candidates_units.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/candidates_features.hpp"

namespace guanxi {

namespace {

using Marks = std::pair<Role, std::string_view>;

constexpr std::size_t widest_pair = 60;  // units between two marks that belong together
constexpr std::size_t longest_list = 80;
constexpr std::size_t longest_head = 10;

constexpr std::array<Marks, 9> marks{{{Role::comma, "，,；;。！!？?：:\n|"},
                                      {Role::enumeration, "、"},
                                      {Role::open_quote, "“「『《〈‘"},
                                      {Role::close_quote, "”」』》〉’"},
                                      {Role::open_bracket, "（(【["},
                                      {Role::close_bracket, "）)】]"},
                                      {Role::joint, "+＋·•-－—/&.~"},
                                      {Role::de, "的之"},
                                      {Role::list_end, "等"}}};

constexpr std::string_view list_words = "项目 企业 平台 产业 城市 机构 园区 工程 政策 改革 机制 活动";
constexpr std::string_view conjunctions = "和 与 及 以及 暨 或";

bool has_word(std::string_view words, std::string_view word) {
    std::size_t at = words.find(word);
    while (at != std::string_view::npos) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        const bool ends = at + word.size() == words.size() || words[at + word.size()] == ' ';
        if (begins && ends) return true;
        at = words.find(word, at + 1);
    }
    return false;
}

Role role_of(std::string_view text, Tag tag) {
    for (const auto& [role, characters] : marks) {
        if (!text.empty() && characters.find(text) != std::string_view::npos &&
            (static_cast<unsigned char>(text[0]) & 0xC0U) != 0x80U) {
            return role;
        }
    }
    if (has_word(conjunctions, text)) return Role::conjunction;
    switch (tag) {
        case Tag::m:
            return Role::number;
        case Tag::time:
            return Role::time;
        case Tag::d:
        case Tag::vd:
        case Tag::p:
        case Tag::u:
        case Tag::xc:
        case Tag::r:
        case Tag::c:
            return Role::function;
        case Tag::w:
            return Role::comma;
        default:
            return Role::content;
    }
}

bool may_be_verb(Tag tag) {
    return tag == Tag::v || tag == Tag::vd || tag == Tag::vn || tag == Tag::ad || tag == Tag::d || tag == Tag::a ||
           tag == Tag::n || tag == Tag::p;
}

class Reader {
public:
    Reader(std::string_view text, const Sentence& sentence) : text_(text), sentence_(sentence) {}

    Units read() && {
        split();
        join_latin();
        mark_adverbs();
        pair_marks();
        govern();
        find_lists();
        find_shared_heads();
        for (Unit& unit : out_.units) unit.hash = hash_text(unit.text);
        return std::move(out_);
    }

private:
    // Units are tokens, but for verbs: those that the table knows are one unit each, also where the tagger cut
    // elsewhere.
    void split() {
        const auto& tokens = sentence_.tokens;
        std::uint32_t begin = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            Span span = tokens[i].span;
            if (span.end <= begin) continue;
            span.begin = std::max(span.begin, begin);
            Unit unit{.span = span, .text = slice(text_, span), .tag = tokens[i].tag};
            const bool whole = span.begin == tokens[i].span.begin;
            if (whole && may_be_verb(unit.tag)) {
                const CueVerb cue =
                    cue_verb(text_.substr(span.begin, std::min<std::size_t>(24, sentence_.span.end - span.begin)));
                const bool fits = cue.word.size() == unit.text.size() ||
                                  (cue.word.size() > unit.text.size() && unit.tag != Tag::n) ||
                                  (cue.word.size() > 3 && unit.tag == Tag::v);
                if (!cue.word.empty() && fits) {
                    unit.span.end = span.begin + static_cast<std::uint32_t>(cue.word.size());
                    unit.text = slice(text_, unit.span);
                    unit.cue = cue;
                    unit.joined = cue.word.size() > tokens[i].span.size();
                }
            }
            for (const std::string_view tail : {"增加值", "产值", "营业收入", "总产值", "零售额"}) {
                // 服务业增加值: the tagger takes an industry and what is measured of it for one name.
                if (unit.text.size() > tail.size() + 3 && unit.text.ends_with(tail)) {
                    unit.span.end -= static_cast<std::uint32_t>(tail.size());
                    unit.text = slice(text_, unit.span);
                    break;
                }
            }
            begin = unit.span.end;
            if (unit.span.end < span.end) --i;  // the rest of the token is a unit of its own
            unit.role = unit.cue.word.empty() ? role_of(unit.text, unit.tag) : Role::content;
            out_.units.push_back(unit);
        }
    }

    // K11, EPC+O and 5G are one unit each, however the tagger cut them.
    void join_latin() {
        std::vector<Unit> joined;
        for (const Unit& unit : out_.units) {
            const bool latin = std::all_of(unit.text.begin(), unit.text.end(), [](char c) { return is_latin(c); });
            if (latin && unit.tag != Tag::m && unit.tag != Tag::time) {
                if (!joined.empty() && joined.back().tag == Tag::xc && joined.back().span.end == unit.span.begin) {
                    joined.back().span.end = unit.span.end;
                    joined.back().text = slice(text_, joined.back().span);
                    continue;
                }
                joined.push_back(unit);
                joined.back().tag = Tag::xc;
                joined.back().role = Role::content;
                continue;
            }
            joined.push_back(unit);
            if (unit.role == Role::number) joined.back().counted = is_counted(unit.text);
        }
        out_.units = std::move(joined);
    }

    // 高标准建设, 全方位服务: adverbs that the tagger calls nouns.
    void mark_adverbs() {
        static constexpr std::string_view manners =
            "高标准 高水平 高质量 高起点 高效能 高效 全方位 科学 有力 有效 精心 聚力 全力 大力 深入 持续 加速 有序 "
            "稳步 扎实 积极 统筹 分类 精准 优先 主动 着力 切实 严格 系统";
        auto& units = out_.units;
        for (std::size_t i = 0; i + 1 < units.size(); ++i) {
            if (!units[i].cue.word.empty()) continue;
            const bool opens = i == 0 || (units[i - 1].role != Role::content && units[i - 1].role != Role::number &&
                                          units[i - 1].role != Role::joint);
            if (!opens || units[i + 1].text == "发展") continue;
            if (!units[i + 1].cue.word.empty() && has_word(manners, units[i].text)) units[i].role = Role::function;
            if (i + 2 < units.size() && !units[i + 2].cue.word.empty() && units[i].text == "高" &&
                (units[i + 1].text == "水平" || units[i + 1].text == "标准" || units[i + 1].text == "质量")) {
                units[i].role = Role::function;
                units[i + 1].role = Role::function;
            }
        }
    }

    static bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

    static bool is_counted(std::string_view text) {
        static constexpr std::string_view firsts =
            "首个 首家 首条 首批 首颗 首台 首套 首座 唯一 首张 首单 首例 第一批 第二批 首支";
        if (has_word(firsts, text)) return true;
        if (text == "一批" || text == "一系列" || text == "一揽子") return true;
        if (text.empty() || text[0] < '0' || text[0] > '9') return false;
        static constexpr std::string_view classifiers =
            "个家条项场座所件户处名人次亩元对支批种类套宗栋台部辆只张位吨万亿千米%％";
        std::size_t size = 1;
        while (size < text.size() && (static_cast<unsigned char>(text[text.size() - size]) & 0xC0U) == 0x80U) ++size;
        return classifiers.find(text.substr(text.size() - size)) != std::string_view::npos;
    }

    void pair_marks() {
        auto& units = out_.units;
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < units.size(); ++i) {
            if (units[i].text == "\"")
                units[i].role = open_straight_ == no_index ? Role::open_quote : Role::close_quote;
            if (units[i].text == "\"") open_straight_ = open_straight_ == no_index ? i : no_index;
            const Role role = units[i].role;
            if (role == Role::open_quote || role == Role::open_bracket) open.push_back(i);
            if (role != Role::close_quote && role != Role::close_bracket) continue;
            const Role wanted = role == Role::close_quote ? Role::open_quote : Role::open_bracket;
            while (!open.empty() && units[open.back()].role != wanted) open.pop_back();
            if (open.empty()) continue;
            if (i - open.back() <= widest_pair) {
                units[i].partner = open.back();
                units[open.back()].partner = i;
            }
            open.pop_back();
        }
    }

    // A verb governs when it cannot be part of a name: a firm one always, others at the beginning of a clause.
    void govern() {
        auto& units = out_.units;
        Frame frame = Frame::none;
        std::string_view governor;
        for (std::size_t i = 0; i < units.size(); ++i) {
            Unit& unit = units[i];
            if (!unit.cue.word.empty() && governs(i)) {
                unit.role = Role::cue;
                frame = unit.cue.frame;
                governor = unit.cue.word;
            } else if (unit.role == Role::comma) {
                frame = Frame::none;
                governor = {};
            }
            unit.frame = frame;
            unit.governor = governor;
        }
    }

    [[nodiscard]] bool governs(std::size_t i) const {
        const Unit& unit = out_.units[i];
        const bool verbal = unit.tag != Tag::vn && unit.tag != Tag::n && unit.tag != Tag::a;
        if (unit.cue.firm && (verbal || unit.joined)) return true;
        if (i == 0) return true;
        const Unit& before = out_.units[i - 1];
        switch (before.role) {
            case Role::content:
                return verbal && (before.tag == Tag::per || before.tag == Tag::ad);
            case Role::close_quote:
            case Role::close_bracket:
            case Role::joint:
            case Role::number:
            case Role::de:
            case Role::conjunction:
                return false;
            case Role::enumeration:
                return i >= 2 && out_.units[i - 2].role == Role::cue;
            default:
                return true;
        }
    }

    void find_lists() {
        auto& units = out_.units;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].role != Role::list_end) continue;
            std::size_t from = i + 1;
            while (from < units.size() && (units[from].role == Role::number || units[from].tag == Tag::r)) ++from;
            // 等研发型、总部型外资项目: the head is the last.
            while (from + 2 < units.size() && units[from + 1].role == Role::enumeration &&
                   units[from].role == Role::content)
                from += 2;
            std::size_t to = from;
            while (to < units.size() && to - from < longest_head && units[to].role == Role::content) ++to;
            // 等产业引领项目: a verb inside of the head.
            if (to > from && to + 1 < units.size() && units[to].role == Role::cue &&
                has_word(list_words, units[to + 1].text))
                to += 2;
            while (to > from + 1 && is_light_tail(units[to - 1].text) && !head_word(units[to - 2].text).word.empty() &&
                   units[to - 1].text != "项目" && units[to - 1].text != "企业") {
                --to;
            }
            if (to == from) continue;
            const Span span{units[from].span.begin, units[to - 1].span.end};
            const std::string_view text = slice(text_, span);
            const HeadWord head = head_word(text);
            if (head.word.empty()) continue;
            out_.lists.push_back({head, text, span, tells(from, to)});
            mark_list(i);
        }
    }

    // Whether the head has a modifier that is not said of everything.
    [[nodiscard]] bool tells(std::size_t from, std::size_t to) const {
        static constexpr std::string_view general =
            "重大 重点 优质 标志性 产业 新型 关键 各类 多个 一批 高能级 工业 大型 品牌 优势 特色 相关 领域 主要 骨干 "
            "知名 龙头 公建 重大项目 项目 企业 生态 文旅 展会 新 高端 先进 核心 系列 主导 支柱 新兴 未来 "
            "国家级 省级 市级 亿元 以上 专业 现代 省部属 区外 业务 功能性 载体 平台 活动 产业领域 制造业 总部 研发 "
            "配套 工程 科研 服务 技术 公共 成果 社会";
        for (std::size_t i = from; i < to; ++i) {
            const Unit& unit = out_.units[i];
            if (i + 1 < to && !has_word(general, unit.text) && unit.role == Role::content && unit.text.size() >= 6)
                return true;
        }
        return false;
    }

    void mark_list(std::size_t end) {
        auto& units = out_.units;
        const auto index = static_cast<std::uint32_t>(out_.lists.size() - 1);
        const std::size_t stop = end > longest_list ? end - longest_list : 0;
        for (std::size_t i = end; i > stop; --i) {
            Unit& unit = units[i - 1];
            if ((unit.role == Role::close_quote || unit.role == Role::close_bracket) && unit.partner != no_index &&
                unit.partner >= stop) {
                for (std::size_t k = unit.partner; k < i; ++k) units[k].list = index;
                i = unit.partner + 1;
                continue;
            }
            if (unit.role == Role::comma || unit.role == Role::cue || unit.role == Role::list_end ||
                unit.role == Role::open_quote)
                break;
            unit.list = index;
        }
    }

    // An enumeration without 等 whose last name ends in a head that the others lack.
    void find_shared_heads() {
        auto& units = out_.units;
        std::size_t begin = 0;
        bool enumerates = false;
        for (std::size_t i = 0; i <= units.size(); ++i) {
            const bool joins =
                i < units.size() && (units[i].role == Role::enumeration || units[i].role == Role::conjunction);
            const bool inside =
                i < units.size() && (units[i].role == Role::content || joins) && i - begin < longest_list;
            if (inside) {
                enumerates = enumerates || joins;
                continue;
            }
            if (enumerates && i > begin) share_head(begin, i - 1);
            begin = i + 1;
            enumerates = false;
        }
    }

    void share_head(std::size_t begin, std::size_t last) {
        auto& units = out_.units;
        while (last > begin + 1 && is_light_tail(units[last].text) && units[last].text != "项目" &&
               units[last].text != "企业" && units[last - 1].role == Role::content) {
            --last;
        }
        const HeadWord head = head_word(units[last].text);
        if (head.word.size() < 6 || units[last].list != no_index) return;
        out_.shared.push_back({head, static_cast<std::uint32_t>(last)});
        for (std::size_t i = begin; i <= last; ++i)
            units[i].shared = static_cast<std::uint32_t>(out_.shared.size() - 1);
    }

    std::string_view text_;
    const Sentence& sentence_;
    Units out_;
    std::uint32_t open_straight_ = no_index;
};

}  // namespace

Units read_units(std::string_view text, const Sentence& sentence) {
    return Reader(text, sentence).read();
}

void set_classes(Units& units, const WordClasses& classes) {
    for (Unit& unit : units.units) unit.word_class = classes.of(unit.hash);
}

bool is_name_tag(Tag tag) {
    return tag == Tag::loc || tag == Tag::org || tag == Tag::per || tag == Tag::nz || tag == Tag::nt ||
           tag == Tag::ns || tag == Tag::nr || tag == Tag::nw;
}

}  // namespace guanxi
