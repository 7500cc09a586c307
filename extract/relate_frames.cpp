#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/clause_objects.hpp"
#include "extract/clauses.hpp"
#include "extract/named.hpp"
#include "extract/relation_list.hpp"
#include "extract/relation_qualifiers.hpp"

namespace guanxi {

namespace {

constexpr MentionIndex document_district = 0;

// How far, in code points, a cue may stand from its thing.
constexpr std::size_t reach_behind = 24;
constexpr std::size_t reach_before = 14;
constexpr std::size_t reach_subject = 6;

// What governs a thing: the frame, where its cue stands, and how sure this is.
struct Governor {
    const Frame* frame = nullptr;
    Span cue;
    std::string_view rule;
    double confidence = 0;
    Status aspect = Status::none;
};

// 甲公司推出乙平台 is read as what it makes (relate_by_reliance).
bool makes(std::string_view cue) {
    return cue == "推出" || cue == "开发";
}

// What comes to a place comes by name; and its verb does not carry on to what another verb may speak of.
bool is_arrival(Predicate predicate) {
    return predicate == Predicate::attracts || predicate == Predicate::settles_in;
}

// Verbs that only say that something goes on; what goes on stands behind the thing: 推动X落户.
bool is_light(std::string_view cue) {
    static constexpr std::array<std::string_view, 14> light{"推进",     "加快",     "推动", "促进", "争取",
                                                            "确保",     "实现",     "力促", "加速", "积极推动",
                                                            "加快推进", "全力推动", "抓好", "支持"};
    return std::find(light.begin(), light.end(), cue) != light.end();
}

class FrameReader {
public:
    explicit FrameReader(RelationList& relations) : relations_(relations), extraction_(relations.extraction()) {}

    void read() {
        const auto lists = mentions_by_sentence(extraction_);
        for (std::uint32_t s = 0; s < extraction_.sentences.size(); ++s) {
            sentence_ = s;
            carried_ = {};
            park_ = document_district;
            for (const Clause& clause : clauses(extraction_, extraction_.sentences[s], lists[s])) read_clause(clause);
        }
    }

private:
    [[nodiscard]] const Mention& mention(MentionIndex index) const { return extraction_.mentions[index]; }
    [[nodiscard]] std::size_t distance(std::uint32_t from, std::uint32_t to) const {
        return from >= to ? 0 : count_code_points(slice(extraction_.document.text, {from, to}));
    }

    void read_clause(const Clause& clause) {
        const std::size_t n = clause.mentions.size();
        if (n > 0 && mention(clause.mentions[0]).type == EntityType::park &&
            mention(clause.mentions[0]).span.begin == clause.span.begin) {
            park_ = clause.mentions[0];
        }
        for (std::size_t first = 0; first < n;) {
            std::size_t last = first;
            while (last + 1 < n && enumerated(extraction_, mention(clause.mentions[last]).span,
                                              mention(clause.mentions[last + 1]).span)) {
                ++last;
            }
            for (std::size_t k = first; k <= last; ++k) read_thing(clause, {first, last}, clause.mentions[k]);
            first = last + 1;
        }
    }

    struct Run {
        std::size_t first, last;  // positions in the clause's mentions
    };

    void read_thing(const Clause& clause, Run run, MentionIndex thing) {
        const Mention& object = mention(thing);
        if (object.entity == mention(document_district).entity) return;
        const Span span{mention(clause.mentions[run.first]).span.begin, mention(clause.mentions[run.last]).span.end};
        const Governor governor = find_governor(clause, span, object.type);
        if (governor.frame == nullptr) return;
        carried_ = governor;
        add(clause, run, thing, governor);
    }

