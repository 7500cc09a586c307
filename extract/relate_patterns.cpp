#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.hpp"
#include "extract/clause_objects.hpp"
#include "extract/named.hpp"
#include "extract/relation_list.hpp"
#include "extract/relation_qualifiers.hpp"

namespace guanxi {

namespace {

constexpr MentionIndex document_district = 0;

// Offices that stand in front of a name, the longer first.
constexpr std::array<std::string_view, 34> offices{
    "党组书记", "党工委书记", "党委书记", "市委书记", "区委书记", "县委书记", "省委书记", "常务副市长", "副市长",
    "副区长",   "副县长",     "副省长",   "代市长",   "代区长",   "市长",     "区长",     "县长",       "省长",
    "镇长",     "书记",       "主任",     "局长",     "董事长",   "总经理",   "总裁",     "院长",       "校长",
    "主席",     "会长",       "秘书长",   "理事长",   "部长",     "厅长",     "总书记"};

class PatternReader {
public:
    explicit PatternReader(RelationList& relations) : relations_(relations), extraction_(relations.extraction()) {}

    void read() {
        const auto lists = mentions_by_sentence(extraction_);
        for (std::uint32_t s = 0; s < lists.size(); ++s) {
            sentence_ = s;
            read_positions(lists[s]);
            read_occasions(lists[s]);
            MentionIndex topic = no_index;  // the last thing that may have been built
            for (const Clause& clause : clauses(extraction_, extraction_.sentences[s], lists[s])) {
                read_locations(clause);
                read_agents(clause, topic);
                const auto thing = std::find_if(clause.mentions.begin(), clause.mentions.end(), [&](MentionIndex m) {
                    return info(Predicate::builds).objects.has(mention(m).type);
                });
                if (thing != clause.mentions.end()) topic = *thing;
                read_partners(clause);
                read_memberships(clause);
            }
        }
    }

private:
    [[nodiscard]] const Mention& mention(MentionIndex index) const { return extraction_.mentions[index]; }
    [[nodiscard]] std::string_view between(std::uint32_t from, std::uint32_t to) const {
        return from >= to ? std::string_view() : slice(extraction_.document.text, {from, to});
    }
    [[nodiscard]] Qualifiers qualify_at(const Clause& clause, std::uint32_t at) const {
        return qualify(extraction_, sentence_, clause.span, {{at, at}, Status::none});
    }

    // 区长黄颖, 甲公司董事长李四: an office directly in front of a person.
    void read_positions(const std::vector<MentionIndex>& list) {
        const Span sentence = extraction_.sentences[sentence_].span;
        for (std::size_t k = 0; k < list.size(); ++k) {
            const Mention& person = mention(list[k]);
            if (person.type != EntityType::person) continue;
            std::string_view front = between(sentence.begin, person.span.begin);
            while (front.ends_with(' ')) front.remove_suffix(1);
            const auto* office =
                std::find_if(offices.begin(), offices.end(), [&](std::string_view o) { return front.ends_with(o); });
            if (office == offices.end()) continue;
            const auto begin = sentence.begin + static_cast<std::uint32_t>(front.size() - office->size());
            Qualifiers qualifiers;
            qualifiers.title = std::string(*office);
            const RelationList::Reading reading{sentence_, "office-person", 0.85};
            const MentionIndex body = body_of(list, k, begin, *office);
            if (body != no_index) relations_.add(Predicate::holds_position, list[k], body, qualifiers, reading);
        }
    }

    // 在甲会议上: what a report was given at was held.
    void read_occasions(const std::vector<MentionIndex>& list) {
        const Span sentence = extraction_.sentences[sentence_].span;
        for (const MentionIndex m : list) {
            const Mention& event = mention(m);
            const bool at = event.type == EntityType::event &&
                            between(sentence.begin, event.span.begin).ends_with("在") &&
                            between(event.span.end, sentence.end).starts_with("上");
            if (!at) continue;
            Qualifiers qualifiers;
            qualifiers.status = Status::done;
            qualifiers.time = extraction_.document.date;
            relations_.add(Predicate::holds, document_district, m, qualifiers, {sentence_, "occasion", 0.85});
        }
    }

    // The body directly in front of the office, else the document's district for an office of its level: in a city's
    // report 市长 is its own, 省长 and 总书记 are not.
    [[nodiscard]] MentionIndex body_of(const std::vector<MentionIndex>& list, std::size_t person, std::uint32_t office,
                                       std::string_view title) const {
        for (std::size_t k = person; k-- > 0;) {
            const Mention& body = mention(list[k]);
            const bool near = count_code_points(between(body.span.end, office)) <= 2;
            if (body.span.end <= office && near && info(Predicate::holds_position).objects.has(body.type))
                return list[k];
        }
        static constexpr std::array<std::string_view, 4> levels{"市", "区", "县", "镇"};
        const bool local = std::any_of(levels.begin(), levels.end(), [&](std::string_view level) {
            return title.find(level) != std::string_view::npos;
        });
        const Entity& district = extraction_.entities[mention(document_district).entity];
        const bool province =
            title.find("省") != std::string_view::npos && (district.code.size() == 2 || district.name.ends_with("省"));
        return local || province ? document_district : no_index;
    }

