#include <fmt/format.h>

#include "cli/help.hpp"

namespace guanxi {

namespace {

// A hyphen that a reader may copy is \-, a backslash is \e, and a line may not begin with a dot or a quote.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-') {
            out += "\\-";
        } else if (c == '\\') {
            out += "\\e";
        } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out += "\\&";
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

std::string entry(std::string_view term, std::string_view text) {
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(term), escaped(text));
}

std::string command_section(const Command& command) {
    std::string text =
        fmt::format(".SS guanxi {} {}\n{}\n", command.name, escaped(command.operands), escaped(command.description));
    if (!command.groups.empty()) {
        text += ".PP\nOptions:";
        for (const OptionGroup group : command.groups) text += fmt::format(" {},", heading(group));
        text.back() = '.';
        text += '\n';
    }
    return text + fmt::format(".PP\n.nf\n    {}\n.fi\n", escaped(command.example));
}

std::string option_section(OptionGroup group) {
    std::string text = fmt::format(".SS {}\n", heading(group));
    for (const Option& option : options()) {
        if (option.group == group) text += entry(syntax(option), option.description);
    }
    return text;
}

}  // namespace

std::string manual_page() {
    std::string text = fmt::format(
        ".TH GUANXI 1 \"\" \"guanxi {}\"\n"
        ".SH NAME\nguanxi \\- read Chinese reports and news into a knowledge graph with evidence\n"
        ".SH SYNOPSIS\n.B guanxi\n.I COMMAND\n[\\fIOPTION\\fR...] \\fIARGUMENT\\fR...\n"
        ".SH DESCRIPTION\n"
        "Reads Chinese prose and builds a graph of districts, projects, companies, programs and eight more kinds of\n"
        "entity, linked by what the text says about them. Each link carries the sentence that says it. It works "
        "offline,\n"
        "and the same input gives the same bytes.\n"
        ".SH COMMANDS\n",
        program_version());
    for (const Command& command : commands()) text += command_section(command);
    text += ".SH OPTIONS\n" + entry("--help", "Print the options of a command.");
    constexpr OptionGroup last = OptionGroup::loading;
    for (unsigned group = 0; group <= static_cast<unsigned>(last); ++group) {
        text += option_section(static_cast<OptionGroup>(group));
    }
    text += ".SH ENVIRONMENT\n";
    text += entry(
        "GUANXI_DATA",
        "The folder of the model and the word lists. Without it, the folder data beside the one of the program, then "
        "../share/guanxi.");
    text += entry(
        "GUANXI_INSTRUCTIONS",
        "The machine instructions of the tagger: portable, avx2, avx512_vnni or amx. The output is the same for each.");
    text += entry("GUANXI_USER, GUANXI_PASSWORD", "Who asks the server that a graph is loaded into.");
    text += entry("GUANXI_TOKEN", "The token to ask it with, instead.");
    text += ".SH EXIT STATUS\n";
    text += entry("0", "Done.");
    text += entry("1", "It could not be done; a message on standard error says why.");
    text += entry("2", "The command line is wrong.");
    return text;
}

}  // namespace guanxi
