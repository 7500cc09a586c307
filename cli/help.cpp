#include "cli/help.hpp"

#include <fmt/format.h>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t columns = 100;

// Two options a line: a screen holds the whole help of a command.
std::string in_two_columns(const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += cells[i];
        if (i % 2 == 1 || i + 1 == cells.size()) {
            text += '\n';
        } else {
            text += std::string(columns / 2 - std::min(columns / 2, display_width(cells[i])), ' ');
        }
    }
    return text;
}

// Which files -o can write, and with -f which folders; on as few lines as they need.
std::string suffixes() {
    std::vector<std::string> words{"Output to"};
    std::vector<std::string> folders;
    for (const Format& format : formats()) {
        if (format.write_files == nullptr) words.emplace_back(format.suffix);
        if (format.write_files != nullptr) folders.emplace_back(format.name);
    }
    if (!folders.empty()) words.emplace_back("and folders: -f");
    words.insert(words.end(), folders.begin(), folders.end());
    std::string text;
    std::size_t width = 0;
    for (const std::string& word : words) {
        const bool breaks = width + word.size() + 2 > columns;  // the colon
        if (width > 0) text += breaks ? "\n  " : " ";
        width = (breaks ? 2 : width + 1) + word.size();
        text += word;
    }
    return text;
}

std::string cell(std::string_view syntax, std::string_view summary) {
    return fmt::format("  {:<20} {}", syntax, summary);
}

std::string list_of_questions(const Command& command) {
    std::string text;
    for (const Command& question : command.questions()) {
        text += fmt::format("  {:<25} {}\n", fmt::format("{} {}", question.name, question.operands), question.summary);
    }
    return text +
           fmt::format("\nThe options of one: guanxi {} QUESTION --help\nExample: {}\n", command.name, command.example);
}

}  // namespace

std::string program_help() {
    std::string text =
        "guanxi reads Chinese reports and news into a knowledge graph with evidence.\n\n"
        "Usage: guanxi COMMAND ...\n\n";
    for (const Command& command : commands()) text += fmt::format("  {:<10} {}\n", command.name, command.summary);
    text +=
        "\n  guanxi COMMAND --help   the options of a command\n"
        "  guanxi --version        the version\n\n"
        "Begin with: guanxi build report.txt -o report.jsonld -o report.svg\n";
    return text;
}

std::string command_help(const Command& command) {
    std::string text = fmt::format("Usage: guanxi {} {}{}\n{}\n\n", full_name(command), command.operands,
                                   command.groups.empty() ? "" : " [OPTION...]", command.description);
    if (command.questions != nullptr) return text + list_of_questions(command);
    for (const OptionGroup group : command.groups) {
        std::vector<std::string> cells;
        for (const Option& option : options()) {
            if (option.group == group) cells.push_back(cell(syntax(option), option.summary));
        }
        text +=
            fmt::format("{}:\n{}", group == OptionGroup::output ? suffixes() : heading(group), in_two_columns(cells));
    }
    if (!command.groups.empty()) text += '\n';
    text += fmt::format("Example: {}\n", command.example);
    return text;
}

}  // namespace guanxi
