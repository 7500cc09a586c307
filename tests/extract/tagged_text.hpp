#pragma once

#include <string>
#include <string_view>

#include "core/annotation.hpp"

namespace guanxi {

/// An extraction of one sentence whose tokens are given with their tags: `实施/v 品质/n 行动/n 。/w`.
inline Extraction tagged(std::string_view line) {
    Extraction extraction;
    Sentence sentence;
    std::string& text = extraction.document.text;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        const std::string_view word = line.substr(0, end);
        const std::size_t slash = word.rfind('/');
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += word.substr(0, slash);
        Tag tag = Tag::o;
        for (std::size_t i = 0; i < tag_count; ++i) {
            if (id(static_cast<Tag>(i)) == word.substr(slash + 1)) tag = static_cast<Tag>(i);
        }
        sentence.tokens.push_back({{begin, static_cast<std::uint32_t>(text.size())}, tag});
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    extraction.sentences.push_back(std::move(sentence));
    extraction.sections.push_back({.body = {0, static_cast<std::uint32_t>(text.size())}});
    return extraction;
}

}  // namespace guanxi
