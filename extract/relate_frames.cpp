#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/clauses.hpp"
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
        if (!carried_.frame->things.has(type) || distance(carried_.cue.end, run.begin) > 4 * reach_behind) return {};
        Governor governor = carried_;
        governor.rule = "verb-carried";
        governor.confidence = 0.6;
        return governor;
    }

    void add(const Clause& clause, Run run, MentionIndex thing, const Governor& governor) {
        const Predicate predicate = governor.frame->predicate;
        const Qualifiers qualifiers = qualify(extraction_, sentence_, clause.span, {governor.cue, governor.aspect});
        const RelationList::Reading reading{sentence_, governor.rule, governor.confidence};
        if (predicate == Predicate::settles_in) {
            relations_.add(predicate, thing, settling_place(clause, run, governor.cue), qualifiers, reading);
        } else if (predicate == Predicate::receives) {
            for (const MentionIndex receiver : receivers(clause, run, governor.cue)) {
                relations_.add(predicate, receiver, thing, qualifiers, reading);
            }
        } else {
            relations_.add(predicate, subject(clause, run, governor), thing, qualifiers, reading);
        }
    }

    // 落户湖里: the place behind the cue, else the document's district.
    [[nodiscard]] MentionIndex settling_place(const Clause& clause, Run run, Span cue) const {
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
        return document_district;
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
};

}  // namespace

void relate_by_frames(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    FrameReader(relations).read();
}

}  // namespace guanxi
