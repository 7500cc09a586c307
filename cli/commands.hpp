#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace guanxi {

/// One command of the program.
struct Command {
    std::string_view name;
    std::string_view operands;     ///< `INPUT...`
    std::string_view summary;      ///< one line for the list of commands
    std::string_view description;  ///< for its own help: lines of at most 100 columns
    std::string_view example;
    std::span<const OptionGroup> groups;
    std::size_t least_operands = 1;
    std::size_t most_operands = 1;
    /// Throws Error if it could not; UsageError if it was asked for what cannot be.
    void (*run)(const Arguments& arguments) = nullptr;
    /// Questions: commands of which the second operand names one. Null for a command that has none.
    std::span<const Command> (*questions)() = nullptr;
    std::string_view before;  ///< of a question: what stands before its name, `query GRAPH `
};

/// All commands, in the order of the help text.
[[nodiscard]] std::span<const Command> commands();

/// `build`; of a question `query GRAPH path`.
[[nodiscard]] std::string full_name(const Command& command);

/// The question that is named. Throws UsageError with the nearest names.
[[nodiscard]] const Command& question_named(const Command& command, std::string_view name);

/// Whether a command takes the options of a group.
[[nodiscard]] bool takes(const Command& command, OptionGroup group);

void build(const Arguments& arguments);
void convert(const Arguments& arguments);
void merge(const Arguments& arguments);
void trace(const Arguments& arguments);
void explain(const Arguments& arguments);
void diff(const Arguments& arguments);
void validate(const Arguments& arguments);
void load(const Arguments& arguments);
void evaluate(const Arguments& arguments);
void classes(const Arguments& arguments);
void train(const Arguments& arguments);
void query(const Arguments& arguments);
[[nodiscard]] std::span<const Command> query_commands();

}  // namespace guanxi
