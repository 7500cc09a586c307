// Runs the sessions in tests/golden/cli: shell commands with what they print and how they end. Each session runs in an
// empty folder, with the program as `guanxi` and the sources as $SOURCES. With GUANXI_UPDATE set, the sessions are
// rewritten from what happens.
//
//   # a comment
//   $ guanxi --version
//   guanxi 0.1.0
//   $ guanxi nosuch
//   ! guanxi: there is no command 'nosuch'       <- standard error
//   [2]                                          <- exit code, if not 0
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path sessions = fs::path(SOURCE_DIR) / "tests" / "golden" / "cli";

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string with_margin(const std::string& text, const std::string& margin) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += margin + line + '\n';
    return out;
}

// The folder a session runs in, gone afterwards; the program's name beside it.
class Place {
public:
    explicit Place(const std::string& name)
        : path_(fs::temp_directory_path() / ("guanxi_" + name + "_" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_ / "bin");
        fs::create_directories(path_ / "here");
        fs::create_symlink(PROGRAM, path_ / "bin" / "guanxi");
    }
    ~Place() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    // What a command prints and how it ends, as it stands in a session.
    [[nodiscard]] std::string run(const std::string& command) const {
        std::ofstream(path_ / "command") << command << '\n';
        const std::string line = "cd '" + (path_ / "here").string() + "' && PATH='" + (path_ / "bin").string() +
                                 "':$PATH SOURCES='" SOURCE_DIR
                                 "' LC_ALL=C.UTF-8 bash ../command >../out 2>../err </dev/null";
        const int status = std::system(line.c_str());
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        std::string text = with_margin(content(path_ / "out"), "") + with_margin(content(path_ / "err"), "! ");
        if (code != 0) text += "[" + std::to_string(code) + "]\n";
        return without(text, SOURCE_DIR);
    }

private:
    // Where the sources lie is nobody's business.
    static std::string without(std::string text, const std::string& folder) {
        for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
            text.replace(at, folder.size(), "$SOURCES");
        }
        return text;
    }
    fs::path path_;
};

// The session with what happens now in place of what it expects.
std::string replay(const fs::path& file) {
    const Place place(file.stem().string());
    std::istringstream lines(content(file));
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# ")) text += line + '\n';
        if (line.starts_with("$ ")) text += line + '\n' + place.run(line.substr(2));
    }
    return text;
}

std::vector<std::string> session_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(sessions)) {
        if (entry.path().extension() == ".session") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

class Session : public testing::TestWithParam<std::string> {};

TEST_P(Session, prints_what_it_should) {
    const fs::path file = sessions / (GetParam() + ".session");
    const std::string now = replay(file);
    if (std::getenv("GUANXI_UPDATE") != nullptr) std::ofstream(file, std::ios::binary) << now;
    EXPECT_EQ(now, content(file));
}

INSTANTIATE_TEST_SUITE_P(Golden, Session, testing::ValuesIn(session_names()),
                         [](const auto& name) { return name.param; });

}  // namespace
