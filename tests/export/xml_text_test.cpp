#include "export/xml_text.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string xml(std::string_view text) {
    std::ostringstream out;
    OutputBuffer buffer(out);
    put_xml(buffer, text);
    buffer.Flush();
    return out.str();
}

TEST(XmlText, EscapesMarkup) {
    EXPECT_EQ(xml("甲<b>&\"'</b>]]>"), "甲&lt;b&gt;&amp;&quot;'&lt;/b&gt;]]&gt;");
    EXPECT_EQ(xml("一\n二\r三\t"), "一&#10;二&#13;三&#9;");
    EXPECT_EQ(xml(""), "");
}

TEST(XmlText, ShowsWhatXmlCannotHold) {
    EXPECT_EQ(xml(std::string_view("\0\x01\x1f\x7f", 4)), "␀␁␟\x7f");
    EXPECT_EQ(xml("\uFFFE甲\uFFFF"), "\uFFFD甲\uFFFD");
    EXPECT_EQ(xml("\uFEFF\U0010FFFF𠮷"), "\uFEFF\U0010FFFF𠮷");
}

TEST(XmlText, HostileTextsBecomeCharactersOfXml) {
    for (const std::string& text : hostile_texts()) {
        const std::string written = xml(text);
        EXPECT_EQ(written.find_first_of("<>\""), std::string::npos) << text;
        for (std::size_t i = 0; i < written.size();) {
            const CodePoint c = decode(written, i);
            EXPECT_GE(c.value, 0x20U) << text;
            EXPECT_TRUE(c.value != 0xFFFE && c.value != 0xFFFF) << text;
            i += c.size;
        }
    }
}

}  // namespace
}  // namespace guanxi
