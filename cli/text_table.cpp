#include "cli/text_table.hpp"

#include <algorithm>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

// One very long cell must not push the columns behind it out of sight.
constexpr std::size_t widest = 40;

}  // namespace

std::string TextTable::to_string(const std::string& margin) const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], std::min(widest, display_width(row[i])));
        }
    }
    std::string text;
    for (const auto& row : rows_) {
        std::string line = margin;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 == row.size()) break;
            const std::size_t width = display_width(row[i]);
            line += std::string(2 + (width < widths[i] ? widths[i] - width : 0), ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

}  // namespace guanxi
