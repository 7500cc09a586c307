#include "extract/tagger.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <thread>

#include "core/error.hpp"
#include "tests/extract/tagger_texts.hpp"

namespace guanxi {
namespace {

const std::filesystem::path model_file = std::filesystem::path(DATA_DIR) / "tagger.model";
constexpr std::array all{Instructions::portable, Instructions::avx2, Instructions::avx512_vnni, Instructions::amx};

std::string tag(const Tagger& tagger, std::string_view text) {
    std::vector<Sentence> sentences = sentences_of(text);
    tagger.tag(text, sentences);
    return show_tokens(text, sentences);
}

// Sentences of 0 to 300 characters: words, digits, Latin, blanks, any Chinese character, and some beyond.
std::string make_text(std::size_t sentences) {
    static constexpr std::array<std::string_view, 16> words{
        "青山市",   "人民政府", "固定资产投资", "增长", "8.6%",   "，",   "完成",  "张伟", "《办法》",
        "Robotics", " ",        "　",           "；",   "2023年", "投产", "“双十”"};
    std::mt19937 random(20221216);
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i) {
        const std::size_t size = random() % (i % 50 == 0 ? 100 : 12);
        for (std::size_t word = 0; word < size; ++word) {
            const auto kind = random() % 8;
            if (kind == 0) append_utf8(text, static_cast<char32_t>(0x4E00 + random() % 0x5200));
            if (kind == 1) append_utf8(text, static_cast<char32_t>(0x20000 + random() % 0xA000));
            if (kind == 2) append_utf8(text, static_cast<char32_t>(0x21 + random() % 0x5E));
            if (kind > 2) text += words.at(random() % words.size());
        }
        text += random() % 4 == 0 ? "\n" : "。";
    }
    return text;
}

TEST(Tagger, FindsWordsAndNames) {
    const Tagger tagger = Tagger::load(model_file);
    const std::vector<std::pair<std::string, std::string>> table{
        {"", ""},
        {" 　\n", ""},
        {"北京", "北京/LOC"},
        {"王小明在厦门市工作。", "王小明/PER 在/p 厦门市/LOC 工作/n 。/w"},
        {"２０２２年１２月１６日，增长８．６％。", "２０２２年１２月１６日/TIME ，/w 增长/v ８．６％/m 。/w"},
        {"清华大学与阿里巴巴集团签订协议。", "清华大学/ORG 与/c 阿里巴巴集团/ORG 签订/v 协议/n 。/w"},
        {"清华 大学 与 阿里巴巴集团签订协议。", "清华 大学/ORG 与/c 阿里巴巴集团/ORG 签订/v 协议/n 。/w"},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(tag(tagger, text), expected);
}

TEST(Tagger, AllInstructionsGiveTheSameTags) {
    std::string text = make_text(2000);
    for (const std::string& sample : texts_below(std::filesystem::path(SOURCE_DIR) / "samples")) text += sample;
    const std::string expected = tag(Tagger::load(model_file, Instructions::portable), text);
    for (const Instructions instructions : all) {
        try {
            const Tagger tagger = Tagger::load(model_file, instructions);
            EXPECT_TRUE(tag(tagger, text) == expected) << id(instructions);
            EXPECT_TRUE(tag(tagger, text) == expected) << id(instructions) << ", the second time";
        } catch (const Error& error) {
            std::cout << "left out: " << error.what() << '\n';
        }
    }
}

TEST(Tagger, TokensTileTheSentencesButForBlanks) {
    const std::string text = make_text(500);
    std::vector<Sentence> sentences = sentences_of(text);
    Tagger::load(model_file).tag(text, sentences);
    const TaggerText split = split_text(text, sentences);
    std::size_t character = 0;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            ASSERT_TRUE(sentence.span.contains(token.span));
            ASSERT_EQ(token.span.begin, split.characters.at(character).begin);
            while (character < split.characters.size() && split.characters[character].end <= token.span.end)
                ++character;
            ASSERT_EQ(token.span.end, split.characters.at(character - 1).end);
        }
    }
    EXPECT_EQ(character, split.characters.size());
}

// What stands beside a sentence in its batch does not change it.
TEST(Tagger, SentencesDoNotChangeEachOther) {
    const Tagger tagger = Tagger::load(model_file);
    const std::string text = make_text(150);
    std::vector<Sentence> sentences = sentences_of(text);
    tagger.tag(text, sentences);
    for (const Sentence& sentence : sentences) {
        Sentence alone{.span = sentence.span};
        tagger.tag(text, std::span(&alone, 1));
        EXPECT_EQ(show_tokens(text, {alone}), show_tokens(text, {sentence}));
    }
}

TEST(Tagger, ThreadsMayShareIt) {
    const Tagger tagger = Tagger::load(model_file);
    const std::string text = make_text(300);
    std::array<std::string, 4> results;
    std::vector<std::thread> threads;
    for (std::string& result : results) threads.emplace_back([&] { result = tag(tagger, text); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) EXPECT_TRUE(result == results.front());
    EXPECT_TRUE(results.front() == tag(Tagger::load(model_file), text));
}

TEST(Tagger, AMissingModelIsAnError) {
    EXPECT_THROW((void)Tagger::load("/nowhere/tagger.model"), Error);
}

}  // namespace
}  // namespace guanxi
