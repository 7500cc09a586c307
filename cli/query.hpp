#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answer.hpp"
#include "cli/arguments.hpp"
#include "cli/options.hpp"

namespace guanxi {

/// What a question is answered from. `graph` is what the options leave of the graph; `names` are the entities that the
/// question is about, found in it.
struct Asked {
    const Graph& graph;
    std::vector<EntityIndex> names;
    const Arguments& arguments;
    std::string pattern;               ///< of `find`
    bool writes_graph = false;         ///< with -o
    std::optional<std::size_t> limit;  ///< rows of each table
};

/// What stands behind the name of a question.
enum class Operands : std::uint8_t { names, pattern };

/// Which facts a question is about: all, or those alone that join, which a denied one does not.
enum class Facts : std::uint8_t { all, joining };

/// One question.
struct Question {
    std::string_view name;
    std::string_view operands;     ///< `A B`
    std::string_view summary;      ///< one line for the list of questions
    std::string_view description;  ///< for its own help: lines of at most 100 columns
    std::string_view example;
    std::span<const OptionGroup> groups;
    std::size_t least_names = 0;
    std::size_t most_names = 0;
    Answer (*answer)(const Asked& asked) = nullptr;
    Facts facts = Facts::all;
    Operands what = Operands::names;
    std::size_t lines = 0;  ///< of each table in text if --limit says nothing; 0: all
};

/// All questions, in the order of the help text.
[[nodiscard]] std::span<const Question> questions();

Answer answer_find(const Asked& asked);
Answer answer_show(const Asked& asked);
Answer answer_around(const Asked& asked);
Answer answer_path(const Asked& asked);
Answer answer_common(const Asked& asked);
Answer answer_deps(const Asked& asked);
Answer answer_impact(const Asked& asked);
Answer answer_order(const Asked& asked);
Answer answer_cycles(const Asked& asked);
Answer answer_critical(const Asked& asked);
Answer answer_top(const Asked& asked);
Answer answer_groups(const Asked& asked);
Answer answer_components(const Asked& asked);
Answer answer_timeline(const Asked& asked);
Answer answer_figures(const Asked& asked);
Answer answer_plans(const Asked& asked);
Answer answer_money(const Asked& asked);

/// How many of so many the limit lets be told.
[[nodiscard]] std::size_t within_limit(const Asked& asked, std::size_t count);

/// Whether the kinds that are asked for have this entity's; all have if none is asked for.
[[nodiscard]] bool is_of_kind(const Asked& asked, EntityIndex index);
/// Whether one of the fact's ends is of a kind that is asked for.
[[nodiscard]] bool joins_kind(const Asked& asked, FactIndex index);

/// `District 行政区划`.
[[nodiscard]] std::string kind_of(const Entity& entity);

}  // namespace guanxi
