#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/span.hpp"

namespace guanxi {

/// A place in a ranking: 居全国第4位.
struct Rank {
    Span span;  ///< from the verb to the end
    std::int64_t rank = 0;
    std::string scope;  ///< among whom: 全国; empty if it stands elsewhere
    std::string list;   ///< the list itself, if the scope stands in its name: …百强榜
};

/// The first ranking within `part` of `text`. 居前列 and the like give no figure, and are none.
[[nodiscard]] std::optional<Rank> find_rank(std::string_view text, Span part);

/// The group that a phrase about a ranking begins with: 全球 of 全球科技集群排名, 27个省会城市 of 在27个省会城市中.
[[nodiscard]] std::string leading_scope(std::string_view phrase);

}  // namespace guanxi
