#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/schema.hpp"

namespace guanxi {

/// What a name's last word says of its kind: the longest entry of the table that `text` ends with.
struct HeadWord {
    std::string_view word;  ///< empty if none fits
    TypeSet types;
    std::optional<EntityType> usual;  ///< the kind that it most often means, if one does
};
[[nodiscard]] HeadWord head_word(std::string_view text);

/// What a verb does with its object.
enum class Frame : std::uint8_t { none, implement, issue, build, develop, receive, hold, attract, support, happen };
[[nodiscard]] std::string_view id(Frame frame);

/// A verb that takes a name as its object (or, for `happen`, as its subject).
struct CueVerb {
    std::string_view word;
    Frame frame = Frame::none;
    bool firm = false;  ///< a verb wherever it stands; others (培育, 创新) are often part of a name
};
/// The longest cue verb that `text` begins with; empty word if none.
[[nodiscard]] CueVerb cue_verb(std::string_view text);

/// The kinds that the object of a verb may have when its own words do not say it.
[[nodiscard]] TypeSet object_types(Frame frame);

/// Whether the word only carries the verb (推进…建设, …工作): a name may end before it.
[[nodiscard]] bool is_light_tail(std::string_view word);

}  // namespace guanxi