    [[nodiscard]] Governor find_governor(const Clause& clause, Span run, EntityType type) const {
        const Governor behind = cue_in_front(clause, run, type);
        const Governor before = cue_after(clause, run, type);
        const bool settles = before.frame != nullptr && before.frame->predicate == Predicate::settles_in;
        if (settles && !settling(clause, run, before.cue)) {
            return behind.frame == nullptr || is_light(behind.frame->cue) ? Governor{} : behind;
        }
        if (behind.frame == nullptr && before.frame == nullptr) return carry(clause, run, type);
        if (behind.frame == nullptr) return before;
        if (before.frame == nullptr || !is_light(behind.frame->cue)) return behind;
        // 加快推进X建设: the noun behind tells what, the verb in front whether it is still going on.
        Governor governor = before;
        if (governor.aspect == Status::none) governor.aspect = behind.aspect;
        return governor;
    }

    // 建设X: the nearest cue in front of the run that takes such a thing.
    [[nodiscard]] Governor cue_in_front(const Clause& clause, Span run, EntityType type) const {
        for (std::size_t k = clause.cues.size(); k-- > 0;) {
            const Cue& cue = clause.cues[k];
            if (cue.span.end > run.begin) continue;
            const std::size_t gap = distance(cue.span.end, run.begin);
            if (gap > reach_behind) break;
            if (const Frame* frame = cue.frame(type, Side::behind)) {
                return {frame, cue.span, "verb-object", gap <= 2 ? 0.9 : gap <= 10 ? 0.8 : 0.65, frame->aspect};
            }
        }
        return {};
    }

    // X建成: the first cue behind the run that such a thing can be in front of.
    [[nodiscard]] Governor cue_after(const Clause& clause, Span run, EntityType type) const {
        for (const Cue& cue : clause.cues) {
            if (cue.span.begin < run.end) continue;
            const std::size_t gap = distance(run.end, cue.span.begin);
            if (gap > reach_before) break;
            const Frame* frame = cue.frame(type, Side::before);
            if (frame != nullptr && !has_object(clause, cue)) {
                return {frame, cue.span, "object-verb", gap <= 2 ? 0.85 : 0.75, frame->aspect};
            }
        }
        return {};
    }

    // Whether it is the run itself that settles: not 甲决策部署落地见效, 甲论坛落地一批成果, 园区入驻企业.
    [[nodiscard]] bool settling(const Clause& clause, Span run, Span cue) const {
        static constexpr std::array<std::string_view, 4> openings{"等", "在", "”", "）"};
        static constexpr std::array<std::string_view, 20> adverbs{
            "相继", "先后", "正式", "成功", "顺利", "加快", "加速", "实质", "长期", "永久",
            "全面", "陆续", "签约", "纷纷", "尽快", "也",   "已",   "将",   "均",   "实质性"};
        static constexpr std::array<std::string_view, 7> classifiers{"家", "个", "项", "所", "宗", "座", "大"};
        static constexpr std::array<std::string_view, 2> results{"转化", "成果"};
        static constexpr std::array<std::string_view, 6> here{"辖区", "本地", "当地", "全市", "全区", "园区"};
        static constexpr std::array<std::string_view, 16> others{"见效", "见成效", "生根", "落实", "落细", "生效",
                                                                 "开花", "一批",   "了",   "企业", "学校", "项目",
                                                                 "机构", "首",     "多",   "率"};
        std::string_view between = slice(extraction_.document.text, {run.end, cue.begin});
        // 甲、乙2家企业, but not 甲台2026年晚会
        const bool number = !between.empty() && between.front() >= '0' && between.front() <= '9';
        const std::size_t digits = std::min(between.find_first_not_of("0123456789"), between.size());
        const bool counted = number && starts_with_any(between.substr(digits), classifiers);
        if (ends_with_any(between, results) || is_drawn_elsewhere(clause, run)) return false;
        if (!counted && !starts_with_any(between, openings)) {
            while (!between.empty()) {
                const auto* adverb = std::find_if(adverbs.begin(), adverbs.end(),
                                                  [&](std::string_view a) { return between.starts_with(a); });
                if (adverb == adverbs.end()) return false;
                between.remove_prefix(adverb->size());
            }
        }
        const std::string_view rest = slice(extraction_.document.text, {cue.end, clause.span.end});
        // 甲公司入驻光电园: a place that nobody recognised is another than the district.
        const Token* next = token_from(extraction_.sentences[sentence_], cue.end);
        const bool elsewhere =
            next != nullptr && next->span.end <= clause.span.end &&
            (next->tag == Tag::n || next->tag == Tag::nz || is_name(next->tag)) &&
            std::none_of(clause.mentions.begin(), clause.mentions.end(),
                         [&](MentionIndex m) {
                             return mention(m).span.begin <= cue.end + 6 && mention(m).span.begin >= cue.end;
                         }) &&
            !starts_with_any(rest, here);
        return !elsewhere && !starts_with_any(rest, others) &&
               (rest.empty() || rest.front() < '0' || rest.front() > '9');
    }

