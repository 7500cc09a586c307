#pragma once

#include <ostream>
#include <string_view>

#include "export/output_buffer.hpp"

namespace guanxi {

/// Writes rows of comma-separated values (RFC 4180, UTF-8, lines end in a line feed). A field with a comma, a quotation
/// mark or a line break stands in quotation marks, those in it doubled; an absent one is empty.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out) : buffer_(out) {}

    void field(std::string_view text) {
        separate();
        if (needs_quotes(text)) {
            quoted(text);
        } else {
            buffer_.put(text);
        }
    }
    void end_row() {
        buffer_.Put('\n');
        first_ = true;
    }
    /// Bytes that are no field.
    void raw(std::string_view bytes) { buffer_.put(bytes); }
    /// Writes out what is collected.
    void finish() { buffer_.Flush(); }

private:
    // Without a branch a byte, so that the compiler looks at many bytes at once.
    static bool needs_quotes(std::string_view text) {
        bool found = false;
        for (const char c : text) {
            found |= static_cast<bool>(static_cast<int>(c == ',') | static_cast<int>(c == '"') |
                                       static_cast<int>(c == '\r') | static_cast<int>(c == '\n'));
        }
        return found;
    }
    void separate() {
        if (!first_) buffer_.Put(',');
        first_ = false;
    }
    void quoted(std::string_view text) {
        buffer_.Put('"');
        for (std::size_t begin = 0;;) {
            const std::size_t mark = text.find('"', begin);
            buffer_.put(text.substr(begin, mark - begin));
            if (mark == std::string_view::npos) break;
            buffer_.put("\"\"");
            begin = mark + 1;
        }
        buffer_.Put('"');
    }

    OutputBuffer buffer_;
    bool first_ = true;
};

}  // namespace guanxi
