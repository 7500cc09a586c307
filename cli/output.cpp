#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "cli/unfinished.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

// If standard output or error was closed, the file must not take its number: messages would go into it.
int above_standard(int descriptor) {
    if (descriptor < 0 || descriptor > STDERR_FILENO) return descriptor;
    const int other = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(descriptor);
    return other;
}

}  // namespace

void fail_to_write(std::string_view shown, int error) {
    throw Error(fmt::format("cannot write {}: {}", shown, std::generic_category().message(error)));
}

fs::path unfinished_name(const fs::path& target) {
    static unsigned count = 0;
    return target.parent_path() / fmt::format(".guanxi-{}-{}", ::getpid(), ++count);
}

OutputFile::OutputFile(const std::string& path, std::string shown) : shown_(std::move(shown)), path_(path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path_, ignored);
    if (fs::is_directory(status)) throw Error(fmt::format("cannot write {}: it is a folder", shown_));
    const fs::path folder = path_.has_parent_path() ? path_.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) {
        throw Error(fmt::format("cannot write {}: there is no folder {}", shown_, folder.string()));
    }
    if (fs::is_symlink(fs::symlink_status(path_, ignored)) && fs::exists(status)) path_ = fs::canonical(path_);
    const bool direct = fs::exists(status) && !fs::is_regular_file(status);
    if (!direct) unfinished_ = unfinished_name(path_);
    const fs::path& opened = direct ? path_ : unfinished_;
    const int descriptor =
        above_standard(::open(opened.c_str(), O_WRONLY | O_CLOEXEC | (direct ? 0 : O_CREAT | O_EXCL), 0666));
    if (descriptor < 0) {
        unfinished_.clear();
        fail_to_write(shown_, errno);
    }
    buffer_.open(descriptor);
    if (!direct) remember_unfinished(unfinished_.string());
}

OutputFile::~OutputFile() {
    if (buffer_.descriptor() >= 0) ::close(buffer_.descriptor());
    if (!unfinished_.empty()) {
        ::unlink(unfinished_.c_str());
        forget_unfinished(unfinished_.string());
    }
}

void OutputFile::finish() {
    int error = buffer_.flush_all();
    if (::close(buffer_.descriptor()) != 0 && error == 0) error = errno;
    buffer_.open(-1);
    if (error == 0 && !stream_) error = EIO;
    if (error != 0) fail_to_write(shown_, error);
}

void OutputFile::commit() {
    if (unfinished_.empty()) return;
    if (::rename(unfinished_.c_str(), path_.c_str()) != 0) fail_to_write(shown_, errno);
    forget_unfinished(unfinished_.string());
    unfinished_.clear();
}

void StandardOutput::finish() {
    const int error = buffer_.flush_all();
    if (error == EPIPE) throw ClosedPipe();
    if (error != 0 || !stream_) fail_to_write("standard output", error != 0 ? error : EIO);
}

void print(std::string_view text) {
    StandardOutput out;
    out.stream().write(text.data(), static_cast<std::streamsize>(text.size()));
    out.finish();
}

bool output_is_terminal() {
    return ::isatty(STDOUT_FILENO) == 1;
}
bool errors_are_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace guanxi
