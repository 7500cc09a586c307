#include "cli/help.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

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

TEST(Help, fits_a_screen) {
    expect_fits_screen(program_help());
    for (const Command& command : commands()) expect_fits_screen(command_help(command));
}

TEST(Help, names_every_option_of_a_command_and_no_other) {
    for (const Command& command : commands()) {
        const std::string text = command_help(command);
        for (const Option& option : options()) {
            // An option of the same name may belong to another group.
            const bool taken = std::any_of(options().begin(), options().end(), [&](const Option& other) {
                return syntax(other) == syntax(option) && takes(command, other.group);
            });
            EXPECT_EQ(text.find(syntax(option) + " ") != std::string::npos, taken)
                << command.name << " " << option.name;
        }
    }
}

TEST(Help, examples_are_commands_that_parse) {
    for (const Command& command : commands()) {
        std::istringstream line{std::string(command.example)};
        std::vector<std::string> words;
        for (std::string word; line >> word;) words.push_back(word);
        ASSERT_GE(words.size(), 3U);
        EXPECT_EQ(words[0], "guanxi");
        EXPECT_EQ(words[1], command.name);
        const std::vector<std::string_view> rest(words.begin() + 2, words.end());
        EXPECT_NO_THROW(static_cast<void>(parse(command, rest))) << command.example;
    }
}

TEST(Help, manual_page_and_completion_know_everything) {
    const std::string page = manual_page();
    const std::string completion = bash_completion();
    for (const Command& command : commands()) {
        EXPECT_NE(page.find(".SS guanxi " + std::string(command.name)), std::string::npos);
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
