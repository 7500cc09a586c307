#include "extract/recogniser_lattice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guanxi {

namespace {

constexpr std::size_t kinds = entity_type_count;
using Row = Succession::Row;

// How much the sets that lie before (or behind) a place in the sentence weigh together, by what they end (or go on)
// with. All of it is to be multiplied with the exponential of `scale`.
struct Weights {
    Row ended{};      // a mention ends right here, by its kind
    Row joined{};     // one unit that joins stands between it and here
    Row passed{};     // more than that
    double none = 0;  // no mention is in sight
    double scale = 0;

    // The same weights, with a sum of 1.
    void divide() {
        const double sum = std::accumulate(ended.begin(), ended.end(), 0.0) +
                           std::accumulate(joined.begin(), joined.end(), 0.0) +
                           std::accumulate(passed.begin(), passed.end(), 0.0) + none;
        multiply(1 / sum);
        scale += std::log(sum);
    }

    // The same weights, in a scale in which they are smaller: next to much larger ones to come.
    void shrink(double logarithm) {
        multiply(std::exp(-logarithm));
        scale += logarithm;
    }

private:
    void multiply(double factor) {
        for (Row* row : {&ended, &joined, &passed}) {
            for (double& value : *row) value *= factor;
        }
        none *= factor;
    }
};

void exponentiate(Row& row) {
    for (double& value : row) value = std::exp(value);
}

// The sums over all sets, from the left and from the right.
class Lattice {
public:
    Lattice(std::vector<Candidate>& candidates, std::span<const Gap> gaps, const SuccessionWeights& succession)
        : candidates_(candidates),
          gaps_(gaps),
          factors_(succession),
          before_(gaps.size() + 1),
          behind_(gaps.size() + 1),
          enter_(gaps.size()),
          begin_(gaps.size()),
          begin_scale_(gaps.size()),
          starts_(gaps.size() + 2),
          by_first_(candidates.size()) {
        for (const Candidate& candidate : candidates) ++starts_[candidate.first + 1];
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
        for (std::uint32_t i = 0; i < candidates.size(); ++i) by_first_[next[candidates[i].first]++] = i;
    }

    double run(Succession* expected) {
        go_right();
        go_left();
        const double all = before_.back().scale;
        for (Candidate& candidate : candidates_) {
            const auto kind = static_cast<std::size_t>(candidate.type);
            const Weights& rest = behind_[candidate.last + 1];
            const double log = candidate.score + before_[candidate.first].scale + rest.scale - all;
            candidate.probability =
                std::min(1.0, enter_[candidate.first][kind] * rest.ended[kind] * std::exp(std::min(log, most)));
        }
        if (expected != nullptr) expect(*expected, all);
        return all;
    }

private:
    static constexpr double most = 600;

    [[nodiscard]] bool begins(std::size_t i) const { return starts_[i] != starts_[i + 1]; }
    // Whether what stands before unit i joins it to something.
    [[nodiscard]] bool joins(std::size_t i) const { return i > 0 && gaps_[i - 1] == Gap::joint; }

    void set_enter(std::size_t i) {
        const Weights& from = before_[i];
        Row& sum = enter_[i];
        sum.fill(from.none);
        for (std::size_t k = 0; k < kinds; ++k) {
            if (from.passed[k] == 0) continue;
            for (std::size_t t = 0; t < kinds; ++t) sum[t] += from.passed[k] * factors_.later[k][t];
        }
        if (joins(i)) {
            for (std::size_t t = 0; t < kinds; ++t) sum[t] *= factors_.unlike[t];
        }
        for (std::size_t k = 0; k < kinds; ++k) {
            if (from.joined[k] == 0 && from.ended[k] == 0) continue;
            for (std::size_t t = 0; t < kinds; ++t)
                sum[t] += from.joined[k] * factors_.joined[k][t] + from.ended[k] * factors_.later[k][t];
        }
    }

    void go_right() {
        before_[0].none = 1;
        auto next = candidates_.begin();
        for (std::size_t i = 0; i < gaps_.size(); ++i) {
            if (begins(i)) set_enter(i);
            const Weights& from = before_[i];
            Weights& to = before_[i + 1];
            pass(from, to, gaps_[i]);
            to.scale = from.scale;
            const auto first = next;
            double top = 0;
            for (; next != candidates_.end() && next->last == i; ++next)
                top = std::max(top, next->score + before_[next->first].scale - from.scale);
            if (top > most) to.shrink(top);
            for (auto candidate = first; candidate != next; ++candidate) {
                const auto kind = static_cast<std::size_t>(candidate->type);
                to.ended[kind] += enter_[candidate->first][kind] *
                                  std::exp(candidate->score + before_[candidate->first].scale - to.scale);
            }
            to.divide();
        }
    }

