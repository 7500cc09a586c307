#include "cli/program.hpp"

#include <fmt/format.h>

#include <array>
#include <csignal>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/suggestion.hpp"
#include "cli/unfinished.hpp"
#include "core/error.hpp"
#include "export/contract_error.hpp"

namespace guanxi {

namespace {

const Command* find_command(std::string_view name) {
    for (const Command& command : commands()) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

const Command& command_named(std::string_view name) {
    if (const Command* command = find_command(name)) return *command;
    std::vector<std::string> known{"--help", "--version"};
    for (const Command& command : commands()) known.emplace_back(command.name);
    const std::string_view what = name.starts_with('-') ? "option" : "command";
    throw UsageError(fmt::format("there is no {} '{}'{}", what, name, suggestion(name, known)));
}

// Whether help is asked for, among the options of a command.
bool asks_for_help(std::span<const std::string_view> words) {
    for (const std::string_view word : words) {
        if (word == "--") return false;
        if (word == "--help" || word == "-h") return true;
    }
    return false;
}

// The question that one of the words names, else the command itself.
const Command& asked_about(const Command& command, std::span<const std::string_view> words) {
    if (command.questions == nullptr) return command;
    for (const std::string_view word : words) {
        for (const Command& question : command.questions()) {
            if (question.name == word) return question;
        }
    }
    return command;
}

// A command that has questions is read twice: once to see which is asked, then by what this one takes.
void run_command(const Command& command, std::span<const std::string_view> words) {
    const Arguments arguments = parse(command, words);
    if (command.questions == nullptr) return command.run(arguments);
    if (&asked_about(command, std::array{std::string_view(arguments.operands[0])}) != &command &&
        &asked_about(command, std::array{std::string_view(arguments.operands[1])}) == &command) {
        throw UsageError(fmt::format("the graph comes first: guanxi {} {} {} ...", command.name, arguments.operands[1],
                                     arguments.operands[0]));
    }
    const Command& question = question_named(command, arguments.operands[1]);
    question.run(parse(question, words));
}

void run(std::span<const std::string_view> words) {
    if (words.empty()) throw UsageError("which command? 'guanxi --help' lists them");
    const std::string_view first = words.front();
    const std::span<const std::string_view> rest = words.subspan(1);
    if (first == "--help" || first == "-h" || (first == "help" && rest.empty())) return print(program_help());
    if (first == "--version") return print(fmt::format("guanxi {}\n", program_version()));
    if (first == "--manual-page") return print(manual_page());
    if (first == "--bash-completion") return print(bash_completion());
    if (first == "help") return print(command_help(asked_about(command_named(rest.front()), rest.subspan(1))));
    const Command& command = command_named(first);
    if (asks_for_help(rest)) return print(command_help(asked_about(command, rest)));
    run_command(command, rest);
}

std::string hint(std::span<const std::string_view> words) {
    const Command* command = words.empty() ? nullptr : find_command(words.front());
    if (command == nullptr) return "guanxi --help";
    const Command& asked = asked_about(*command, words.subspan(1));
    if (&asked == command) return fmt::format("guanxi {} --help", command->name);
    return fmt::format("guanxi {} {} --help", command->name, asked.name);
}

}  // namespace

std::string_view program_version() {
    return GUANXI_VERSION;
}

int run_program(std::span<const std::string_view> words) {
    remove_unfinished_files_on_signals();
    try {
        run(words);
        return 0;
    } catch (const ClosedPipe&) {
        // The reader has seen enough. All that was unfinished is gone; now end as a program that the pipe's signal
        // ends.
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
        return 1;
    } catch (const UsageError& error) {
        complain(fmt::format("{}\ntry '{}'", error.what(), hint(words)));
        return 2;
    } catch (const ContractError& error) {
        complain(error.what());
        const std::size_t more = error.problems().size() - 1;
        if (more > 0) complain(fmt::format("there are {} more problems; 'guanxi validate' lists them", more));
    } catch (const Error& error) {
        complain(error.what());
    } catch (const std::bad_alloc&) {
        complain("there is not enough memory; give it fewer or smaller inputs at once");
    } catch (const std::exception& error) {
        complain(fmt::format("this is a mistake in the program, please report it: {}", error.what()));
    }
    return 1;
}

}  // namespace guanxi
