#include "core/text_search.hpp"

#include <gtest/gtest.h>

#include "tests/core/report.hpp"

namespace guanxi {
namespace {

TEST(TextSearch, finds_sentences_in_spite_of_marks_and_width) {
    const Report report("2024", "甲。“东湖”隧道建成！\nＧ６０走廊开通。");
    const TextSearch search(report.graph);
    const auto hits = search.find(U"东湖隧道");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].sentence, "“东湖”隧道建成！");
    EXPECT_EQ(hits[0].name, "东湖”隧道");
    EXPECT_EQ(hits[0].begin, 2U);
    EXPECT_EQ(hits[0].end, 11U);
    EXPECT_EQ(search.find(U"g60走廊").size(), 1U);
    EXPECT_TRUE(search.find(U"西湖隧道").empty());
    EXPECT_TRUE(search.find(U"").empty());
}

TEST(TextSearch, does_not_find_another_phase) {
    const Report report("2024", "东湖隧道二期建成。东湖隧道开工。");
    const auto hits = TextSearch(report.graph).find(U"东湖隧道");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].sentence, "东湖隧道开工。");
}

TEST(TextSearch, knows_the_status_of_what_was_read_there) {
    Report report("2024", "甲建成。东湖隧道。乙建成。西湖隧道，丙。南湖隧道。");
    report.builds("甲", done("2023"), "甲建成。");
    report.builds("乙", done("2023"), "乙建成。");
    report.builds("丙", planned("2024"), "西湖隧道，丙。");
    const TextSearch search(report.graph);
    EXPECT_EQ(search.find(U"东湖隧道")[0].status, Status::done) << "both neighbours are";
    EXPECT_EQ(search.find(U"西湖隧道")[0].status, Status::planned);
    EXPECT_EQ(search.find(U"南湖隧道")[0].status, Status::none);
}

TEST(TextSearch, reads_the_quotes_of_a_graph_without_texts) {
    Graph graph;
    const DocumentIndex document = graph.add_document({.id = "d1", .name = "a.txt"});
    graph.add_quote({document, 10, 17, "东湖隧道建成。"});
    const auto hits = TextSearch(graph).find(U"东湖隧道");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].begin, 10U);
    EXPECT_EQ(hits[0].end, 17U);
}

}  // namespace
}  // namespace guanxi
