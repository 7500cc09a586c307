#include "small_graph.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "export/jsonld.hpp"

namespace guanxi {
namespace {

// The file is what the sessions read; GUANXI_UPDATE rewrites it.
TEST(SmallGraph, is_the_one_that_the_sessions_read) {
    const std::string path = SOURCE_DIR "/tests/golden/cli/small.jsonld";
    std::ostringstream now;
    write_jsonld(SmallGraph().graph, now, {});
    if (std::getenv("GUANXI_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << now.str();
    std::ostringstream file;
    file << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_EQ(now.str(), file.str());
}

}  // namespace
}  // namespace guanxi
