#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"

namespace guanxi {

/// A saved graph breaks the contract: `what()` is the first problem, `problems()` are all that were looked for, in the
/// order found, each with its place.
class ContractError : public Error {
public:
    explicit ContractError(std::vector<std::string> problems)
        : Error(problems.empty() ? std::string() : problems.front()), problems_(std::move(problems)) {}
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }

private:
    std::vector<std::string> problems_;
};

/// Readers stop looking for more problems after this many.
inline constexpr std::size_t most_problems = 100;

}  // namespace guanxi
