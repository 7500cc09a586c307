#include "export/gold.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/error.hpp"
#include "export/jsonld.hpp"
#include "tests/export/rich_graph.hpp"

namespace guanxi {
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

GoldGraph gold_from(const std::string& text) {
    std::istringstream in(text);
    return read_gold(in, "x.json");
}

// All that can be said of an evaluation, in the order in which perturb_gold.py has it from the reference scorer.
std::string everything(const Evaluation& evaluation) {
    std::ostringstream out;
    out << report(evaluation) << '\n'
        << report(evaluation.entities) << report(evaluation.relations) << report(evaluation.quantities);
    write_evaluation(evaluation, out);
    return out.str();
}

constexpr const char* small_gold = R"({"doc": "a.txt",
 "entities": [{"id": "e1", "type": "District", "names": ["样例市", "样例"]}, {"id": "e2", "type": "Project", "names": ["“甲”项目"]},
              {"id": "e3", "type": "Park", "names": ["乙园"]}, {"id": "e4", "type": "Company", "names": ["丙公司"], "optional": true}],
 "relations": [{"s": "e1", "p": "builds", "o": "e2", "status": "done", "time": "2022", "amount": {"value": 12.5e8, "unit": "CNY"}, "evidence": "建成"},
               {"s": "e1", "p": "builds", "o": "e3", "status": "planned", "evidence": "新建"}, {"s": "e1", "p": "attracts", "o": "e4", "evidence": "引进"}],
 "quantities": [{"s": "e1", "indicator": "新增学位", "value": 4241, "unit": "个", "status": "done", "rank": 2, "scope": "全市", "evidence": "学位"},
                {"s": "e1", "indicator": "绿化率", "value": null, "unit": "", "rank": 1, "evidence": "绿化"}]})";

constexpr const char* small_prediction = R"({"@context": {}, "@graph": [
 {"@id": "kg:a", "@type": "District", "name": "样例"}, {"@id": "kg:b", "@type": "Project", "name": "甲项目"},
 {"@id": "kg:c", "@type": "Place", "name": "乙园"}, {"@id": "kg:d", "@type": "Company", "name": "丙公司"},
 {"@type": "Statement", "subject": "kg:a", "predicate": "builds", "object": "kg:b", "status": "done", "time": "2022-09",
  "amount": {"value": "1250000000", "unit": "元"}, "evidence": [{"@type": "TextQuote", "exact": "样例市建成甲项目。", "start": 0}]},
 {"@type": "Statement", "subject": "kg:a", "predicate": "supports", "object": "kg:d", "evidence": [{"exact": "引进丙公司", "start": 3}]},
 {"@type": "Observation", "subject": "kg:a", "indicator": "学位", "value": "4241", "unit": "个", "rank": 3, "evidence": []},
 {"@type": "Observation", "subject": "kg:a", "indicator": "绿地", "value": "5.50", "unit": "%", "evidence": []}]})";

}  // namespace

TEST(Gold, PrintsTheFiguresOfASmallPair) {
    const std::string text = "样例市建成甲项目。新建乙园，引进丙公司。";
    EXPECT_EQ(everything(evaluate(gold_from(small_gold), gold_from(small_prediction), text)),
              R"(entity         P 0.667  R 0.667  F1 0.667   (2 right, 3 predicted, 3 gold)
entity_name    P 1.000  R 1.000  F1 1.000   (3 right, 3 predicted, 3 gold)
relation       P 1.000  R 0.500  F1 0.667   (1 right, 1 predicted, 2 gold)
relation_pair  P 1.000  R 0.500  F1 0.667   (1 right, 1 predicted, 2 gold)
quantity       P 0.500  R 0.500  F1 0.500   (1 right, 2 predicted, 2 gold)
relation_qualifiers  status 1.00 of 1, time 1.00 of 1, amount 1.00 of 1
quantity_qualifiers  status 0.00 of 1, rank 0.00 of 1, scope 0.00 of 1
grounded       0.250
evidence_right 0.500
score          0.611   (mean F1 of entity, relation, quantity)

missed (1)
  Park 乙园

wrong (1)
  Place 乙园

missed (1)
  样例市 —builds→ 乙园

wrong (0)

missed (1)
  样例市 绿化率 None  #1

wrong (1)
  样例市 绿地 5.5 %
{
 "entity": {
  "p": 0.6666666666666666,
  "r": 0.6666666666666666,
  "f1": 0.6666666666666666,
  "hits": 2,
  "pred": 3,
  "gold": 3
 },
 "entity_name": {
  "p": 1.0,
  "r": 1.0,
  "f1": 1.0,
  "hits": 3,
  "pred": 3,
  "gold": 3
 },
 "relation": {
  "p": 1.0,
  "r": 0.5,
  "f1": 0.6666666666666666,
  "hits": 1,
  "pred": 1,
  "gold": 2
 },
 "relation_pair": {
  "p": 1.0,
  "r": 0.5,
  "f1": 0.6666666666666666,
  "hits": 1,
  "pred": 1,
  "gold": 2
 },
 "relation_qualifiers": {
  "status": [
   1,
   1
  ],
  "time": [
   1,
   1
  ],
  "amount": [
   1,
   1
  ]
 },
 "status_accuracy": 1.0,
 "quantity": {
  "p": 0.5,
  "r": 0.5,
  "f1": 0.5,
  "hits": 1,
  "pred": 2,
  "gold": 2
 },
 "quantity_qualifiers": {
  "status": [
   0,
   1
  ],
  "rank": [
   0,
   1
  ],
  "scope": [
   0,
   1
  ]
 },
 "grounded": 0.25,
 "evidence_right": 0.5,
 "score": 0.611111111111111
}
)");
}

