#pragma once

#include <string>
#include <vector>

#include "core/graph.hpp"
#include "core/utf8.hpp"

namespace guanxi {

/// 10,000 characters of which no part is like another.
inline std::string long_text() {
    std::string text = "长长";
    for (int number = 10000; text.size() < 10004; ++number) text += std::to_string(number) + '/';
    text.resize(6 + 9998);
    return text;
}

/// Names and texts that have broken writers of JSON, XML, CSV, DOT or RDF before.
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts{
        "“引号”与\"直引号\"",
        "反斜线\\结尾\\",
        "项目:一期",
        "kg:e1",
        "_:b0",
        "@id",
        "@type与@value",
        "http://example.org/带 空格?a=1&b=<2>",
        "</script><!-- ]]> &amp; -->",
        "换行\n回车\r制表\t",
        "控制\x01\x1f\x7f",
        "𠮷田公司🚄",
        "e\u0301 与 \u00e9",
        "\u202e从右到左\u202c",
        "行分隔\u2028段分隔\u2029",
        "零宽\u200b\ufeff",
        "非字符\ufffe\U0010ffff",
        " 前后空格 ",
        "{}[],:;'`$%^*#|~",
        "123",
        "true",
        "null",
        "-1.50E+3",
        "=SUM(A1)",
        "node",
        "zh@en",
        "ＰＰＰ二期（全角）",
        "ABC公司",
        "ＡＢＣ公司",
        "abc公司",
        "\\u0041 与 ${x} 与 \\' 与 \\\"",
        "分隔;|\ue000;",
        "'已有撇号",
        "＝1+1",
        "'); DROP TABLE Entity;\n--",
        long_text(),
    };
    return texts;
}

/// A graph with every kind, every relation, every qualifier, and hostile names.
inline Graph rich_graph() {
    Graph graph;
    std::string text = "样例市今年建成甲项目，总投资12.5亿元。\n";
    for (const std::string& hostile : hostile_texts()) text += "有一处写着" + hostile + "。";
    const DocumentIndex first = graph.add_document({.id = "d00000000000000000001",
                                                    .name = "样例.txt",
                                                    .text = text,
                                                    .title = "样例市的一年",
                                                    .date = "2022-12-16",
                                                    .place = "样例省样例市",
                                                    .source = "样例日报",
                                                    .authors = {"甲", "乙", "甲"},
                                                    .sha256 = std::string(64, 'a')});
    const DocumentIndex second = graph.add_document(
        {.id = "d00000000000000000002", .name = "-", .text = "样例市今年建成甲项目。", .date = "2023"});

    const QuoteIndex opening = graph.add_quote({first, 0, 21, "样例市今年建成甲项目，总投资12.5亿元。"});
    const QuoteIndex again = graph.add_quote({second, 0, 11, "样例市今年建成甲项目。"});
    std::vector<QuoteIndex> quotes;
    auto offset = static_cast<std::uint32_t>(count_code_points("样例市今年建成甲项目，总投资12.5亿元。\n"));
    for (const std::string& hostile : hostile_texts()) {
        const std::string sentence = "有一处写着" + hostile + "。";
        const auto size = static_cast<std::uint32_t>(count_code_points(sentence));
        quotes.push_back(graph.add_quote({first, offset, offset + size, sentence}));
        offset += size;
    }

    std::vector<EntityIndex> entities;
    const auto add = [&](EntityType type, const std::string& name, std::vector<std::string> aliases) {
        Entity entity{
            .id = "e" + std::string(19 - std::to_string(entities.size()).size(), '0') + std::to_string(entities.size()),
            .type = type,
            .name = name,
            .aliases = std::move(aliases)};
        if (type == EntityType::district) entity.code = "350200";
        if (type == EntityType::institution) entity.within = "样例市";
        entities.push_back(graph.add_entity(std::move(entity)));
    };
    for (int round = 0; round < 3; ++round) {
        for (const EntityTypeInfo& type : entity_types()) {
            const std::size_t i = entities.size();
            const std::string& hostile = hostile_texts()[i % hostile_texts().size()];
            add(type.type, hostile,
                {hostile + "二", std::string(type.label_zh), hostile_texts()[(i + 7) % hostile_texts().size()]});
        }
    }

    const auto evidence = [&](std::size_t i) {
        std::vector<Evidence> list{
            {quotes[i % quotes.size()], "规则:" + std::to_string(i % 5), static_cast<double>(i % 101) / 100}};
        if (i % 3 == 0) list.push_back({opening, "verb-frame", 0.9});
        if (i % 4 == 0) list.push_back({again, "verb-frame", 1});
        return list;
    };
    std::size_t n = 0;
    for (const PredicateInfo& predicate : predicates()) {
        for (const EntityIndex s : entities) {
            for (const EntityIndex o : entities) {
                if (s == o || !allows(predicate.predicate, graph.entity(s).type, graph.entity(o).type) || ++n % 29 != 0)
                    continue;
                Fact fact{.subject = s, .object = o, .predicate = predicate.predicate, .evidence = evidence(n)};
                Qualifiers& q = fact.qualifiers;
                q.status = static_cast<Status>(n % 4);
                if (n % 5 == 0) q.time = n % 2 == 0 ? "2022-09" : "2021/2025";
                if (n % 6 == 0) q.amount = Amount{*Decimal::parse("1250000000"), "CNY"};
                if (n % 7 == 0)
                    q.amount = Amount{*Decimal::parse("-0.000001"), hostile_texts()[n % hostile_texts().size()]};
                if (n % 8 == 0) q.count = static_cast<std::int64_t>(n);
                if (n % 9 == 0) q.title = hostile_texts()[n % hostile_texts().size()];
                q.negated = n % 10 == 0;
                graph.add_fact(std::move(fact));
            }
        }
    }
    for (std::size_t i = 0; i < 60; ++i) {
        Observation o{.subject = entities[i % entities.size()],
                      .indicator = hostile_texts()[i % hostile_texts().size()],
                      .evidence = evidence(i)};
        if (i % 6 != 5)
            o.quantity.value = Decimal(static_cast<std::int64_t>(i) * 12345 - 200000, static_cast<int>(i % 5));
        if (o.quantity.value) o.quantity.unit = i % 2 == 0 ? "%" : "平方公里";
        o.quantity.bound = static_cast<Bound>(i % 4);
        o.quantity.change = i % 3 == 0;
        if (i % 6 == 5 || i % 7 == 0) {
            o.quantity.rank = static_cast<std::int64_t>(i + 1);
            o.quantity.scope = "全市";
        }
        o.qualifiers.status = static_cast<Status>(i % 4);
        if (i % 2 == 0) o.qualifiers.time = "2022";
        graph.add_observation(std::move(o));
    }
    return graph;
}

}  // namespace guanxi
