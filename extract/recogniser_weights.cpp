#include "extract/recogniser_weights.hpp"

#include <bit>
#include <charconv>
#include <fstream>
#include <iterator>
#include <string>

#include "core/error.hpp"

namespace guanxi {

namespace {

constexpr std::string_view threshold_name = "threshold";

}  // namespace

RecogniserWeights RecogniserWeights::load(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) throw Error(file.string() + ": cannot be read: the recogniser's weights are part of the installation");
    RecogniserWeights weights;
    std::size_t lines = 0;
    for (const char c : text) lines += static_cast<std::size_t>(c == '\n');
    weights.table_.resize(std::bit_ceil(2 * lines + 2));
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view row = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        ++line;
        if (row.empty() || row.front() == '#') continue;
        const std::size_t tab = row.find('\t');
        double value = 0;
        const std::string_view digits = tab == std::string_view::npos ? std::string_view() : row.substr(tab + 1);
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (digits.empty() || error != std::errc() || stop != digits.data() + digits.size()) {
            throw Error(Position{.file = file.string(), .line = line},
                        "no weight: a feature, a tab and a number are needed");
        }
        if (row.substr(0, tab) == threshold_name)
            weights.threshold_ = value;
        else
            weights.insert(feature_key(row.substr(0, tab)), static_cast<float>(value));
    }
    return weights;
}

void RecogniserWeights::insert(std::uint64_t key, float weight) {
    const std::size_t mask = table_.size() - 1;
    std::size_t i = key & mask;
    while (table_[i].key != 0 && table_[i].key != key) i = (i + 1) & mask;
    table_[i] = {key, weight};
}

float RecogniserWeights::find(std::uint64_t key) const {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = key & mask; table_[i].key != 0; i = (i + 1) & mask) {
        if (table_[i].key == key) return table_[i].weight;
    }
    return 0;
}

double RecogniserWeights::score(const Candidate& candidate, std::string_view text, const Units& units) const {
    thread_local std::vector<FeatureKey> keys;
    collect_features(candidate, text, units, keys);
    double sum = -threshold_;
    for (const FeatureKey key : keys) sum += static_cast<double>(find(key));
    return sum;
}

}  // namespace guanxi
