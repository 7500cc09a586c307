#include "cli/output_folder.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "cli/unfinished.hpp"
#include "core/error.hpp"

namespace guanxi {
namespace {

namespace fs = std::filesystem;

const Format form{.name = "pair", .file_names = [] { return std::vector<std::string>{"a.csv", "b.csv"}; }};

class OutputFolderTest : public testing::Test {
protected:
    void SetUp() override {
        fs::remove_all(parent_);
        fs::create_directory(parent_);
    }
    void TearDown() override { fs::remove_all(parent_); }

    [[nodiscard]] std::vector<std::string> names(const fs::path& folder) const {
        std::vector<std::string> list;
        for (const auto& entry : fs::directory_iterator(folder)) list.push_back(entry.path().filename().string());
        std::sort(list.begin(), list.end());
        return list;
    }
    static std::string content(const fs::path& path) {
        std::ifstream in(path);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    const fs::path parent_ = fs::temp_directory_path() / ("guanxi_folder_" + std::to_string(::getpid()));
    const fs::path target_ = parent_ / "out";
};

using Names = std::vector<std::string>;

TEST_F(OutputFolderTest, ComesIntoBeingWhole) {
    OutputFolder folder(target_.string(), form);
    folder.open("a.csv") << "first";
    folder.open("b.csv") << "second";
    folder.finish();
    EXPECT_FALSE(fs::exists(target_));
    folder.commit();
    EXPECT_EQ(names(parent_), Names{"out"});
    EXPECT_EQ(content(target_ / "a.csv"), "first");
    EXPECT_EQ(content(target_ / "b.csv"), "second");
}

TEST_F(OutputFolderTest, LeavesNothingWithoutCommit) {
    {
        OutputFolder folder(target_.string() + "/", form);
        folder.open("a.csv") << "first";
        folder.open("b.csv") << "second";
    }
    EXPECT_EQ(names(parent_), Names{});
}

TEST_F(OutputFolderTest, ReplacesItsOwnAlone) {
    fs::create_directory(target_);
    std::ofstream(target_ / "b.csv") << "old";
    OutputFolder folder(target_.string(), form);
    folder.open("a.csv") << "new";
    folder.finish();
    EXPECT_EQ(content(target_ / "b.csv"), "old");
    folder.commit();
    EXPECT_EQ(names(target_), Names{"a.csv"});
    EXPECT_EQ(names(parent_), Names{"out"});
}

// Somebody puts a file of theirs there while we write.
TEST_F(OutputFolderTest, LooksAgainBeforeItReplaces) {
    fs::create_directory(target_);
    {
        OutputFolder folder(target_.string(), form);
        folder.open("a.csv") << "new";
        folder.finish();
        std::ofstream(target_ / "notes.txt") << "mine";
        EXPECT_THROW(folder.commit(), Error);
    }
    EXPECT_EQ(names(target_), Names{"notes.txt"});
    EXPECT_EQ(names(parent_), Names{"out"});
}

TEST_F(OutputFolderTest, TakesNoNameThatSomebodyTookMeanwhile) {
    OutputFolder folder(target_.string(), form);
    folder.open("a.csv") << "new";
    folder.finish();
    std::ofstream(target_) << "a file";
    EXPECT_THROW(folder.commit(), Error);
    EXPECT_EQ(content(target_), "a file");
}

// Files that are finished, one that is begun, and the folder itself.
TEST_F(OutputFolderTest, ASignalLeavesNothing) {
    const pid_t child = ::fork();
    if (child == 0) {
        remove_unfinished_files_on_signals();
        OutputFolder folder(target_.string(), form);
        folder.open("a.csv") << "first";
        folder.open("b.csv") << std::string(1U << 20U, 'x');
        if (names(parent_).size() != 1) ::_exit(7);
        std::raise(SIGTERM);
        ::_exit(8);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << WEXITSTATUS(status);
    EXPECT_EQ(names(parent_), Names{});
}

}  // namespace
}  // namespace guanxi
