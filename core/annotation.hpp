#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.hpp"
#include "core/fact.hpp"
#include "core/span.hpp"

namespace guanxi {

/// The tagger's part of speech and names, as in the tag set of LAC: n noun, v verb, m number, nz other proper noun, w
/// punctuation, per, loc, org and time for names, …; `o` where the tagger says nothing.
enum class Tag : std::uint8_t {
    o,
    a,
    ad,
    an,
    c,
    d,
    f,
    m,
    n,
    nr,
    ns,
    nt,
    nw,
    nz,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    vd,
    vn,
    w,
    xc,
    loc,
    org,
    per,
    time
};
inline constexpr std::size_t tag_count = 29;

/// The tag as the model writes it: `n`, `vn`, `ORG`.
[[nodiscard]] std::string_view id(Tag tag);

/// What a section speaks about: what was done, what is to be done.
enum class Stance : std::uint8_t { unknown, review, outlook };
[[nodiscard]] std::string_view id(Stance stance);

/// A heading and the text below it. The sections of a document tile its text.
struct Section {
    Span heading;  ///< empty for the head of the document, and where the text turns to another time without a heading
    Span body;     ///< from the heading's end to the next heading
    Stance stance = Stance::unknown;
    std::string time;  ///< `2022`, a range `2021/2025` (今后五年), for the head the document's day; empty if unknown
};

/// A word of a sentence. Tokens tile the sentence, but for blanks between them.
struct Token {
    Span span;
    Tag tag = Tag::o;
};

/// A sentence: from behind the last `。！？` or line break to the next, the mark included, without blanks at its ends.
struct Sentence {
    Span span;
    std::uint32_t section = 0;  ///< index into the sections
    std::vector<Token> tokens;
};

/// Index of a mention within an Extraction.
using MentionIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = ~std::uint32_t{0};

/// A place in the text that stands for an entity.
struct Mention {
    Span span;
    EntityType type = EntityType::district;
    std::string name;                 ///< what it stands for: the text without quotation marks, elided heads restored
    std::string rule;                 ///< the rule, lexicon or tagger that found it
    double confidence = 0;            ///< 0 to 1
    std::uint32_t sentence = 0;       ///< index into the sentences
    std::uint32_t entity = no_index;  ///< index into the entities, set by resolution
};

/// A relation as read from one sentence.
struct Relation {
    MentionIndex subject = 0;
    MentionIndex object = 0;
    Predicate predicate = Predicate::related_to;
    Qualifiers qualifiers;
    Span evidence;  ///< the sentence, or the run of clauses, that says it
    std::string rule;
    double confidence = 0;
};

/// A quantity as read from one sentence.
struct Measurement {
    MentionIndex subject = 0;
    std::string indicator;
    Quantity quantity;
    Qualifiers qualifiers;
    Span number;  ///< where the number stands, or the rank
    Span evidence;
    std::string rule;
    double confidence = 0;
};

/// All that was read from one document. Indices are into the lists beside them.
struct Extraction {
    Document document;
    std::vector<Section> sections;
    std::vector<Sentence> sentences;
    std::vector<Mention> mentions;  ///< sorted by span; the document's own district may stand first with an empty span
    std::vector<Entity> entities;   ///< what the mentions stand for, in order first seen
    std::vector<Relation> relations;
    std::vector<Measurement> measurements;
};

}  // namespace guanxi
