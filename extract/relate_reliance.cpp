#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/utf8.hpp"
#include "extract/clause_objects.hpp"
#include "extract/named.hpp"
#include "extract/relation_list.hpp"
#include "extract/relation_qualifiers.hpp"

namespace guanxi {

namespace {

constexpr MentionIndex document_district = 0;

class RelianceReader {
public:
    explicit RelianceReader(RelationList& relations) : relations_(relations), extraction_(relations.extraction()) {}

    void read() {
        const auto lists = mentions_by_sentence(extraction_);
        for (std::uint32_t s = 0; s < lists.size(); ++s) {
            sentence_ = s;
            clauses_ = clauses(extraction_, extraction_.sentences[s], lists[s]);
            for (std::size_t c = 0; c < clauses_.size(); ++c) {
                read_dependencies(c);
                read_products(clauses_[c]);
            }
        }
    }

private:
    [[nodiscard]] const Mention& mention(MentionIndex index) const { return extraction_.mentions[index]; }
    [[nodiscard]] std::string_view between(std::uint32_t from, std::uint32_t to) const {
        return from >= to ? std::string_view() : slice(extraction_.document.text, {from, to});
    }
    [[nodiscard]] std::size_t distance(std::uint32_t from, std::uint32_t to) const {
        return count_code_points(between(from, to));
    }
    [[nodiscard]] Qualifiers qualify_at(const Clause& clause, std::uint32_t at) const {
        return qualify(extraction_, sentence_, clause.span, {{at, at}, Status::none});
    }

    [[nodiscard]] static bool is_comma(std::string_view mark) { return mark == "，" || mark == ","; }
    [[nodiscard]] static bool has_cue(const Clause& clause, std::uint32_t from, std::uint32_t to) {
        return std::any_of(clause.cues.begin(), clause.cues.end(),
                           [&](const Cue& cue) { return cue.span.begin >= from && cue.span.end <= to; });
    }

    // 依托甲、乙等平台，建设丙; 以甲为载体建设丙; 基于甲的丙; 丙依托甲建设.
    void read_dependencies(std::size_t c) {
        static constexpr std::array<std::string_view, 6> supports{"依托", "基于", "依托于", "根据", "按照", "沿着"};
        static constexpr std::array<std::string_view, 3> plans{"根据", "按照", "沿着"};
        static constexpr std::array<std::string_view, 9> carriers{
            "为载体", "为依托", "为抓手", "为主抓手", "为支撑", "为基础", "为主载体", "为重要载体", "为平台"};
        const Clause& clause = clauses_[c];
        for (std::size_t k = 0; k < clause.mentions.size(); ++k) {
            const Mention& base = mention(clause.mentions[k]);
            const std::uint32_t from = k == 0 ? clause.span.begin : mention(clause.mentions[k - 1]).span.end;
            const std::string_view front = without_quotes(between(from, base.span.begin));
            const std::size_t last = loose_enumeration_end(clause, k);
            const std::string_view rest =
                without_leading_quotes(between(mention(clause.mentions[last]).span.end, clause.span.end));
            const std::size_t at = last_support(front, supports);
            const bool carrier = front.ends_with("以") && starts_with_any(rest, carriers);
            if (at == std::string_view::npos && !carrier) continue;
            // 按照甲规划, not 按照市委要求, 按照“甲乙结合”的思路
            const bool to_plan = carrier || !starts_with_any(front.substr(at), plans) ||
                                 (base.type == EntityType::program && !is_maxim(rest));
            if (to_plan) {
                is_carrier_ = carrier;
                read_dependents(c, {k, last}, from + static_cast<std::uint32_t>(carrier ? front.size() : at));
            }
            k = last;
        }
    }

    static std::string_view without_quotes(std::string_view front) {
        while (ends_with_any(front, quotes)) front.remove_suffix(quotes.front().size());
        return front;
    }

    static std::string_view without_leading_quotes(std::string_view rest) {
        while (starts_with_any(rest, quotes)) rest.remove_prefix(quotes.front().size());
        return rest;
    }

    // Where the word stands that tells on what something rests: at the end, or before parts of the enumeration that
    // nobody recognised (依托某某大学、甲); else npos.
    [[nodiscard]] static std::size_t last_support(std::string_view front, Words supports) {
        constexpr std::size_t reach = 20;
        std::size_t found = std::string_view::npos;
        for (const std::string_view support : supports) {
            const std::size_t at = front.rfind(support);
            if (at == std::string_view::npos) continue;
            const std::string_view rest = front.substr(at + support.size());
            if (rest.empty() || (ends_with_any(rest, joins) && count_code_points(rest) <= reach)) found = at;
        }
        return found;
    }

