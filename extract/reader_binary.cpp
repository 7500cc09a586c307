#include "extract/reader_binary.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "core/error.hpp"

namespace guanxi {

namespace {

using namespace std::string_view_literals;

// A kind of file: how it begins, what it holds somewhere in its directory (if its beginning does not say it all), what
// to call it, and what to do with it. `{}` stands for the file.
struct Kind {
    std::string_view magic;
    std::string_view inside;
    std::string_view name;
    std::string_view advice;
};

constexpr std::string_view office = "libreoffice --headless --convert-to txt:Text {}";
constexpr std::string_view sheet = "libreoffice --headless --convert-to csv {}";
constexpr std::string_view slides = "libreoffice --headless --convert-to pdf {}, then pdftotext on the PDF";
constexpr std::string_view picture = "tesseract {} OUT -l chi_sim";
constexpr std::string_view ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view zip = "PK\x03\x04";

// More exact kinds stand before those that share their magic.
constexpr std::array kinds{
    Kind{"%PDF-", "", "a PDF file", "pdftotext {} OUT.txt"},
    Kind{zip, "word/document.xml", "a Word document", office},
    Kind{zip, "xl/workbook.", "an Excel workbook", sheet},
    Kind{zip, "ppt/presentation.xml", "a PowerPoint presentation", slides},
    Kind{zip, "application/vnd.oasis.opendocument.text", "an OpenDocument text", office},
    Kind{zip, "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet", sheet},
    Kind{zip, "application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation", slides},
    Kind{zip, "application/epub+zip", "an e-book (EPUB)", "pandoc --to plain --wrap none {}"},
    Kind{zip, "", "a zip archive", "unzip {}"},
    Kind{ole, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, "an old Word document", office},
    Kind{ole, "W\0o\0r\0k\0b\0o\0o\0k\0"sv, "an old Excel workbook", sheet},
    Kind{ole, "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, "an old PowerPoint presentation", slides},
    Kind{ole, "", "an old office document", office},
    Kind{"{\\rtf", "", "a rich text (RTF) document", office},
    Kind{"\x89PNG\r\n", "", "a PNG picture", picture},
    Kind{"\xFF\xD8\xFF", "", "a JPEG picture", picture},
    Kind{"GIF8", "", "a GIF picture", picture},
    Kind{"II*\0"sv, "", "a TIFF picture", picture},
    Kind{"MM\0*"sv, "", "a TIFF picture", picture},
    Kind{"RIFF", "WEBP", "a WebP picture", picture},
    Kind{"\x1F\x8B", "", "a gzip archive", "gunzip {}"},
    Kind{"BZh", "1AY&SY", "a bzip2 archive", "bunzip2 {}"},
    Kind{"\xFD"
         "7zXZ",
         "", "an xz archive", "unxz {}"},
    Kind{"7z\xBC\xAF\x27\x1C", "", "a 7-Zip archive", "7z x {}"},
    Kind{"Rar!\x1A\x07", "", "a RAR archive", "unrar x {}"},
    Kind{"\x28\xB5\x2F\xFD", "", "a Zstandard archive", "unzstd {}"},
    Kind{"\x7F"
         "ELF",
         "", "a program", ""},
    Kind{"SQLite format 3\0"sv, "", "an SQLite database", ""},
    Kind{"\xFF\xFE\0\0"sv, "", "UTF-32 text", "iconv -f UTF-32 -t UTF-8 {}"},
    Kind{"\0\0\xFE\xFF"sv, "", "UTF-32 text", "iconv -f UTF-32 -t UTF-8 {}"},
};

// Directories of archives stand at the beginning or at the end.
bool holds(std::string_view bytes, std::string_view inside) {
    constexpr std::size_t reach = 1U << 16U;
    if (bytes.substr(0, reach).find(inside) != std::string_view::npos) return true;
    return bytes.size() > reach && bytes.substr(bytes.size() - reach).find(inside) != std::string_view::npos;
}

// The page of a browser: <!DOCTYPE html> or <html> behind blanks, in any case.
bool is_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    std::string begin(bytes.substr(0, 14));
    std::transform(begin.begin(), begin.end(), begin.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return begin.starts_with("<!doctype html") || begin.starts_with("<html>") || begin.starts_with("<html ");
}

// A name as a shell takes it; standard input has none.
std::string shell_word(const std::string& name) {
    if (name == "-") return "FILE";
    const bool plain = name.find_first_of(" \t'\"\\$`&|;<>()*?[]{}!#~") == std::string::npos;
    if (plain && !name.starts_with('-')) return name;
    std::string word = name.starts_with('-') ? "'./" : "'";
    for (const char c : name) word += c == '\'' ? "'\\''" : std::string(1, c);
    return word + "'";
}

[[noreturn]] void refuse(const std::string& name, std::string_view kind, std::string_view advice) {
    std::string message = fmt::format("this is {}, not a text", kind);
    if (!advice.empty()) message += "; convert it first: " + fmt::format(fmt::runtime(advice), shell_word(name));
    throw Error({name}, message);
}

}  // namespace

void refuse_binary(std::string_view bytes, const std::string& name) {
    for (const Kind& kind : kinds) {
        if (bytes.starts_with(kind.magic) && (kind.inside.empty() || holds(bytes, kind.inside))) {
            refuse(name, kind.name, kind.advice);
        }
    }
    if (is_html(bytes)) refuse(name, "a web page (HTML)", "pandoc --from html --to plain --wrap none {} -o OUT.txt");
}

}  // namespace guanxi
