#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/graph.hpp"
#include "core/utf8.hpp"

namespace guanxi {

/// A graph of so many facts with a sentence each, a tenth as many entities, and a document to each thousand of facts;
/// the same for the same number.
inline Graph synthetic_graph(std::size_t facts) {
    Graph graph;
    const std::size_t half = facts / 20 + 1;
    for (std::size_t i = 0; i < 2 * half; ++i) {
        graph.add_entity({.id = fmt::format("e{:020x}", i * 2654435761U),
                          .type = i % 2 == 0 ? EntityType::company : EntityType::project,
                          .name = fmt::format("样例{}号名称", i),
                          .aliases = {fmt::format("样例{}", i)}});
    }
    DocumentIndex document = 0;
    std::uint32_t offset = 0;
    for (std::size_t i = 0; i < facts; ++i) {
        const std::string sentence =
            fmt::format("样例第{}号公司今年计划投资建设样例第{}号项目，总投资{}亿元，预计明年底前建成投用。", i % half,
                        i * 7 % half, i);
        if (i % 1000 == 0) {
            document = graph.add_document(
                {.id = fmt::format("d{:020x}", i), .name = fmt::format("{}.txt", i), .date = "2022-12-16"});
            offset = 0;
        }
        const auto size = static_cast<std::uint32_t>(count_code_points(sentence));
        const QuoteIndex quote = graph.add_quote({document, offset, offset + size, sentence});
        offset += size;
        Fact fact{.subject = static_cast<EntityIndex>(i % half * 2),
                  .object = static_cast<EntityIndex>(i * 7 % half * 2 + 1),
                  .predicate = Predicate::invests,
                  .evidence = {{quote, "verb-frame:invests", 0.87}}};
        fact.qualifiers.status = Status::planned;
        fact.qualifiers.time = "2023";
        fact.qualifiers.amount = Amount{Decimal(static_cast<std::int64_t>(i) * 100000000), "CNY"};
        graph.add_fact(std::move(fact));
    }
    return graph;
}

}  // namespace guanxi
