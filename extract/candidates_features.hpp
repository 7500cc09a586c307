#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "extract/candidates.hpp"

namespace guanxi {

/// FNV-1a, 64 bits: short keys, and the same everywhere.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return value;
}

/// A part of a feature: a word, or a constant whose hash is known when it is compiled.
struct FeaturePart {
    std::string_view text;
    std::uint64_t hash = 0;

    constexpr FeaturePart() : FeaturePart(std::string_view()) {}
    consteval FeaturePart(const char* literal) : text(literal), hash(hash_text(literal)) {}
    constexpr explicit FeaturePart(std::string_view word) : text(word), hash(hash_text(word)) {}
    constexpr FeaturePart(std::string_view word, std::uint64_t known) : text(word), hash(known) {}
};

/// The key of a feature without its type: of its name and its parts, in order.
class FeatureHash {
public:
    constexpr explicit FeatureHash(std::uint64_t name) : value_(name) {}
    constexpr void add(std::uint64_t part) {
        value_ = (value_ ^ part) * 0x9E3779B97F4A7C15ULL;
        value_ ^= value_ >> 29U;
    }
    [[nodiscard]] constexpr std::uint64_t key() const { return value_; }

private:
    std::uint64_t value_;
};

/// What the features of one span have in common for all kinds that it may be of.
struct SpanView {
    FeaturePart left;
    FeaturePart right;
    FeaturePart quoted;
    FeaturePart named;
    FeaturePart item;  ///< whether it is a whole name of a list; empty outside of lists
};

/// The parts that recur, by their number.
[[nodiscard]] const FeaturePart& frame_part(Frame frame);
[[nodiscard]] const FeaturePart& sources_part(Sources sources);
[[nodiscard]] const FeaturePart& count_part(std::size_t count);
[[nodiscard]] FeaturePart class_part(const Unit* unit);
/// The class of its word; `class_part` if it has none.
[[nodiscard]] FeaturePart kin_part(const Unit* unit);
[[nodiscard]] FeaturePart word_part(const Unit* unit);

/// Tells a sink the features of candidates. A sink has `say(FeaturePart name, std::initializer_list<FeaturePart>)`.
template <typename Sink>
class Describer {
public:
    Describer(std::string_view text, const Units& units, Sink& sink)
        : text_(text), all_(units), units_(units.units), sink_(sink) {}

    /// The features of all candidates that begin with this unit: how it begins, what stands before it, the verb that
    /// governs it, and how much of its noun phrase stands before it.
    void describe_start(std::uint32_t at) {
        const Unit& first = units_[at];
        const Unit* left = at > 0 ? &first - 1 : nullptr;
        sink_.say("first-tag", {class_part(&first)});
        sink_.say("first-word", {word_part(&first)});
        sink_.say("first-kin", {kin_part(&first)});
        sink_.say("left", {class_part(left)});
        sink_.say("left-word", {word_part(left)});
        sink_.say("left-kin", {kin_part(left)});
        if (at > 1) {
            sink_.say("left-two", {word_part(left - 1), word_part(left)});
            sink_.say("left-classes", {class_part(left - 1), class_part(left)});
            if (left->role == Role::number) sink_.say("number-left", {word_part(left - 1)});
        }
        sink_.say("left-first", {word_part(left), word_part(&first)});
        sink_.say("left-first-kin", {kin_part(left), kin_part(&first)});
        sink_.say("first-left", {class_part(left), class_part(&first)});
        std::size_t leftover = 0;
        for (std::uint32_t i = at; i > 0 && units_[i - 1].role == Role::content && leftover < 4; --i) ++leftover;
        sink_.say("leftover-left", {count_part(leftover)});
        const FeaturePart chained =
            left != nullptr && left->role == Role::cue ? FeaturePart("direct") : FeaturePart("far");
        const FeaturePart governor(first.governor);
        sink_.say("frame", {frame_part(first.frame), chained});
        sink_.say("governor", {governor});
        sink_.say("governor-direct", {chained, governor});
    }

