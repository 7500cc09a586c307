#pragma once

#include <exception>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/file_buffer.hpp"

namespace guanxi {

/// Who read our standard output reads no more: not a failure, but no reason to go on.
struct ClosedPipe : std::exception {
    [[nodiscard]] const char* what() const noexcept override { return "the reader of standard output is gone"; }
};

/// A file that comes into being whole or not at all: what is written goes to another name in the same folder, which
/// takes its real name at commit(). A device or a pipe is written to directly, and a link's target is what is replaced.
class OutputFile {
public:
    /// Opens it. Throws Error if the folder is missing or does not let us.
    explicit OutputFile(const std::string& path) : OutputFile(path, path) {}
    /// The same, with the name that messages call it by.
    OutputFile(const std::string& path, std::string shown);
    /// Removes what was not committed.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    [[nodiscard]] std::ostream& stream() { return stream_; }
    /// Writes out what is buffered and closes it. Throws Error if anything could not be written.
    void finish();
    /// Gives it its name. Throws Error.
    void commit();

private:
    std::string shown_;                 // as the user wrote it, for messages
    std::filesystem::path path_;        // links followed
    std::filesystem::path unfinished_;  // empty for what is written to directly
    FileBuffer buffer_;
    std::ostream stream_{&buffer_};
};

/// Throws the Error that says what the system said.
[[noreturn]] void fail_to_write(std::string_view shown, int error);
/// A name beside the target that no other run of ours has, so that a rename stays within one file system.
[[nodiscard]] std::filesystem::path unfinished_name(const std::filesystem::path& target);

/// Standard output as a stream.
class StandardOutput {
public:
    [[nodiscard]] std::ostream& stream() { return stream_; }
    /// Writes out what is buffered. Throws ClosedPipe if nobody reads it, Error if it could not be written.
    void finish();

private:
    FileBuffer buffer_{1};
    std::ostream stream_{&buffer_};
};

/// Prints a text on standard output; throws as StandardOutput::finish does.
void print(std::string_view text);

/// Whether standard output, or standard error, is a terminal.
[[nodiscard]] bool output_is_terminal();
[[nodiscard]] bool errors_are_terminal();

}  // namespace guanxi
