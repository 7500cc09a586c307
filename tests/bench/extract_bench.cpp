#include <benchmark/benchmark.h>

#include <sstream>

#include "core/assemble.hpp"
#include "export/jsonld.hpp"
#include "extract/extractor.hpp"
#include "extract/reader.hpp"
#include "tests/extract/tagger_texts.hpp"

namespace guanxi {
namespace {

std::vector<std::string> reports() {
    auto texts = texts_below(std::filesystem::path(SOURCE_DIR) / "../shared/corpus/reports", 1);
    return texts.empty() ? texts_below(std::filesystem::path(SOURCE_DIR) / "samples") : texts;
}

// From bytes to the JSON-LD of the graph of all reports, on one core; the share of each stage in per cent.
void read_reports(benchmark::State& state) {
    const std::vector<std::string> texts = reports();
    const Extractor extractor(DATA_DIR);
    StageTimes times{};
    std::size_t bytes = 0;
    for (auto _ : state) {
        Graph graph;
        for (const std::string& text : texts) {
            add_extraction(graph, extractor.extract(read_document(text, "report.md"), nullptr, &times));
            bytes += text.size();
        }
        std::ostringstream out;
        write_jsonld(graph, out, {});
        benchmark::DoNotOptimize(out);
    }
    double whole = 0;
    for (const double time : times) whole += time;
    for (std::size_t i = 0; i < stage_names.size(); ++i) {
        state.counters[std::string(stage_names.at(i)) + "_%"] = 100 * times.at(i) / whole;
    }
    state.counters["MB/s"] = benchmark::Counter(static_cast<double>(bytes) / 1e6, benchmark::Counter::kIsRate);
}
BENCHMARK(read_reports)->Unit(benchmark::kMillisecond)->Iterations(1);

// What every run of the program pays before the first text.
void load_data(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Extractor(DATA_DIR));
}
BENCHMARK(load_data)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace guanxi
