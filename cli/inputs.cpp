#include "cli/inputs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "cli/suggestion.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> suffixes{".txt", ".md", ".markdown"};

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

Input input_of(const fs::path& path) {
    std::error_code unknown;
    const std::uintmax_t size = fs::file_size(path, unknown);
    return {path.string(), path.filename().string(), unknown ? 0 : size};
}

std::string missing(const fs::path& path) {
    std::error_code ignored;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) return fmt::format("there is no folder {}", folder.string());
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        if (!is_hidden(entry.path())) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return fmt::format("there is no file {}{}", path.string(), suggestion(path.filename().string(), names));
}

std::string shown(const std::string& path) {
    return path == "-" ? "standard input" : path;
}

[[noreturn]] void fail(std::string_view what, int error) {
    throw Error(fmt::format("cannot read {}: {}", what, std::generic_category().message(error)));
}

// A file that is open for reading, `-` for standard input; closed at the end.
class Descriptor {
public:
    explicit Descriptor(const std::string& path)
        : number_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (number_ < 0 && errno == ENOENT) throw Error(missing(path));
        if (number_ < 0) fail(path, errno);
        struct stat status {};
        if (::fstat(number_, &status) == 0 && S_ISDIR(status.st_mode)) {
            ::close(number_);
            fail(path, EISDIR);
        }
    }
    ~Descriptor() {
        if (number_ != STDIN_FILENO) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void add_folder(const fs::path& folder, Inputs& inputs) {
    const std::size_t before = inputs.files.size();
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    while (!error && at != fs::recursive_directory_iterator()) {
        if (is_hidden(at->path())) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file(error) && is_text_name(at->path().string())) {
            inputs.files.push_back(input_of(at->path()));
        }
        error.clear();
        const fs::path here = at->path();
        at.increment(error);
        if (error) inputs.problems.push_back(fmt::format("cannot read {}: {}", here.string(), error.message()));
    }
    if (error && inputs.files.size() == before && inputs.problems.empty()) {
        inputs.problems.push_back(fmt::format("cannot read {}: {}", folder.string(), error.message()));
    } else if (inputs.files.size() == before) {
        inputs.problems.push_back(fmt::format("there is no .txt, .md or .markdown file in {}", folder.string()));
    }
    std::sort(inputs.files.begin() + static_cast<std::ptrdiff_t>(before), inputs.files.end(),
              [](const Input& a, const Input& b) { return a.path < b.path; });
}

}  // namespace

bool is_text_name(const std::string& path) {
    std::string suffix = fs::path(path).extension().string();
    for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

Inputs find_inputs(const std::vector<std::string>& operands) {
    Inputs inputs;
    for (const std::string& operand : operands) {
        const fs::path path(operand);
        std::error_code ignored;
        if (operand == "-") {
            inputs.files.push_back({"-", "-", 0});
        } else if (fs::is_directory(path, ignored)) {
            add_folder(path, inputs);
        } else if (!fs::exists(path, ignored)) {
            inputs.problems.push_back(missing(path));
        } else {
            inputs.files.push_back(input_of(path));
        }
    }
    return inputs;
}

void check_readable(const std::string& path) {
    const Descriptor file(path);
}

std::string read_bytes(const std::string& path) {
    const Descriptor file(path);
    std::error_code unknown;
    const std::uintmax_t size = path == "-" ? 0 : fs::file_size(path, unknown);
    std::string bytes;
    if (!unknown) bytes.reserve(std::min(size, most_bytes));
    std::vector<char> block(std::size_t{1} << 16U);
    while (bytes.size() <= most_bytes) {
        const ssize_t count = ::read(file.number(), block.data(), block.size());
        if (count == 0) return bytes;
        if (count > 0) bytes.append(block.data(), static_cast<std::size_t>(count));
        if (count < 0 && errno != EINTR) fail(shown(path), errno);
    }
    throw Error(fmt::format("{} is larger than 1 GiB; cut it into several files", shown(path)));
}

}  // namespace guanxi
