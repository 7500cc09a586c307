#include "export/xml_text.hpp"

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::string_view replacement = "\uFFFD";

std::string_view escape(unsigned char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\n':
            return "&#10;";
        case '\r':
            return "&#13;";
        case '\t':
            return "&#9;";
        default:
            return {};
    }
}

}  // namespace

void put_xml(OutputBuffer& out, std::string_view text) {
    std::size_t begin = 0;  // of what is not yet written
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::string_view escaped = escape(c);
        const bool control = c < 0x20 && escaped.empty();
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        const bool no_character = c == 0xEF && i + 2 < text.size() && text[i + 1] == '\xBF' &&
                                  (static_cast<unsigned char>(text[i + 2]) & 0xFEU) == 0xBE;
        if (escaped.empty() && !control && !no_character) continue;
        out.put(text.substr(begin, i - begin));
        if (control) {
            std::string picture;
            append_utf8(picture, 0x2400U + c);
            out.put(picture);
        } else {
            out.put(no_character ? replacement : escaped);
        }
        i += no_character ? 2 : 0;
        begin = i + 1;
    }
    out.put(text.substr(begin));
}

}  // namespace guanxi
