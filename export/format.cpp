#include "export/format.hpp"

#include <array>

namespace guanxi {

std::span<const Format> formats() { return {}; }

const Format* find_format(std::string_view name_or_file) {
    for (const Format& format : formats()) {
        if (format.name == name_or_file || name_or_file.ends_with(format.suffix)) return &format;
    }
    return nullptr;
}

}  // namespace guanxi