    // 远方谷吸引甲公司入驻: it comes to a place that nobody recognised.
    [[nodiscard]] bool is_drawn_elsewhere(const Clause& clause, Span run) const {
        const std::string_view front = slice(extraction_.document.text, {clause.span.begin, run.begin});
        const std::size_t at = front.rfind("吸引");
        if (at == std::string_view::npos || at == 0) return false;
        const auto begin = clause.span.begin + static_cast<std::uint32_t>(at);
        const bool known = std::any_of(clause.mentions.begin(), clause.mentions.end(),
                                       [&](MentionIndex m) { return mention(m).span.end == begin; });
        const Token* word = token_until(extraction_.sentences[sentence_], begin);
        return !known && word != nullptr && word->span.begin >= clause.span.begin &&
               (word->tag == Tag::n || word->tag == Tag::nz || word->tag == Tag::w || is_name(word->tag));
    }

    // 甲医院上线乙平台: a verb with a thing right behind it has its object, and what stands in front is its subject.
    [[nodiscard]] bool has_object(const Clause& clause, const Cue& cue) const {
        constexpr std::size_t reach_object = 4;
        return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](MentionIndex m) {
            const Mention& thing = mention(m);
            return thing.span.begin >= cue.span.end && distance(cue.span.end, thing.span.begin) <= reach_object &&
                   cue.frame(thing.type, Side::behind) != nullptr;
        });
    }

    // A verb of the sentence carries on over commas while no other cue comes: 发展甲产业，乙产业，丙产业.
    [[nodiscard]] Governor carry(const Clause& clause, Span run, EntityType type) const {
        constexpr std::size_t reach_clause = 2;  // the thing must begin its clause
        const bool own_verb = distance(clause.span.begin, run.begin) > reach_clause;
        if (own_verb || carried_.frame == nullptr) return {};
        if (is_arrival(carried_.frame->predicate)) return {};
        if (!carried_.frame->things.has(type) || distance(carried_.cue.end, run.begin) > 4 * reach_behind) return {};
        Governor governor = carried_;
        governor.rule = "verb-carried";
        governor.confidence = 0.2;
        return governor;
    }

    void add(const Clause& clause, Run run, MentionIndex thing, const Governor& governor) {
        const Predicate predicate = governor.frame->predicate;
        if (predicate == Predicate::produces) return;
        if (is_arrival(predicate) && !arrives_by_name(clause, run, thing, governor)) return;
        const Qualifiers qualifiers = qualify(extraction_, sentence_, clause.span, {governor.cue, governor.aspect});
        const RelationList::Reading reading{sentence_, governor.rule, governor.confidence};
        if (predicate == Predicate::settles_in) {
            relations_.add(predicate, thing, settling_place(clause, run, governor.cue), qualifiers, reading);
        } else if (predicate == Predicate::receives) {
            for (const MentionIndex receiver : receivers(clause, run, governor.cue)) {
                relations_.add(predicate, receiver, thing, qualifiers, reading);
            }
        } else {
            const MentionIndex by = subject(clause, run, governor);
            if (predicate == Predicate::builds && makes(governor.frame->cue) &&
                mention(by).type != EntityType::district)
                return;
            relations_.add(predicate, by, thing, qualifiers, reading);
        }
    }