    // 与甲、乙合作|携手|共建|签署: partners of the document's district, or of the body in front of 与.
    void read_partners(const Clause& clause) {
        static constexpr std::array<std::string_view, 9> links{"与",   "同",   "和",     "携手",  "联合",
                                                               "联手", "会同", "深化与", "加强与"};
        static constexpr std::array<std::string_view, 12> deeds{"合作", "携手",   "共建", "联合",   "签署", "签约",
                                                                "结对", "一体化", "协作", "同城化", "联动", "协同"};
        for (std::size_t first = 0; first < clause.mentions.size(); ++first) {
            const std::string_view front = between(clause.span.begin, mention(clause.mentions[first]).span.begin);
            const bool linked =
                std::any_of(links.begin(), links.end(), [&](std::string_view link) { return front.ends_with(link); });
            if (!linked || continues_enumeration(clause, first) || joins_nouns(clause, first)) continue;
            std::size_t last = first;
            while (last + 1 < clause.mentions.size() && enumerated(extraction_, mention(clause.mentions[last]).span,
                                                                   mention(clause.mentions[last + 1]).span)) {
                ++last;
            }
            const std::string_view rest = between(mention(clause.mentions[last]).span.end, clause.span.end);
            const bool deed = std::any_of(deeds.begin(), deeds.end(),
                                          [&](std::string_view d) { return rest.find(d) != std::string_view::npos; });
            if (!deed || is_described(rest)) continue;
            for (std::size_t k = first; k <= last; ++k) {
                const Mention& partner = mention(clause.mentions[k]);
                const bool named = partner.type == EntityType::district || is_named(extraction_, partner);
                if (!named || is_address(partner)) continue;
                const auto at = partner.span.begin;
                relations_.add(Predicate::cooperates_with, document_district, clause.mentions[k],
                               qualify_at(clause, at), {sentence_, "partner", 0.75});
            }
        }
    }

    // 与甲市各园区, 与甲、乙等地企业, 与甲、乙等港口合作: the partners are others, of whom these are only the place.
    [[nodiscard]] bool is_described(std::string_view rest) const {
        static constexpr std::array<std::string_view, 4> others{"各", "其他", "都市圈", "城市群"};
        static constexpr std::array<std::string_view, 3> places{"等地", "等国", "等市"};
        if (starts_with_any(rest, others)) return true;
        const std::size_t port = rest.find("港口");
        if (port != std::string_view::npos && rest.starts_with("等") && count_code_points(rest.substr(0, port)) <= 4)
            return true;
        if (!starts_with_any(rest, places)) return false;
        const std::string_view text = extraction_.document.text;
        const auto end =
            static_cast<std::uint32_t>(rest.data() - text.data()) + static_cast<std::uint32_t>(places.front().size());
        const Token* next = token_from(extraction_.sentences[sentence_], end);
        return next != nullptr && (next->tag == Tag::n || next->tag == Tag::nz || next->tag == Tag::nt);
    }

    // Whether 与 only joins this mention to the one before it; the document's own district is no member of an
    // enumeration.
    [[nodiscard]] bool continues_enumeration(const Clause& clause, std::size_t k) const {
        if (k == 0 || mention(clause.mentions[k - 1]).entity == mention(document_district).entity) return false;
        return enumerated(extraction_, mention(clause.mentions[k - 1]).span, mention(clause.mentions[k]).span);
    }

    // 企业与甲大学: who cooperates with it is not the district, but what stands in front.
    [[nodiscard]] bool joins_nouns(const Clause& clause, std::size_t k) const {
        static constexpr std::array<std::string_view, 3> links{"与", "同", "和"};
        const Sentence& sentence = extraction_.sentences[sentence_];
        const std::uint32_t begin = mention(clause.mentions[k]).span.begin;
        const std::string_view front = between(clause.span.begin, begin);
        if (std::none_of(links.begin(), links.end(), [&](std::string_view link) { return front.ends_with(link); }))
            return false;
        const auto link = begin - static_cast<std::uint32_t>(links.front().size());
        const bool district = std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](MentionIndex m) {
            return mention(m).span.end == link && mention(m).entity == mention(document_district).entity;
        });
        const Token* word = token_until(sentence, link);
        if (district || word == nullptr || word->span.begin < clause.span.begin) return false;
        return word->tag == Tag::n || word->tag == Tag::nz || word->tag == Tag::an || is_name(word->tag);
    }