TEST(Gold, ReadsWhatTheProjectWrites) {
    const Graph graph = rich_graph();
    std::ostringstream out;
    write_jsonld(graph, out, {});
    const GoldGraph read = gold_from(out.str());
    ASSERT_EQ(read.entities.size(), graph.entity_count());
    ASSERT_EQ(read.relations.size(), graph.fact_count());
    ASSERT_EQ(read.quantities.size(), graph.observations().size());
    EXPECT_EQ(read.entities[3].names.size(), graph.entity(3).aliases.size() + 1);
    EXPECT_EQ(read.relations[5].qualifiers.negated, graph.fact(5).qualifiers.negated);
    EXPECT_EQ(read.relations[5].evidence.size(), graph.fact(5).evidence.size());
    const Evaluation evaluation = evaluate(read, read, graph.documents().front().text);
    EXPECT_EQ(evaluation.relation.recall, 1.0);
    EXPECT_LT(*evaluation.grounded, 1.0);  // some evidence is of the second document
}

TEST(Gold, SaysWhatIsWrongWithAFile) {
    const std::pair<const char*, const char*> table[] = {
        {"", "x.json: not valid JSON at byte 0: The document is empty."},
        {"{\"entities\": [", "x.json: not valid JSON at byte 14"},
        {"3", "x.json: neither a gold file nor JSON-LD"},
        {"{}", "\"entities\" is missing: neither a gold file nor JSON-LD"},
        {R"({"entities": [{"id": "e1"}], "relations": [], "quantities": []})", "an object without \"type\""},
        {R"({"entities": [1], "relations": [], "quantities": []})", "an object without \"id\""},
        {R"({"entities": [], "relations": [], "quantities": [{"s": "e1", "indicator": "x", "value": "many"}]})",
         "value is not a number: 'many'"},
        {R"({"@graph": [1]})", "a node of @graph must be an object"},
    };
    for (const auto& [text, message] : table) {
        try {
            static_cast<void>(gold_from(text));
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << text << "\n  " << error.what();
        }
    }
}

// The figures, the lists and the JSON of hundreds of damaged graphs are byte for byte those of the reference scorer.
TEST(Gold, AgreesWithTheReferenceScorer) {
    const fs::path shared = fs::path(SOURCE_DIR) / "../shared/gold";
    if (!fs::exists(shared / "score.py")) GTEST_SKIP() << "no ../shared/gold/score.py here";
    const fs::path folder = fs::path(testing::TempDir()) / ("guanxi_gold_test_" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::string command = "PYTHONDONTWRITEBYTECODE=1 python3 '" + std::string(SOURCE_DIR) +
                                "/tests/export/perturb_gold.py' '" + shared.string() + "' '" + folder.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
    std::istringstream cases(file_text(folder / "cases"));
    std::size_t count = 0;
    for (std::string name, gold, text;
         std::getline(cases, name, '\t') && std::getline(cases, gold, '\t') && std::getline(cases, text); ++count) {
        const Evaluation evaluation =
            evaluate(gold_from(file_text(gold)), gold_from(file_text(folder / (name + ".pred"))), file_text(text));
        const std::string mine = everything(evaluation);
        const std::string theirs = file_text(folder / (name + ".expected"));
        const auto differs = std::mismatch(mine.begin(), mine.end(), theirs.begin(), theirs.end());
        const auto at = std::max<std::ptrdiff_t>(0, differs.first - mine.begin() - 60);
        EXPECT_TRUE(mine == theirs) << name << "\nmine:   " << mine.substr(static_cast<std::size_t>(at), 160)
                                    << "\ntheirs: "
                                    << theirs.substr(std::min(static_cast<std::size_t>(at), theirs.size()), 160);
    }
    EXPECT_GE(count, 18U);
    fs::remove_all(folder);
}

}  // namespace guanxi
