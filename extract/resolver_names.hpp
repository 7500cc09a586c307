#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.hpp"
#include "extract/lexicon.hpp"
#include "extract/resolver_places.hpp"

namespace guanxi {

/// What makes two spellings one name: half width, lower case, without quotation marks, brackets and blanks.
[[nodiscard]] std::string name_key(std::string_view name);

/// A shorter name that a longer one may be spoken of by.
struct ShortName {
    std::string key;
    std::string_view rule;
};

/// The shorter forms of a name, as keys: without its head (甲项目: 甲), without what only describes it (全国首批甲,
/// 第九届甲, 2023年甲, 湖里区甲: 甲; a district only if it is the
/// document's own or one above or below it), without a bracket (甲（WTO）: 甲 and WTO), what it quotes at its
/// beginning or end (“甲”服务平台: 甲). `text` is the name as it stands in the document.
[[nodiscard]] std::vector<ShortName> short_names(EntityType type, std::string_view key, std::string_view text,
                                                 const Places& places);

/// Whether a name is made of general words alone, so that many places have one: 人民医院, 总体方案. `key` as of
/// name_key.
[[nodiscard]] bool is_generic(EntityType type, std::string_view key, const Lexicon& lexicon);

/// Whether the text quotes the whole name: “云上通”.
[[nodiscard]] bool is_quoted(std::string_view text);

}  // namespace guanxi