    /// The features of all candidates that end with this unit: how it ends, what stands behind it, how the noun phrase
    /// goes on, and the verb that follows in the clause.
    void describe_end(std::uint32_t at) {
        const Unit& last = units_[at];
        const Unit* right = at + 1 < units_.size() ? &last + 1 : nullptr;
        sink_.say("last-tag", {class_part(&last)});
        sink_.say("last-word", {word_part(&last)});
        sink_.say("last-kin", {kin_part(&last)});
        sink_.say("right", {class_part(right)});
        sink_.say("right-word", {word_part(right)});
        sink_.say("right-kin", {kin_part(right)});
        sink_.say("last-right-words", {word_part(&last), word_part(right)});
        sink_.say("last-right-kin", {kin_part(&last), kin_part(right)});
        sink_.say("last-right", {class_part(&last), class_part(right)});
        if (right != nullptr && right->role == Role::content) {
            const Unit* next = at + 2 < units_.size() ? right + 1 : nullptr;
            sink_.say("right-two", {word_part(right), class_part(next)});
        }
        std::size_t leftover = 0;
        for (std::uint32_t i = at + 1; i < units_.size() && units_[i].role == Role::content && leftover < 4; ++i)
            ++leftover;
        sink_.say("leftover-right", {count_part(leftover)});
        for (std::uint32_t i = at + 1; i < units_.size() && i < at + 6; ++i) {
            if (units_[i].role == Role::comma) break;
            if (units_[i].role != Role::cue) continue;
            sink_.say("verb-right", {frame_part(units_[i].cue.frame)});
            sink_.say("verb-right-word", {word_part(&units_[i])});
            break;
        }
    }

    /// The other features that do not depend on the kind.
    SpanView describe_span(const Candidate& candidate) {
        const SpanView view = look(candidate);
        name_itself(candidate);
        borders(candidate, view);
        if (!view.item.text.empty()) {
            const ListHead& head = all_.lists[units_[candidate.last].list];
            sink_.say("list-head", {view.item, FeaturePart(head.head.word)});
            sink_.say("list-text", {view.item, FeaturePart(head.text)});
        }
        return view;
    }

    /// The features of one kind.
    void describe_type(const Candidate& candidate, const SpanView& view) {
        const Unit& first = units_[candidate.first];
        const Unit& last = units_[candidate.last];
        const FeaturePart& sources = sources_part(candidate.sources);
        const FeaturePart agreement = agreement_of(candidate);
        const bool framed = object_types(first.frame).has(candidate.type);
        const bool listed = last.list != no_index && all_.lists[last.list].head.types.has(candidate.type);
        const FeaturePart in_list = last.list == no_index ? FeaturePart("single")
                                    : listed              ? FeaturePart("listed")
                                                          : FeaturePart("other");
        sink_.say("type", {});
        sink_.say("sources", {sources});
        sink_.say("agrees", {agreement});
        sink_.say("agrees-sources", {agreement, sources});
        sink_.say("agrees-all", {agreement, framed ? FeaturePart("framed") : frame_part(first.frame), in_list});
        sink_.say("agrees-any", {agreement, framed ? FeaturePart("framed") : FeaturePart("free"), in_list});
        sink_.say("agrees-both", {agreement, view.left, view.right});
        sink_.say("agrees-shape", {agreement, view.quoted, view.named, view.left});
        sink_.say("agrees-governor", {agreement, FeaturePart(first.governor)});
        sink_.say("both-sources", {view.left, view.right, sources});
        if (!view.item.text.empty())
            sink_.say("list", {view.item, listed ? FeaturePart("same") : FeaturePart("other")});
        if (candidate.type == EntityType::person) {
            const bool titled = is_title(before(candidate)) || is_title(after(candidate));
            sink_.say("title", {titled ? FeaturePart("yes") : FeaturePart("no")});
        }
    }

private:
    [[nodiscard]] const Unit* before(const Candidate& candidate) const {
        return candidate.first > 0 ? &units_[candidate.first - 1] : nullptr;
    }
    [[nodiscard]] const Unit* after(const Candidate& candidate) const {
        return candidate.last + 1 < units_.size() ? &units_[candidate.last + 1] : nullptr;
    }

    static bool is_title(const Unit* unit) {
        static constexpr std::string_view titles =
            "市长 区长 县长 镇长 书记 总书记 主席 总理 董事长 总经理 主任 局长 院长 校长 会长 代表 省长 同志";
        return unit != nullptr && unit->text.size() >= 6 && titles.find(unit->text) != std::string_view::npos;
    }

    static FeaturePart agreement_of(const Candidate& candidate) {
        if (candidate.head.word.empty()) return "none";
        if (!candidate.head.usual) return "open";
        return *candidate.head.usual == candidate.type ? FeaturePart("usual") : FeaturePart("unusual");
    }

