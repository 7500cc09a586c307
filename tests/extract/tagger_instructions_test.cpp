#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "core/error.hpp"
#include "extract/tagger.hpp"

namespace guanxi {
namespace {

class TaggerInstructions : public testing::Test {
protected:
    void TearDown() override { unsetenv("GUANXI_INSTRUCTIONS"); }
    static void set(const char* name) { setenv("GUANXI_INSTRUCTIONS", name, 1); }
};

TEST_F(TaggerInstructions, TheEnvironmentPicks) {
    set("portable");
    EXPECT_EQ(choose_instructions(), Instructions::portable);
    unsetenv("GUANXI_INSTRUCTIONS");
    const Instructions best = choose_instructions();
    set(std::string(id(best)).c_str());
    EXPECT_EQ(choose_instructions(), best);
}

TEST_F(TaggerInstructions, AnUnknownNameIsAnErrorThatNamesThemAll) {
    for (const char* name : {"sse9", "", "AVX2"}) {
        set(name);
        try {
            (void)choose_instructions();
            FAIL() << name;
        } catch (const Error& error) {
            const std::string message = error.what();
            EXPECT_NE(message.find(name), std::string::npos);
            EXPECT_NE(message.find("portable, avx2, avx512_vnni and amx"), std::string::npos) << message;
        }
    }
}

}  // namespace
}  // namespace guanxi
