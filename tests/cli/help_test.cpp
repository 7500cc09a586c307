#include "cli/help.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "core/utf8.hpp"

namespace guanxi {
namespace {

// A screen is 24 lines of 100 columns.
void expect_fits_screen(const std::string& text) {
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(display_width(line), 100U) << line;
    EXPECT_LE(count, 24U);
}

// The commands, and the questions of those that have some.
std::vector<Command> all_commands() {
    std::vector<Command> all;
    for (const Command& command : commands()) {
        all.push_back(command);
        if (command.questions == nullptr) continue;
        for (const Command& question : command.questions()) all.push_back(question);
    }
    return all;
}

// An option may stand in several groups; a command takes it if it takes one of them.
bool takes_option(const Command& command, const Option& wanted) {
    return std::any_of(options().begin(), options().end(), [&](const Option& option) {
        return option.name == wanted.name && takes(command, option.group);
    });
}

TEST(Help, fits_a_screen) {
    expect_fits_screen(program_help());
    for (const Command& command : all_commands()) expect_fits_screen(command_help(command));
}

TEST(Help, lists_the_questions_of_a_command) {
    for (const Command& command : commands()) {
        if (command.questions == nullptr) continue;
        const std::string text = command_help(command);
        for (const Command& question : command.questions()) {
            EXPECT_NE(text.find("\n  " + std::string(question.name) + " "), std::string::npos) << question.name;
        }
    }
}

TEST(Help, names_every_option_of_a_command_and_no_other) {
    for (const Command& command : all_commands()) {
        if (command.questions != nullptr) continue;  // each question has its own
        const std::string text = command_help(command);
        for (const Option& option : options()) {
            EXPECT_EQ(text.find("--" + std::string(option.name) + " ") != std::string::npos,
                      takes_option(command, option))
                << command.name << " " << option.name;
        }
    }
}

TEST(Help, examples_are_commands_that_parse) {
    for (const Command& command : all_commands()) {
        std::istringstream line{std::string(command.example)};
        std::vector<std::string> words;
        for (std::string word; line >> word;) words.push_back(word);
        ASSERT_GE(words.size(), 3U);
        EXPECT_EQ(words[0], "guanxi");
        EXPECT_EQ(words[command.before.empty() ? 1 : 3], command.name);
        const std::vector<std::string_view> rest(words.begin() + 2, words.end());
        EXPECT_NO_THROW(static_cast<void>(parse(command, rest))) << command.example;
    }
}

TEST(Help, manual_page_and_completion_know_everything) {
    const std::string page = manual_page();
    const std::string completion = bash_completion();
    for (const Command& command : all_commands()) {
        EXPECT_NE(page.find(".SS guanxi " + full_name(command)), std::string::npos);
        if (!command.before.empty()) continue;
        EXPECT_NE(completion.find("        " + std::string(command.name) + ") words="), std::string::npos);
    }
    for (const Option& option : options()) {
        EXPECT_NE(completion.find("--" + std::string(option.name)), std::string::npos) << option.name;
        EXPECT_NE(page.find(option.description.substr(0, option.description.find('-'))), std::string::npos)
            << option.name;
    }
}

}  // namespace
}  // namespace guanxi
