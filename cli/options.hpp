#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace guanxi {

/// Options that stand together in the help text and belong to the same commands.
enum class OptionGroup : std::uint8_t {
    text,
    run,
    output,
    selection,
    picture,
    evaluation,
    training,
    grouping,
    comparison,
    loading,
    answer,
    narrowing,
    kinds,
    walk,
    ways,
    needs,
    ranking,
    figures
};
inline constexpr std::size_t option_group_count = 18;
[[nodiscard]] std::string_view heading(OptionGroup group);

/// One option: help text, manual page, completion and parser walk the table of them.
struct Option {
    OptionGroup group = OptionGroup::text;
    std::string_view name;         ///< `top`, without dashes
    char letter = 0;               ///< `o` of `-o`
    std::string_view argument;     ///< `N`; empty for a switch
    std::string_view summary;      ///< for the help text: at most 27 columns
    std::string_view description;  ///< for the manual page: whole sentences
    /// Sets what the option says. Throws UsageError for a value that cannot be.
    void (*apply)(Arguments& arguments, std::string_view value) = nullptr;
};

/// All options, in the order of the help text.
[[nodiscard]] std::span<const Option> options();

/// `-o, --output FILE`.
[[nodiscard]] std::string syntax(const Option& option);

struct Command;

/// Reads the arguments of a command: options in any order, `--name VALUE` or `--name=VALUE`, `--` before operands that
/// begin with a dash. Throws UsageError, with the nearest name where one is near.
[[nodiscard]] Arguments parse(const Command& command, std::span<const std::string_view> words);

}  // namespace guanxi
