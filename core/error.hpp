#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace guanxi {

/// Where in an input something is wrong: lines and columns count from 1, columns in code points; 0 means unknown.
struct Position {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// What the user can mend: an input, a file or the system said no. `what()` is the whole message:
/// `file:line:column: message`. The program prints it and exits 1.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message) : std::runtime_error(message) {}
    Error(const Position& at, const std::string& message) : std::runtime_error(place(at) + message) {}

private:
    static std::string place(const Position& at) {
        std::string text = at.file;
        if (at.line > 0) (text += ':') += std::to_string(at.line);
        if (at.column > 0) (text += ':') += std::to_string(at.column);
        return text.empty() ? text : text + ": ";
    }
};

/// The command line is wrong. The program prints it with a hint at `--help` and exits 2.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace guanxi
