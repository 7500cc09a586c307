#include "extract/reader_encoding.hpp"

#include <fmt/core.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t sample_size = 1U << 18U;  // a quarter of a million bytes tell any encoding

struct IconvCloser {
    void operator()(void* handle) const { iconv_close(handle); }
};

// What iconv made of the bytes, and the offset of the first byte that is not of the coding.
struct Converted {
    std::string text;
    std::size_t bad = std::string::npos;
};

Converted convert(std::string_view bytes, Coding coding) {
    void* const opened = iconv_open("UTF-8", std::string(label(coding)).c_str());
    // iconv_open says no by -1, as a pointer.
    if (opened == reinterpret_cast<void*>(-1)) {  // NOLINT(performance-no-int-to-ptr)
        throw Error(fmt::format("the system cannot read {}: its conversion module is missing (Debian: package libc6)",
                                label(coding)));
    }
    const std::unique_ptr<void, IconvCloser> handle(opened);
    // iconv takes a pointer to bytes that it could write to, but does not.
    char* in = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    std::size_t left = bytes.size();
    Converted result;
    result.text.reserve(bytes.size() + bytes.size() / 2);  // two bytes become three
    std::vector<char> buffer(1U << 16U);
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const bool failed = iconv(opened, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
        const bool full = failed && errno == E2BIG;
        result.text.append(buffer.data(), buffer.size() - room);
        if (failed && !full) {
            result.bad = bytes.size() - left;
            break;
        }
    }
    return result;
}

// Behind the text before it: lines end with LF, CR LF or CR.
Position position_after(std::string_view before, const std::string& name) {
    Position position{name, 1, 1};
    std::size_t begin = 0;
    for (std::size_t i = before.find_first_of("\r\n"); i != std::string_view::npos;
         i = before.find_first_of("\r\n", begin)) {
        begin = i + (before.substr(i, 2) == "\r\n" ? 2 : 1);
        ++position.line;
    }
    position.column = count_code_points(before.substr(begin)) + 1;
    return position;
}

// How much of the bytes is UTF-8: of a text with a fault, nearly all; of another encoding, what falls in place by
// chance, and hardly ever three bytes in a row.
bool mostly_utf8(std::string_view bytes) {
    std::size_t faults = 0;
    std::size_t sequences = 0;  // of three or four bytes: what Chinese is made of
    while (!bytes.empty()) {
        const std::size_t good = std::min(find_invalid_utf8(bytes), bytes.size());
        sequences +=
            static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(good),
                                                   [](char c) { return static_cast<unsigned char>(c) >= 0xE0U; }));
        faults += good < bytes.size() ? 1 : 0;
        bytes.remove_prefix(std::min(good + 1, bytes.size()));
    }
    return sequences > faults;
}

unsigned byte_at(std::string_view bytes, std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
}

