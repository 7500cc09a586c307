#include "extract/tagger_text.hpp"

#include <gtest/gtest.h>

#include "extract/tagger_model.hpp"
#include "tests/extract/tagger_texts.hpp"

namespace guanxi {
namespace {

std::string show_pieces(std::string_view text) {
    const TaggerText split = split_text(text, sentences_of(text));
    std::string out;
    for (const auto& piece : split.pieces) {
        out += out.empty() ? "" : "|";
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) out += slice(text, split.characters[i]);
    }
    return out;
}

TEST(TaggerText, CutsAtMarksAndLeavesBlanksOut) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"", ""},
        {" \n\t　", ""},
        {"甲。乙", "甲。|乙"},
        {"甲；乙！丙？丁", "甲；|乙！|丙？|丁"},
        {"甲\n乙", "甲|乙"},
        {"甲 乙\u00A0丙　丁\u200B戊\uFEFF", "甲乙丙丁戊"},
        {"GDP 3.5 万", "GDP3.5万"},
        {"𠮷野家", "𠮷野家"},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(show_pieces(text), expected) << text;
}

std::string repeat(std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

TEST(TaggerText, CutsLongSentencesBehindACommaOrAtTheLimit) {
    EXPECT_EQ(show_pieces(repeat("山", 200)), repeat("山", 200));
    EXPECT_EQ(show_pieces(repeat("山", 201)), repeat("山", 200) + "|山");
    const std::string early = repeat("山", 40) + "，";
    EXPECT_EQ(show_pieces(early + repeat("水", 200)), early + repeat("水", 159) + "|" + repeat("水", 41));
    const std::string late = repeat("山", 150) + "，";
    EXPECT_EQ(show_pieces(late + repeat("水", 200)), late + "|" + repeat("水", 200));
}

TEST(TaggerText, AppendsAWordForEachBeginning) {
    const std::string text = "湖里 区建成K11";
    const std::vector<Sentence> sentences = sentences_of(text);
    const TaggerText split = split_text(text, sentences);
    constexpr std::uint8_t loc = 50, verb = 38, o = lac::outside;
    const std::vector<std::pair<std::vector<std::uint8_t>, std::string>> table{
        {{loc, loc + 1, loc + 1, verb, verb + 1, o, o, o}, "湖里 区/LOC 建成/v K11/O"},
        {{loc + 1, loc + 1, loc, verb, verb, verb + 1, o, loc + 1}, "湖里/LOC 区/LOC 建/v 成K/v 11/O"},
    };
    for (const auto& [labels, expected] : table) {
        std::vector<Sentence> tagged = sentences;
        append_tokens(split, split.pieces.front(), labels, tagged.front().tokens);
        EXPECT_EQ(show_tokens(text, tagged), expected);
    }
}

}  // namespace
}  // namespace guanxi
