#include <benchmark/benchmark.h>
#include <malloc.h>

#include <array>
#include <fstream>
#include <sstream>
#include <streambuf>

#include "export/format.hpp"
#include "export/jsonld.hpp"
#include "tests/bench/synthetic_graph.hpp"

// Each format that streams, and the reader, on the synthetic graph: megabytes a second, and how much memory the work
// takes beside the graph. A million facts are the measure; 20,000 show that the speed does not depend on the size.

namespace guanxi {
namespace {

// Takes bytes and counts them.
class CountingBuffer : public std::streambuf {
public:
    std::size_t count = 0;

protected:
    std::streamsize xsputn(const char*, std::streamsize size) override {
        count += static_cast<std::size_t>(size);
        return size;
    }
    int_type overflow(int_type c) override {
        ++count;
        return c;
    }
};

// A value of /proc/self/status in megabytes.
double status_megabytes(std::string_view name) {
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
    }
    return 0;
}

// How far the memory in use rises above what it was at first.
class MemoryRise {
public:
    MemoryRise() {
        ::malloc_trim(0);
        std::ofstream("/proc/self/clear_refs") << '5';  // the peak begins anew
        before_ = status_megabytes("VmRSS");
    }
    [[nodiscard]] double megabytes() const { return status_megabytes("VmHWM") - before_; }

private:
    double before_ = 0;
};

const Graph& graph_of(std::size_t facts) {
    static std::pair<std::size_t, Graph> last;
    if (last.first != facts) last = {facts, Graph()};
    if (last.second.fact_count() == 0) last.second = synthetic_graph(facts);
    return last.second;
}

// Writes the graph in a form of one file or of several; returns the number of bytes.
template <typename AnyFormat>
std::size_t write_as(const AnyFormat& format, const Graph& graph) {
    std::size_t bytes = 0;
    if (format.write != nullptr) {
        CountingBuffer buffer;
        std::ostream out(&buffer);
        format.write(graph, out, {});
        bytes = buffer.count;
    } else if constexpr (requires { format.write_files; }) {
        CountingBuffer buffer;
        std::ostream out(&buffer);
        format.write_files(graph, [&](const std::string&) -> std::ostream& { return out; }, {});
        bytes = buffer.count;
    }
    return bytes;
}

void write_facts(benchmark::State& state, const Format& format) {
    const Graph& graph = graph_of(static_cast<std::size_t>(state.range(0)));
    const MemoryRise rise;
    std::size_t bytes = 0;
    for (auto _ : state) bytes += write_as(format, graph);
    state.counters["extra_MB"] = rise.megabytes();
    state.counters["MB/s"] = benchmark::Counter(static_cast<double>(bytes) / 1e6, benchmark::Counter::kIsRate);
}

// The memory is the graph's, twice: `graph_MB` is what the graph alone takes.
void read_facts(benchmark::State& state) {
    std::ostringstream out;
    write_jsonld(graph_of(static_cast<std::size_t>(state.range(0))), out, {});
    const std::string text = std::move(out).str();
    double read_megabytes = 0;
    double graph_megabytes = 0;
    for (auto _ : state) {
        std::istringstream in(text);
        state.PauseTiming();
        const MemoryRise rise;
        state.ResumeTiming();
        const Graph graph = read_jsonld(in, "bench.jsonld");
        state.PauseTiming();
        benchmark::DoNotOptimize(graph.fact_count());
        read_megabytes = rise.megabytes();
        ::malloc_trim(0);
        graph_megabytes = read_megabytes - (status_megabytes("VmHWM") - status_megabytes("VmRSS"));
        state.ResumeTiming();
    }
    state.counters["graph_MB"] = graph_megabytes;
    state.counters["extra_MB"] = read_megabytes - graph_megabytes;
    state.counters["MB/s"] =
        benchmark::Counter(static_cast<double>(text.size() * state.iterations()) / 1e6, benchmark::Counter::kIsRate);
}

// Those that are meant for machines; the rest is read by people, who have smaller graphs.
constexpr std::array<std::string_view, 7> written{"jsonld", "ntriples", "nquads", "turtle", "neo4j", "csv", "jsonl"};

[[maybe_unused]] const bool registered = [] {
    for (const std::int64_t facts : {20'000, 100'000, 1'000'000}) {
        for (const std::string_view name : written) {
            const Format* const format = find_format(name);
            if (format == nullptr) continue;
            benchmark::RegisterBenchmark(fmt::format("write/{}", name).c_str(),
                                         [format](benchmark::State& s) { write_facts(s, *format); })
                ->Arg(facts)
                ->Unit(benchmark::kMillisecond);
        }
        benchmark::RegisterBenchmark("read/jsonld", read_facts)->Arg(facts)->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
}  // namespace guanxi
