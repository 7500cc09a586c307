#pragma once

#include <string>

#include "core/graph.hpp"
#include "core/utf8.hpp"

namespace guanxi {

/// A small graph that the sessions read: a district with a park, a company that settled in it, and a plan; and another
/// district that nothing joins to them. The names of two entities are alike, two have one alias.
class SmallGraph {
public:
    Graph graph;
    EntityIndex district, park, company, phase, bank, far;

    SmallGraph() {
        document_ = graph.add_document({.id = "d00000000000000000001",
                                        .name = "青山.txt",
                                        .text = text_,
                                        .title = "青山市的一年",
                                        .date = "2024-12-30",
                                        .place = "青山市",
                                        .sha256 = std::string(64, 'a')});
        district = add(1, EntityType::district, "青山市");
        park = add(2, EntityType::park, "东湖产业园");
        company = add(3, EntityType::company, "蓝海科技集团");
        phase = add(4, EntityType::project, "东湖产业园二期项目");
        bank = add(5, EntityType::company, "东湖银行");
        far = add(6, EntityType::district, "白云县");
        fact(district, Predicate::builds, park, {.status = Status::done, .time = "2024"}, first_, 0.9);
        fact(company, Predicate::settles_in, park, {.status = Status::done, .time = "2024-09"}, second_, 0.85);
        fact(district, Predicate::builds, phase,
             {.status = Status::planned, .time = "2025", .amount = Amount{Decimal(1'860'000'000), "CNY"}}, third_, 0.8);
        fact(district, Predicate::attracts, bank, {.negated = true}, fourth_, 0.6);
        graph.add_observation(
            {.subject = company,
             .indicator = "研发人员",
             .quantity = {.value = Decimal(320), .unit = "人", .bound = Bound::min, .rank = 1, .scope = "全市"},
             .qualifiers = {.status = Status::done, .time = "2024"},
             .evidence = {{quote(second_), "count", 0.95}}});
        graph.check();
    }

private:
    EntityIndex add(int number, EntityType type, const std::string& name) {
        Entity entity{.id = "e0000000000000000000" + std::to_string(number), .type = type, .name = name};
        if (number == 1) entity.code = "990100";
        if (number == 2 || number == 5) entity.aliases = {"东湖"};
        if (number == 3) entity.aliases = {"蓝海", "蓝海集团"};
        return graph.add_entity(std::move(entity));
    }

    QuoteIndex quote(const std::string& sentence) {
        const auto begin = static_cast<std::uint32_t>(count_code_points(text_.substr(0, text_.find(sentence))));
        return graph.add_quote(
            {document_, begin, begin + static_cast<std::uint32_t>(count_code_points(sentence)), sentence});
    }

    void fact(EntityIndex s, Predicate p, EntityIndex o, const Qualifiers& qualifiers, const std::string& sentence,
              double sure) {
        graph.add_fact({.subject = s,
                        .object = o,
                        .predicate = p,
                        .qualifiers = qualifiers,
                        .evidence = {{quote(sentence), "by-hand", sure}}});
    }

    const std::string first_ = "2024年，青山市建成东湖产业园。";
    const std::string second_ = "9月，蓝海集团入驻东湖，研发人员超过320人，居全市第一。";
    const std::string third_ = "明年，青山市将建设东湖产业园二期项目，总投资18.6亿元。";
    const std::string fourth_ = "东湖银行没有引进。";
    const std::string text_ = first_ + second_ + "\n" + third_ + fourth_ + "\n";
    DocumentIndex document_ = 0;
};

}  // namespace guanxi
