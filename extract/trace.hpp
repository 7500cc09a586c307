#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace guanxi {

/// One thing that a stage did: what it read where, by which rule; or what it dropped, and why.
struct TraceLine {
    std::string_view stage;  ///< `recognise`
    Span span;
    std::string rule;
    std::string message;
};

/// What the stages say of their work, for `guanxi trace`. Stages take a pointer that is null when nobody asks.
struct Trace {
    std::vector<TraceLine> lines;
    void note(std::string_view stage, Span span, std::string_view rule, std::string message) {
        lines.push_back({stage, span, std::string(rule), std::move(message)});
    }
};

}  // namespace guanxi
