#pragma once

#include <optional>
#include <string_view>

#include "core/schema.hpp"

namespace guanxi {

/// Which way a value went.
enum class Turn : std::uint8_t { none, up, down };

/// Words that lead to a figure: 增长, 提高到, 超过, 分别.
struct Lead {
    std::string_view word;
    Bound bound = Bound::none;
    Turn turn = Turn::none;
    bool reaches = false;      ///< 达到, 提高到: the figure is the value reached, not the difference
    bool distributes = false;  ///< 分别: the figures belong to the things one by one
    bool continues = false;    ///< 连续: the figure counts a streak
};

/// The longest lead that ends `text`.
[[nodiscard]] std::optional<Lead> lead_at_end(std::string_view text);

/// Verbs that govern a count (新增, 建成, 完成): where the indicator begins.
[[nodiscard]] bool is_count_verb(std::string_view word);

/// Verbs that only set something going: 推动, 促进. What the thing then does says more.
[[nodiscard]] bool is_light_verb(std::string_view word);

/// Verbs that end the noun phrase behind a figure: 7家孵化器|挂牌运行.
[[nodiscard]] bool is_event_verb(std::string_view word);

/// Words before the phrase that measure nothing: 其中, 全年, 力争, 我市.
[[nodiscard]] bool is_preface(std::string_view word);

/// Nouns that need the noun before them: 总投资, 注册资金, 总数.
[[nodiscard]] bool is_attribute(std::string_view phrase);

/// Nouns at the end of a phrase that all members of a coordination share: 增加值, 零售额, 余额.
[[nodiscard]] bool is_measure_noun(std::string_view word);

/// Verbs before a place in a ranking: 居, 位列, 排名.
[[nodiscard]] std::string_view rank_verb_at_end(std::string_view text);

}  // namespace guanxi
