#include <string_view>
#include <vector>

#include "cli/program.hpp"

int main(int argc, char** argv) {
    return guanxi::run_program(std::vector<std::string_view>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
