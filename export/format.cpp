#include "export/format.hpp"

#include <array>

#include "export/jsonld.hpp"

namespace guanxi {

namespace {

constexpr std::array<Format, 1> format_table{{
    {"jsonld", ".jsonld", "JSON-LD, the lossless form: reads back into the same graph", false, write_jsonld},
}};

}  // namespace

std::span<const Format> formats() {
    return format_table;
}

const Format* find_format(std::string_view name_or_file) {
    for (const Format& format : formats()) {
        if (format.name == name_or_file || name_or_file.ends_with(format.suffix)) return &format;
    }
    return nullptr;
}

}  // namespace guanxi
