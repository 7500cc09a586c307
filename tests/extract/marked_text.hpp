#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/annotation.hpp"

namespace guanxi {

/// Makes an extraction from one sentence whose mentions are marked: `[District 青山市]建成[Park 东湖产业园]。` The
/// first mention is the document's district. Equal kinds and names are one entity. A code may follow a name: `[District
/// 甲区=3502]`.
inline Extraction marked(std::string_view marked_text, Stance stance = Stance::review, std::string time = "2024") {
    Extraction extraction;
    std::string& text = extraction.document.text;
    std::map<std::string, std::uint32_t> known;
    for (std::size_t i = 0; i < marked_text.size();) {
        if (marked_text[i] != '[') {
            text += marked_text[i++];
            continue;
        }
        const std::size_t blank = marked_text.find(' ', i);
        const std::size_t end = marked_text.find(']', i);
        const std::string_view type = marked_text.substr(i + 1, blank - i - 1);
        std::string name(marked_text.substr(blank + 1, end - blank - 1));
        std::string code;
        if (const std::size_t equals = name.find('='); equals != std::string::npos) {
            code = name.substr(equals + 1);
            name.resize(equals);
        }
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += name;
        const auto [place, added] = known.try_emplace(std::string(type) + name, extraction.entities.size());
        if (added) {
            Entity entity;
            entity.id = "e" + std::to_string(place->second);
            entity.type = find_entity_type(type).value();
            entity.name = name;
            entity.code = code;
            extraction.entities.push_back(entity);
        }
        Mention mention;
        mention.span = {begin, static_cast<std::uint32_t>(text.size())};
        mention.type = find_entity_type(type).value();
        mention.name = name;
        mention.entity = place->second;
        extraction.mentions.push_back(mention);
        i = end + 1;
    }
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    extraction.sections.push_back({{0, 0}, all, stance, std::move(time)});
    extraction.sentences.push_back({all, 0, {}});
    return extraction;
}

}  // namespace guanxi
