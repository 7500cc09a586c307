#include "extract/recogniser_training.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/recogniser.hpp"
#include "tagged_text.hpp"

namespace guanxi {
namespace {

const Lexicon& lexicon() {
    static const Lexicon one = Lexicon::load(DATA_DIR "/lexicon.bin");
    return one;
}

const WordClasses no_classes;

GoldGraph gold(std::string type, std::string name, bool optional = false) {
    GoldGraph graph;
    graph.entities.push_back({.id = "e1", .type = std::move(type), .names = {std::move(name)}, .optional = optional});
    return graph;
}

// Three documents in which what is implemented is a program, and what is built by no name is none.
TrainingSet programs() {
    TrainingSet set(lexicon(), no_classes);
    for (const char* name : {"春雨", "金穗", "青松"}) {
        const std::string line =
            std::string("实施/v ") + name + "/nz 人才/n 计划/n ，/w 推进/v 重点/n 项目/n 建设/vn 。/w";
        set.add(tagged(line), gold("Program", std::string(name) + "人才计划"));
    }
    return set;
}

std::vector<std::string> found(const std::vector<WeightedFeature>& features, std::string_view line) {
    Extraction extraction = tagged(line);
    Recogniser(lexicon(), no_classes, as_weights(features)).recognise(extraction);
    std::vector<std::string> names;
    for (const Mention& mention : extraction.mentions)
        names.push_back(std::string(info(mention.type).id) + " " + mention.name);
    return names;
}

constexpr std::size_t all[] = {0, 1, 2};

}  // namespace

TEST(Training, LearnsWhatIsMarked) {
    const TrainingSet set = programs();
    ASSERT_EQ(set.size(), 3U);
    const std::vector<WeightedFeature> features = set.fit(all);
    EXPECT_EQ(found(features, "实施/v 云帆/nz 人才/n 计划/n 。/w"), std::vector<std::string>{"Program 云帆人才计划"});
}

TEST(Training, IsTheSameEachTimeAndSorted) {
    const std::vector<WeightedFeature> once = programs().fit(all);
    const std::vector<WeightedFeature> again = programs().fit(all);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].feature, again[i].feature);
        EXPECT_EQ(once[i].weight, again[i].weight);
        EXPECT_TRUE(i == 0 || once[i - 1].feature < once[i].feature);
    }
}

TEST(Training, KeepsNoNameOfASingleDocument) {
    for (const WeightedFeature& feature : programs().fit(all)) {
        for (const char* name : {"春雨", "金穗", "青松"})
            EXPECT_EQ(feature.feature.find(name), std::string::npos) << feature.feature;
    }
}

TEST(Training, OptionalNamesAreNeitherLearnedNorUnlearned) {
    TrainingSet set(lexicon(), no_classes);
    for (const char* name : {"春雨", "金穗", "青松"}) {
        const std::string line = std::string("实施/v ") + name + "/nz 人才/n 计划/n 。/w";
        set.add(tagged(line), gold("Program", std::string(name) + "人才计划", true));
    }
    TrainingSet unmarked(lexicon(), no_classes);
    for (int i = 0; i < 3; ++i) unmarked.add(tagged("实施/v 春雨/nz 人才/n 计划/n 。/w"), {});
    const auto type_weight = [](const std::vector<WeightedFeature>& features) {
        for (const WeightedFeature& feature : features) {
            if (feature.feature == "type Program") return feature.weight;
        }
        return 0.0F;
    };
    EXPECT_LT(type_weight(unmarked.fit(all)), type_weight(set.fit(all)));
}

}  // namespace guanxi
