#include "extract/reader.hpp"

#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "extract/reader_binary.hpp"
#include "extract/reader_encoding.hpp"

namespace guanxi {

namespace {

constexpr std::size_t id_digits = 20;

struct Mark {
    std::string_view bytes;
    Coding coding;
    Encoding encoding;
};
constexpr std::array byte_order_marks{Mark{"\xEF\xBB\xBF", Coding::utf8, Encoding::utf8},
                                      Mark{"\xFF\xFE", Coding::utf16_le, Encoding::utf16},
                                      Mark{"\xFE\xFF", Coding::utf16_be, Encoding::utf16}};

// The text and nothing of its byte order mark, which counts only where the encoding that was asked for has it.
std::string decode_any(std::string_view bytes, const std::string& name, Encoding encoding) {
    for (const Mark& mark : byte_order_marks) {
        if (bytes.starts_with(mark.bytes) && (encoding == Encoding::automatic || encoding == mark.encoding)) {
            return decode_text(bytes.substr(mark.bytes.size()), mark.coding, name);
        }
    }
    const std::optional<Coding> coding = recognise_coding(bytes, encoding);
    if (!coding) throw Error({name}, "this is binary data, not a text in UTF-8, UTF-16, GB18030 or Big5");
    return decode_text(bytes, *coding, name);
}

}  // namespace

Document read_document(std::string_view bytes, std::string name, Encoding encoding) {
    if (bytes.empty()) throw Error({name}, "the file is empty");
    refuse_binary(bytes, name);
    Document document;
    document.text = decode_any(bytes, name, encoding);
    if (document.text.find('\0') != std::string::npos) throw Error({name}, "this is binary data, not a text");
    if (document.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos) {
        throw Error({name}, "the file is empty but for blanks");
    }
    if (document.text.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw Error({name}, "the text is larger than 4 GiB; split it");
    }
    document.sha256 = sha256(bytes);
    document.id = "d" + document.sha256.substr(0, id_digits);
    document.name = std::move(name);
    return document;
}

}  // namespace guanxi
