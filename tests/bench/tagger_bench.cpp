#include <benchmark/benchmark.h>

#include <algorithm>

#include "core/error.hpp"
#include "tests/extract/tagger_texts.hpp"

namespace guanxi {
namespace {

// The reports of the corpus if they are there, else the samples.
std::vector<std::string> bench_texts(std::size_t step) {
    auto texts = texts_below(std::filesystem::path(SOURCE_DIR) / "../shared/corpus/reports", step);
    return texts.empty() ? texts_below(std::filesystem::path(SOURCE_DIR) / "samples") : texts;
}
const TaggerSource& source() {
    static const TaggerSource loaded = TaggerSource::load(std::filesystem::path(JIEBA_DIR) / "lac_small");
    return loaded;
}

void tag_texts(benchmark::State& state, Instructions instructions, std::size_t step) {
    const auto texts = bench_texts(step);
    std::vector<std::vector<Sentence>> sentences;
    std::size_t bytes = 0;
    for (const std::string& text : texts) {
        sentences.push_back(sentences_of(text));
        bytes += text.size();
    }
    try {
        const Tagger tagger = Tagger::load(std::filesystem::path(DATA_DIR) / "tagger.model", instructions);
        for (auto _ : state) {
            for (std::size_t i = 0; i < texts.size(); ++i) tagger.tag(texts[i], sentences[i]);
        }
        state.counters["MB/s"] =
            benchmark::Counter(static_cast<double>(state.iterations() * bytes) / 1e6, benchmark::Counter::kIsRate);
    } catch (const Error& error) {
        state.SkipWithError(error.what());
    }
}
BENCHMARK_CAPTURE(tag_texts, amx, Instructions::amx, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tag_texts, avx512_vnni, Instructions::avx512_vnni, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tag_texts, avx2, Instructions::avx2, 8)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tag_texts, portable, Instructions::portable, 60)->Unit(benchmark::kMillisecond);

// The reference, and how many characters have the same tag in 8 bits.
void tag_fp32(benchmark::State& state) {
    const auto texts = bench_texts(40);
    const Tagger tagger = Tagger::load(std::filesystem::path(DATA_DIR) / "tagger.model");
    std::size_t bytes = 0;
    Agreement agreement;
    for (auto _ : state) {
        for (const std::string& text : texts) {
            std::vector<Sentence> full = sentences_of(text);
            tag_by(source(), text, full);
            state.PauseTiming();
            std::vector<Sentence> eight_bits = sentences_of(text);
            tagger.tag(text, eight_bits);
            agreement.add(text, full, eight_bits);
            bytes += text.size();
            state.ResumeTiming();
        }
    }
    state.counters["MB/s"] = benchmark::Counter(static_cast<double>(bytes) / 1e6, benchmark::Counter::kIsRate);
    state.counters["agreement"] = agreement.share();
}
BENCHMARK(tag_fp32)->Unit(benchmark::kMillisecond)->Iterations(1);

void load_tagger(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Tagger::load(std::filesystem::path(DATA_DIR) / "tagger.model"));
}
BENCHMARK(load_tagger)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace guanxi
