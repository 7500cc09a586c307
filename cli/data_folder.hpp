#pragma once

#include <filesystem>

namespace guanxi {

/// The folder of the model and the word lists: what the environment variable GUANXI_DATA names, else `data` beside the
/// program's folder, else `share/guanxi` beside it. Throws Error naming what is missing and what to do.
[[nodiscard]] std::filesystem::path data_folder();

}  // namespace guanxi
