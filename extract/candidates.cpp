#include "extract/candidates.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t most_starts = 14;  // starts tried for one end
constexpr std::uint32_t longest_head_bytes = 24;
constexpr std::size_t widest = 40;           // units in a candidate
constexpr unsigned most_joints = 2;          // conjunctions, 、 and 的 that one name may contain
constexpr std::uint32_t shortest_bytes = 4;  // one Chinese character names nothing but a division

class Finder {
public:
    Finder(std::string_view text, const Units& units, const Lexicon& lexicon)
        : text_(text), all_(units), units_(units.units), lexicon_(lexicon) {}

    std::vector<Candidate> find() && {
        for (std::uint32_t last = 0; last < units_.size(); ++last) {
            if (!may_end(last)) continue;
            starts_.clear();
            collect_starts(last);
            for (const std::uint32_t first : starts_) propose(first, last);
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] const Unit* at(std::uint32_t i) const { return i < units_.size() ? &units_[i] : nullptr; }

    // A name ends where the noun phrase ends, before a word that only carries the verb, at a typed head, or where the
    // tagger ends one.
    [[nodiscard]] bool may_end(std::uint32_t last) const {
        const Unit& unit = units_[last];
        if (unit.role == Role::close_quote) return unit.partner != no_index;
        if (unit.role == Role::close_bracket) return unit.partner != no_index && unit.partner > 0;
        if (unit.role == Role::number) return !unit.counted || unit.text.ends_with("条");
        if (unit.role != Role::content) return unit.role == Role::joint && (unit.text == "+" || unit.text == "＋");
        const Unit* next = at(last + 1);
        if (next == nullptr || next->role != Role::content || is_light_tail(next->text) || is_name_tag(unit.tag))
            return true;
        return !head_word(slice(text_, {unit.span.begin, unit.span.end})).word.empty();
    }

    void collect_starts(std::uint32_t last) {
        unsigned joints = 0;
        std::uint32_t i = last + 1;
        while (i > 0 && starts_.size() < most_starts && last + 1 - i < widest) {
            const Unit& unit = units_[i - 1];
            switch (unit.role) {
                case Role::close_quote:
                    if (unit.partner == no_index) return;
                    i = unit.partner;
                    starts_.push_back(i);
                    continue;
                case Role::close_bracket:
                    if (unit.partner == no_index) return;
                    i = unit.partner;
                    continue;
                case Role::number:
                    if (unit.counted && i - 1 != last && !unit.text.ends_with("条") && !ranks(i - 1)) return;
                    if (unit.counted) {
                        --i;
                        continue;
                    }
                    [[fallthrough]];
                case Role::content:
                case Role::time:
                    starts_.push_back(--i);
                    continue;
                case Role::cue:
                    // 出台支持企业…若干措施: a verb that another one governs begins the name.
                    if (i >= 2 && i - 1 != last && begins_title(i - 1, last)) starts_.push_back(i - 1);
                    // 机场改扩建工程, 国企改革深化提升行动: a verb within a noun phrase.
                    if (i < 2 || i - 1 == last || !continues(units_[i - 2].role) || ++joints > most_joints) return;
                    --i;
                    continue;
                case Role::joint:
                    --i;
                    continue;
                case Role::de:
                case Role::conjunction:
                case Role::enumeration:
                    if (++joints > most_joints || i - 1 == last) return;
                    --i;
                    continue;
                case Role::function:
                    // 与, 对, 被 and adverbs inside of names are rare, but for single characters before a verb.
                    if (unit.text.size() > 3 || i - 1 == last || ++joints > most_joints) return;
                    --i;
                    continue;
                default:
                    return;
            }
        }
    }

    static bool continues(Role role) { return role == Role::content || role == Role::cue; }

    // 全国首批试点: what stands before a title and tells its rank.
    [[nodiscard]] bool ranks(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 5> realms{"全国", "国家", "全省", "中国", "全球"};
        return i > 0 && units_[i].text.ends_with("批") &&
               std::find(realms.begin(), realms.end(), units_[i - 1].text) != realms.end();
    }

    [[nodiscard]] bool begins_title(std::uint32_t verb, std::uint32_t last) const {
        const Unit& governor = units_[verb - 1];
        if (governor.role != Role::cue ||
            (governor.cue.frame != Frame::issue && governor.cue.frame != Frame::implement))
            return false;
        return units_[last].role == Role::number || head_word(units_[last].text).types.has(EntityType::program);
    }

    // A quotation mark or bracket whose other half stands outside.
    [[nodiscard]] bool halved(std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t i = first; i <= last; ++i) {
            const std::uint32_t partner = units_[i].partner;
            if (partner != no_index && (partner < first || partner > last)) return true;
        }
        return false;
    }

