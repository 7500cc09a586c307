#include "extract/reader.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t id_digits = 20;

// A kind of file that is no text: how it begins, and what turns it into text.
struct BinaryKind {
    std::string_view magic;
    std::string_view name;
    std::string_view advice;
};
constexpr std::array binary_kinds{
    BinaryKind{"%PDF-", "a PDF file", "convert it first: pdftotext -layout FILE FILE.txt"},
    BinaryKind{"PK\x03\x04", "a Word, Excel, OpenDocument or zip file",
               "convert it first: libreoffice --headless --convert-to txt:Text FILE"},
    BinaryKind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel file",
               "convert it first: libreoffice --headless --convert-to txt:Text FILE"},
    BinaryKind{"{\\rtf", "a rich text file", "convert it first: libreoffice --headless --convert-to txt:Text FILE"},
    BinaryKind{"\x1F\x8B", "a gzip file", "unpack it first: gunzip FILE"},
    BinaryKind{"\x89PNG", "a PNG picture", "recognise its text first: tesseract FILE FILE -l chi_sim"},
    BinaryKind{"\xFF\xD8\xFF", "a JPEG picture", "recognise its text first: tesseract FILE FILE -l chi_sim"},
};

struct IconvCloser {
    void operator()(void* handle) const { iconv_close(handle); }
};

// What iconv made of the bytes: the text, or the offset of the first byte that is not of the encoding.
struct Converted {
    std::string text;
    std::size_t bad = std::string::npos;
};

Converted convert(std::string_view bytes, const char* encoding) {
    const std::unique_ptr<void, IconvCloser> handle(iconv_open("UTF-8", encoding));
    Converted result;
    // iconv reads through a pointer to non-const bytes but does not write to them.
    char* in = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    std::size_t left = bytes.size();
    result.text.reserve(bytes.size() * 3 / 2);
    std::array<char, 1U << 16U> buffer{};
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(handle.get(), &in, &left, &out, &room);
        result.text.append(buffer.data(), buffer.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            result.bad = bytes.size() - left;
            break;
        }
    }
    return result;
}

// Line and column of a byte of the input, lines by line feeds, columns in characters of what was read before.
Position position(const std::string& name, std::string_view before) {
    const std::size_t line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n');
    const auto rest = start == std::string_view::npos ? before : before.substr(start + 1);
    return {name, line, count_code_points(rest) + 1};
}

std::string require(Converted converted, const std::string& name, const std::string& encoding) {
    if (converted.bad != std::string::npos) {
        throw Error(position(name, converted.text),
                    "this is not " + encoding + "; say the encoding with --encoding, or mend the file");
    }
    return std::move(converted.text);
}

std::string read_utf8(std::string_view bytes, const std::string& name) {
    const std::size_t bad = find_invalid_utf8(bytes);
    if (bad != std::string_view::npos) {
        throw Error(position(name, bytes.substr(0, bad)),
                    "this byte is not UTF-8; say the encoding with --encoding, or mend the file");
    }
    return std::string(bytes);
}

// The share of characters that everyday Chinese text is made of: how the double-byte encodings are told apart.
double plausibility(std::string_view text) {
    static constexpr std::u32string_view common =
        U"的一是了在不和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级义就年发成部民可出能方进同行面"
        U"说种过命度革而多子后"
        U"自社加小机也经力线本电高量长党得实家定深法表着水理化争现所二起政三好十战无农使性前等反体合斗路图把结第里正新"
        U"开论之物从当两些"
        U"还天资事队批应形想制心样干都向变关点育重其思与间内去因件日利相由压员气业代全组数果期导平各基或月毛然问比展那"
        U"它最及外没看治提"
        U"五解系林者米群头意只明四道马认次文通但条较克又公孔领军流入接席位情运器并飞原油放立题质指建区验活众很教决特此"
        U"常石强极土少已根"
        U"共直团统式转别造切九你取西持总料连任志观调七么山程百报更见必真保热委手改管处己将修支识病象几先老光专什六型具"
        U"示复安带每东增则"
        U"完风回南广劳轮科北打积车计给节做务被整联步类集号列温装即毫知轴研单色坚据速防史拉世设达尔场织历花受求传口断况"
        U"采精金界品判参层"
        U"止边清至万确究书市政府报告项目企业，。、“”；：的國這個們時來對於學會發為動產經濟實現與後電長從當還間內沒開關"
        U"點業務總說過";
    std::size_t known = 0;
    std::size_t wide = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (c.value > 0x7F) {
            ++wide;
            if (common.find(c.value) != std::u32string_view::npos) ++known;
        }
        i += c.size;
    }
    return wide == 0 ? 0 : static_cast<double>(known) / static_cast<double>(wide);
}

