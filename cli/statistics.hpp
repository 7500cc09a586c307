#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotation.hpp"
#include "core/graph.hpp"

namespace guanxi {

/// Seconds since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// What `--stats` says of a run.
class Statistics {
public:
    /// Adds to the time of a stage; stages stand in the order they are first named.
    void add(std::string_view stage, double seconds);
    void count(const Extraction& extraction);
    /// On standard error.
    void print(const Graph& graph, unsigned threads) const;

private:
    Stopwatch whole_;
    std::vector<std::pair<std::string, double>> stages_;
    std::uint64_t bytes_ = 0;
    std::uint64_t sentences_ = 0;
    std::uint64_t tokens_ = 0;
    std::uint64_t mentions_ = 0;
    std::uint64_t relations_ = 0;
    std::uint64_t measurements_ = 0;
};

}  // namespace guanxi
