#include "cli/highlight.hpp"

#include <algorithm>

namespace guanxi {

namespace {

constexpr std::string_view bold_on = "\x1b[1m";
constexpr std::string_view bold_off = "\x1b[0m";

}  // namespace

std::string highlight(std::string_view text, const std::vector<std::string>& names, Marking marking) {
    std::string marked;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 0;
        for (const std::string& name : names) {
            if (name.size() > size && text.substr(at).starts_with(name)) size = name.size();
        }
        if (size == 0) {
            marked += text[at++];
            continue;
        }
        marked += marking == Marking::bold ? bold_on : "[";
        marked += text.substr(at, size);
        marked += marking == Marking::bold ? bold_off : "]";
        at += size;
    }
    return marked;
}

std::string strong(std::string_view text, Marking marking) {
    if (marking == Marking::brackets) return std::string(text);
    return std::string(bold_on) + std::string(text) + std::string(bold_off);
}

}  // namespace guanxi
