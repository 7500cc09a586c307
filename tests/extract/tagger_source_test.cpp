#include "extract/tagger_source.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "tests/extract/tagger_texts.hpp"

namespace guanxi {
namespace {

const std::filesystem::path model_file = std::filesystem::path(DATA_DIR) / "tagger.model";
const TaggerSource& source() {
    static const TaggerSource loaded = TaggerSource::load(std::filesystem::path(JIEBA_DIR) / "lac_small");
    return loaded;
}

TEST(TaggerSource, FormsThatTrainingNeverMetStandForThoseItDid) {
    const std::vector<std::pair<char32_t, char32_t>> table{
        {U'。', U'.'}, {U'，', U','}, {U'、', U','}, {U'（', U'('}, {U'”', U'"'},  {U'％', U'%'}, {U'９', U'9'},
        {U'Ａ', U'a'}, {U'K', U'k'},  {U'…', U'.'},  {U'；', U';'}, {U'！', U'!'}, {U'—', U'-'},  {U'•', U'·'}};
    for (const auto& [from, to] : table)
        EXPECT_EQ(source().row(from), source().row(to)) << to_utf8(std::u32string(1, from));
    EXPECT_NE(source().row(U'《'), source().row(U'<'));
    EXPECT_NE(source().row(U'一'), source().row(U'-'));
    for (const char32_t unknown : {U'𠮷', U'\uE000', U'\U0010FFFF'}) EXPECT_EQ(source().row(unknown), 20940);
}

TEST(TaggerSource, AMissingFileIsNamed) {
    try {
        (void)TaggerSource::load("/nowhere");
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("word.dic"), std::string::npos);
    }
}

Agreement agreement_on(const std::vector<std::string>& texts) {
    const Tagger tagger = Tagger::load(model_file);
    Agreement agreement;
    for (const std::string& text : texts) {
        std::vector<Sentence> eight_bits = sentences_of(text);
        std::vector<Sentence> full = eight_bits;
        tagger.tag(text, eight_bits);
        tag_by(source(), text, full);
        agreement.add(text, eight_bits, full);
    }
    return agreement;
}

TEST(TaggerSource, EightBitsAgreeWithItOnTheSamples) {
    const Agreement agreement = agreement_on(texts_below(std::filesystem::path(SOURCE_DIR) / "samples"));
    EXPECT_GT(agreement.characters, 1000U);
    EXPECT_GE(agreement.share(), 0.99) << agreement.characters;  // a few words more or less in a short text
}

TEST(TaggerSource, EightBitsAgreeWithItOnReports) {
    const auto texts = texts_below(std::filesystem::path(SOURCE_DIR) / "../shared/corpus/reports", 80);
    if (texts.empty()) GTEST_SKIP() << "no ../shared/corpus";
    const Agreement agreement = agreement_on(texts);
    EXPECT_GE(agreement.share(), 0.995) << agreement.characters;
}

}  // namespace
}  // namespace guanxi
