#include "export/detail/temporary_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "core/error.hpp"

namespace guanxi {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;

[[noreturn]] void fail(const std::string& path, int error) {
    throw Error(fmt::format("cannot use the temporary file {}: {}; the variable TMPDIR names another folder for it",
                            path, std::generic_category().message(error)));
}

}  // namespace

TemporaryFile::TemporaryFile() {
    std::error_code none;
    std::filesystem::path folder = std::filesystem::temp_directory_path(none);
    if (none) folder = "/tmp";
    path_ = (folder / "guanxi-XXXXXX").string();
    descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail(path_, errno);
    named_ = true;
}

TemporaryFile::~TemporaryFile() {
    hide();
    ::close(descriptor_);
}

void TemporaryFile::hide() {
    if (named_) ::unlink(path_.c_str());
    named_ = false;
}

void TemporaryFile::put(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) fail(path_, errno);
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void TemporaryFile::fill(std::istream& in, const std::string& file) {
    std::vector<char> block(block_size);
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        if (in.bad()) throw Error({file, 0, 0}, "the file could not be read");
        put({block.data(), static_cast<std::size_t>(in.gcount())});
    }
}

void TemporaryFile::copy_to(std::ostream& out) const {
    std::vector<char> block(block_size);
    off_t at = 0;
    while (out) {
        const ssize_t count = ::pread(descriptor_, block.data(), block.size(), at);
        if (count < 0 && errno != EINTR) fail(path_, errno);
        if (count == 0) return;
        if (count < 0) continue;
        out.write(block.data(), count);
        at += count;
    }
}

}  // namespace guanxi
