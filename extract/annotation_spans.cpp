#include "extract/annotation_spans.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/schema.hpp"
#include "core/sha256.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t digest_size = 16;

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

class SpanReader {
public:
    explicit SpanReader(const std::string& file) { out_.file = file; }

    AnnotationSpans read(std::string_view bytes) && {
        for (std::string_view line : split(bytes, '\n')) {
            ++line_;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty() && !line.starts_with('#')) read_line(split(line, ' '));
        }
        if (out_.text.empty() || out_.lines.empty() || out_.digest.size() != digest_size) {
            throw Error(Position{.file = out_.file},
                        "the lines 'text PATH', 'lines N...' and 'digest HEX' must say what was annotated");
        }
        return std::move(out_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(Position{.file = out_.file, .line = line_}, what);
    }

    [[nodiscard]] std::size_t number(std::string_view text) const {
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size()) fail(fmt::format("'{}' is no number", text));
        return value;
    }

    void read_line(const std::vector<std::string_view>& words) {
        if (words.size() < 2) fail("a line is 'text PATH', 'lines N...', 'digest HEX' or 'Kind BEGIN-END...'");
        if (words[0] == "text") {
            out_.text = words[1];
        } else if (words[0] == "digest") {
            out_.digest = words[1];
        } else if (words[0] == "lines") {
            for (std::size_t i = 1; i < words.size(); ++i) out_.lines.push_back(number(words[i]));
        } else {
            read_entity(words);
        }
    }

    void read_entity(const std::vector<std::string_view>& words) {
        std::string_view kind = words[0];
        const bool optional = kind.ends_with('?');
        if (optional) kind.remove_suffix(1);
        const std::optional<EntityType> type = find_entity_type(kind);
        if (!type) fail(fmt::format("'{}' is no kind of entity", kind));
        AnnotationSpans::Entity entity{.type = info(*type).id, .optional = optional, .names = {}};
        for (std::size_t i = 1; i < words.size(); ++i) {
            auto& pieces = entity.names.emplace_back();
            for (const std::string_view piece : split(words[i], '+')) {
                const std::vector<std::string_view> ends = split(piece, '-');
                if (ends.size() != 2) fail(fmt::format("'{}' is not BEGIN-END", piece));
                pieces.emplace_back(number(ends[0]), number(ends[1]));
                if (pieces.back().first >= pieces.back().second) fail(fmt::format("'{}' is empty", piece));
            }
        }
        out_.entities.push_back(std::move(entity));
    }

    AnnotationSpans out_;
    std::size_t line_ = 0;
};

// The lines that were annotated; empty if there are not so many.
std::string excerpt(std::string_view text, const std::vector<std::size_t>& wanted) {
    const std::vector<std::string_view> lines = split(text, '\n');
    std::string out;
    for (const std::size_t number : wanted) {
        if (number == 0 || number > lines.size()) return {};
        if (!out.empty()) out += "\n\n";
        std::string_view line = lines[number - 1];
        if (line.ends_with('\r')) line.remove_suffix(1);
        for (std::size_t bold = line.find("**"); bold != std::string_view::npos; bold = line.find("**")) {
            out += line.substr(0, bold);
            line.remove_prefix(bold + 2);
        }
        out += line;
    }
    return out;
}

}  // namespace

AnnotationSpans read_annotation_spans(std::string_view bytes, const std::string& file) {
    return SpanReader(file).read(bytes);
}

AnnotatedText apply_spans(const AnnotationSpans& spans, std::string_view whole_text) {
    AnnotatedText out{.text = excerpt(whole_text, spans.lines), .gold = {}};
    if (!std::string_view(sha256(out.text)).starts_with(spans.digest)) {
        throw Error(Position{.file = spans.file}, fmt::format("{} is not the text that was annotated", spans.text));
    }
    const std::u32string text = to_utf32(out.text);
    for (const AnnotationSpans::Entity& entity : spans.entities) {
        GoldEntity& gold = out.gold.entities.emplace_back();
        gold.id = fmt::format("e{}", out.gold.entities.size());
        gold.type = entity.type;
        gold.optional = entity.optional;
        for (const auto& pieces : entity.names) {
            std::u32string name;
            for (const auto& [begin, end] : pieces) {
                if (end > text.size()) {
                    throw Error(Position{.file = spans.file},
                                fmt::format("{}-{} is beyond the end of the text ({})", begin, end, text.size()));
                }
                name += text.substr(begin, end - begin);
            }
            gold.names.push_back(to_utf8(name));
        }
    }
    return out;
}

}  // namespace guanxi
