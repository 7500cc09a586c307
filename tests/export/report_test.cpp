#include "export/report.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "export/report_text.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

std::string written(const Graph& graph, const WriteOptions& options = {}) {
    std::ostringstream out;
    write_report(graph, out, options);
    return out.str();
}

Graph small_graph() {
    Graph graph;
    const std::string text = "甲市建成乙园、丙园。甲市拟与丁公司合作，学位增5%以上。丙园位于甲市。甲市不建戊园。";
    const DocumentIndex d = graph.add_document(
        {.id = "d1", .name = "a.txt", .text = text, .title = "甲市#1", .date = "2023", .source = "某报"});
    const QuoteIndex done = graph.add_quote({d, 0, 10, "甲市建成乙园、丙园。"});
    const QuoteIndex plan = graph.add_quote({d, 10, 27, "甲市拟与丁公司合作，学位增5%以上。"});
    const QuoteIndex part = graph.add_quote({d, 12, 20, "拟与丁公司合作，"});
    const QuoteIndex lies = graph.add_quote({d, 27, 34, "丙园位于甲市。"});
    const QuoteIndex denied = graph.add_quote({d, 34, 41, "甲市不建戊园。"});
    const auto add = [&](const char* id, EntityType type, const char* name) {
        return graph.add_entity({.id = id, .type = type, .name = name});
    };
    const EntityIndex company = add("e0", EntityType::company, "丁公司");
    const EntityIndex city =
        graph.add_entity({.id = "e1", .type = EntityType::district, .name = "甲市", .aliases = {"我市"}, .code = "35"});
    const EntityIndex first = add("e2", EntityType::park, "乙园");
    const EntityIndex second = add("e3", EntityType::park, "丙园");
    const EntityIndex third = add("e4", EntityType::park, "戊园");
    add("e5", EntityType::person, "某人");
    const Qualifiers in_2022{.status = Status::done, .time = "2022"};
    graph.add_fact({.subject = city,
                    .object = first,
                    .predicate = Predicate::builds,
                    .qualifiers = in_2022,
                    .evidence = {{done, "r", 0.9}}});
    graph.add_fact({.subject = city,
                    .object = second,
                    .predicate = Predicate::builds,
                    .qualifiers = in_2022,
                    .evidence = {{done, "r", 0.9}}});
    graph.add_fact({.subject = city,
                    .object = company,
                    .predicate = Predicate::cooperates_with,
                    .qualifiers = {.status = Status::planned, .amount = Amount{Decimal(4'450'000'000'000), "CNY"}},
                    .evidence = {{part, "r", 0.6}, {plan, "r", 0.6}}});
    graph.add_fact(
        {.subject = second, .object = city, .predicate = Predicate::located_in, .evidence = {{lies, "r", 0.9}}});
    graph.add_fact({.subject = city,
                    .object = third,
                    .predicate = Predicate::builds,
                    .qualifiers = {.negated = true},
                    .evidence = {{denied, "r", 0.9}}});
    graph.add_observation({.subject = city,
                           .indicator = "学位",
                           .quantity = {.value = Decimal(5), .unit = "%", .bound = Bound::min, .change = true},
                           .qualifiers = {.status = Status::planned, .time = "2021/2025"},
                           .evidence = {{plan, "r", 0.8}}});
    return graph;
}

TEST(Report, ReadsWell) {
    EXPECT_EQ(written(small_graph()), R"(# 甲市#1

## 文件

| 编号 | 标题 | 日期 | 来源 | 地区 |
| --- | --- | --- | --- | --- |
| 1 | 甲市#1 | 2023 | 某报 | |

## 概览

- 实体 6（行政区划 1、园区 3、企业 1、人物 1）
- 关系 5（已完成 2、计划 1、未说明 2）
- 关键数字 1

## 关键数字

### 计划与目标

| 对象 | 指标 | 数值 | 时间 | 原文 |
| --- | --- | --- | --- | --- |
| 甲市 | 学位 | +5%以上 | 2021—2025 | [^1] |

## 成果（已完成）

### 甲市（行政区划）

- 建设：乙园、丙园（2022）
  > 甲市建成乙园、丙园。

## 计划

- 甲市（行政区划）拟合作：丁公司（4.45万亿元，可信度 0.6）
  > 甲市拟与丁公司合作，学位增5%以上。

## 其他（原文未说明状态）

- 甲市（行政区划）未建设：戊园
  > 甲市不建戊园。

## 位置与组成

| 事物 | 关系 | 所在 | 原文 |
| --- | --- | --- | --- |
| 丙园 | 位于 | 甲市 | [^2] |

## 实体

### 行政区划（1）

| 名称 | 又名 | 所属 | 关系 | 数字 |
| --- | --- | --- | --- | --- |
| 甲市（35） | 我市 | | 5 | 1 |

### 园区（3）

| 名称 | 又名 | 所属 | 关系 | 数字 |
| --- | --- | --- | --- | --- |
| 丙园 | | 甲市 | 2 | |
| 乙园 | | | 1 | |
| 戊园 | | | 1 | |

### 企业（1）

| 名称 | 又名 | 所属 | 关系 | 数字 |
| --- | --- | --- | --- | --- |
| 丁公司 | | | 1 | |

### 人物（1）

仅提及：某人

## 原文

[^1]: 甲市拟与丁公司合作，学位增5%以上。
[^2]: 丙园位于甲市。
)");
}

