#include <algorithm>
#include <initializer_list>

#include "core/utf8.hpp"
#include "extract/candidates.hpp"

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

class Describer {
public:
    Describer(const Candidate& candidate, std::string_view text, const Units& units, const FeatureVisitor& visit)
        : candidate_(candidate),
          text_(text),
          all_(units),
          units_(units.units),
          visit_(visit),
          type_(info(candidate.type).id) {}

    void describe() {
        name_itself();
        shape();
        left_of();
        right_of();
        list();
        joined();
    }

private:
    // Joins the parts to one feature that begins with the type.
    void say(std::string_view what, std::initializer_list<std::string_view> parts = {}) {
        buffer_.assign(what);
        buffer_ += ' ';
        buffer_ += type_;
        for (const std::string_view part : parts) {
            buffer_ += ' ';
            buffer_ += part;
        }
        visit_(buffer_);
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
        say("sources", {rule_id(candidate_)});
        const Unit& first = units_[candidate_.first];
        const Unit& last = units_[candidate_.last];
        say("first-tag", {class_of(&first)});
        say("last-tag", {class_of(&last)});
        say("first-word", {first.text});
        say("last-word", {last.text});
        if (candidate_.last > candidate_.first) {
            say("last-two", {units_[candidate_.last - 1].text, last.text});
            say("tags", {class_of(&first), class_of(&last), bucket(candidate_.last - candidate_.first + 1)});
            say("second-tag", {class_of(&units_[candidate_.first + 1])});
        } else {
            say("single", {class_of(&first)});
        }
        say("length", {bucket(count_code_points(slice(text_, candidate_.span)))});
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
            if (unit.role != Role::content && unit.role != Role::number) say("has", {role_id(unit.role)});
            if (unit.role == Role::content && i != candidate_.first && i != candidate_.last) say("inner", {unit.text});
            joints += static_cast<unsigned>(unit.role == Role::enumeration || unit.role == Role::conjunction ||
                                            unit.role == Role::de);
            verbs += static_cast<unsigned>(unit.tag == Tag::v);
        }
        say("quoted", {quoted, opens && units_[candidate_.first].text == "《" ? "book" : ""});
        say("quoted-head", {quoted, candidate_.head.word});
        if (half) say("half");
        say("name-inside", {name ? "yes" : "no"});
        say("name-head", {name ? "yes" : "no", candidate_.head.word});
        say("joints", {bucket(joints)});
        say("verbs", {bucket(verbs)});
        quoted_ = quoted;
        named_ = name;
    }

    void left_of() {
        const Unit* left = before();
        left_ = class_of(left);
        say("left", {left_});
        say("left-word", {word_of(left)});
        say("left-head", {left_, candidate_.head.word});
        say("left-quoted", {left_, quoted_});
        std::uint32_t leftover = 0;
        for (std::uint32_t i = candidate_.first; i > 0 && units_[i - 1].role == Role::content && leftover < 4; --i)
            ++leftover;
        say("leftover-left", {bucket(leftover)});
        say("first-left", {left_, class_of(&units_[candidate_.first])});
        if (left != nullptr && left->role == Role::number && candidate_.first > 1)
            say("number-left", {word_of(&units_[candidate_.first - 2])});
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
        say("right", {right_});
        say("right-word", {word_of(right)});
        say("right-head", {right_, candidate_.head.word});
        say("right-quoted", {right_, quoted_});
        say("last-right", {class_of(&units_[candidate_.last]), right_});
        if (right != nullptr && right->role == Role::content) {
            const Unit* next = candidate_.last + 2 < units_.size() ? &units_[candidate_.last + 2] : nullptr;
            say("right-two", {right->text, class_of(next)});
        }
        std::uint32_t leftover = 0;
        for (std::uint32_t i = candidate_.last + 1;
             i < units_.size() && units_[i].role == Role::content && leftover < 4; ++i)
            ++leftover;
        say("leftover-right", {bucket(leftover)});
        // What is said of it: the verb that follows in the clause.
        for (std::uint32_t i = candidate_.last + 1; i < units_.size() && i < candidate_.last + 6; ++i) {
            if (units_[i].role == Role::comma) break;
            if (units_[i].role != Role::cue) continue;
            say("verb-right", {id(units_[i].cue.frame)});
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
        say("list", {item, head.head.types.has(candidate_.type) ? "same" : "other"});
        say("list-head", {item, head.head.word});
        say("list-text", {item, head.text});
    }

    // Conditions together that decide more than each alone.
    void joined() {
        say("both", {left_, right_});
        say("both-sources", {left_, right_, rule_id(candidate_)});
        say("both-quoted", {quoted_, named_ ? "named" : "plain", left_});
        say("frame-right", {id(units_[candidate_.first].frame), right_, candidate_.head.word});
    }

    const Candidate& candidate_;
    std::string_view text_;
    const Units& all_;
    const std::vector<Unit>& units_;
    const FeatureVisitor& visit_;
    std::string_view type_;
    std::string_view left_;
    std::string_view right_;
    std::string_view quoted_;
    bool named_ = false;
    std::string buffer_;
};

}  // namespace

void visit_features(const Candidate& candidate, std::string_view text, const Units& units,
                    const FeatureVisitor& visit) {
    Describer(candidate, text, units, visit).describe();
}

}  // namespace guanxi
