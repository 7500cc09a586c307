#include "cli/messages.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/printable.hpp"

namespace guanxi {

void complain(std::string_view message) {
    while (!message.empty()) {
        const std::size_t end = message.find('\n');
        const std::string line = fmt::format("guanxi: {}\n", printable(message.substr(0, end)));
        std::fputs(line.c_str(), stderr);  // which does not throw if standard error is closed
        if (end == std::string_view::npos) break;
        message.remove_prefix(end + 1);
    }
}

void warn(std::string_view message) {
    complain(fmt::format("warning: {}", message));
}

}  // namespace guanxi
