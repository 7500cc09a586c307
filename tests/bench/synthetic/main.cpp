#include <charconv>
#include <cstdio>
#include <iostream>
#include <string_view>

#include "export/jsonld.hpp"
#include "tests/bench/synthetic_graph.hpp"

// Writes the synthetic graph of so many facts as JSON-LD, for tests/bench/compare.py.
int main(int count, char** arguments) {
    std::size_t facts = 0;
    const std::string_view number = count == 2 ? arguments[1] : "";
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), facts);
    if (number.empty() || error != std::errc() || end != number.data() + number.size()) {
        std::fputs("usage: guanxi_synthetic FACTS >graph.jsonld\n", stderr);
        return 2;
    }
    guanxi::write_jsonld(guanxi::synthetic_graph(facts), std::cout, {});
    return std::cout.flush() ? 0 : 1;
}
