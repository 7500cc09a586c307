#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "cli/printable.hpp"
#include "cli/query.hpp"
#include "core/error.hpp"
#include "core/explanation.hpp"
#include "core/paths.hpp"

namespace guanxi {

namespace {

constexpr std::size_t most_paths = 10'000;

std::string name_of(const Asked& asked, std::size_t name) {
    return printable(asked.graph.entity(asked.names[name]).name);
}

// The documents that say something of an entity.
std::set<DocumentIndex> documents_of(const Graph& graph, EntityIndex entity) {
    std::set<DocumentIndex> found;
    const auto add = [&](const std::vector<Evidence>& evidence) {
        for (const Evidence& why : evidence) found.insert(graph.quotes()[why.quote].document);
    };
    for (const FactIndex i : graph.facts_of(entity)) add(graph.fact(i).evidence);
    for (const ObservationIndex i : graph.observations_of(entity)) add(graph.observations()[i].evidence);
    return found;
}

// `甲公司 —投资→ 乙项目 ←建设— 丙区`; several facts of one step stand together.
std::string chain(const Graph& graph, const Path& path) {
    std::string text = printable(graph.entity(path.front()).name);
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        std::vector<std::string> links;
        for (const FactIndex index : as_told(graph, facts_between(graph, path[i], path[i + 1]))) {
            const Fact& fact = graph.fact(index);
            const std::string_view label = info(fact.predicate).label_zh;
            std::string link = fact.subject == path[i] ? fmt::format("—{}→", label) : fmt::format("←{}—", label);
            if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(std::move(link));
        }
        text += fmt::format(" {} {}", fmt::join(links, " "), printable(graph.entity(path[i + 1]).name));
    }
    return text;
}

std::string about_paths(const Asked& asked, const Paths& found) {
    const QuestionOptions& options = asked.arguments.question;
    if (found.paths.empty() && options.all) {
        return fmt::format("no path of at most {} fact{} joins {} and {}\n", options.longest,
                           options.longest == 1 ? "" : "s", name_of(asked, 0), name_of(asked, 1));
    }
    if (found.paths.empty()) {
        return fmt::format("no chain of facts joins {} and {}\n", name_of(asked, 0), name_of(asked, 1));
    }
    std::string text;
    if (!options.all) return chain(asked.graph, found.paths.front()) + '\n';
    text = fmt::format("{} path{}", found.paths.size(), found.paths.size() == 1 ? "" : "s");
    if (!found.complete) text += " and more: look for fewer with --longest, --relation or --without";
    return text + '\n';
}

}  // namespace

Answer answer_path(const Asked& asked) {
    const QuestionOptions& options = asked.arguments.question;
    Paths found;
    if (options.all) {
        found = simple_paths(asked.graph, asked.names[0], asked.names[1], {options.longest, most_paths});
    } else if (Path path = shortest_path(asked.graph, asked.names[0], asked.names[1]); !path.empty()) {
        found.paths.push_back(std::move(path));
    }
    // Many paths are told by their chains; the facts of each step then come with the sentences.
    Table paths{"paths", {{"path"}, {"facts"}, {"chain"}}, {}, !options.all || options.evidence};
    Table table{
        "steps", {{"path", Shown::once}, {"step", Shown::once}, {"fact"}}, {}, options.all && !options.evidence, true};
    if (!options.all) table.columns[0].shown = Shown::json_only;
    for (std::size_t p = 0; p < found.paths.size(); ++p) {
        const Path& path = found.paths[p];
        paths.rows.push_back(
            {static_cast<std::int64_t>(p + 1), static_cast<std::int64_t>(path.size() - 1), chain(asked.graph, path)});
        if (p >= within_limit(asked, found.paths.size())) continue;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            for (const FactIndex fact : as_told(asked.graph, facts_between(asked.graph, path[i], path[i + 1]))) {
                table.rows.push_back(
                    {static_cast<std::int64_t>(p + 1), static_cast<std::int64_t>(i + 1), FactCell{fact}});
            }
        }
    }
    Answer answer;
    answer.said = about_paths(asked, found);
    if (!found.complete) answer.counts = {{"more_than", static_cast<std::int64_t>(found.paths.size())}};
    answer.tables = {std::move(paths), std::move(table)};
    answer.with_evidence = !options.all;
    return answer;
}

Answer answer_common(const Asked& asked) {
    Table shared{"shared", {{"shared", Shown::once}, {"kind", Shown::once}, {"fact"}}, {}};
    for (const EntityIndex i : common_neighbours(asked.graph, asked.names)) {
        if (!is_of_kind(asked, i)) continue;
        for (const EntityIndex name : asked.names) {
            for (const FactIndex fact : as_told(asked.graph, facts_between(asked.graph, i, name))) {
                shared.rows.push_back({EntityCell{i}, kind_of(asked.graph.entity(i)), FactCell{fact}});
            }
        }
    }
    std::set<DocumentIndex> both = documents_of(asked.graph, asked.names[0]);
    for (const EntityIndex name : asked.names) {
        const std::set<DocumentIndex> own = documents_of(asked.graph, name);
        std::erase_if(both, [&](DocumentIndex i) { return !own.contains(i); });
    }
    Table documents{"documents", {{"document"}, {"title"}, {"date"}}, {}};
    for (const DocumentIndex i : both) {
        documents.rows.push_back({DocumentCell{i}, asked.graph.documents()[i].title, asked.graph.documents()[i].date});
    }
    Answer answer;
    if (shared.rows.empty()) answer.said = "no entity is joined with each of them\n";
    answer.tables = {std::move(shared), std::move(documents)};
    return answer;
}

}  // namespace guanxi
