#include "small_graph.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "export/jsonld.hpp"
#include "query_graph.hpp"

namespace guanxi {
namespace {

// The file is what the sessions read; GUANXI_UPDATE rewrites it.
void expect_is_file(const Graph& graph, const std::string& name) {
    const std::string path = SOURCE_DIR "/tests/golden/cli/" + name;
    std::ostringstream now;
    write_jsonld(graph, now, {});
    if (std::getenv("GUANXI_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << now.str();
    std::ostringstream file;
    file << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_EQ(now.str(), file.str());
}

TEST(SmallGraph, is_the_one_that_the_sessions_read) {
    expect_is_file(SmallGraph().graph, "small.jsonld");
}

TEST(QueryGraph, is_the_one_that_the_sessions_read) {
    expect_is_file(QueryGraph().graph, "query.jsonld");
}

}  // namespace
}  // namespace guanxi
