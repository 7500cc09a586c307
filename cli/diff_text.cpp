#include "cli/diff_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_table.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t column = 46;
constexpr std::string_view margin = "    ";

// Lines of at most `columns` columns; Chinese may break anywhere, but not in front of a mark that closes.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    constexpr std::u32string_view closing = U"，。；：！？、”’）》…";
    std::vector<std::string> lines;
    std::string line;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        const std::string_view bytes = text.substr(at, c.size);
        const std::size_t wide = display_width(bytes);
        if (width + wide > columns && closing.find(c.value) == std::u32string_view::npos) {
            lines.push_back(line);
            line.clear();
            width = 0;
        }
        line += bytes;
        width += wide;
        at += c.size;
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

bool asked_for(const DifferenceView& view, std::string_view part) {
    return view.parts.empty() || std::find(view.parts.begin(), view.parts.end(), part) != view.parts.end();
}

std::string quotation(const std::string& quote) {
    return quote.empty() ? "" : fmt::format("“{}”", quote);
}

std::string rows_text(const DifferencePart& part, const DifferenceView& view) {
    std::string text;
    const std::size_t shown = view.most == 0 ? part.rows.size() : std::min(view.most, part.rows.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const DifferenceRow& row = part.rows[i];
        text += fmt::format("{:>3} {}\n", i + 1, strong(row.title, view.marking));
        if (row.old_said.empty() || row.new_said.empty()) {
            // One side alone takes the whole width.
            const bool old = !row.old_said.empty();
            text += fmt::format("{}{}\n", margin, old ? row.old_said : row.new_said);
            for (const std::string& line : wrapped(quotation(old ? row.old_quote : row.new_quote), 2 * column + 2)) {
                text += fmt::format("{}{}\n", margin, line);
            }
            continue;
        }
        text += side_by_side(row.old_said, row.new_said);
        text += side_by_side(quotation(row.old_quote), quotation(row.new_quote));
    }
    if (shown < part.rows.size()) text += fmt::format("{}… and {} more: --all\n", margin, part.rows.size() - shown);
    return text;
}

std::string table_text(const DifferencePart& part, const DifferenceView& view) {
    TextTable table;
    const std::size_t shown = view.most == 0 ? part.count() : std::min(view.most, part.count());
    for (std::size_t i = 0; i <= shown; ++i) table.add(part.table[i]);
    std::string text = table.to_string(std::string(margin));
    if (shown < part.count()) text += fmt::format("{}… and {} more: --all\n", margin, part.count() - shown);
    return text;
}

// A cell of a Markdown table: no line breaks, no bars, nothing that a renderer takes for mark-up.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view(R"(\`*_[]<>|#~)").find(c) != std::string_view::npos) safe += '\\';
        safe += c;
    }
    return safe;
}

std::string said(const std::string& words, const std::string& quote) {
    if (words.empty() && quote.empty()) return "";
    return fmt::format("{}<br>“{}”", cell(words), cell(quote));
}

std::string markdown_rows(const DifferencePart& part) {
    const bool old_side =
        std::any_of(part.rows.begin(), part.rows.end(), [](const DifferenceRow& row) { return !row.old_said.empty(); });
    const bool new_side =
        std::any_of(part.rows.begin(), part.rows.end(), [](const DifferenceRow& row) { return !row.new_said.empty(); });
    std::string text = fmt::format("| |{}{}\n| --- |{}{}\n", old_side ? " then |" : "", new_side ? " now |" : "",
                                   old_side ? " --- |" : "", new_side ? " --- |" : "");
    for (const DifferenceRow& row : part.rows) {
        text += fmt::format("| {} |", cell(row.title));
        if (old_side) text += fmt::format(" {} |", said(row.old_said, row.old_quote));
        if (new_side) text += fmt::format(" {} |", said(row.new_said, row.new_quote));
        text += '\n';
    }
    return text;
}

std::string markdown_table(const DifferencePart& part) {
    std::string text;
    for (std::size_t i = 0; i < part.table.size(); ++i) {
        text += '|';
        for (const std::string& value : part.table[i]) text += fmt::format(" {} |", cell(value));
        text += '\n';
        if (i > 0) continue;
        text += '|';
        for (std::size_t j = 0; j < part.table[i].size(); ++j) text += " --- |";
        text += '\n';
    }
    return text;
}

}  // namespace

std::string side_by_side(std::string_view left, std::string_view right) {
    const std::vector<std::string> a = wrapped(left, column);
    const std::vector<std::string> b = wrapped(right, column);
    std::string text;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        std::string line(margin);
        if (i < a.size()) line += a[i];
        if (i < b.size()) {
            const std::size_t width = i < a.size() ? display_width(a[i]) : 0;
            line += std::string(column + 2 - std::min(column + 1, width), ' ') + b[i];
        }
        text += line + '\n';
    }
    return text;
}

std::string difference_text(const Compared& compared, const DifferenceView& view) {
    std::string text = strong(headline(compared), view.marking) + "\n";
    for (const std::string& line : summary(compared)) text += line + '\n';
    for (const DifferencePart& part : tell(compared)) {
        if (!asked_for(view, part.id)) continue;
        text += fmt::format("\n{}\n", strong(fmt::format("{} ({})", part.title, part.count()), view.marking));
        text += part.table.empty() ? rows_text(part, view) : table_text(part, view);
    }
    return text;
}

std::string difference_markdown(const Compared& compared, const DifferenceView& view) {
    std::string text = fmt::format("# {}\n\n", cell(headline(compared)));
    for (const std::string& line : summary(compared)) text += fmt::format("- {}\n", line);
    for (const DifferencePart& part : tell(compared)) {
        if (!asked_for(view, part.id)) continue;
        text += fmt::format("\n## {} ({})\n\n", part.title, part.count());
        text += part.table.empty() ? markdown_rows(part) : markdown_table(part);
    }
    return text;
}

}  // namespace guanxi
