#include "extract/lexicon.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "extract/lexicon_format.hpp"

namespace guanxi {
namespace {

const Lexicon& lexicon() {
    static const Lexicon one = Lexicon::load(DATA_DIR "/lexicon.bin");
    return one;
}

std::string read_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string words_at(std::string_view text, std::uint32_t offset) {
    std::string out;
    for (const Word& word : lexicon().words_at(text, offset)) {
        out += std::string(slice(text, word.span)) + "/" + std::string(word.tag) + " ";
    }
    return out;
}

std::string paths(std::string_view name) {
    std::string out;
    for (const std::uint32_t i : lexicon().divisions_named(name)) {
        out += lexicon().division(i).code + " " + lexicon().path(i) + "; ";
    }
    return out;
}

std::string error_of(std::string_view table) {
    Lexicon own = Lexicon::load(DATA_DIR "/lexicon.bin");
    try {
        own.add_user_table(table, "my.tsv");
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

std::string join(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += name + " ";
    return out;
}

}  // namespace

TEST(Lexicon, FindsWordsAtAnOffset) {
    EXPECT_EQ(words_at("中国银行家", 0), "中/f 中国/ns 中国银行/nt ");
    EXPECT_EQ(words_at("去中国银行家", 3), "中/f 中国/ns 中国银行/nt ");
    EXPECT_EQ(words_at("中国，银行", 0), "中/f 中国/ns ");
    EXPECT_EQ(words_at("，", 0), "");
    EXPECT_EQ(words_at("", 0), "");
    EXPECT_EQ(words_at("人", 3), "");
    EXPECT_GT(lexicon().frequency("中国"), 10000U);
    EXPECT_EQ(lexicon().frequency("中国人民的"), 0U);
    EXPECT_EQ(lexicon().frequency(""), 0U);
}

TEST(Lexicon, FoldsWidthAndPointsIntoTheText) {
    EXPECT_EQ(words_at("Ｔ恤好", 0), "Ｔ恤/n ");
    EXPECT_EQ(words_at("T恤好", 0), "T恤/n ");
    EXPECT_EQ(lexicon().frequency("Ｔ恤"), lexicon().frequency("T恤"));
}

TEST(Lexicon, KnowsDivisionsByFullAndShortName) {
    EXPECT_EQ(paths("湖里区"), "350206 福建省/厦门市/湖里区; ");
    EXPECT_EQ(paths("湖里"), "350206 福建省/厦门市/湖里区; ");
    EXPECT_EQ(paths("厦门"), "3502 福建省/厦门市; ");
    EXPECT_EQ(paths("内蒙古"), "15 内蒙古自治区; ");
    EXPECT_EQ(paths("延边"), "2224 吉林省/延边朝鲜族自治州; ");
    EXPECT_EQ(paths("香港"), "81 香港特别行政区; ");
    EXPECT_EQ(paths("朝阳区"), "110105 北京市/朝阳区; 220104 吉林省/长春市/朝阳区; ");
    EXPECT_EQ(paths("江头街道"), "350206004 福建省/厦门市/湖里区/江头街道; ");
    EXPECT_EQ(paths("和平"), "");  // a word before it is a district
    EXPECT_EQ(paths("没有这个区"), "");
    EXPECT_EQ(lexicon().divisions_named("鼓楼区").size(), 4U);
}

TEST(Lexicon, FindsTheLongestDivisionAtAnOffset) {
    const auto at = [](std::string_view text) { return std::string(slice(text, lexicon().division_at(text, 0))); };
    EXPECT_EQ(at("厦门市湖里区"), "厦门市");
    EXPECT_EQ(at("厦门，湖里区"), "厦门");
    EXPECT_EQ(at("湖里区政府"), "湖里区");
    EXPECT_EQ(at("城区面貌"), "");
    EXPECT_EQ(at("建设银行"), "");
    EXPECT_EQ(at("，厦门"), "");
}

TEST(Lexicon, MakesShortForms) {
    EXPECT_EQ(join(short_division_names("浦东新区", 3)), "浦东 ");
    EXPECT_EQ(join(short_division_names("延边朝鲜族自治州", 2)), "延边 延边州 ");
    EXPECT_EQ(join(short_division_names("积石山保安族东乡族撒拉族自治县", 3)), "积石山 积石山县 ");
    EXPECT_EQ(join(short_division_names("东乡族自治县", 3)), "东乡 东乡县 ");
    EXPECT_EQ(join(short_division_names("鄂伦春自治旗", 3)), "鄂伦春 ");
    EXPECT_EQ(join(short_division_names("管城回族区", 3)), "管城 ");
    EXPECT_EQ(join(short_division_names("新疆维吾尔自治区", 1)), "新疆 ");
    EXPECT_EQ(join(short_division_names("大兴安岭地区", 2)), "大兴安岭 ");
    EXPECT_EQ(join(short_division_names("忠县", 3)), "");
    EXPECT_EQ(join(short_division_names("城区", 3)), "");
    EXPECT_EQ(join(short_division_names("江头街道", 4)), "江头 ");
}

TEST(Lexicon, ReadsAUserTable) {
    Lexicon own = Lexicon::load(DATA_DIR "/lexicon.bin");
    EXPECT_FALSE(own.has_user_names());
    own.add_user_table("# names\n\n云帆智谷\tPark\t智谷|云帆园\r\nK11\t地点\n不算名字\tstop\n", "my.tsv");
    EXPECT_TRUE(own.has_user_names());
    const std::string text = "走进云帆智谷和Ｋ１１，SK110不算名字。";
    const auto at = [&](std::string_view what) {
        return own.user_name_at(text, static_cast<std::uint32_t>(text.find(what)));
    };
    ASSERT_TRUE(at("云帆"));
    EXPECT_EQ(slice(text, at("云帆")->span), "云帆智谷");
    EXPECT_EQ(at("云帆")->type, EntityType::park);
    EXPECT_EQ(at("智谷")->name, "云帆智谷");
    EXPECT_EQ(slice(text, at("Ｋ")->span), "Ｋ１１");
    EXPECT_FALSE(at("K110"));
    ASSERT_TRUE(at("不算"));
    EXPECT_FALSE(at("不算")->type);
    EXPECT_FALSE(at("走进"));
}

TEST(Lexicon, RefusesAWrongTableByLineAndColumn) {
    EXPECT_EQ(error_of("甲园\tPark\n甲\n").substr(0, 40), "my.tsv:2:1: name, tab and kind were expe");
    EXPECT_EQ(error_of("甲园\tGarden\n").substr(0, 40), "my.tsv:1:4: no kind is called \"Garden\"; ");
    EXPECT_NE(error_of("甲园\tGarden\n").find("Park (园区)"), std::string::npos);
    EXPECT_EQ(error_of("\tPark\n"), "my.tsv:1:1: an empty name");
    EXPECT_EQ(error_of("甲园\tPark\t乙|\n"), "my.tsv:1:11: an empty name");
    EXPECT_EQ(error_of("甲园\tPark\n甲园\tPlace\n"), "my.tsv:2:1: \"甲园\" already stands for \"甲园\" (my.tsv:1)");
    EXPECT_EQ(error_of("甲园\tPark\t乙\t丙\n").substr(0, 24), "my.tsv:1:11: three colum");
    EXPECT_EQ(error_of("甲园\tPark\n\xC3(\n").substr(0, 21), "my.tsv:2:1: not UTF-8");
    EXPECT_EQ(error_of("甲园\tPark\n甲园\tPark\n"), "none");
    EXPECT_EQ(error_of(""), "none");
}

TEST(Lexicon, TheExampleOfTheDocumentationIsATable) {
    const std::string page = read_file(SOURCE_DIR "/docs/lexicon.md");
    const std::string fence = "```tsv\n";
    const std::size_t begin = page.find(fence);
    ASSERT_NE(begin, std::string::npos);
    const std::string table =
        page.substr(begin + fence.size(), page.find("```", begin + fence.size()) - begin - fence.size());
    EXPECT_EQ(error_of(table), "none");
    Lexicon own = Lexicon::load(DATA_DIR "/lexicon.bin");
    own.add_user_table(table, "docs/lexicon.md");
    EXPECT_TRUE(own.has_user_names());
}

TEST(Lexicon, SaysWhatIsMissing) {
    EXPECT_THROW(Lexicon::load("/nowhere/lexicon.bin"), Error);
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("guanxi_not_a_lexicon." + std::to_string(::getpid()));
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_THROW(Lexicon::load(file), Error);
    std::ofstream(file) << "";
    EXPECT_THROW(Lexicon::load(file), Error);
    std::filesystem::remove(file);
}

// The data: sorted, unique, every parent there, names in Chinese characters.
TEST(Divisions, AreSortedUniqueAndHaveParents) {
    std::istringstream rows(read_file(SOURCE_DIR "/extract/data/divisions.txt"));
    std::string line, county, last;
    std::size_t count = 0;
    while (std::getline(rows, line)) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        std::string code = line.substr(0, tab);
        if (code.size() == 3) code = county + code;
        if (code.size() == 6) county = code;
        ASSERT_TRUE(code.size() == 2 || code.size() == 4 || code.size() == 6 || code.size() == 9) << line;
        ASSERT_LT(last, code) << line;
        for (const char32_t c : to_utf32(line.substr(tab + 1))) ASSERT_TRUE(is_han(c)) << line;
        const Division& division = lexicon().division(static_cast<std::uint32_t>(count));
        ASSERT_EQ(division.code, code);
        ASSERT_EQ(division.name, line.substr(tab + 1));
        ASSERT_EQ(division.level == 1, division.parent == count) << line;
        ASSERT_TRUE(code.starts_with(lexicon().division(division.parent).code)) << line;
        last = code;
        ++count;
    }
    EXPECT_GT(count, 40000U);
}

}  // namespace guanxi