    static void pass(const Weights& from, Weights& to, Gap gap) {
        to.none = from.none;
        const bool joint = gap == Gap::joint;
        for (std::size_t k = 0; k < kinds; ++k) {
            to.joined[k] = joint ? from.ended[k] : 0;
            to.passed[k] = from.passed[k] + from.joined[k] + (joint ? 0 : from.ended[k]);
        }
    }

    void go_left() {
        Weights& end = behind_.back();
        end.ended.fill(1);
        end.joined.fill(1);
        end.passed.fill(1);
        end.none = 1;
        for (std::size_t i = gaps_.size(); i-- > 0;) {
            const Weights& from = behind_[i + 1];
            Weights& to = behind_[i];
            to.scale = from.scale;
            to.none = from.none;
            to.ended = gaps_[i] == Gap::joint ? from.joined : from.passed;
            to.joined = from.passed;
            to.passed = from.passed;
            if (begins(i)) add_begins(i);
            to.divide();
        }
    }

    void add_begins(std::size_t i) {
        Weights& to = behind_[i];
        double top = 0;
        for (std::uint32_t c = starts_[i]; c < starts_[i + 1]; ++c) {
            const Candidate& candidate = candidates_[by_first_[c]];
            top = std::max(top, candidate.score + behind_[candidate.last + 1].scale - to.scale);
        }
        if (top > most) to.shrink(top);
        Row& begin = begin_[i];
        begin_scale_[i] = to.scale;
        for (std::uint32_t c = starts_[i]; c < starts_[i + 1]; ++c) {
            const Candidate& candidate = candidates_[by_first_[c]];
            const auto kind = static_cast<std::size_t>(candidate.type);
            const Weights& rest = behind_[candidate.last + 1];
            begin[kind] += rest.ended[kind] * std::exp(candidate.score + rest.scale - to.scale);
        }
        const bool apart = joins(i);
        for (std::size_t t = 0; t < kinds; ++t) {
            if (begin[t] == 0) continue;
            const double unlike = apart ? factors_.unlike[t] : 1.0;
            to.none += begin[t] * unlike;
            for (std::size_t k = 0; k < kinds; ++k) {
                to.passed[k] += begin[t] * factors_.later[k][t] * unlike;
                to.ended[k] += begin[t] * factors_.later[k][t];
                to.joined[k] += begin[t] * factors_.joined[k][t];
            }
        }
    }

    void expect(Succession& expected, double all) const {
        for (std::size_t i = 0; i < gaps_.size(); ++i) {
            if (!begins(i)) continue;
            const Weights& from = before_[i];
            const double factor = std::exp(std::min(from.scale + begin_scale_[i] - all, most));
            const bool apart = joins(i);
            for (std::size_t t = 0; t < kinds; ++t) {
                const double rest = begin_[i][t] * factor;
                if (rest == 0) continue;
                const double unlike = apart ? factors_.unlike[t] : 1.0;
                double unlikes = from.none;
                for (std::size_t k = 0; k < kinds; ++k) {
                    const double passed = from.passed[k] * factors_.later[k][t];
                    unlikes += passed;
                    expected.later[k][t] += rest * (passed * unlike + from.ended[k] * factors_.later[k][t]);
                    expected.joined[k][t] += rest * from.joined[k] * factors_.joined[k][t];
                }
                if (apart) expected.unlike[t] += rest * unlikes * unlike;
            }
        }
    }

    std::vector<Candidate>& candidates_;
    std::span<const Gap> gaps_;
    const SuccessionWeights& factors_;
    std::vector<Weights> before_, behind_;  // of each place, the end included
    std::vector<Row> enter_;                // before a mention of each kind that begins with a unit
    std::vector<Row> begin_;                // of all that begins with a unit, by its kind
    std::vector<double> begin_scale_;
    std::vector<std::uint32_t> starts_, by_first_;  // candidates by first unit
};

}  // namespace

SuccessionWeights::SuccessionWeights(const Succession& logarithms) : Succession(logarithms) {
    for (Row& row : joined) exponentiate(row);
    for (Row& row : later) exponentiate(row);
    exponentiate(unlike);
}

std::vector<Gap> gaps_of(const Units& units) {
    std::vector<Gap> gaps;
    gaps.reserve(units.units.size());
    for (const Unit& unit : units.units) {
        const bool joins = unit.role == Role::enumeration || unit.role == Role::conjunction;
        gaps.push_back(joins ? Gap::joint : Gap::other);
    }
    return gaps;
}

double set_probabilities(std::vector<Candidate>& candidates, std::span<const Gap> gaps,
                         const SuccessionWeights& succession, Succession* expected) {
    return candidates.empty() ? 0.0 : Lattice(candidates, gaps, succession).run(expected);
}

}  // namespace guanxi
