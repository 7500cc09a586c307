#include "extract/outline_sentences.hpp"

#include "core/utf8.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {

namespace {

constexpr std::u32string_view ends = U"。！？!?";
constexpr std::u32string_view closing = U"”’」』）】》〉)\"";
// What shows, behind a closing mark, that the sentence goes on.
constexpr std::u32string_view going_on = U"，、；：,;:的等和与及之中里是";
constexpr std::u32string_view joints = U"；，、;,";

bool is_one_of(char32_t c, std::u32string_view marks) {
    return marks.find(c) != std::u32string_view::npos;
}

// Behind the marks that follow an end.
std::uint32_t skip_end(std::string_view text, std::uint32_t i, std::uint32_t limit, bool& closed) {
    while (i < limit) {
        const CodePoint next = decode(text, i);
        if (is_one_of(next.value, closing)) {
            closed = true;
        } else if (!is_one_of(next.value, ends)) {
            break;
        }
        i += next.size;
    }
    return i;
}

class Cutter {
public:
    Cutter(std::string_view text, Span line) : text_(text), line_(line), begin_(line.begin) {}

    std::vector<Span> run() {
        for (std::uint32_t i = line_.begin; i < line_.end;) {
            const CodePoint c = decode(text_, i);
            if (i + c.size - begin_ > longest_sentence) close(joint_ > begin_ ? joint_ : i);
            i += c.size;
            if (is_one_of(c.value, joints)) joint_ = i;
            if (!is_one_of(c.value, ends)) continue;
            bool closed = false;
            i = skip_end(text_, i, line_.end, closed);
            if (closed && i < line_.end && is_one_of(decode(text_, i).value, going_on)) continue;
            close(i);
        }
        close(line_.end);
        return std::move(spans_);
    }

private:
    void close(std::uint32_t end) {
        const Span span = trim(text_, {begin_, end});
        if (has_word(slice(text_, span))) spans_.push_back(span);
        begin_ = end;
    }

    std::string_view text_;
    Span line_;
    std::uint32_t begin_;
    std::uint32_t joint_ = 0;
    std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> sentence_spans(std::string_view text, Span line) {
    return Cutter(text, line).run();
}

}  // namespace guanxi