// The mean of marks from -1 (not of the encoding) to 1 (everyday characters) over the characters beyond ASCII.
struct Marks {
    double sum = 0;
    std::size_t count = 0;
    void add(double mark) {
        sum += mark;
        ++count;
    }
    [[nodiscard]] double mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

// GB 2312 puts its 3755 everyday characters into rows B0 to D7, the rarer ones into D8 to F7, symbols into A1 to A3;
// what was added later stands elsewhere.
double mark_gb18030(unsigned lead, unsigned trail) {
    if (trail < 0x40U || trail == 0x7FU || trail == 0xFFU || lead == 0x80U || lead == 0xFFU) return -1;
    if (lead <= 0xA0U) return 0.3;  // where traditional characters stand, and where Big5 has nothing
    if (trail < 0xA1U) return -0.3;
    if (lead >= 0xB0U && lead <= 0xD7U) return 1;
    if (lead >= 0xD8U && lead <= 0xF7U) return 0.2;
    return lead >= 0xA1U && lead <= 0xA3U ? 1 : -0.3;
}

// Big5 has its 5401 everyday characters in A440 to C67E, symbols in A1 and A2, the rarer ones from C940 on.
double mark_big5(unsigned lead, unsigned trail) {
    const bool legal = (trail >= 0x40U && trail <= 0x7EU) || (trail >= 0xA1U && trail <= 0xFEU);
    if (!legal || lead <= 0xA0U || lead == 0xFFU) return -1;
    if (lead >= 0xA4U && (lead < 0xC6U || (lead == 0xC6U && trail <= 0x7EU))) return 1;
    if (lead >= 0xC9U && lead <= 0xF9U) return 0.2;
    return lead == 0xA1U || lead == 0xA2U ? 1 : -0.5;
}

template <typename Mark>
double plausibility(std::string_view bytes, const Mark& mark) {
    Marks marks;
    for (std::size_t i = 0; i + 1 < bytes.size();) {
        const unsigned lead = byte_at(bytes, i);
        const double value = lead < 0x80U ? 0 : mark(lead, byte_at(bytes, i + 1));
        if (lead >= 0x80U) marks.add(value);
        // Behind a byte that begins nothing, the next one may.
        i += lead < 0x80U || value == -1 ? 1 : 2;
    }
    return marks.mean();
}

double mark_utf16(unsigned unit) {
    if (unit >= 0x4E00U && unit <= 0x9FA5U) return 0.9;
    if ((unit >= 0x20U && unit < 0x7FU) || unit == '\n' || unit == '\r' || unit == '\t') return 1;
    const bool punctuation = (unit >= 0x2010U && unit <= 0x2027U) || (unit >= 0x3000U && unit <= 0x3020U);
    return punctuation || (unit >= 0xFF01U && unit <= 0xFF5EU) ? 1 : -1;
}

double plausibility_utf16(std::string_view bytes, std::size_t high) {
    Marks marks;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        marks.add(mark_utf16(byte_at(bytes, i + high) * 256U + byte_at(bytes, i + 1 - high)));
    }
    return marks.mean();
}

// From where a text tells its encoding: its first byte beyond ASCII, which begins a character in GB18030 and Big5.
std::string_view telling_part(std::string_view bytes) {
    const auto* const first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    return bytes.substr(static_cast<std::size_t>(first - bytes.begin()), sample_size);
}

}  // namespace

std::string_view label(Coding coding) {
    static constexpr std::array<std::string_view, 5> labels{"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "BIG5-HKSCS"};
    return labels.at(static_cast<std::size_t>(coding));
}

std::optional<Coding> recognise_coding(std::string_view bytes, Encoding asked) {
    switch (asked) {
        case Encoding::utf8:
            return Coding::utf8;
        case Encoding::gb18030:
            return Coding::gb18030;
        case Encoding::big5:
            return Coding::big5;
        default:
            break;
    }
    const std::string_view begin = bytes.substr(0, sample_size);
    const double little = plausibility_utf16(begin, 1);
    const double big = plausibility_utf16(begin, 0);
    const Coding utf16 = little >= big ? Coding::utf16_le : Coding::utf16_be;
    if (asked == Encoding::utf16) return utf16;
    constexpr double sure = 0.7;
    const bool has_nul = begin.find('\0') != std::string_view::npos;
    if (has_nul) return std::max(little, big) > sure ? std::optional(utf16) : std::nullopt;
    const std::string_view part = telling_part(bytes);
    if (mostly_utf8(part) || find_invalid_utf8(bytes) == std::string_view::npos) return Coding::utf8;
    const double gb18030 = plausibility(part, mark_gb18030);
    const double big5 = plausibility(part, mark_big5);
    if (std::max(little, big) > std::max({sure, gb18030, big5})) return utf16;
    if (std::max(gb18030, big5) <= 0) return std::nullopt;
    return big5 > gb18030 ? Coding::big5 : Coding::gb18030;
}

std::string decode_text(std::string_view bytes, Coding coding, const std::string& name) {
    if (coding == Coding::utf8) {
        const std::size_t bad = find_invalid_utf8(bytes);
        if (bad == std::string_view::npos) return std::string(bytes);
        throw Error(
            position_after(bytes.substr(0, bad), name),
            fmt::format("the byte {:#04x} is not UTF-8 here; mend the file, or name its encoding with --encoding",
                        byte_at(bytes, bad)));
    }
    Converted converted = convert(bytes, coding);
    if (converted.bad == std::string::npos) return std::move(converted.text);
    throw Error(position_after(converted.text, name),
                fmt::format("the byte {:#04x} is not {} here; mend the file, or name its encoding with --encoding",
                            byte_at(bytes, converted.bad), label(coding)));
}

}  // namespace guanxi
