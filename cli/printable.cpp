#include "cli/printable.hpp"

namespace guanxi {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

bool within(char byte, unsigned char first, unsigned char last) {
    const auto value = static_cast<unsigned char>(byte);
    return first <= value && value <= last;
}

// The number of bytes of the control character that begins the text, 0 if it begins with none.
std::size_t control_size(std::string_view text) {
    if (within(text[0], 0, 0x1f) || text[0] == '\x7f') return 1;
    if (text[0] == '\xc2' && text.size() > 1 && within(text[1], 0x80, 0x9f)) return 2;
    if (text.size() < 3 || text[0] != '\xe2') return 0;
    const bool overrides = text[1] == '\x80' && within(text[2], 0xaa, 0xae);
    const bool isolates = text[1] == '\x81' && within(text[2], 0xa6, 0xa9);
    return overrides || isolates ? 3 : 0;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t control = control_size(text);
        if (text[0] == '\n' || text[0] == '\r' || text[0] == '\t') {
            out += ' ';
        } else if (control > 0) {
            out += replacement;
        } else {
            out += text[0];
        }
        text.remove_prefix(control > 0 ? control : 1);
    }
    return out;
}

}  // namespace guanxi
