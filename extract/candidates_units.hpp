#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotation.hpp"
#include "extract/head_words.hpp"
#include "extract/word_classes.hpp"

namespace guanxi {

/// What a unit of a sentence does to the names around it.
enum class Role : std::uint8_t {
    content,      ///< may be part of a name
    comma,        ///< ends a clause
    enumeration,  ///< 、
    open_quote,
    close_quote,
    open_bracket,
    close_bracket,
    joint,        ///< + · — / between parts of one name
    de,           ///< 的
    conjunction,  ///< 和 与 及
    number,
    time,
    cue,       ///< a verb that governs what follows
    list_end,  ///< 等
    function   ///< adverbs, prepositions, particles, pronouns
};

/// The head of a list: what follows 等 in X、Y等N家企业.
struct ListHead {
    HeadWord head;
    std::string_view text;  ///< without number: 城中村改造项目
    Span span;
    bool telling = false;  ///< says more than 重大项目: the names of the list have it as their head
};

/// The head that the last name of an enumeration has for all: 通电、通气、通桥项目.
struct SharedHead {
    HeadWord head;
    std::uint32_t last = 0;  ///< the unit that it ends
};

/// A token as the rules see it.
struct Unit {
    Span span;
    std::string_view text;
    std::uint64_t hash = 0;  ///< of the text
    Tag tag = Tag::o;
    std::uint16_t word_class = 0;  ///< 0 for none
    Role role = Role::content;
    CueVerb cue;                       ///< for a governing verb, and for one inside of a name
    Frame frame = Frame::none;         ///< of the verb that governs here
    std::string_view governor;         ///< that verb
    std::uint32_t partner = no_index;  ///< of a quotation mark or bracket
    std::uint32_t list = no_index;     ///< index into the list heads
    std::uint32_t shared = no_index;   ///< index into the shared heads
    bool joined = false;               ///< a verb of several tokens
    bool counted = false;              ///< a number with a classifier: 22个, 117家
};

/// A sentence cut into units, in order.
struct Units {
    std::vector<Unit> units;
    std::vector<ListHead> lists;
    std::vector<SharedHead> shared;
};

/// Reads the roles of the tokens of a sentence: governing verbs, quotation marks, enumerations with their heads.
[[nodiscard]] Units read_units(std::string_view text, const Sentence& sentence);

/// Says of each unit which class of words it is of.
void set_classes(Units& units, const WordClasses& classes);

/// Whether the tagger calls it a name.
[[nodiscard]] bool is_name_tag(Tag tag);

}  // namespace guanxi