TEST(Report, SpeaksEnglish) {
    const std::string text = written(small_graph(), {.language = "en", .title = "T"});
    EXPECT_EQ(text.substr(0, 4), "# T\n");
    for (const char* part : {"## Results (done)", "- builds: 乙园; 丙园 (2022)", "≥ +5%", "4,450,000,000,000 CNY",
                             "- 甲市 (district) not builds: 戊园", "Only named: 某人"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
}

TEST(Report, SaysThatThereIsNothing) {
    EXPECT_NE(written(Graph()).find("没有读到关系，也没有读到数字。"), std::string::npos);
    EXPECT_NE(written(Graph(), {.language = "en"}).find("No fact and no figure was read."), std::string::npos);
}

// A quote stands in the text of each fact that it is shown for, and every reference has its sentence.
TEST(Report, EveryReferenceHasItsSentence) {
    std::istringstream lines(written(rich_graph()));
    std::size_t highest = 0;
    std::size_t listed = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("[^", 0) == 0) {
            EXPECT_EQ(std::stoul(line.substr(2)), ++listed);
            continue;
        }
        for (std::size_t at = line.find("[^"); at != std::string::npos; at = line.find("[^", at + 1)) {
            const bool escaped = at > 0 && line[at - 1] == '\\';
            if (!escaped && line[at + 2] >= '0' && line[at + 2] <= '9')
                highest = std::max(highest, std::stoul(line.substr(at + 2)));
        }
    }
    EXPECT_GT(highest, 10U);
    EXPECT_EQ(highest, listed);
}

TEST(ReportText, ShowsMarkupAsItIs) {
    EXPECT_EQ(markdown("a*b_c`d[e](f)|g<h>&amp;\\~$^"), "a\\*b\\_c\\`d\\[e\\](f)\\|g&lt;h&gt;&amp;amp;\\\\\\~\\$\\^");
    EXPECT_EQ(markdown("一\n二\r\n三\u202e"), "一 二  三");
    EXPECT_EQ(markdown_line("  # 一"), "\\# 一");
    EXPECT_EQ(markdown_line("- 一"), "\\- 一");
    EXPECT_EQ(markdown_line("12. 一"), "12\\. 一");
    EXPECT_EQ(markdown_line("3) 一"), "3\\) 一");
    EXPECT_EQ(markdown_line("2022年"), "2022年");
    EXPECT_EQ(markdown_line("==="), "\\===");
    EXPECT_EQ(markdown_line("   "), "");
}

// Every line is of a kind that the report has, so no text broke out of its line, and no HTML is in it.
TEST(ReportText, HostileTextsStayInTheirLines) {
    for (const std::string& text : hostile_texts()) {
        for (const std::string& line : {markdown(text), markdown_line(text)}) {
            EXPECT_EQ(line.find_first_of("\n\r\t<>"), std::string::npos) << text;
            for (std::size_t at = line.find('|'); at != std::string::npos; at = line.find('|', at + 1))
                EXPECT_TRUE(at > 0 && line[at - 1] == '\\') << text;
        }
    }
    std::istringstream lines(written(rich_graph()));
    for (std::string line; std::getline(lines, line);) {
        const bool known = line.empty() || line.rfind("#", 0) == 0 || line.rfind("| ", 0) == 0 ||
                           line.rfind("- ", 0) == 0 || line.rfind("  >", 0) == 0 || line.rfind("[^", 0) == 0 ||
                           line.rfind("仅提及：", 0) == 0 || line.rfind("|", 0) == 0;
        EXPECT_TRUE(known) << line;
    }
}

TEST(ReportText, WordsNumbers) {
    const ReportWords& zh = report_words("zh");
    const ReportWords& en = report_words("en");
    EXPECT_EQ(report_quantity({.value = Decimal(30000), .unit = "人", .bound = Bound::approx}, zh), "约3万人");
    EXPECT_EQ(report_quantity({.value = Decimal(30000), .unit = "人", .bound = Bound::max}, zh), "不超过3万人");
    EXPECT_EQ(report_quantity({.value = *Decimal::parse("-2.6"), .unit = "%", .change = true}, zh), "-2.6%");
    EXPECT_EQ(report_quantity({.value = Decimal(8), .unit = "件", .rank = 2, .scope = "全市"}, zh), "8件，全市第2");
    EXPECT_EQ(report_quantity({.value = Decimal(8), .unit = "件", .rank = 2, .scope = "全市"}, en),
              "8 件, rank 2 in 全市");
    EXPECT_EQ(report_number(Decimal(-1234567), "CNY", en), "-1,234,567 CNY");
    EXPECT_EQ(report_number(*Decimal::parse("123456.75"), "", en), "123,456.75");
    EXPECT_EQ(report_number(Decimal(100), "%", en), "100%");
    EXPECT_EQ(report_qualifiers({.time = "2021/2025", .count = 3, .title = "区长"}, zh), "2021—2025，共3个，区长");
}

TEST(Report, SeesWhetherItIsWritten) {
    EXPECT_EQ(written(rich_graph()), written(rich_graph()));
    std::ofstream full("/dev/full", std::ios::binary);
    write_report(rich_graph(), full, {});
    full.flush();
    EXPECT_FALSE(full.good());
}

}  // namespace
}  // namespace guanxi
