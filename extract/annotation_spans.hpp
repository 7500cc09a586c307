#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/annotated_text.hpp"

namespace guanxi {

/// The entities of a text that stands elsewhere, told by offsets: it may be marked, and what was marked may be passed
/// on, where the text itself may not.
struct AnnotationSpans {
    struct Entity {
        std::string_view type;
        bool optional = false;
        /// Of each name its pieces, as offsets in code points; more than one where a head was shared
        /// (金山、禾山街道: 0-2 and 5-7 are 金山街道).
        std::vector<std::vector<std::pair<std::size_t, std::size_t>>> names;
    };

    std::string file;                ///< in messages
    std::string text;                ///< path of the text, relative to a folder that the user knows
    std::vector<std::size_t> lines;  ///< those of the text that were annotated, counted from 1
    std::string digest;              ///< first 16 hex digits of the SHA-256 of the excerpt
    std::vector<Entity> entities;
};

/// Reads the lines `text PATH`, `lines N…`, `digest HEX`, then one entity a line: `Kind BEGIN-END…`, `Kind?` for one
/// that another reader might not mark, pieces of a name joined by `+`. Lines that begin with `#` are notes. Throws
/// Error with the line that is not so.
[[nodiscard]] AnnotationSpans read_annotation_spans(std::string_view bytes, const std::string& file);

/// The excerpt (the lines, an empty one between each two, without the marks of bold type) and its entities. Throws
/// Error if the text is not the one that was annotated.
[[nodiscard]] AnnotatedText apply_spans(const AnnotationSpans& spans, std::string_view whole_text);

}  // namespace guanxi
