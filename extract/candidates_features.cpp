#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "extract/candidates.hpp"
#include "extract/feature_hash.hpp"

namespace guanxi {

namespace {

std::string_view role_id(Role role) {
    static constexpr std::string_view names[] = {"word",    "comma",     "list",  "open", "close",
                                                 "bracket", "unbracket", "joint", "de",   "and",
                                                 "number",  "time",      "cue",   "deng", "function"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view bucket(std::size_t count) {
    static constexpr std::string_view names[] = {"0", "1", "2",  "3",  "4",  "5",  "6",
                                                 "7", "8", "10", "12", "15", "20", "more"};
    static constexpr std::size_t limits[] = {0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 19, 29};
    std::size_t i = 0;
    while (i < std::size(limits) && count > limits[i]) ++i;
    return names[i];
}

using Parts = std::initializer_list<std::string_view>;

// Tells each feature of a candidate to a sink, in parts: what it is about, the type, and the values. Each is told once.
template <typename Sink>
class Describer {
public:
    Describer(const Candidate& candidate, std::string_view text, const Units& units, Sink& sink)
        : candidate_(candidate),
          text_(text),
          all_(units),
          units_(units.units),
          sink_(sink),
          type_(info(candidate.type).id),
          rule_(rule_id(candidate)) {}

    void describe() {
        name_itself();
        shape();
        left_of();
        right_of();
        list();
        joined();
    }

private:
    void say(std::string_view what, Parts parts = {}) { sink_.add(what, parts, {type_}); }

    // Once for the type and once for all: what a name's borders look like does not depend on its kind.
    void share(std::string_view what, Parts parts) { sink_.add(what, parts, {type_, "*"}); }

    // For what may come up several times in one name.
    void share_once(std::string_view what, std::string_view value) {
        const std::pair<std::string_view, std::string_view> feature{what, value};
        if (std::find(told_.begin(), told_.end(), feature) != told_.end()) return;
        told_.push_back(feature);
        share(what, {value});
    }

    [[nodiscard]] const Unit* before() const { return candidate_.first > 0 ? &units_[candidate_.first - 1] : nullptr; }
    [[nodiscard]] const Unit* after() const {
        return candidate_.last + 1 < units_.size() ? &units_[candidate_.last + 1] : nullptr;
    }

    static std::string_view class_of(const Unit* unit) {
        if (unit == nullptr) return "edge";
        if (unit->role == Role::cue) return id(unit->cue.frame);
        if (unit->role == Role::content) return id(unit->tag);
        return role_id(unit->role);
    }
    static std::string_view word_of(const Unit* unit) { return unit == nullptr ? "edge" : unit->text; }

    void name_itself() {
        say("type");
        say("head", {candidate_.head.word});
        say("sources", {rule_});
        const Unit& first = units_[candidate_.first];
        const Unit& last = units_[candidate_.last];
        share("first-tag", {class_of(&first)});
        share("last-tag", {class_of(&last)});
        share("first-word", {first.text});
        share("last-word", {last.text});
        if (candidate_.last > candidate_.first) {
            say("last-two", {units_[candidate_.last - 1].text, last.text});
            share("tags", {class_of(&first), class_of(&last), bucket(candidate_.last - candidate_.first + 1)});
            share("second-tag", {class_of(&units_[candidate_.first + 1])});
        } else {
            say("single", {class_of(&first)});
        }
        share("length", {bucket(count_code_points(slice(text_, candidate_.span)))});
        agreement_ = candidate_.head.word.empty()                ? "none"
                     : !candidate_.head.usual                    ? "open"
                     : *candidate_.head.usual == candidate_.type ? "usual"
                                                                 : "unusual";
        share("agrees", {agreement_});
        say("agrees-sources", {agreement_, rule_});
        const bool framed = object_types(first.frame).has(candidate_.type);
        const bool listed = last.list != no_index && all_.lists[last.list].head.types.has(candidate_.type);
        say("agrees-all", {agreement_, framed ? "framed" : id(first.frame),
                           last.list == no_index ? "single"
                           : listed              ? "listed"
                                                 : "other"});
        // The same for all types: the first value stands where the type does.
        sink_.add("agrees-any",
                  {framed ? "framed" : "free", last.list == no_index ? "single"
                                               : listed              ? "listed"
                                                                     : "other"},
                  {agreement_});
        say("head-length", {candidate_.head.word, bucket(candidate_.last - candidate_.first + 1)});
    }

    void shape() {
        const Unit& first = units_[candidate_.first];
        const Unit& last = units_[candidate_.last];
        const bool opens = first.role == Role::open_quote;
        const bool closes = last.role == Role::close_quote;
        std::string_view quoted = "no";
        if (opens && first.partner == candidate_.last)
            quoted = "whole";
        else if (opens)
            quoted = "begins";
        else if (closes)
            quoted = "ends";
        bool name = false;
        bool half = false;
        unsigned joints = 0;
        unsigned verbs = 0;
        for (std::uint32_t i = candidate_.first; i <= candidate_.last; ++i) {
            const Unit& unit = units_[i];
            if (quoted == "no" && unit.role == Role::open_quote) quoted = "inside";
            half = half ||
                   ((unit.role == Role::open_quote || unit.role == Role::close_quote ||
                     unit.role == Role::open_bracket || unit.role == Role::close_bracket) &&
                    (unit.partner == no_index || unit.partner < candidate_.first || unit.partner > candidate_.last));
            name = name || is_name_tag(unit.tag);
            if (unit.role != Role::content && unit.role != Role::number) share_once("has", role_id(unit.role));
            if (unit.role == Role::content && i != candidate_.first && i != candidate_.last)
                share_once("inner", unit.text);
            joints += static_cast<unsigned>(unit.role == Role::enumeration || unit.role == Role::conjunction ||
                                            unit.role == Role::de);
            verbs += static_cast<unsigned>(unit.tag == Tag::v);
        }
        share("quoted", {quoted, opens && units_[candidate_.first].text == "《" ? "book" : ""});
        say("quoted-head", {quoted, candidate_.head.word});
        if (half) say("half");
        share("name-inside", {name ? "yes" : "no"});
        say("name-head", {name ? "yes" : "no", candidate_.head.word});
        share("joints", {bucket(joints)});
        share("verbs", {bucket(verbs)});
        quoted_ = quoted;
        named_ = name;
    }

    void left_of() {
        const Unit* left = before();
        left_ = class_of(left);
        share("left", {left_});
        share("left-word", {word_of(left)});
        say("left-head", {left_, candidate_.head.word});
        share("left-quoted", {left_, quoted_});
        std::uint32_t leftover = 0;
        for (std::uint32_t i = candidate_.first; i > 0 && units_[i - 1].role == Role::content && leftover < 4; --i)
            ++leftover;
        share("leftover-left", {bucket(leftover)});
        static constexpr std::string_view titles =
            "市长 区长 县长 镇长 书记 总书记 主席 总理 董事长 总经理 主任 局长 院长 校长 会长 代表 省长 同志";
        if (candidate_.type == EntityType::person) {
            const bool led =
                left != nullptr && left->text.size() >= 6 && titles.find(left->text) != std::string_view::npos;
            const Unit* right = after();
            const bool followed =
                right != nullptr && right->text.size() >= 6 && titles.find(right->text) != std::string_view::npos;
            say("title", {led || followed ? "yes" : "no"});
        }
        share("first-left", {left_, class_of(&units_[candidate_.first])});
        if (left != nullptr && left->role == Role::number && candidate_.first > 1)
            share("number-left", {word_of(&units_[candidate_.first - 2])});
        const Unit& first = units_[candidate_.first];
        const std::string_view chained = left != nullptr && left->role == Role::cue ? "direct" : "far";
        say("frame", {id(first.frame), chained});
        say("frame-head", {id(first.frame), candidate_.head.word});
        say("governor", {first.governor});
        say("governor-direct", {chained, first.governor});
    }

    void right_of() {
        const Unit* right = after();
        right_ = class_of(right);
        share("right", {right_});
        share("right-word", {word_of(right)});
        say("right-head", {right_, candidate_.head.word});
        share("right-quoted", {right_, quoted_});
        share("last-right", {class_of(&units_[candidate_.last]), right_});
        if (right != nullptr && right->role == Role::content) {
            const Unit* next = candidate_.last + 2 < units_.size() ? &units_[candidate_.last + 2] : nullptr;
            share("right-two", {right->text, class_of(next)});
        }
        std::uint32_t leftover = 0;
        for (std::uint32_t i = candidate_.last + 1;
             i < units_.size() && units_[i].role == Role::content && leftover < 4; ++i)
            ++leftover;
        share("leftover-right", {bucket(leftover)});
        // What is said of it: the verb that follows in the clause.
        for (std::uint32_t i = candidate_.last + 1; i < units_.size() && i < candidate_.last + 6; ++i) {
            if (units_[i].role == Role::comma) break;
            if (units_[i].role != Role::cue) continue;
            share("verb-right", {id(units_[i].cue.frame)});
            say("verb-right-word", {units_[i].text});
            break;
        }
    }

    void list() {
        const Unit& last = units_[candidate_.last];
        if (last.list == no_index) return;
        const ListHead& head = all_.lists[last.list];
        const bool whole_item =
            (left_ == "list" || left_ == "and" || before() == nullptr || before()->role == Role::cue ||
             before()->role == Role::comma || before()->role == Role::close_quote) &&
            (right_ == "list" || right_ == "and" || right_ == "deng" || right_ == "open");
        const std::string_view item = whole_item ? "item" : "part";
        share("list", {item, head.head.types.has(candidate_.type) ? "same" : "other"});
        say("list-head", {item, head.head.word});
        say("list-text", {item, head.text});
    }

    // Conditions together that decide more than each alone.
    void joined() {
        share("both", {left_, right_});
        share("agrees-both", {agreement_, left_, right_});
        share("agrees-shape", {agreement_, quoted_, named_ ? "named" : "plain", left_});
        share("agrees-governor", {agreement_, units_[candidate_.first].governor});
        say("both-sources", {left_, right_, rule_});
        share("both-quoted", {quoted_, named_ ? "named" : "plain", left_});
        say("frame-right", {id(units_[candidate_.first].frame), right_, candidate_.head.word});
    }

    const Candidate& candidate_;
    std::string_view text_;
    const Units& all_;
    const std::vector<Unit>& units_;
    Sink& sink_;
    std::string_view type_;
    std::string rule_;
    std::string_view left_;
    std::string_view right_;
    std::string_view quoted_;
    std::string_view agreement_;
    bool named_ = false;
    std::vector<std::pair<std::string_view, std::string_view>> told_;
};

// Joins the parts to a line of text: what it is about, the type, the values.
struct LineSink {
    const FeatureVisitor& visit;
    std::string line;
    void add(std::string_view what, Parts parts, Parts types) {
        for (const std::string_view type : types) {
            line.assign(what);
            line += ' ';
            line += type;
            for (const std::string_view part : parts) {
                line += ' ';
                line += part;
            }
            visit(line);
        }
    }
};

// Hashes the parts, so that no text is put together: scoring is most of the recogniser's time.
struct KeySink {
    std::vector<FeatureKey>& keys;
    void add(std::string_view what, Parts parts, Parts types) {
        FeatureHash common(what);
        for (const std::string_view part : parts) common.add(part);
        for (const std::string_view type : types) {
            FeatureHash hash = common;
            hash.add(type);
            keys.push_back(hash.key());
        }
    }
};

}  // namespace

void visit_features(const Candidate& candidate, std::string_view text, const Units& units,
                    const FeatureVisitor& visit) {
    LineSink sink{visit, {}};
    Describer<LineSink>(candidate, text, units, sink).describe();
}

void collect_features(const Candidate& candidate, std::string_view text, const Units& units,
                      std::vector<FeatureKey>& keys) {
    keys.clear();
    KeySink sink{keys};
    Describer<KeySink>(candidate, text, units, sink).describe();
}

FeatureKey feature_key(std::string_view line) {
    const std::size_t what = std::min(line.find(' '), line.size());
    const std::size_t type = std::min(line.find(' ', what + 1), line.size());
    FeatureHash hash(line.substr(0, what));
    for (std::size_t end = type; end < line.size();) {
        const std::size_t begin = end + 1;
        end = std::min(line.find(' ', begin), line.size());
        hash.add(line.substr(begin, end - begin));
    }
    hash.add(line.substr(std::min(what + 1, type), type - std::min(what + 1, type)));
    return hash.key();
}

}  // namespace guanxi
