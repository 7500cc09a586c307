#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/help.hpp"

namespace guanxi {

namespace {

// The questions of a command stand behind its first operand.
std::string question_case(const Command& command) {
    std::vector<std::string_view> names;
    for (const Command& question : command.questions()) names.push_back(question.name);
    return fmt::format(
        "    if [ \"${{COMP_WORDS[1]}}\" = {} ] && [ \"$COMP_CWORD\" -eq 3 ]; then\n"
        "        mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$2\")\n"
        "        return\n"
        "    fi\n",
        command.name, fmt::join(names, " "));
}

std::string option_names(const Command& command) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : options()) {
        if (takes(command, option.group)) names.push_back(fmt::format("--{}", option.name));
    }
    return fmt::format("{}", fmt::join(names, " "));
}

}  // namespace

std::string bash_completion() {
    std::vector<std::string_view> names;
    std::string cases;
    std::string questions;
    for (const Command& command : commands()) {
        names.push_back(command.name);
        cases += fmt::format("        {}) words='{}' ;;\n", command.name, option_names(command));
        if (command.questions != nullptr) questions += question_case(command);
    }
    return fmt::format(
        "# bash completion for guanxi\n"
        "_guanxi() {{\n"
        "    local words=''\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "        mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- \"$2\")\n"
        "        return\n"
        "    fi\n{}"
        "    case \"${{COMP_WORDS[1]}}\" in\n{}    esac\n"
        "    case \"$2\" in\n"
        "        -*) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$2\") ;;\n"
        "        *) mapfile -t COMPREPLY < <(compgen -f -- \"$2\") ;;\n"
        "    esac\n"
        "}}\n"
        "complete -o filenames -F _guanxi guanxi\n",
        fmt::join(names, " "), questions, cases);
}

}  // namespace guanxi