// Whether so little of the text is broken that it is UTF-8 with a fault rather than another encoding.
bool mostly_utf8(std::string_view bytes) {
    std::size_t faults = 0;
    std::size_t wide = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t bad = find_invalid_utf8(bytes.substr(i));
        const std::string_view good = bytes.substr(i, bad);
        wide += static_cast<std::size_t>(std::count_if(
            good.begin(), good.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; }));
        if (bad == std::string_view::npos) break;
        i += bad + 1;
        if (++faults > 100 && faults > wide) return false;
    }
    return wide > 4 * faults;
}

std::string recognise_encoding(std::string_view bytes, const std::string& name) {
    constexpr std::size_t sample_size = 1U << 14U;
    if (find_invalid_utf8(bytes) == std::string_view::npos || mostly_utf8(bytes)) return read_utf8(bytes, name);
    const std::string_view sample = bytes.substr(0, sample_size);
    Converted gb = convert(sample, "GB18030");
    Converted big5 = convert(sample, "BIG5-HKSCS");
    // The sample may end inside of a character.
    const auto fits = [&](const Converted& c) { return c.bad == std::string::npos || c.bad + 4 > sample.size(); };
    const bool is_big5 = fits(big5) && (!fits(gb) || plausibility(big5.text) > plausibility(gb.text));
    if (is_big5) return require(convert(bytes, "BIG5-HKSCS"), name, "Big5");
    if (fits(gb)) return require(convert(bytes, "GB18030"), name, "GB18030");
    return read_utf8(bytes, name);
}

// UTF-16 without a mark: every other byte of the ASCII blanks, digits and line feeds is zero.
const char* utf16_order(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 4096); ++i)
        zeros.at(i % 2) += bytes[i] == '\0' ? 1U : 0U;
    if (bytes.size() % 2 != 0 || zeros[0] + zeros[1] == 0) return nullptr;
    if (zeros[0] == 0) return "UTF-16LE";
    return zeros[1] == 0 ? "UTF-16BE" : nullptr;
}

std::string decode_bytes(std::string_view bytes, const std::string& name, Encoding encoding) {
    if (bytes.starts_with("\xEF\xBB\xBF") && (encoding == Encoding::automatic || encoding == Encoding::utf8)) {
        return read_utf8(bytes.substr(3), name);
    }
    if (encoding == Encoding::utf8) return read_utf8(bytes, name);
    if (encoding == Encoding::gb18030) return require(convert(bytes, "GB18030"), name, "GB18030");
    if (encoding == Encoding::big5) return require(convert(bytes, "BIG5-HKSCS"), name, "Big5");
    const char* order = utf16_order(bytes);
    if (order == nullptr && encoding == Encoding::utf16) order = "UTF-16LE";
    if (order == nullptr) return recognise_encoding(bytes, name);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
    return require(convert(bytes, order), name, "UTF-16");
}

void refuse_binary(std::string_view bytes, const std::string& name) {
    for (const BinaryKind& kind : binary_kinds) {
        if (bytes.starts_with(kind.magic)) {
            throw Error({name}, "this is " + std::string(kind.name) + ", not text; " + std::string(kind.advice));
        }
    }
}

}  // namespace

Document read_document(std::string_view bytes, std::string name, Encoding encoding) {
    if (bytes.empty()) throw Error({name}, "the file is empty");
    refuse_binary(bytes, name);
    Document document;
    document.sha256 = sha256(bytes);
    document.id = "d" + document.sha256.substr(0, id_digits);
    document.text = decode_bytes(bytes, name, encoding);
    if (document.text.find('\0') != std::string::npos) throw Error({name}, "this is a binary file, not text");
    document.name = std::move(name);
    return document;
}

}  // namespace guanxi
