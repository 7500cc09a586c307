#include "extract/tagger_model.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/error.hpp"

namespace guanxi {
namespace {

const std::filesystem::path model_file = std::filesystem::path(DATA_DIR) / "tagger.model";

std::string message_of(const std::filesystem::path& file) {
    try {
        (void)load_model(file);
        return "loaded";
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(TaggerModel, RefusesWhatIsNotAWholeModel) {
    std::ifstream in(model_file, std::ios::binary);
    const std::string good((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto changed = [&](std::size_t at) {
        std::string bytes = good;
        bytes.at(at) = static_cast<char>(bytes.at(at) ^ 1);
        return bytes;
    };
    const std::vector<std::pair<std::string, std::string>> table{
        {good, "loaded"},
        {"", "is not a model"},
        {"x", "is not a model"},
        {std::string(5000, 'x'), "is not a model"},
        {good.substr(0, 100), "is damaged"},
        {good.substr(0, good.size() - 1), "is damaged"},
        {good + "x", "is damaged"},
        {changed(0), "is not a model"},
        {changed(offsetof(TaggerModel, version)), "is of another version"},
        {changed(offsetof(TaggerModel, size)), "is of another version"},
        {changed(offsetof(TaggerModel, checksum)), "is damaged"},
        {changed(offsetof(TaggerModel, embeddings) + 12345), "is damaged"},
        {changed(good.size() - 1), "is damaged"},
    };
    const auto file = std::filesystem::temp_directory_path() / ("tagger_model_test." + std::to_string(getpid()));
    for (std::size_t i = 0; i < table.size(); ++i) {
        std::ofstream(file, std::ios::binary) << table[i].first;
        EXPECT_NE(message_of(file).find(table[i].second), std::string::npos) << i << ": " << message_of(file);
    }
    std::filesystem::remove(file);
    EXPECT_EQ(message_of(file), file.string() + ": the tagger's model cannot be read; build the target data again");
}

TEST(TaggerModel, KeepsTheNotices) {
    const std::string notices(load_model(model_file)->notices.data());
    EXPECT_NE(notices.find("PaddlePaddle Authors"), std::string::npos);
    EXPECT_NE(notices.find("Apache License, Version 2.0"), std::string::npos);
    EXPECT_NE(notices.find("Sun Junyi"), std::string::npos);
}

TEST(TaggerModel, ColumnSumsAreThoseOfTheWeights) {
    const auto model = load_model(model_file);
    const auto& matrix = model->layer2[1];
    constexpr std::size_t depth = lac::states + lac::units;
    for (std::size_t column = 0; column < lac::gates; ++column) {
        std::int32_t sum = 0;
        for (std::size_t k = 0; k < depth; ++k) {
            const std::int8_t weight = matrix.weights.at(column / lac::block * depth * lac::block +
                                                         k / 4 * 4 * lac::block + column % lac::block * 4 + k % 4);
            EXPECT_NE(weight, -128);
            sum += weight;
        }
        EXPECT_EQ(sum, matrix.sums.at(column)) << column;
    }
}

}  // namespace
}  // namespace guanxi
