#pragma once

#include <chrono>
#include <cstdint>

namespace guanxi {

/// A progress bar on standard error, drawn only on a terminal and only if the work takes longer than a second. Gone
/// when it is destroyed.
class Progress {
public:
    /// `total` is the sum of what show() will be given at the end; `shown` as `--quiet` wants it.
    enum class Visibility : std::uint8_t { hidden, on_terminal };
    Progress(std::uintmax_t total, Visibility visibility);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::uintmax_t done);
    /// Takes the bar off the line, before a message.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    std::uintmax_t total_;
    bool visible_;
    bool drawn_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
};

}  // namespace guanxi