    // As enumeration_end, over parts that nobody recognised.
    [[nodiscard]] std::size_t loose_enumeration_end(const Clause& clause, std::size_t k) const {
        constexpr std::size_t reach = 16;
        for (; k + 1 < clause.mentions.size(); ++k) {
            const Span one = mention(clause.mentions[k]).span;
            const Span other = mention(clause.mentions[k + 1]).span;
            const std::string_view link = between(one.end, other.begin);
            const bool loose = starts_with_any(link, joins) && ends_with_any(link, joins) &&
                               count_code_points(link) <= reach && !has_cue(clause, one.end, other.begin);
            if (!loose && !enumerated(extraction_, one, other)) break;
        }
        return k;
    }

    [[nodiscard]] static bool is_maxim(std::string_view rest) {
        static constexpr std::array<std::string_view, 12> maxims{"要求",   "总要求",   "的要求", "思路",
                                                                 "的思路", "总体思路", "目标",   "的目标",
                                                                 "理念",   "的理念",   "原则",   "的原则"};
        return starts_with_any(rest, maxims);
    }

    // `at`: where the word stands that tells the reliance.
    void read_dependents(std::size_t c, MentionRun bases, std::uint32_t at) {
        constexpr std::size_t reach_head = 7;
        const TypeSet kinds = info(Predicate::depends_on).subjects;
        const Clause& clause = clauses_[c];
        const std::uint32_t end = mention(clause.mentions[bases.last]).span.end;
        // 丙依托甲…
        if (bases.first > 0) {
            const Mention& thing = mention(clause.mentions[bases.first - 1]);
            const auto gap = distance(thing.span.end, at);
            if (gap <= 4 && kinds.has(thing.type)) {
                add_dependencies(clause, bases, clause, {bases.first - 1, bases.first - 1});
                return;
            }
        }
        // 基于甲的丙
        if (bases.last + 1 < clause.mentions.size() && bases.first == bases.last) {
            const Mention& next = mention(clause.mentions[bases.last + 1]);
            const bool joined = without_leading_quotes(between(end, next.span.begin)).starts_with("的");
            if (joined && distance(end, next.span.begin) <= reach_head && kinds.has(next.type)) {
                add_dependencies(clause, bases, clause, {bases.last + 1, bases.last + 1});
                return;
            }
            if (next.span.begin == end) return;  // 按照甲“乙”要求: the base is neither
        }
        if (without_leading_quotes(between(end, clause.span.end)).starts_with("的")) return;  // 基于甲的办法
        if (const auto things = objects_of_verb(extraction_, clause, end, kinds)) {
            add_dependencies(clause, bases, clause, *things);
        } else if (c + 1 < clauses_.size()) {
            const Clause& next = clauses_[c + 1];
            if (!is_comma(between(clause.span.end, next.span.begin)) || has_cue(clause, end, clause.span.end)) return;
            if (const auto further = objects_of_verb(extraction_, next, next.span.begin, kinds))
                add_dependencies(clause, bases, next, *further);
        }
    }

    void add_dependencies(const Clause& base_clause, MentionRun bases, const Clause& thing_clause, MentionRun things) {
        for (std::size_t t = things.first; t <= things.last; ++t) {
            const MentionIndex thing = thing_clause.mentions[t];
            if (!may_rest(thing_clause, mention(thing))) continue;
            for (std::size_t b = bases.first; b <= bases.last; ++b) {
                const Mention& base = mention(base_clause.mentions[b]);
                if ((!is_carrier_ && !is_sure(base)) ||
                    (base.type != EntityType::program && !is_named(extraction_, base)))
                    continue;
                const auto at = mention(thing).span.begin;
                relations_.add(Predicate::depends_on, thing, base_clause.mentions[b], qualify_at(thing_clause, at),
                               {sentence_, "rests-on", 0.65});
            }
        }
    }

