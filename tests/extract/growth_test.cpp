#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <string>

#include "core/assemble.hpp"
#include "export/jsonld.hpp"
#include "extract/extractor.hpp"
#include "extract/reader.hpp"

// Hostile texts take time in proportion to their length. Each stage is timed for itself on a text and on one eight
// times as long: what grows with the square takes 64 times as long, and what takes less than half of that passes, for
// other programs run beside the test.

namespace guanxi {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t characters = 4'000;
constexpr std::size_t items = 500;
#else
constexpr std::size_t characters = 8'000;
constexpr std::size_t items = 2'500;
#endif
constexpr std::size_t times_longer = 8;
constexpr double limit = 30;
constexpr double noise = 0.05;  // seconds that no stage is blamed for

const Extractor& extractor() {
    static const Extractor built(DATA_DIR);
    return built;
}

std::string repeated(std::string_view unit, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += unit;
    return text;
}

struct Costs {
    StageTimes stages{};
    double graph = 0;
};

Costs costs_of(const std::string& text) {
    Costs costs;
    Extraction extraction = extractor().extract(read_document(text, "hostile.txt"), nullptr, &costs.stages);
    const auto start = std::chrono::steady_clock::now();
    Graph graph;
    add_extraction(graph, std::move(extraction));
    std::ostringstream out;
    write_jsonld(graph, out, {});
    costs.graph = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return costs;
}

void expect_linear(const std::string& small, const std::string& large) {
    // A pause of the machine may hit the first run; the second is judged.
    for (const bool last : {false, true}) {
        const Costs few = costs_of(small);
        const Costs many = costs_of(large);
        const auto linear = [](double less, double more) { return more <= noise + limit * less; };
        bool all = linear(few.graph, many.graph);
        for (std::size_t i = 0; i < many.stages.size(); ++i) all = all && linear(few.stages.at(i), many.stages.at(i));
        if (all) return;
        if (!last) continue;
        EXPECT_TRUE(linear(few.graph, many.graph)) << "graph: " << few.graph << " s, then " << many.graph << " s";
        for (std::size_t i = 0; i < many.stages.size(); ++i) {
            EXPECT_TRUE(linear(few.stages.at(i), many.stages.at(i)))
                << stage_names.at(i) << ": " << few.stages.at(i) << " s, then " << many.stages.at(i) << " s";
        }
    }
}

TEST(Growth, IsLinearWhateverIsRepeated) {
    for (const char* const unit : {"青山市建成东湖产业园引进蓝海科技集团总投资30亿元",
                                   "青山市建成东湖产业园，",
                                   "青山市与东湖区、西海区、蓝海科技集团、白云集团、红日公司合作投资30亿元建设产业园，",
                                   "青山市与东湖区合作。",
                                   "9",
                                   "1234567890",
                                   "“",
                                   "“青山”",
                                   "《",
                                   "（甲",
                                   "乙）",
                                   "市",
                                   "一",
                                   "万亿",
                                   "第",
                                   "的",
                                   "占",
                                   "建设",
                                   "甲和",
                                   "、",
                                   "，",
                                   "增长3%、",
                                   "排名第3位",
                                   "2022年9月",
                                   "甲、乙等3家，",
                                   "百分之",
                                   "# 一、青山市\n",
                                   "*",
                                   "<!-- ",
                                   "K11 SKP "}) {
        SCOPED_TRACE(unit);
        const std::size_t count = characters * 3 / std::string_view(unit).size();
        // A district makes sure that the text is worth a reading.
        const std::string head = "青山市东湖区的一年\n\n";
        expect_linear(head + repeated(unit, count), head + repeated(unit, count * times_longer));
    }
}

TEST(Growth, IsLinearOnDeepBrackets) {
    const auto nested = [](std::size_t depth) {
        return "青山市" + repeated("（甲“", depth) + repeated("”乙）", depth);
    };
    expect_linear(nested(characters / 6), nested(characters / 6 * times_longer));
}

TEST(Growth, IsLinearOnLongLists) {
    for (const char* const form :
         {"第#号产业园、", "- 蓝海#科技有限公司\n", "青山市东湖区建成第#产业园。\n", "东湖#区、"}) {
        SCOPED_TRACE(form);
        const auto list = [&](std::size_t count) {
            std::string text = "青山市建成";
            const std::string_view item = form;
            const std::size_t place = item.find('#');
            for (std::size_t i = 0; i < count; ++i) {
                text += item.substr(0, place);
                text += std::to_string(i);
                text += item.substr(place + 1);
            }
            return text;
        };
        expect_linear(list(items), list(items * times_longer));
    }
}

}  // namespace
}  // namespace guanxi
