#include "cli/statistics.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

#include "cli/messages.hpp"

namespace guanxi {

namespace {

double processor_seconds(const rusage& usage) {
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

void Statistics::add(std::string_view stage, double seconds) {
    auto found = std::find_if(stages_.begin(), stages_.end(), [&](const auto& row) { return row.first == stage; });
    if (found == stages_.end()) found = stages_.emplace(stages_.end(), stage, 0.0);
    found->second += seconds;
}

void Statistics::count(const Extraction& extraction) {
    bytes_ += extraction.document.text.size();
    sentences_ += extraction.sentences.size();
    for (const Sentence& sentence : extraction.sentences) tokens_ += sentence.tokens.size();
    mentions_ += extraction.mentions.size();
    relations_ += extraction.relations.size();
    measurements_ += extraction.measurements.size();
}

void Statistics::print(const Graph& graph, unsigned threads) const {
    const double seconds = whole_.seconds();
    const double megabytes = static_cast<double>(bytes_) / 1e6;
    double sum = 0;
    for (const auto& [stage, time] : stages_) sum += time;
    std::string text = "stage       seconds  share\n";
    for (const auto& [stage, time] : stages_) {
        text += fmt::format("{:<10} {:8.3f} {:5.1f} %\n", stage, time, sum > 0 ? 100 * time / sum : 0.0);
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    text += fmt::format("text: {} documents, {:.3f} MB, {} sentences, {} words\n", graph.documents().size(), megabytes,
                        sentences_, tokens_);
    text += fmt::format("found: {} mentions, {} relations, {} measurements\n", mentions_, relations_, measurements_);
    text += fmt::format("graph: {} entities, {} facts, {} observations\n", graph.entity_count(), graph.fact_count(),
                        graph.observations().size());
    text +=
        fmt::format("whole: {:.3f} s on {} thread{}, {:.3f} s of processor time, {:.3f} MB/s, {} MB of memory at most",
                    seconds, threads, threads == 1 ? "" : "s", processor_seconds(usage),
                    seconds > 0 ? megabytes / seconds : 0.0, usage.ru_maxrss / 1024);
    complain(text);
}

}  // namespace guanxi
