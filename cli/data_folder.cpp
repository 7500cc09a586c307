#include "cli/data_folder.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string_view>

#include "core/error.hpp"

namespace guanxi {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> needed{"lexicon.bin", "tagger.model"};

fs::path chosen_folder() {
    const char* named = std::getenv("GUANXI_DATA");
    if (named != nullptr && *named != '\0') return named;
    std::error_code unknown;
    const fs::path base = fs::read_symlink("/proc/self/exe", unknown).parent_path().parent_path();
    const fs::path built = base / "data";
    return fs::is_directory(built, unknown) ? built : base / "share" / "guanxi";
}

}  // namespace

fs::path data_folder() {
    fs::path folder = chosen_folder();
    for (const std::string_view name : needed) {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / name, ignored)) {
            throw Error(
                fmt::format("{} is missing; run ./guanxi in the folder of the sources, which makes it, or let the "
                            "environment variable GUANXI_DATA name the folder that holds it",
                            (folder / name).string()));
        }
    }
    return folder;
}

}  // namespace guanxi
