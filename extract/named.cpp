#include "extract/named.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

// 国家远洋调度中心, 世界纸鸢产业大会: long names of what there is but one.
bool is_unique(std::string_view name) {
    static constexpr std::array<std::string_view, 6> openings{"国家", "世界", "全球", "中国", "全国", "省"};
    constexpr std::size_t long_name = 6;
    return count_code_points(name) > long_name && !name.starts_with("国家级") &&
           std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return name.starts_with(o); });
}

// 八大片区: several things; 国际医院, 优质企业: a kind of them.
bool is_general(std::string_view name) {
    constexpr std::size_t short_name = 5;
    if (name.starts_with("国际") && count_code_points(name) <= short_name) return true;
    static constexpr std::array<std::string_view, 9> praises{"高水平", "更多",   "优质",     "知名", "各类",
                                                             "各地",   "行业商", "科研机构", "00强"};
    if (std::any_of(praises.begin(), praises.end(),
                    [&](std::string_view praise) { return name.find(praise) != std::string_view::npos; }))
        return true;
    static constexpr std::array<std::string_view, 10> numbers{"一", "二", "三", "四", "五",
                                                              "六", "七", "八", "九", "十"};
    return std::any_of(numbers.begin(), numbers.end(), [&](std::string_view number) {
        return name.starts_with(number) && name.substr(number.size()).starts_with("大");
    });
}

}  // namespace

bool is_name(Tag tag) {
    return tag == Tag::org || tag == Tag::loc || tag == Tag::per || tag == Tag::nt || tag == Tag::ns || tag == Tag::nr;
}

Naming naming(const Extraction& extraction, const Mention& mention) {
    if (mention.sentence >= extraction.sentences.size()) return Naming::sure;
    const auto& tokens = extraction.sentences[mention.sentence].tokens;
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (tokens.empty() || std::any_of(mention.name.begin(), mention.name.end(), is_letter)) return Naming::sure;
    // 第5代线, but not 人才90人
    const bool number = mention.name.find_first_of("0123456789") != std::string::npos && !mention.name.ends_with("人");
    Naming found = number ? Naming::perhaps : Naming::none;
    for (const Token& token : tokens) {
        if (!token.span.overlaps(mention.span)) continue;
        if (is_name(token.tag)) return Naming::sure;
        if (token.tag == Tag::nz || token.tag == Tag::nw) found = Naming::perhaps;
    }
    return found;
}

bool is_named(const Extraction& extraction, const Mention& mention) {
    if (is_general(mention.name)) return false;
    // How sure the recogniser must be, by what the words say.
    constexpr double with_name = 0.2;
    constexpr double with_other = 0.35;
    constexpr double unique = 0.4;
    constexpr double with_none = 0.6;
    if (mention.sentence >= extraction.sentences.size() || extraction.sentences[mention.sentence].tokens.empty())
        return true;
    switch (naming(extraction, mention)) {
        case Naming::sure:
            return mention.confidence >= with_name;
        case Naming::perhaps:
            return mention.confidence >= with_other;
        case Naming::none:
            break;
    }
    return mention.confidence >= (is_unique(mention.name) ? unique : with_none);
}

const Token* token_from(const Sentence& sentence, std::uint32_t offset) {
    const auto found = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                    [&](const Token& token) { return token.span.begin == offset; });
    return found == sentence.tokens.end() ? nullptr : &*found;
}

const Token* token_until(const Sentence& sentence, std::uint32_t offset) {
    const auto found = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                    [&](const Token& token) { return token.span.end == offset; });
    return found == sentence.tokens.end() ? nullptr : &*found;
}

}  // namespace guanxi
