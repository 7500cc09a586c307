#include "extract/outline_place.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

struct Chain {
    std::string names;      ///< full names, largest first
    std::uint32_t end = 0;  ///< behind the last in the text
};

// Divisions that stand one behind the other at `offset`, each inside of the one before if the gazetteer says so:
// 厦门湖里区.
Chain chain_at(std::string_view text, std::uint32_t offset, const Lexicon& lexicon) {
    Chain chain{"", offset};
    std::uint8_t level = 0;
    while (chain.end < text.size()) {
        const Span span = lexicon.division_at(text, chain.end);
        if (span.empty()) break;
        const auto known = lexicon.divisions_named(slice(text, span));
        const auto deeper = std::find_if(known.begin(), known.end(),
                                         [&](std::uint32_t i) { return lexicon.division(i).level > level; });
        if (deeper == known.end()) break;
        level = lexicon.division(*deeper).level;
        chain.names += lexicon.division(*deeper).name;
        chain.end = span.end;
    }
    return chain;
}

// A district that the gazetteer does not have: two to five characters up to 市, 区, 县 or 州.
Chain unknown_at(std::string_view text, std::uint32_t offset) {
    std::uint32_t i = offset;
    for (int length = 1; i < text.size() && length <= 5; ++length) {
        const CodePoint c = decode(text, i);
        if (!is_han(c.value)) break;
        i += c.size;
        const bool suffix = c.value == U'市' || c.value == U'区' || c.value == U'县' || c.value == U'州';
        if (suffix && length >= 3) return {std::string(text.substr(offset, i - offset)), i};
    }
    return {"", offset};
}

// What shows behind a name that a document speaks for this district.
bool is_subject(std::string_view behind) {
    static constexpr std::array<std::string_view, 16> backs{"第",   "人民政府", "政府",     "市长",    "区长", "县长",
                                                            "州长", "主席",     "人民代表", "人大",    "20",   "二〇",
                                                            "十",   "代市长",   "副市长",   "国民经济"};
    return std::any_of(backs.begin(), backs.end(), [&](std::string_view back) { return behind.starts_with(back); });
}

// The longest chain of the line that is a subject; one at the line's very end counts behind 在 (…在青岛市, and the next
// line goes on).
std::string subject_of(std::string_view line, const Lexicon& lexicon) {
    std::string best;
    for (std::uint32_t i = 0; i < line.size();) {
        const Chain chain = chain_at(line, i, lexicon);
        if (chain.end == i) {
            i += decode(line, i).size;
            continue;
        }
        const bool at_end = chain.end == line.size() && line.substr(0, i).ends_with("在");
        if ((at_end || is_subject(line.substr(chain.end))) && chain.names.size() > best.size()) best = chain.names;
        i = chain.end;
    }
    return best;
}

// As subject_of for names that are in no gazetteer: at the beginning, or behind 在 or 代表.
std::string unknown_subject_of(std::string_view line) {
    for (const std::string_view front : {"", "在", "代表"}) {
        const std::size_t at = line.find(front);
        if (at == std::string_view::npos) continue;
        const Chain chain = unknown_at(line, static_cast<std::uint32_t>(at + front.size()));
        if (!chain.names.empty() && is_subject(line.substr(chain.end))) return chain.names;
    }
    return {};
}

// What the text calls its district most often: 市 for 全市 and 我市; empty if it hardly does.
std::string_view own_word(std::string_view text) {
    static constexpr std::array<std::string_view, 4> words{"市", "县", "省", "区"};
    std::array<int, words.size()> counts{};
    for (const std::string_view front : {"全", "我"}) {
        for (std::size_t at = text.find(front); at != std::string_view::npos; at = text.find(front, at + 1)) {
            const auto* const word = std::find(words.begin(), words.end(), text.substr(at + front.size(), 3));
            if (word != words.end()) ++counts.at(static_cast<std::size_t>(word - words.begin()));
        }
    }
    const auto* const best = std::max_element(counts.begin(), counts.end());
    return *best < 3 ? std::string_view() : words.at(static_cast<std::size_t>(best - counts.begin()));
}

// The district that the text names most, among those that are what it calls its own; the earlier one of two.
std::string most_named(std::string_view text, const Lexicon& lexicon) {
    const std::string_view own = own_word(text);
    const std::size_t reach = own.empty() ? 6000 : text.size();
    constexpr int enough = 2;
    std::vector<std::pair<std::string, int>> counts;
    for (std::uint32_t i = 0; i < std::min(text.size(), reach);) {
        const Chain chain = chain_at(text, i, lexicon);
        if (chain.end == i) {
            i += decode(text, i).size;
            continue;
        }
        i = chain.end;
        if (!chain.names.ends_with(own)) continue;
        const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& count) {
            return count.first.ends_with(chain.names) || chain.names.ends_with(count.first);
        });
        if (known == counts.end()) {
            counts.emplace_back(chain.names, 1);
        } else {
            if (chain.names.size() > known->first.size()) known->first = chain.names;
            ++known->second;
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() || best->second < enough ? std::string() : best->first;
}

}  // namespace

std::string find_place(const std::vector<std::string_view>& head, std::string_view text, const Lexicon& lexicon) {
    // A title may begin with a district by its full name: 厦门市湖里区今年新增….
    const Chain first = head.empty() ? Chain{} : chain_at(head.front(), 0, lexicon);
    const std::string_view surface = head.empty() ? std::string_view() : head.front().substr(0, first.end);
    if (surface.ends_with("市") || surface.ends_with("区") || surface.ends_with("县")) return first.names;
    for (const std::string_view line : head) {
        if (std::string place = subject_of(line, lexicon); !place.empty()) return place;
    }
    for (const std::string_view line : head) {
        if (std::string place = unknown_subject_of(line); !place.empty()) return place;
    }
    return most_named(text, lexicon);
}

}  // namespace guanxi
