#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "core/utf8.hpp"

namespace guanxi {

/// The graph that the sessions of `query` read: projects that need one another, two of them in a ring; a city on which
/// much hangs, a county apart from it; figures of two places over three years; plans and money.
class QueryGraph {
public:
    Graph graph;

    QueryGraph() {
        for (const Sentence& sentence : sentences) text_ += sentence.text;
        document_ = graph.add_document({.id = "d00000000000000000002",
                                        .name = "临江.txt",
                                        .text = text_,
                                        .title = "临江市的三年",
                                        .date = "2024-12-30",
                                        .place = "临江市",
                                        .sha256 = std::string(64, 'b')});
        for (const Named& row : names) {
            const std::size_t number = graph.entity_count() + 1;
            Entity entity{.id = "e00000000000000000" + std::to_string(100 + number), .type = row.type};
            entity.name = row.name;
            if (!row.alias.empty()) entity.aliases.emplace_back(row.alias);
            graph.add_entity(std::move(entity));
        }
        for (const Sentence& sentence : sentences) read(sentence);
        graph.check();
    }

private:
    struct Named {
        EntityType type;
        std::string_view name, alias;
    };
    struct Sentence {
        std::string_view text;
        std::string_view subject;
        Predicate predicate;
        std::string_view object;
        Status status = Status::none;
        std::string_view time;
        std::int64_t yuan = 0;
    };
    struct Figure {
        std::string_view subject, indicator;
        Quantity quantity;
        Status status;
        std::string_view time;
    };

    static const std::vector<Named> names;
    static const std::vector<Sentence> sentences;
    static const std::vector<Figure> figures;

    EntityIndex named(std::string_view name) const {
        for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
            if (graph.entity(i).name == name) return i;
        }
        return Graph::no_entity;
    }

    void read(const Sentence& sentence) {
        const auto begin = static_cast<std::uint32_t>(count_code_points(text_.substr(0, text_.find(sentence.text))));
        const auto size = static_cast<std::uint32_t>(count_code_points(sentence.text));
        const QuoteIndex quote = graph.add_quote({document_, begin, begin + size, std::string(sentence.text)});
        if (!sentence.object.empty()) {
            Fact fact{.subject = named(sentence.subject), .object = named(sentence.object)};
            fact.predicate = sentence.predicate;
            fact.qualifiers = {.status = sentence.status, .time = std::string(sentence.time)};
            if (sentence.yuan > 0) fact.qualifiers.amount = Amount{Decimal(sentence.yuan), "CNY"};
            fact.evidence = {{quote, "by-hand", 0.9}};
            graph.add_fact(std::move(fact));
            return;
        }
        for (const Figure& figure : figures) {
            if (figure.subject != sentence.subject || figure.time != sentence.time) continue;
            graph.add_observation({.subject = named(figure.subject),
                                   .indicator = std::string(figure.indicator),
                                   .quantity = figure.quantity,
                                   .qualifiers = {.status = figure.status, .time = std::string(figure.time)},
                                   .evidence = {{quote, "by-hand", 0.8}}});
        }
    }

    std::string text_;
    DocumentIndex document_ = 0;
};

inline const std::vector<QueryGraph::Named> QueryGraph::names{
    {EntityType::district, "临江市", "临江"},     {EntityType::district, "南岸县", ""},
    {EntityType::project, "高铁枢纽", ""},        {EntityType::project, "高铁枢纽一期", ""},
    {EntityType::project, "高铁枢纽二期", ""},    {EntityType::park, "临江新区", ""},
    {EntityType::platform, "算力平台", ""},       {EntityType::company, "启明科技公司", "启明"},
    {EntityType::industry, "人工智能产业", ""},   {EntityType::award, "全国文明县", ""},
    {EntityType::company, "启明能源公司", "启明"}};

inline const std::vector<QueryGraph::Sentence> QueryGraph::sentences{
    {"高铁枢纽一期是高铁枢纽的组成部分。", "高铁枢纽一期", Predicate::part_of, "高铁枢纽"},
    {"高铁枢纽二期也是它的组成部分。", "高铁枢纽二期", Predicate::part_of, "高铁枢纽"},
    {"高铁枢纽二期依托高铁枢纽一期建设。", "高铁枢纽二期", Predicate::depends_on, "高铁枢纽一期"},
    {"临江新区依托高铁枢纽发展。", "临江新区", Predicate::depends_on, "高铁枢纽"},
    {"人工智能产业依托算力平台。", "人工智能产业", Predicate::depends_on, "算力平台"},
    {"算力平台依托启明科技公司。", "算力平台", Predicate::depends_on, "启明科技公司"},
    {"2022年，临江市建成高铁枢纽一期，投资30亿元。", "临江市", Predicate::builds, "高铁枢纽一期", Status::done, "2022",
     3'000'000'000},
    {"2025年，临江市将建设高铁枢纽二期，总投资45.5亿元。", "临江市", Predicate::builds, "高铁枢纽二期", Status::planned,
     "2025", 4'550'000'000},
    {"临江市计划到2025年再引进启明能源公司。", "临江市", Predicate::attracts, "启明能源公司", Status::planned, "2025"},
    {"启明科技公司落户临江新区。", "启明科技公司", Predicate::settles_in, "临江新区", Status::done, "2023-06"},
    {"启明科技公司正在发展人工智能产业。", "启明科技公司", Predicate::develops, "人工智能产业", Status::ongoing,
     "2024"},
    {"临江市2023年生产总值预计增长6%。", "临江市", {}, "", {}, "2023"},
    {"临江市2024年生产总值1234.5亿元，增长6.2%，新建绿道12公里。", "临江市", {}, "", {}, "2024"},
    {"南岸县2024年地区生产总值86亿元，增长7%，新建绿道8500米。", "南岸县", {}, "", {}, "2024"},
    {"南岸县获评全国文明县。", "南岸县", Predicate::receives, "全国文明县", Status::done, "2024"}};

inline const std::vector<QueryGraph::Figure> QueryGraph::figures{
    {"临江市",
     "生产总值",
     {.value = Decimal(6), .unit = "%", .bound = Bound::approx, .change = true},
     Status::planned,
     "2023"},
    {"临江市", "生产总值", {.value = Decimal(123'450'000'000), .unit = "CNY"}, Status::done, "2024"},
    {"临江市", "生产总值", {.value = Decimal(62, 1), .unit = "%", .change = true}, Status::done, "2024"},
    {"临江市", "新建绿道", {.value = Decimal(12), .unit = "公里"}, Status::done, "2024"},
    {"南岸县", "地区生产总值", {.value = Decimal(8'600'000'000), .unit = "CNY"}, Status::done, "2024"},
    {"南岸县", "地区生产总值", {.value = Decimal(7), .unit = "%", .change = true}, Status::done, "2024"},
    {"南岸县", "新建绿道", {.value = Decimal(8500), .unit = "米"}, Status::done, "2024"}};

}  // namespace guanxi