    void propose(std::uint32_t first, std::uint32_t last) {
        if (halved(first, last)) return;
        const Span span{units_[first].span.begin, units_[last].span.end};
        const std::string_view name = slice(text_, span);
        Candidate candidate{.first = first, .last = last, .span = span};
        std::array<Sources, entity_type_count> sources{};
        const Unit& end = units_[last];
        const bool ends_quoted = end.role == Role::close_quote;
        const std::string_view worded =
            ends_quoted && end.partner != last - 1 ? slice(text_, {span.begin, units_[last - 1].span.end}) : name;
        candidate.head = head_of(worded, span.begin);
        add(sources, candidate.head.types, Source::head);
        if (units_[first].list != no_index && units_[first].list == end.list) {
            const TypeSet listed = all_.lists[end.list].head.types;
            add(sources, listed, Source::list);
            // 甲科技、乙电子等企业 are no industries, whatever their last words say.
            const bool others = listed.has(EntityType::company) || listed.has(EntityType::project);
            if (others && !listed.has(EntityType::industry))
                sources[static_cast<std::size_t>(EntityType::industry)] = 0;
        }
        if (first > 0 && end.frame == units_[first].frame)
            add(sources, object_types(units_[first].frame), Source::frame);
        if (first == last) add(sources, tagged_types(end.tag), Source::tagger);
        if (ends_quoted && end.partner == first) {
            add(sources, {EntityType::program, EntityType::platform, EntityType::award, EntityType::event},
                Source::quote);
        }
        if (first == last || last - first < 3) {
            const Span division = lexicon_.division_at(text_, span.begin);
            if (!division.empty() && division.end == span.end) add(sources, {EntityType::district}, Source::division);
        }
        if (span.size() < shortest_bytes && (sources[0] & bit(Source::division)) == 0 &&
            (sources[0] & bit(Source::tagger)) == 0)
            return;
        if (!may_be_person(first, name)) sources[static_cast<std::size_t>(EntityType::person)] = 0;
        for (std::size_t type = 0; type < entity_type_count; ++type) {
            if (sources[type] == 0) continue;
            candidate.type = static_cast<EntityType>(type);
            candidate.sources = sources[type];
            out_.push_back(candidate);
        }
        if (candidate.head.word.empty()) propose_shared(candidate);
        if (is_item(first, last)) propose_listed(candidate);
    }

    // 通电、通气、通桥项目: the first two are 通电项目 and 通气项目.
    void propose_shared(Candidate candidate) {
        const Unit& end = units_[candidate.last];
        if (end.shared == no_index || units_[candidate.first].shared != end.shared ||
            last_of_item(candidate.last) != candidate.last)
            return;
        const SharedHead& shared = all_.shared[end.shared];
        if (candidate.last >= shared.last) return;
        candidate.sources = bit(Source::shared);
        candidate.head = shared.head;
        candidate.name = std::string(slice(text_, candidate.span)) + std::string(shared.head.word);
        for (std::size_t type = 0; type < entity_type_count; ++type) {
            candidate.type = static_cast<EntityType>(type);
            if (shared.head.types.has(candidate.type)) out_.push_back(candidate);
        }
    }

