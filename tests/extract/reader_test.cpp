#include "extract/reader.hpp"

#include <gtest/gtest.h>
#include <iconv.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/utf8.hpp"

namespace guanxi {
namespace {

std::string encoded(std::string text, const char* encoding) {
    std::string out(text.size() * 2 + 16, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    void* const handle = iconv_open(encoding, "UTF-8");
    EXPECT_NE(iconv(handle, &from, &left, &to, &room), static_cast<std::size_t>(-1)) << encoding << ": " << text;
    iconv_close(handle);
    out.resize(out.size() - room);
    return out;
}

std::string error_of(std::string_view bytes, std::string name = "in.txt", Encoding encoding = Encoding::automatic) {
    try {
        (void)read_document(bytes, std::move(name), encoding);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

constexpr const char* simplified[] = {
    "湖",
    "湖里",
    "去年",
    "引进企业",
    "厦门市。",
    "区长作政府工作报告，",
    "GDP增长6%",
    "打造“云上”平台",
    "岱山区政府工作报告\r\n一年来，新增就业3.2万人，完成投资120亿元。\n力争明年再上新台阶！",
    "新闻 2022-12-16 摘要：湖边水库片区改造项目竣工，居民3000余户受益。"};
constexpr const char* traditional[] = {"臺北市政府", "去年，臺中市完成投資。", "市長報告：經濟發展與產業轉型",
                                       "臺灣的經濟發展，需要更多的產業合作與技術創新。\n明年將興建三座圖書館。",
                                       "香港特別行政區行政長官發表施政報告，提出多項措施。"};

TEST(Reader, RecognisesSimplifiedTexts) {
    for (const std::string text : simplified) {
        EXPECT_EQ(read_document(text, "a").text, text);
        EXPECT_EQ(read_document(encoded(text, "GB18030"), "a").text, text);
        EXPECT_EQ(read_document("\xEF\xBB\xBF" + text, "a").text, text);
        EXPECT_EQ(read_document("\xFF\xFE" + encoded(text, "UTF-16LE"), "a").text, text);
        EXPECT_EQ(read_document("\xFE\xFF" + encoded(text, "UTF-16BE"), "a").text, text);
    }
}

TEST(Reader, RecognisesTraditionalTexts) {
    for (const std::string text : traditional) {
        EXPECT_EQ(read_document(text, "a").text, text);
        EXPECT_EQ(read_document(encoded(text, "BIG5"), "a").text, text);
        EXPECT_EQ(read_document(encoded(text, "UTF-16LE"), "a").text, text);
        EXPECT_EQ(read_document(encoded(text, "UTF-16BE"), "a").text, text);
    }
}

TEST(Reader, RecognisesUtf16WithoutMark) {
    for (const std::string text : {"一年来，岱山区建成公园。", "GDP 6%\r\n湖里区", "plain words\n"}) {
        EXPECT_EQ(read_document(encoded(text, "UTF-16LE"), "a").text, text);
        EXPECT_EQ(read_document(encoded(text, "UTF-16BE"), "a").text, text);
    }
}

TEST(Reader, TakesTheEncodingThatIsNamed) {
    EXPECT_EQ(read_document(encoded("湖里", "BIG5-HKSCS"), "a", Encoding::big5).text, "湖里");
    EXPECT_EQ(read_document(encoded("湖里", "UTF-16BE"), "a", Encoding::utf16).text, "湖里");
    EXPECT_EQ(read_document(encoded("䲣", "GB18030"), "a", Encoding::gb18030).text, "䲣");
    EXPECT_EQ(error_of(encoded("湖里", "GB18030"), "a", Encoding::utf8),
              "a:1:1: the byte 0xba is not UTF-8 here; mend the file, or name its encoding with --encoding");
}

TEST(Reader, KeepsLineEndsAndIdentifiesTheBytes) {
    const std::string text = "甲区\r\n乙区\r丙区\n";
    const Document document = read_document(encoded(text, "GB18030"), "a.txt");
    EXPECT_EQ(document.text, text);
    EXPECT_EQ(document.name, "a.txt");
    EXPECT_EQ(document.sha256, sha256(encoded(text, "GB18030")));
    EXPECT_EQ(document.id, "d" + document.sha256.substr(0, 20));
}

TEST(Reader, TellsWhereABadByteIs) {
    const std::string tail = " is not UTF-8 here; mend the file, or name its encoding with --encoding";
    EXPECT_EQ(error_of("岱山区\xFF"), "in.txt:1:4: the byte 0xff" + tail);
    EXPECT_EQ(error_of("岱山区\r\n甲\r乙丙\x80丁"), "in.txt:3:3: the byte 0x80" + tail);
    EXPECT_EQ(error_of("岱山区建成公\xE5\x9B"), "in.txt:1:7: the byte 0xe5" + tail);
    const std::string gb18030 = encoded("岱山区\n建成公园", "GB18030") + "\xFF\n";
    EXPECT_TRUE(error_of(gb18030).starts_with("in.txt:2:5: the byte 0xff is not GB18030 here")) << error_of(gb18030);
}

TEST(Reader, SaysHowToConvertAFileWithAnOddName) {
    EXPECT_EQ(
        error_of("%PDF-1.7", "工作 报告's.pdf"),
        "工作 报告's.pdf: this is a PDF file, not a text; convert it first: pdftotext '工作 报告'\\''s.pdf' OUT.txt");
    EXPECT_TRUE(error_of("%PDF-1.7", "-").ends_with("pdftotext FILE OUT.txt"));
    EXPECT_TRUE(error_of("%PDF-1.7", "-x.pdf").ends_with("pdftotext './-x.pdf' OUT.txt"));
}

struct BadFile {
    const char* file;
    const char* message;
};
constexpr BadFile bad_files[] = {
    {"bad-gb18030.txt", ":3:3: the byte 0xff is not GB18030 here"},
    {"bad-utf8.txt", ":3:3: the byte 0xff is not UTF-8 here"},
    {"blanks.txt", ": the file is empty but for blanks"},
    {"cut-utf8.txt", ":2:22: the byte 0xe3 is not UTF-8 here"},
    {"empty.txt", ": the file is empty"},
    {"nul.txt", ": this is binary data"},
    {"old.doc",
     ": this is an old Word document, not a text; convert it first: libreoffice --headless --convert-to txt:Text "
     "old.doc"},
    {"page.html", ": this is a web page (HTML), not a text; convert it first: pandoc"},
    {"picture.png", ": this is a PNG picture, not a text"},
    {"random.bin", ": this is binary data"},
    {"report.docx", ": this is a Word document, not a text; convert it first: libreoffice"},
    {"report.gz", ": this is a gzip archive, not a text; convert it first: gunzip report.gz"},
    {"report.odt", ": this is an OpenDocument text, not a text"},
    {"report.pdf", ": this is a PDF file, not a text; convert it first: pdftotext report.pdf OUT.txt"},
    {"report.rtf", ": this is a rich text (RTF) document, not a text"},
    {"slides.pptx", ": this is a PowerPoint presentation, not a text"},
    {"table.xlsx", ": this is an Excel workbook, not a text"},
    {"texts.zip", ": this is a zip archive, not a text; convert it first: unzip texts.zip"},
};

TEST(Reader, RefusesBadFilesWithOneMessage) {
    for (const auto& [file, message] : bad_files) {
        std::ifstream stream(std::filesystem::path(SOURCE_DIR) / "tests/bad" / file, std::ios::binary);
        ASSERT_TRUE(stream) << file;
        std::stringstream bytes;
        bytes << stream.rdbuf();
        const std::string error = error_of(bytes.str(), file);
        EXPECT_TRUE(error.starts_with(std::string(file) + message)) << error;
        EXPECT_EQ(error.find('\n'), std::string::npos);
    }
}

TEST(Reader, ReadsTextsWithoutChinese) {
    EXPECT_EQ(read_document("plain text, no more", "a").text, "plain text, no more");
    EXPECT_EQ(read_document("caf\xC3\xA9", "a").text, "café");
}

// A long ASCII beginning does not hide what follows.
TEST(Reader, LooksBehindALongBeginning) {
    const std::string begin(1U << 20U, 'x');
    const std::string text = begin + "岱山区建成公园。";
    EXPECT_EQ(read_document(encoded(text, "GB18030"), "a").text, text);
    EXPECT_TRUE(error_of(text + "\xFF").starts_with("in.txt:1:1048585: ")) << error_of(text + "\xFF");
}

}  // namespace
}  // namespace guanxi
