#pragma once

#include <string>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// A fact between two entities of a made graph.
struct MadeFact {
    EntityIndex subject = 0;
    EntityIndex object = 0;
    Predicate predicate = Predicate::depends_on;
    std::string time;  ///< tells facts of one pair apart
};

/// A graph of so many projects, 第0项目 and so on, with these facts, each with evidence.
inline Graph made_graph(std::size_t count, const std::vector<MadeFact>& facts) {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt", .text = "甲与乙有关。"});
    const QuoteIndex quote = graph.add_quote({document, 0, 6, "甲与乙有关。"});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        graph.add_entity({.id = "e" + number, .type = EntityType::project, .name = "第" + number + "项目"});
    }
    for (const MadeFact& fact : facts) {
        graph.add_fact({.subject = fact.subject,
                        .object = fact.object,
                        .predicate = fact.predicate,
                        .qualifiers = {.time = fact.time},
                        .evidence = {{quote, "rule", 1}}});
    }
    return graph;
}

}  // namespace guanxi