    // Bylines (记者, 通讯员 and the names behind them) are no mentions; a blank inside of a name stands only in
    // two-character names (丁 一).
    [[nodiscard]] bool may_be_person(std::uint32_t first, std::string_view name) const {
        if (name.find(' ') != std::string_view::npos && count_code_points(name) > 3) return false;
        std::uint32_t i = first;
        while (i > 0 && (units_[i - 1].tag == Tag::per || units_[i - 1].text == "/" || units_[i - 1].text == "|" ||
                         units_[i - 1].text == ":" || units_[i - 1].text == "："))
            --i;
        if (i == 0) return true;
        static constexpr std::string_view reporters = "记者通讯员作者摄影编辑供稿文图";
        return reporters.find(units_[i - 1].text) == std::string_view::npos;
    }

    [[nodiscard]] bool is_item(std::uint32_t first, std::uint32_t last) const {
        if (first == 0 || last + 1 >= units_.size()) return false;
        const Role before = units_[first - 1].role;
        const Role after = units_[last + 1].role;
        return (before == Role::cue || before == Role::enumeration || before == Role::conjunction ||
                before == Role::comma) &&
               (after == Role::enumeration || after == Role::conjunction || after == Role::list_end);
    }

    // 甲、乙等老旧小区改造项目: 甲老旧小区改造项目, 乙老旧小区改造项目.
    void propose_listed(Candidate candidate) {
        const Unit& end = units_[candidate.last];
        if (end.list == no_index || units_[candidate.first].list != end.list || !all_.lists[end.list].telling ||
            last_of_item(candidate.last) != candidate.last)
            return;
        const ListHead& list = all_.lists[end.list];
        candidate.sources = bit(Source::restored);
        candidate.head = list.head;
        candidate.name = std::string(slice(text_, candidate.span)) + std::string(list.text);
        for (std::size_t type = 0; type < entity_type_count; ++type) {
            candidate.type = static_cast<EntityType>(type);
            if (list.head.types.has(candidate.type)) out_.push_back(candidate);
        }
    }

    [[nodiscard]] std::uint32_t last_of_item(std::uint32_t i) const {
        while (i + 1 < units_.size() && units_[i + 1].role == Role::content) ++i;
        return i;
    }

    // The head of a name. Names that end together mostly share it, so the last one is kept.
    HeadWord head_of(std::string_view name, std::uint32_t begin) {
        const std::uint32_t end = begin + static_cast<std::uint32_t>(name.size());
        if (end != head_end_) {
            const std::uint32_t from = end > longest_head_bytes ? end - longest_head_bytes : 0;
            head_ = head_word(text_.substr(from, end - from));
            head_end_ = end;
        }
        return head_.word.size() <= name.size() ? head_ : head_word(name);
    }

    static void add(std::array<Sources, entity_type_count>& sources, TypeSet types, Source source) {
        for (std::size_t type = 0; type < entity_type_count; ++type) {
            if (types.has(static_cast<EntityType>(type))) sources.at(type) |= bit(source);
        }
    }

    static TypeSet tagged_types(Tag tag) {
        switch (tag) {
            case Tag::per:
            case Tag::nr:
                return {EntityType::person, EntityType::company};
            case Tag::loc:
            case Tag::ns:
                return {EntityType::district, EntityType::place, EntityType::park};
            case Tag::org:
            case Tag::nt:
                return {EntityType::company, EntityType::institution};
            case Tag::xc:  // Latin letters and digits
            case Tag::nz:
                return {EntityType::company, EntityType::program, EntityType::project, EntityType::platform,
                        EntityType::place};
            default:
                return {};
        }
    }

    std::string_view text_;
    const Units& all_;
    const std::vector<Unit>& units_;
    const Lexicon& lexicon_;
    std::vector<std::uint32_t> starts_;
    HeadWord head_;
    std::uint32_t head_end_ = 0;
    std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> find_candidates(std::string_view text, const Units& units, const Lexicon& lexicon) {
    return Finder(text, units, lexicon).find();
}

std::string rule_id(const Candidate& candidate) {
    static constexpr std::array<std::string_view, 7> names{"head",  "list",     "frame", "tagger",
                                                           "quote", "division", "shared"};
    std::string rule;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((candidate.sources & (1U << i)) == 0) continue;
        if (!rule.empty()) rule += '+';
        rule += names.at(i);
    }
    return rule;
}

}  // namespace guanxi
