#include "cli/options.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "cli/commands.hpp"
#include "core/error.hpp"

namespace guanxi {
namespace {

const Command& build_command() {
    return commands().front();
}

Arguments parsed(const std::vector<std::string_view>& words) {
    return parse(build_command(), words);
}

std::string complaint(const std::vector<std::string_view>& words) {
    try {
        static_cast<void>(parsed(words));
    } catch (const UsageError& error) {
        return error.what();
    }
    return "none";
}

TEST(Options, stand_anywhere_in_any_form) {
    const Arguments a =
        parsed({"-o", "a.jsonld", "x.txt", "--top=3", "-ob.jsonld", "--type", "项目,Company", "--type=Park", "y.txt"});
    EXPECT_EQ(a.operands, (std::vector<std::string>{"x.txt", "y.txt"}));
    EXPECT_EQ(a.outputs, (std::vector<std::string>{"a.jsonld", "b.jsonld"}));
    EXPECT_EQ(a.selection.top, 3U);
    EXPECT_EQ(a.selection.types, (std::vector<EntityType>{EntityType::project, EntityType::company, EntityType::park}));
}

TEST(Options, two_dashes_end_them) {
    EXPECT_EQ(parsed({"--quiet", "--", "--top", "-"}).operands, (std::vector<std::string>{"--top", "-"}));
}

TEST(Options, a_dash_alone_is_an_operand) {
    EXPECT_EQ(parsed({"-"}).operands, (std::vector<std::string>{"-"}));
}

TEST(Options, have_defaults) {
    const Arguments a = parsed({"x"});
    EXPECT_EQ(a.threads, 0U);
    EXPECT_FALSE(a.keep_going || a.stats || a.quiet || a.selection.top);
    EXPECT_TRUE(a.writing.texts && a.selection.isolated);
    EXPECT_EQ(a.selection.hops, 1U);
    EXPECT_EQ(a.min_confidence, 0);
}

TEST(Options, of_another_command_are_not_known) {
    const Command& explain_command = commands()[4];
    const std::vector<std::string_view> words{"g", "n", "--stats"};
    EXPECT_THROW(static_cast<void>(parse(explain_command, words)), UsageError);
}

TEST(Options, want_their_values) {
    EXPECT_EQ(complaint({"x", "--top"}), "--top wants N");
    EXPECT_EQ(complaint({"x", "--place="}), "--place wants NAME");
    EXPECT_EQ(complaint({"x", "--stats=1"}), "--stats takes no value");
    EXPECT_EQ(complaint({"x", "-q1"}), "-q takes no value");
}

void expect_unique_names(const Command& command) {
    std::set<std::string_view> names;
    for (const Option& option : options()) {
        if (!takes(command, option.group)) continue;
        EXPECT_TRUE(names.insert(option.name).second) << option.name;
    }
}

// Two groups may have options of one name, as long as no command takes both.
TEST(Options, have_unique_names_and_whole_rows) {
    for (const Command& command : commands()) {
        expect_unique_names(command);
        if (command.questions == nullptr) continue;
        for (const Command& question : command.questions()) expect_unique_names(question);
    }
    for (const Option& option : options()) {
        EXPECT_LE(option.summary.size(), 27U) << option.name;
        EXPECT_TRUE(option.description.ends_with('.')) << option.name;
        EXPECT_NE(option.apply, nullptr) << option.name;
    }
}

}  // namespace
}  // namespace guanxi