    // 引进清洁能源、智能终端等企业 and 引进甲集团年产10万吨铝材项目 name nothing, or not the whole.
    [[nodiscard]] bool arrives_by_name(const Clause& clause, Run run, MentionIndex thing,
                                       const Governor& governor) const {
        const Mention& object = mention(thing);
        if (!is_named(extraction_, object)) return false;
        if (governor.frame->predicate == Predicate::attracts && !is_attracted(clause, run, object, governor.cue))
            return false;
        static constexpr std::array<std::string_view, 2> breaks{"、", "的"};
        static constexpr std::array<std::string_view, 8> further{"年产", "总投资", "投资", "的", "“", "超", "近", "逾"};
        // 签约、甲大会举办: what stands behind is another part of the sentence.
        const auto behind =
            slice(extraction_.document.text, {governor.cue.end, std::max(governor.cue.end, object.span.begin)});
        const bool settles = governor.frame->predicate == Predicate::settles_in;
        if (settles && governor.frame->side == Side::behind && starts_with_any(behind, breaks)) return false;
        if (thing != clause.mentions[run.last] || governor.frame->side == Side::before) return true;
        const std::string_view rest = slice(extraction_.document.text, {object.span.end, clause.span.end});
        return !starts_with_any(rest, further) && (rest.empty() || rest.front() < '0' || rest.front() > '9');
    }

    // What is told to come is often only a kind of thing: 引进信托、智能终端等业态, 引进社会力量开办博物馆.
    [[nodiscard]] bool is_attracted(const Clause& clause, Run run, const Mention& object, Span cue) const {
        constexpr double sure = 0.35;
        constexpr double surer = 0.8;
        const Sentence& sentence = extraction_.sentences[sentence_];
        if (sentence.tokens.empty()) return true;
        const Naming words = naming(extraction_, object);
        const bool numbered = object.name.find_first_of("0123456789") != std::string::npos;
        if (words == Naming::none || object.confidence < (words == Naming::sure || numbered ? sure : surer))
            return false;
        static constexpr std::array<std::string_view, 6> kinds{"等产业项目", "等业态",     "等产业",
                                                               "等领域",     "等制造企业", "等环节"};
        // The enumeration may go on over parts that nobody recognised.
        const std::uint32_t end = mention(clause.mentions[run.last]).span.end;
        const std::string_view rest = slice(extraction_.document.text, {end, clause.span.end});
        const std::size_t etc = rest.find("等");
        if (etc != std::string_view::npos && (etc == 0 || rest.starts_with("、") || rest.starts_with("和")) &&
            starts_with_any(rest.substr(etc), kinds))
            return false;
        // 引进知名学会、远航公司: a description, unless 等 shows that these are examples.
        static constexpr std::array<std::string_view, 5> praises{"知名", "一批", "更多", "各类", "优质"};
        const std::string_view front = slice(extraction_.document.text, {cue.end, object.span.begin});
        const bool praised = std::any_of(praises.begin(), praises.end(), [&](std::string_view praise) {
            return front.find(praise) != std::string_view::npos;
        });
        if (praised && etc == std::string_view::npos) return false;
        // Another verb behind a noun has the thing as its object.
        bool noun = false;
        for (const Token& token : sentence.tokens) {
            if (token.span.begin < cue.end || token.span.end > object.span.begin) continue;
            const std::string_view word = slice(extraction_.document.text, token.span);
            if (word == "具有" || (noun && token.tag == Tag::v)) return false;
            noun = token.tag == Tag::n || (noun && token.tag != Tag::w);
        }
        return true;
    }

