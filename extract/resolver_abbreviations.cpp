#include "extract/resolver_abbreviations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::array<std::string_view, 3> cues{"简称", "下称", "又称"};
constexpr std::array<std::string_view, 3> before_cue{"以下统一", "以下", "以"};
constexpr std::array<std::string_view, 2> openings{"（", "("};
constexpr std::array<std::string_view, 10> skipped{"为", "是", "：", ":", "“", "《", "「", "‘", "\"", " "};
constexpr std::array<std::string_view, 12> stops{"”", "》", "」", "’", "\"", "）", ")", "，", ",", "。", "；", "、"};
constexpr std::array<std::string_view, 4> closings{"”", "》", "」", "’"};
constexpr std::size_t longest_short_name = 60;  // bytes

template <std::size_t n>
bool take_suffix(std::string_view& text, const std::array<std::string_view, n>& parts) {
    for (const std::string_view part : parts) {
        if (!text.ends_with(part)) continue;
        text.remove_suffix(part.size());
        return true;
    }
    return false;
}

template <std::size_t n>
bool take_prefix(std::string_view& text, const std::array<std::string_view, n>& parts) {
    for (const std::string_view part : parts) {
        if (!text.starts_with(part)) continue;
        text.remove_prefix(part.size());
        return true;
    }
    return false;
}

// The name that begins the text, up to the mark that closes it; empty if there is none near.
std::string_view read_name(std::string_view text) {
    while (take_prefix(text, skipped)) {
    }
    std::size_t end = std::string_view::npos;
    for (const std::string_view stop : stops) end = std::min(end, text.substr(0, longest_short_name).find(stop));
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

// Latin capitals in brackets behind a name: 甲（WTO）.
std::string_view latin_bracket(std::string_view text) {
    take_prefix(text, closings);
    if (!take_prefix(text, openings)) return {};
    std::size_t size = 0;
    while (size < text.size() && size < longest_short_name && text[size] >= 'A' && text[size] <= 'Z') ++size;
    std::string_view behind = text.substr(size);
    return take_prefix(behind, std::array<std::string_view, 2>{"）", ")"}) ? text.substr(0, size) : std::string_view();
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(const Extraction& extraction) {
    const std::string_view text = extraction.document.text;
    std::vector<Abbreviation> found;
    for (const std::string_view cue : cues) {
        for (std::size_t at = text.find(cue); at != std::string_view::npos; at = text.find(cue, at + cue.size())) {
            std::string_view head = text.substr(0, at);
            take_suffix(head, before_cue);
            if (!take_suffix(head, openings)) continue;
            const std::size_t outer = head.size();
            take_suffix(head, closings);
            const std::string_view name = read_name(text.substr(at + cue.size()));
            if (count_code_points(name) < 2) continue;
            // The mention that ends there, its closing quotation mark in or out.
            const auto behind = std::partition_point(extraction.mentions.begin(), extraction.mentions.end(),
                                                     [&](const Mention& m) { return m.span.begin < outer; });
            for (auto mention = behind; mention != extraction.mentions.begin() && behind - mention < 4;) {
                --mention;
                if (mention->span.end != outer && mention->span.end != head.size()) continue;
                found.push_back({static_cast<MentionIndex>(mention - extraction.mentions.begin()), std::string(name)});
                break;
            }
        }
    }
    for (MentionIndex i = 0; i < extraction.mentions.size(); ++i) {
        const std::string_view name = latin_bracket(text.substr(extraction.mentions[i].span.end));
        if (name.size() >= 2) found.push_back({i, std::string(name)});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.full < b.full; });
    return found;
}

}  // namespace guanxi
