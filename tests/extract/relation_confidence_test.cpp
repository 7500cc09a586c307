#include <gtest/gtest.h>

#include "extract/relation_list.hpp"

namespace guanxi {

TEST(Calibration, RisesFromOnePointToTheNext) {
    EXPECT_DOUBLE_EQ(calibrated(0), 0.32);
    EXPECT_DOUBLE_EQ(calibrated(0.4), 0.58);
    EXPECT_NEAR(calibrated(0.5), 0.67, 1e-9);
    EXPECT_DOUBLE_EQ(calibrated(1), 0.98);
    for (int i = 0; i < 100; ++i) EXPECT_LE(calibrated(i / 100.0), calibrated((i + 1) / 100.0));
}

TEST(Calibration, ARelationIsNoSurerThanItsNames) {
    const auto confidence_with = [](double subject_confidence) {
        Extraction extraction;
        extraction.document.text = "甲市建设乙园。";
        extraction.sentences.push_back({.span = {0, 21}});
        extraction.mentions.push_back({.span = {0, 6}, .confidence = subject_confidence, .entity = 0});
        extraction.mentions.push_back({.span = {12, 18}, .type = EntityType::park, .confidence = 1, .entity = 1});
        extraction.entities.resize(2);
        RelationList list(extraction, nullptr);
        EXPECT_TRUE(list.add(Predicate::builds, 0, 1, {}, {.rule = "verb-object", .confidence = 0.9}));
        return extraction.relations[0].confidence;
    };
    EXPECT_DOUBLE_EQ(confidence_with(1), 0.98);
    EXPECT_NEAR(confidence_with(0.5), calibrated(0.45), 1e-12);
    EXPECT_LT(confidence_with(0.4), confidence_with(0.6));
}

}  // namespace guanxi