    // Slogans and descriptions in quotation marks often pass for programs.
    [[nodiscard]] bool is_sure(const Mention& end) const {
        constexpr double sure = 0.35;
        const bool company = end.type == EntityType::company || end.type == EntityType::institution;
        return extraction_.sentences[sentence_].tokens.empty() || company || end.confidence >= sure ||
               (end.type == EntityType::park && naming(extraction_, end) == Naming::sure) ||
               (end.type == EntityType::project && naming(extraction_, end) == Naming::sure);
    }

    [[nodiscard]] bool may_rest(const Clause& clause, const Mention& thing) const {
        return is_whole(clause, thing) && (thing.type == EntityType::industry || is_sure(thing));
    }

    // 数字经济核心区, 人工智能等产业基地, “甲路”沿线, 医药等领域的合作: the thing is only a part of what is done.
    [[nodiscard]] bool is_whole(const Clause& clause, const Mention& thing) const {
        static constexpr std::array<std::string_view, 9> wholes{"基地", "园区", "产业园", "核心区", "示范区",
                                                                "高地", "中心", "集聚区", "合作"};
        static constexpr std::array<std::string_view, 15> heads{"产业", "业态", "行业", "集群",   "服务",
                                                                "等",   "领域", "发展", "产业链", "及",
                                                                "体系", "机制", "项目", "工程",   "建设"};
        std::uint32_t end = thing.span.end;
        const bool quoted = starts_with_any(between(end, clause.span.end), quotes);
        if (quoted) end += static_cast<std::uint32_t>(quotes.front().size());
        std::string_view rest = between(end, clause.span.end);
        if (rest.ends_with("。")) rest.remove_suffix(std::string_view("。").size());
        const bool industry = thing.type == EntityType::industry;
        if (industry && (ends_with_any(rest, wholes) || rest.starts_with("体系"))) return false;
        const Token* next = token_from(extraction_.sentences[sentence_], end);
        const bool part = next != nullptr && next->span.begin < clause.span.end &&
                          (next->tag == Tag::n || next->tag == Tag::nz || next->tag == Tag::m || next->tag == Tag::f);
        return !part || starts_with_any(rest, heads);
    }

    // 甲研发乙, 甲牵头研制的乙: who makes what.
    void read_products(const Clause& clause) {
        static constexpr std::array<std::string_view, 11> makings{
            "研发出", "研制出", "研发", "研制", "自主研发", "开发出", "生产", "推出", "开发", "孵化出", "创制"};
        constexpr std::size_t reach_maker = 6;
        constexpr std::size_t reach_product = 14;
        for (std::size_t k = 0; k + 1 < clause.mentions.size(); ++k) {
            const Mention& maker = mention(clause.mentions[k]);
            const Mention& product = mention(clause.mentions[k + 1]);
            if (!allows(Predicate::produces, maker.type, product.type) || !is_named(extraction_, maker)) continue;
            const std::string_view link = between(maker.span.end, product.span.begin);
            for (const std::string_view making : makings) {
                const std::size_t at = link.find(making);
                if (at == std::string_view::npos) continue;
                const std::string_view front = without_adverbs(link.substr(0, at));
                const std::string_view rest = link.substr(at + making.size());
                const bool near = count_code_points(front) <= reach_maker && count_code_points(rest) <= reach_product;
                const bool plain = front.empty() || front.starts_with("等");
                if (!near || !plain || rest.find("、") != std::string_view::npos || compound(rest)) continue;
                relations_.add(Predicate::produces, clause.mentions[k], clause.mentions[k + 1],
                               qualify_at(clause, maker.span.end), {sentence_, "maker", 0.75});
                break;
            }
        }
    }

    // 研发中心, 生产基地: the verb is a part of a name.
    [[nodiscard]] static bool compound(std::string_view rest) {
        static constexpr std::array<std::string_view, 9> tails{"中心", "基地", "及",   "和",  "与",
                                                               "、",   "企业", "项目", "平台"};
        return starts_with_any(rest, tails);
    }

    static constexpr std::array<std::string_view, 5> joins{"、", "和", "与", "及", "以及"};
    static constexpr std::array<std::string_view, 4> quotes{"“", "”", "《", "》"};

    RelationList& relations_;
    const Extraction& extraction_;
    std::uint32_t sentence_ = 0;
    std::vector<Clause> clauses_;
    bool is_carrier_ = false;  // 以甲为抓手 says surely that 甲 is one thing
};

}  // namespace

void relate_by_reliance(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    RelianceReader(relations).read();
}

}  // namespace guanxi
