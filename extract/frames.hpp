#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/schema.hpp"
#include "core/span.hpp"

namespace guanxi {

/// Where the thing stands that a cue speaks about: 建设X (behind the cue) or X建成 (before it).
enum class Side : std::uint8_t { behind, before };

/// A verb frame: a cue word, the relation it tells of a thing of these kinds, and what it says of the status.
struct Frame {
    std::string_view cue;
    Predicate predicate = Predicate::related_to;
    TypeSet things;
    Side side = Side::behind;
    Status aspect = Status::none;  ///< of the cue itself: 建成 is done, 加快建设 ongoing, 争创 planned
};

/// A cue found in a text, with all its frames.
struct Cue {
    Span span;
    const std::vector<Frame>* frames = nullptr;

    /// The frame for a thing of this kind on this side, or null.
    [[nodiscard]] const Frame* frame(EntityType type, Side side) const;
};

/// The longest cue that begins at `offset`, with `frames` null if there is none.
[[nodiscard]] Cue cue_at(std::string_view text, std::uint32_t offset);

/// All frames, for documentation and tests.
[[nodiscard]] const std::vector<Frame>& all_frames();

}  // namespace guanxi
