#include "extract/word_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace guanxi {

namespace {

constexpr std::uint32_t stop = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_rounds = 14;
// Neighbours are told apart if they are among the most frequent words.
constexpr std::size_t neighbour_words = 4000;

// x log x for whole numbers.
class Entropy {
public:
    Entropy() : table_(std::size_t{1} << 20U) {
        for (std::size_t i = 2; i < table_.size(); ++i)
            table_[i] = static_cast<double>(i) * std::log(static_cast<double>(i));
    }
    double operator()(std::size_t x) const {
        return x < table_.size() ? table_[x] : static_cast<double>(x) * std::log(static_cast<double>(x));
    }

private:
    std::vector<double> table_;
};

struct Neighbour {
    std::size_t context = 0;
    std::size_t count = 0;
};

// The classes while words are moved between them.
class Exchange {
public:
    Exchange(std::vector<std::vector<Neighbour>> words, std::size_t contexts, std::size_t classes)
        : words_(std::move(words)),
          classes_(classes),
          class_of_(words_.size()),
          totals_(classes),
          table_(contexts * classes),
          gains_(classes) {
        for (std::size_t word = 0; word < words_.size(); ++word) {
            class_of_[word] = word % classes;
            put(word, class_of_[word]);
        }
    }

    std::vector<std::size_t> run() {
        for (std::size_t round = 0; round < most_rounds; ++round) {
            bool moved = false;
            for (std::size_t word = 0; word < words_.size(); ++word) moved = move(word) || moved;
            if (!moved) break;
        }
        return std::move(class_of_);
    }

private:
    static std::size_t weight(const std::vector<Neighbour>& neighbours) {
        return std::accumulate(neighbours.begin(), neighbours.end(), std::size_t{0},
                               [](std::size_t sum, const Neighbour& n) { return sum + n.count; });
    }

    void put(std::size_t word, std::size_t to) {
        totals_[to] += weight(words_[word]);
        for (const Neighbour& n : words_[word]) table_[n.context * classes_ + to] += n.count;
    }

    void take(std::size_t word, std::size_t from) {
        totals_[from] -= weight(words_[word]);
        for (const Neighbour& n : words_[word]) table_[n.context * classes_ + from] -= n.count;
    }

    // Puts the word where the likelihood of the neighbours is greatest.
    bool move(std::size_t word) {
        const std::size_t old = class_of_[word];
        take(word, old);
        const std::size_t all = weight(words_[word]);
        for (std::size_t c = 0; c < classes_; ++c) gains_[c] = entropy_(totals_[c]) - entropy_(totals_[c] + all);
        for (const Neighbour& n : words_[word]) {
            const std::size_t* row = &table_[n.context * classes_];
            for (std::size_t c = 0; c < classes_; ++c) gains_[c] += entropy_(row[c] + n.count) - entropy_(row[c]);
        }
        std::size_t best = old;
        for (std::size_t c = 0; c < classes_; ++c) {
            if (gains_[c] > gains_[best] + 1e-9) best = c;
        }
        class_of_[word] = best;
        put(word, best);
        return best != old;
    }

    Entropy entropy_;
    std::vector<std::vector<Neighbour>> words_;
    std::size_t classes_;
    std::vector<std::size_t> class_of_;
    std::vector<std::size_t> totals_;  // of each class
    std::vector<std::size_t> table_;   // by context, then class
    std::vector<double> gains_;
};

}  // namespace

void WordClusters::add(std::span<const Word> sentence, std::size_t document) {
    for (const auto& [word, standing] : sentence) {
        const auto [place, fresh] = index_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
        if (fresh) words_.push_back({.word = std::string(word), .standing = standing});
        Seen& seen = words_[place->second];
        seen.standing = std::max(seen.standing, standing);
        ++seen.count;
        if (std::exchange(seen.last_document, document + 1) != document + 1) ++seen.documents;
        text_.push_back(place->second);
    }
    text_.push_back(stop);
}

std::vector<std::pair<std::string, std::size_t>> WordClusters::group(std::size_t classes) const {
    std::vector<std::uint32_t> order(words_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return words_[a].count != words_[b].count ? words_[a].count > words_[b].count : words_[a].word < words_[b].word;
    });
    // A neighbour is one of the frequent words, another word, or the end of the sentence.
    std::vector<std::size_t> neighbour(words_.size(), neighbour_words);
    std::vector<std::size_t> grouped(words_.size(), order.size());
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Seen& word = words_[order[i]];
        if (i < neighbour_words) neighbour[order[i]] = i;
        if (word.count < least_count || word.standing == Standing::none) continue;
        if (word.standing == Standing::common && word.documents < least_documents) continue;
        grouped[order[i]] = chosen.size();
        chosen.push_back(order[i]);
    }
    constexpr std::size_t side = neighbour_words + 2;
    std::vector<std::map<std::size_t, std::size_t>> counts(chosen.size());
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == stop || grouped[text_[i]] == order.size()) continue;
        const auto context = [&](std::uint32_t word) { return word == stop ? neighbour_words + 1 : neighbour[word]; };
        std::map<std::size_t, std::size_t>& own = counts[grouped[text_[i]]];
        ++own[context(i == 0 ? stop : text_[i - 1])];
        ++own[side + context(text_[i + 1])];
    }
    std::vector<std::vector<Neighbour>> neighbours;
    neighbours.reserve(counts.size());
    for (const auto& own : counts) {
        std::vector<Neighbour>& row = neighbours.emplace_back();
        row.reserve(own.size());
        for (const auto& [context, count] : own) row.push_back({context, count});
    }
    const std::vector<std::size_t> class_of = Exchange(std::move(neighbours), 2 * side, classes).run();
    std::vector<std::pair<std::string, std::size_t>> out;
    out.reserve(chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) out.emplace_back(words_[chosen[i]].word, class_of[i] + 1);
    return out;
}

}  // namespace guanxi
