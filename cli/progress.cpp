#include "cli/progress.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "cli/output.hpp"

namespace guanxi {

namespace {

constexpr std::uintmax_t width = 40;

void draw(const std::string& line) {
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace

Progress::Progress(std::uintmax_t total, Visibility visibility)
    : total_(total), visible_(visibility == Visibility::on_terminal && total > 0 && errors_are_terminal()) {}

void Progress::show(std::uintmax_t done) {
    using namespace std::chrono_literals;
    if (!visible_) return;
    const Clock::time_point now = Clock::now();
    if (now - begin_ < 1s || now - last_ < 100ms) return;
    last_ = now;
    drawn_ = true;
    const std::uintmax_t shown = done < total_ ? done : total_;
    const std::uintmax_t filled = width * shown / total_;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    const double left = shown == 0 ? 0 : seconds * static_cast<double>(total_ - shown) / static_cast<double>(shown);
    draw(fmt::format("\r[{}{}] {:3d} %  {:.0f} s left \x1b[K", std::string(filled, '#'),
                     std::string(width - filled, '.'), 100 * shown / total_, left));
}

void Progress::clear() {
    if (!drawn_) return;
    drawn_ = false;
    draw("\r\x1b[K");
}

}  // namespace guanxi
