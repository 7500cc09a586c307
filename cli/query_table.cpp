#include <array>
#include <limits>

#include "cli/commands.hpp"
#include "cli/query.hpp"

namespace guanxi {

namespace {

using enum OptionGroup;

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
constexpr std::array kind_groups{answer, narrowing, kinds, output, picture};
constexpr std::array walk_groups{answer, narrowing, kinds, walk, output, picture};
constexpr std::array path_groups{answer, narrowing, ways, output, picture};
constexpr std::array need_groups{answer, narrowing, kinds, needs, output, picture};
constexpr std::array cycle_groups{answer, narrowing, needs, output, picture};
constexpr std::array top_groups{answer, narrowing, kinds, ranking, output, picture};
constexpr std::array figure_groups{answer, narrowing, kinds, figures, output, picture};

constexpr std::array table{
    Question{"find", "PATTERN", "entities by a part of their name, or with * and ?",
             "Lists the entities whose name, other name, id or code has PATTERN in it, or fits it as a whole if it\n"
             "has * (any characters) or ? (one). Whose name it is comes first, then by the number of facts.",
             "guanxi query report.jsonld find '*二期'", kind_groups, 1, 1, answer_find, Facts::all, Operands::pattern},
    Question{"show", "NAME", "all about one entity: facts, figures, documents",
             "Shows the facts and figures of one entity and the documents that speak of it.",
             "guanxi query report.jsonld show 湖里区", kind_groups, 1, 1, answer_show},
    Question{"around", "NAME", "what lies around it",
             "Lists the facts among the entities that are at most --hops facts away.",
             "guanxi query report.jsonld around 湖里区 --hops 2 --type Project", walk_groups, 1, 1, answer_around},
    Question{"path", "A B", "how two are joined: the facts on the way, with sentences",
             "Shows the shortest path from one entity to another, directions aside, or with --all every path,\n"
             "of which 50 are told if --limit says nothing. --without the city shows others than through it.",
             "guanxi query report.jsonld path 湖里区 五缘湾 --all --longest 3", path_groups, 2, 2, answer_path,
             Facts::joining, Operands::names, 50},
    Question{"common", "A B...", "what they share: neighbours and documents",
             "Lists the entities that a fact joins with each of these, and the documents that speak of all.",
             "guanxi query report.jsonld common 湖里区 集美区", kind_groups, 2, any_number, answer_common,
             Facts::joining},
    Question{"deps", "NAME", "what it needs, and what that needs",
             "What an entity needs, transitively: A needs B where A dependsOn B, and a whole needs its parts\n"
             "(B partOf A). --over adds relations whose subject then needs the object.",
             "guanxi query report.jsonld deps 厦门新机场 --over locatedIn", need_groups, 1, 1, answer_deps,
             Facts::joining},
    Question{"impact", "NAME", "what needs it, and what needs that",
             "What needs an entity, transitively: what would feel it if it failed. 'deps' says what needs what.",
             "guanxi query report.jsonld impact 西丽高铁枢纽 --over settlesIn", need_groups, 1, 1, answer_impact,
             Facts::joining},
    Question{"order", "", "in which order things can come, what is needed first",
             "Lists what needs or is needed by levels: level 1 needs nothing, each other one only what stands\n"
             "before it. What needs one another in a ring shares a level; 'cycles' shows the rings.",
             "guanxi query report.jsonld order --over dependsOn", need_groups, 0, 0, answer_order, Facts::joining},
    Question{"cycles", "", "what needs itself in a ring, with sentences",
             "Lists the rings of needs, shortest first, each with the facts that close it and their sentences;\n"
             "20 if --limit says nothing.",
             "guanxi query report.jsonld cycles --over supports,builds", cycle_groups, 0, 0, answer_cycles,
             Facts::joining, Operands::names, 20},
    Question{"critical", "", "what holds the graph together",
             "Lists the entities and the facts without which the graph would fall apart (articulation points and\n"
             "bridges), those that would cut off most first; 20 of each if --limit says nothing.",
             "guanxi query report.jsonld critical --limit 10", kind_groups, 0, 0, answer_critical, Facts::joining,
             Operands::names, 20},
    Question{"top", "", "the most central entities",
             "Lists entities by how central they are, over all facts; 20 if --limit says nothing.",
             "guanxi query report.jsonld top --by betweenness --type Project,Park", top_groups, 0, 0, answer_top,
             Facts::joining},
    Question{"groups", "[NAME]", "groups that have most to do with one another",
             "Parts the graph into groups of entities with more facts among them than chance (Louvain method).\n"
             "With a NAME: the members of its group.",
             "guanxi query report.jsonld groups --without 厦门市", kind_groups, 0, 1, answer_groups, Facts::joining},
    Question{"components", "[NAME]", "parts that no fact joins",
             "Lists the parts of the graph that hang together. With a NAME: the members of its part.",
             "guanxi query report.jsonld components --without 厦门市", kind_groups, 0, 1, answer_components,
             Facts::joining},
    Question{"timeline", "[NAME]", "what was when, and what is to come",
             "Facts and figures of an entity, or of the --year, in order of time, what is done before what is\n"
             "planned. Without both: how many each year has.",
             "guanxi query report.jsonld timeline 湖里区 --year 2021/2025", kind_groups, 0, 1, answer_timeline},
    Question{"figures", "[NAME]", "quantities, comparable over years and places",
             "Lists figures by indicator, those of one indicator in one unit. With --by-year each year has a\n"
             "column; then what is planned stands above what came of it.",
             "guanxi query report.jsonld figures --indicator 地区生产总值 --by-year", figure_groups, 0, 1,
             answer_figures},
    Question{"plans", "[NAME]", "what is planned, with amounts",
             "Lists planned facts, those with an amount first, then by year, and planned figures of money.",
             "guanxi query report.jsonld plans --type Project --year 2025", kind_groups, 0, 1, answer_plans},
    Question{"money", "[NAME]", "who puts how much into what",
             "Lists investments and other facts with an amount of money, the largest first, and figures of money\n"
             "that is put into something (investment, funds, loans, relief).",
             "guanxi query report.jsonld money --status done --evidence", kind_groups, 0, 1, answer_money},
};

}  // namespace

std::span<const Question> questions() {
    return table;
}

std::span<const Command> query_commands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> list;
        for (const Question& question : table) {
            // The graph and the question come before the names.
            const std::size_t most = question.most_names == any_number ? any_number : question.most_names + 2;
            list.push_back({question.name, question.operands, question.summary, question.description, question.example,
                            question.groups, question.least_names + 2, most, query, nullptr, "query GRAPH "});
        }
        return list;
    }();
    return commands;
}

}  // namespace guanxi