    // Quotation marks around or inside, names inside, and what stands beside.
    SpanView look(const Candidate& candidate) const {
        const Unit& first = units_[candidate.first];
        SpanView view{.left = class_part(before(candidate)),
                      .right = class_part(after(candidate)),
                      .quoted = "no",
                      .named = "plain",
                      .item = {}};
        bool quote_inside = false;
        bool named = false;
        for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
            quote_inside = quote_inside || units_[i].role == Role::open_quote;
            named = named || is_name_tag(units_[i].tag);
        }
        if (named) view.named = "named";
        if (first.role == Role::open_quote) {
            view.quoted = first.partner == candidate.last ? FeaturePart("whole") : FeaturePart("begins");
        } else if (units_[candidate.last].role == Role::close_quote) {
            view.quoted = "ends";
        } else if (quote_inside) {
            view.quoted = "inside";
        }
        if (units_[candidate.last].list != no_index)
            view.item = is_item(candidate) ? FeaturePart("item") : FeaturePart("part");
        return view;
    }

    [[nodiscard]] bool is_item(const Candidate& candidate) const {
        const Unit* left = before(candidate);
        const Unit* right = after(candidate);
        const bool begins = left == nullptr || left->role == Role::enumeration || left->role == Role::conjunction ||
                            left->role == Role::cue || left->role == Role::comma || left->role == Role::close_quote;
        return begins && right != nullptr &&
               (right->role == Role::enumeration || right->role == Role::conjunction || right->role == Role::list_end ||
                right->role == Role::open_quote);
    }

    void name_itself(const Candidate& candidate) {
        const Unit& first = units_[candidate.first];
        const Unit& last = units_[candidate.last];
        const FeaturePart& width = count_part(candidate.last - candidate.first + 1);
        const FeaturePart head(candidate.head.word);
        sink_.say("head", {head});
        if (candidate.last > candidate.first) {
            sink_.say("last-two", {word_part(&last - 1), word_part(&last)});
            sink_.say("last-two-kin", {kin_part(&last - 1), kin_part(&last)});
            sink_.say("tags", {class_part(&first), class_part(&last), width});
            sink_.say("second-tag", {class_part(&first + 1)});
        } else {
            sink_.say("single", {class_part(&first)});
        }
        std::size_t length = 0;
        for (const char c : slice(text_, candidate.span))
            length += static_cast<std::size_t>((static_cast<unsigned char>(c) & 0xC0U) != 0x80U);
        sink_.say("length", {count_part(length)});
        sink_.say("head-length", {head, width});
        inside(candidate);
    }

    void inside(const Candidate& candidate) {
        std::uint32_t roles = 0;
        std::size_t joints = 0;
        std::size_t verbs = 0;
        for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
            const Unit& unit = units_[i];
            roles |= 1U << static_cast<unsigned>(unit.role);
            joints += static_cast<std::size_t>(unit.role == Role::enumeration || unit.role == Role::conjunction ||
                                               unit.role == Role::de);
            verbs += static_cast<std::size_t>(unit.tag == Tag::v);
            if (unit.role != Role::content || i == candidate.first || i == candidate.last) continue;
            bool again = false;  // a word counts once
            for (std::uint32_t k = candidate.first + 1; k < i; ++k)
                again = again || (units_[k].hash == unit.hash && units_[k].role == Role::content);
            if (again) continue;
            sink_.say("inner", {word_part(&unit)});
            sink_.say("inner-kin", {kin_part(&unit)});
        }
        roles &= ~((1U << static_cast<unsigned>(Role::content)) | (1U << static_cast<unsigned>(Role::number)));
        for (unsigned role = 0; roles != 0; ++role, roles >>= 1U) {
            if ((roles & 1U) != 0) sink_.say("has", {role_part(static_cast<Role>(role))});
        }
        sink_.say("joints", {count_part(joints)});
        sink_.say("verbs", {count_part(verbs)});
    }

    static const FeaturePart& role_part(Role role);

    void borders(const Candidate& candidate, const SpanView& view) {
        const FeaturePart head(candidate.head.word);
        const bool book = units_[candidate.first].text == "《";
        sink_.say("quoted", {view.quoted, book ? FeaturePart("book") : FeaturePart("")});
        sink_.say("quoted-head", {view.quoted, head});
        sink_.say("name-inside", {view.named});
        sink_.say("name-head", {view.named, head});
        sink_.say("left-head", {view.left, head});
        sink_.say("left-quoted", {view.left, view.quoted});
        sink_.say("right-head", {view.right, head});
        sink_.say("right-quoted", {view.right, view.quoted});
        sink_.say("both", {view.left, view.right});
        sink_.say("both-quoted", {view.quoted, view.named, view.left});
        sink_.say("frame-head", {frame_part(units_[candidate.first].frame), head});
        sink_.say("frame-right", {frame_part(units_[candidate.first].frame), view.right, head});
    }

    std::string_view text_;
    const Units& all_;
    const std::vector<Unit>& units_;
    Sink& sink_;
};

/// By the number of the role.
[[nodiscard]] const FeaturePart& part_of_role(Role role);

template <typename Sink>
const FeaturePart& Describer<Sink>::role_part(Role role) {
    return part_of_role(role);
}

}  // namespace guanxi
