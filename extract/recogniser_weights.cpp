#include "extract/recogniser_weights.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "core/error.hpp"
#include "extract/candidates_features.hpp"

namespace guanxi {

namespace {

constexpr std::string_view threshold_name = "threshold";
constexpr std::size_t everywhere = entity_type_count;  // the column for all types

// Adds up the weights of what a describer says: of a span for every type, or of one type.
class Sum {
public:
    explicit Sum(const RecogniserWeights& weights) : weights_(&weights) {}

    void say(const FeaturePart& name, std::initializer_list<FeaturePart> parts) {
        FeatureHash hash(name.hash);
        for (const FeaturePart& part : parts) hash.add(part.hash);
        const RecogniserWeights::Row* const row = weights_->find(hash.key());
        if (row == nullptr) return;
        for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += (*row)[i];
    }

    void add(const Sum& other) {
        for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += other.sums_[i];
    }

    [[nodiscard]] double of(EntityType type) const {
        return static_cast<double>(sums_[static_cast<std::size_t>(type)]) + static_cast<double>(sums_[everywhere]);
    }

private:
    const RecogniserWeights* weights_;
    RecogniserWeights::Row sums_{};
};

// `joined KIND BEFORE`, `later KIND BEFORE`, `unlike KIND`.
bool set_succession(Succession& succession, const std::vector<std::string_view>& words, float weight) {
    if (words[0] != "joined" && words[0] != "later" && words[0] != "unlike") return false;
    const std::optional<EntityType> type = words.size() > 1 ? find_entity_type(words[1]) : std::nullopt;
    const std::optional<EntityType> before = words.size() > 2 ? find_entity_type(words[2]) : std::nullopt;
    if (!type) return false;
    Succession::Row* row = &succession.unlike;
    if (words[0] != "unlike") {
        if (!before) return false;
        auto& rows = words[0] == "joined" ? succession.joined : succession.later;
        row = &rows.at(static_cast<std::size_t>(*before));
    }
    row->at(static_cast<std::size_t>(*type)) = std::exp(static_cast<double>(weight));
    return true;
}

}  // namespace

RecogniserWeights::RecogniserWeights(std::size_t features)
    : table_(std::bit_ceil(2 * features + 2)), rows_(1), known_(std::bit_ceil(features / 8 + 1)) {}

RecogniserWeights RecogniserWeights::load(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) throw Error(file.string() + ": cannot be read: the recogniser's weights are part of the installation");
    RecogniserWeights weights(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
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
        weights.set(row.substr(0, tab), static_cast<float>(value));
    }
    return weights;
}

std::size_t RecogniserWeights::slot(std::uint64_t key) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t i = key & mask;
    while (table_[i].row != 0 && table_[i].key != key) i = (i + 1) & mask;
    return i;
}

void RecogniserWeights::set(std::string_view feature, float weight) {
    if (feature == threshold_name) {
        threshold_ = static_cast<double>(weight);
        return;
    }
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin <= feature.size();) {
        const std::size_t end = std::min(feature.find(' ', begin), feature.size());
        words.push_back(feature.substr(begin, end - begin));
        begin = end + 1;
    }
    if (set_succession(succession_, words, weight)) return;
    FeatureHash hash(hash_text(words[0]));
    for (std::size_t i = 2; i < words.size(); ++i) hash.add(hash_text(words[i]));
    Entry& entry = table_[slot(hash.key())];
    if (entry.row == 0) {
        entry = {hash.key(), static_cast<std::uint32_t>(rows_.size())};
        const std::uint64_t bit = hash.key() & (64 * known_.size() - 1);
        known_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        rows_.emplace_back();
    }
    const std::optional<EntityType> type = words.size() > 1 ? find_entity_type(words[1]) : std::nullopt;
    rows_[entry.row].at(type ? static_cast<std::size_t>(*type) : everywhere) = weight;
}

const RecogniserWeights::Row* RecogniserWeights::look_up(std::uint64_t key) const {
    const std::uint32_t row = table_[slot(key)].row;
    return row == 0 ? nullptr : &rows_[row];
}

void RecogniserWeights::score(std::vector<Candidate>& candidates, std::string_view text, const Units& units) const {
    // What a start, or an end, has in common with the other candidates there is added up once.
    std::vector<std::optional<Sum>> starts(units.units.size());
    std::vector<std::optional<Sum>> ends(units.units.size());
    const auto once = [&](std::optional<Sum>& sum, auto describe) -> const Sum& {
        if (!sum) {
            sum.emplace(*this);
            Describer describer(text, units, *sum);
            describe(describer);
        }
        return *sum;
    };
    SpanView view;
    Sum span(*this);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Candidate& candidate = candidates[i];
        if (i == 0 || !same_span(candidate, candidates[i - 1])) {
            span = Sum(*this);
            span.add(once(starts[candidate.first], [&](auto& d) { d.describe_start(candidate.first); }));
            span.add(once(ends[candidate.last], [&](auto& d) { d.describe_end(candidate.last); }));
            view = Describer(text, units, span).describe_span(candidate);
        }
        Sum own(*this);
        Describer(text, units, own).describe_type(candidate, view);
        candidate.score = span.of(candidate.type) + own.of(candidate.type);
    }
}

}  // namespace guanxi
