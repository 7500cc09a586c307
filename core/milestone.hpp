#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guanxi {

/// How far a sentence says that a thing is: not said; given or giving a title (for a title, that it is won; for all
/// else, nothing); prepared or striven for, started, being worked on, its main part standing, completed.
enum class Milestone : std::uint8_t { none, honoured, prepared, started, advanced, topped_out, completed };
[[nodiscard]] std::string_view id(Milestone milestone);
[[nodiscard]] std::string_view label_zh(Milestone milestone);

/// What the clause of `sentence` in which one of `names` stands says of it: the nearest word that tells a milestone,
/// behind the name before in front of it (推动甲建成 tells completed); of several places the furthest. `none` if no
/// name or no such word is there, or the name is but the beginning of another one. `names` are spelled as in the
/// sentence; of the first, where none is there, the longest beginning counts.
[[nodiscard]] Milestone milestone_in(std::string_view sentence, std::span<const std::string> names);

/// The clause of `sentence` in which one of `names` stands, with its neighbours as far as `most` code points allow;
/// what is cut off is an ellipsis. The beginning of the sentence if no name stands in it.
[[nodiscard]] std::string excerpt(std::string_view sentence, std::span<const std::string> names, std::size_t most);

}  // namespace guanxi