    // 甲省乙市, 甲市中心医院, 甲市自贸港: a division right in front of a name only says where that is. 与甲市产业合作
    // is of the division itself.
    [[nodiscard]] bool is_address(const Mention& partner) const {
        static constexpr std::array<std::string_view, 9> fields{"合作", "协作", "交流", "联动",  "共建",
                                                                "协同", "结对", "帮扶", "一体化"};
        if (partner.type != EntityType::district) return false;
        const Token* next = token_from(extraction_.sentences[sentence_], partner.span.end);
        if (next != nullptr && is_name(next->tag)) return true;
        if (next != nullptr && (next->tag == Tag::n || next->tag == Tag::nz)) {
            const std::string_view word = slice(extraction_.document.text, next->span);
            const std::string_view rest = std::string_view(extraction_.document.text).substr(next->span.end);
            return !starts_with_any(rest, fields) && !starts_with_any(word, fields);
        }
        return std::any_of(extraction_.mentions.begin(), extraction_.mentions.end(), [&](const Mention& other) {
            return other.span.begin == partner.span.end && !other.span.empty();
        });
    }

    // 甲位于乙, 甲坐落在乙.
    void read_locations(const Clause& clause) {
        static constexpr std::array<std::string_view, 6> links{"位于", "地处", "坐落于", "坐落在", "选址于", "选址"};
        for (std::size_t k = 0; k + 1 < clause.mentions.size(); ++k) {
            const Mention& thing = mention(clause.mentions[k]);
            const Mention& place = mention(clause.mentions[k + 1]);
            const std::string_view link = between(thing.span.end, place.span.begin);
            if (std::find(links.begin(), links.end(), link) == links.end()) continue;
            relations_.add(Predicate::located_in, clause.mentions[k], clause.mentions[k + 1], {},
                           {sentence_, "lies-in", 0.9});
        }
    }

    // 甲由乙建设, 由乙投资建设的甲: the one behind 由 builds what the clause or the clause before speaks of.
    void read_agents(const Clause& clause, MentionIndex topic) {
        static constexpr std::array<std::string_view, 8> deeds{"建设", "投资建设", "承建",     "开发建设",
                                                               "打造", "运营",     "建设运营", "投资"};
        for (std::size_t k = 0; k < clause.mentions.size(); ++k) {
            const MentionIndex agent = clause.mentions[k];
            const Mention& by = mention(agent);
            if (!between(clause.span.begin, by.span.begin).ends_with("由")) continue;
            const std::string_view rest = between(by.span.end, clause.span.end);
            const bool deed =
                std::any_of(deeds.begin(), deeds.end(), [&](std::string_view d) { return rest.starts_with(d); });
            const MentionIndex thing = k > 0 ? clause.mentions[k - 1] : topic;
            static constexpr std::array<std::string_view, 4> makings{"研发", "研制", "开发", "推出"};
            const bool making =
                std::any_of(makings.begin(), makings.end(), [&](std::string_view m) { return rest.starts_with(m); });
            if ((!deed && !making) || thing == no_index) continue;
            relations_.add(deed ? Predicate::builds : Predicate::produces, agent, thing,
                           qualify_at(clause, by.span.begin), {sentence_, deed ? "built-by" : "made-by", 0.8});
        }
    }

    // 甲纳入乙; 甲包括乙、丙.
    void read_memberships(const Clause& clause) {
        for (std::size_t k = 0; k + 1 < clause.mentions.size(); ++k) {
            const MentionIndex left = clause.mentions[k];
            const MentionIndex right = clause.mentions[k + 1];
            const std::string_view link = between(mention(left).span.end, mention(right).span.begin);
            if (mention(right).type == EntityType::award) continue;
            const auto at = mention(left).span.end;
            if (link == "纳入" || link == "并入") {
                relations_.add(Predicate::part_of, left, right, qualify_at(clause, at), {sentence_, "member-of", 0.75});
            }
            if (link != "包括" && link != "包含" && link != "涵盖") continue;
            for (std::size_t i = k + 1; i < clause.mentions.size(); ++i) {
                if (i > k + 1 &&
                    !enumerated(extraction_, mention(clause.mentions[i - 1]).span, mention(clause.mentions[i]).span))
                    break;
                relations_.add(Predicate::part_of, clause.mentions[i], left, {}, {sentence_, "whole-includes", 0.75});
            }
        }
    }

    RelationList& relations_;
    const Extraction& extraction_;
    std::uint32_t sentence_ = 0;
};

}  // namespace

void relate_by_patterns(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    PatternReader(relations).read();
}

}  // namespace guanxi