    // 落户临江, 在临江落户, 临江签约甲公司: the place at the cue, else the document's district.
    [[nodiscard]] MentionIndex settling_place(const Clause& clause, Run run, Span cue) const {
        for (std::size_t k = 0; k < clause.mentions.size(); ++k) {
            const Mention& place = mention(clause.mentions[k]);
            if (k >= run.first && k <= run.last) continue;
            const std::string_view front = slice(extraction_.document.text, {clause.span.begin, place.span.begin});
            const bool draws =
                k + 1 == run.first && slice(extraction_.document.text,
                                            {place.span.end, mention(clause.mentions[run.first]).span.begin}) == "吸引";
            const bool at = draws || (place.span.end == cue.begin && (k < run.first || front.ends_with("在")));
            if (at && info(Predicate::settles_in).objects.has(place.type)) return clause.mentions[k];
        }
        for (std::size_t k = run.last + 1; k < clause.mentions.size(); ++k) {
            const Mention& place = mention(clause.mentions[k]);
            if (place.span.begin >= cue.end && distance(cue.end, place.span.begin) <= 2 &&
                info(Predicate::settles_in).objects.has(place.type)) {
                return clause.mentions[k];
            }
        }
        return document_district;
    }

    // 甲、乙等8家企业入选X: the enumeration in front of the cue, else the document's district.
    [[nodiscard]] std::vector<MentionIndex> receivers(const Clause& clause, Run run, Span cue) const {
        std::vector<MentionIndex> found;
        for (std::size_t k = run.first; k-- > 0;) {
            const Mention& candidate = mention(clause.mentions[k]);
            if (candidate.span.end > cue.begin || candidate.type == EntityType::award) continue;
            if (!found.empty() && !enumerated(extraction_, candidate.span, mention(found.back()).span)) break;
            if (found.empty() &&
                (distance(candidate.span.end, cue.begin) > reach_before || is_governed(clause, candidate.span)))
                break;
            found.push_back(clause.mentions[k]);
        }
        std::reverse(found.begin(), found.end());
        if (found.empty()) found.push_back(document_district);
        return found;
    }

    // Whether a cue directly in front makes this mention an object: 推动X入选Y keeps X, 建设X，… does not.
    [[nodiscard]] bool is_governed(const Clause& clause, Span span) const {
        return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue& cue) {
            const std::string_view word = slice(extraction_.document.text, cue.span);
            const bool near = cue.span.end <= span.begin && span.begin - cue.span.end <= 4;  // bytes of one character
            return near && distance(cue.span.end, span.begin) <= 1 && !is_light(word);
        });
    }

    // The mention that stands right in front of the verb, if it can be its subject; else the document's district.
    [[nodiscard]] MentionIndex subject(const Clause& clause, Run run, const Governor& governor) const {
        const bool passive = governor.frame->side == Side::before;
        if (passive || governor.rule != "verb-object") return document_district;
        for (std::size_t k = run.first; k-- > 0;) {
            const Mention& candidate = mention(clause.mentions[k]);
            if (candidate.span.end > governor.cue.begin) continue;
            const bool near = distance(candidate.span.end, governor.cue.begin) <= reach_subject;
            const bool free = !is_governed(clause, candidate.span) && !follows_preposition(candidate.span);
            if (near && free && info(governor.frame->predicate).subjects.has(candidate.type)) return clause.mentions[k];
            break;
        }
        return governor.frame->predicate == Predicate::attracts ? park_ : document_district;
    }

    [[nodiscard]] bool follows_preposition(Span span) const {
        static constexpr std::array<std::string_view, 12> prepositions{"与", "同", "和", "向", "对", "从",
                                                                       "在", "于", "为", "到", "至", "以"};
        const std::string_view before = std::string_view(extraction_.document.text).substr(0, span.begin);
        return std::any_of(prepositions.begin(), prepositions.end(),
                           [&](std::string_view p) { return before.ends_with(p); });
    }

    RelationList& relations_;
    const Extraction& extraction_;
    std::uint32_t sentence_ = 0;
    Governor carried_;
    // 甲产业园建成投用，引进乙公司: the park that the sentence began to speak of draws what comes, else the district.
    MentionIndex park_ = document_district;
};

}  // namespace

void relate_by_frames(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    FrameReader(relations).read();
}

}  // namespace guanxi
