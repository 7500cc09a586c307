#include "extract/tagger_text.hpp"

#include "core/utf8.hpp"
#include "extract/tagger_model.hpp"

namespace guanxi {

namespace {

// In the order of the labels: each kind has two, for the beginning of a word and the inside.
constexpr std::array kinds{Tag::a,   Tag::ad,  Tag::an,  Tag::c,    Tag::d,  Tag::f,  Tag::m, Tag::n,
                           Tag::nr,  Tag::ns,  Tag::nt,  Tag::nw,   Tag::nz, Tag::p,  Tag::q, Tag::r,
                           Tag::s,   Tag::t,   Tag::u,   Tag::v,    Tag::vd, Tag::vn, Tag::w, Tag::xc,
                           Tag::per, Tag::loc, Tag::org, Tag::time, Tag::o};
static_assert(2 * kinds.size() == lac::labels + 1);

// Spaces of all widths, line ends and marks without width: what the network never saw.
bool is_blank(char32_t c) {
    return c <= U' ' || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}
bool ends_piece(char32_t c) {
    return c == U'。' || c == U'；' || c == U'！' || c == U'？' || c == U'\n';
}
bool ends_clause(char32_t c) {
    return c == U'，' || c == U'、' || c == U'：' || c == U',';
}

void split_sentence(std::string_view text, const Sentence& sentence, std::uint32_t index, TaggerText& out) {
    const auto size = [&] { return static_cast<std::uint32_t>(out.characters.size()); };
    std::uint32_t begin = size();
    std::uint32_t clause = begin;  // behind the last comma
    const auto cut = [&](std::uint32_t end) {
        if (end > begin) out.pieces.push_back({index, begin, end});
        begin = end;
    };
    for (std::uint32_t at = sentence.span.begin; at < sentence.span.end;) {
        const CodePoint c = decode(text, at);
        if (!is_blank(c.value)) {
            out.characters.push_back({at, at + c.size});
            out.values.push_back(c.value);
        }
        if (ends_piece(c.value)) cut(size());
        if (ends_clause(c.value)) clause = size();
        // Rather behind a comma than within a word, but never a short piece.
        if (size() - begin == longest_piece) cut(clause > begin + longest_piece / 2 ? clause : size());
        at += c.size;
    }
    cut(size());
}

}  // namespace

TaggerText split_text(std::string_view text, std::span<const Sentence> sentences) {
    TaggerText out;
    out.characters.reserve(text.size() / 3);
    out.values.reserve(text.size() / 3);
    for (std::uint32_t i = 0; i < sentences.size(); ++i) split_sentence(text, sentences[i], i, out);
    return out;
}

void append_tokens(const TaggerText& text, const TaggerText::Piece& piece, std::span<const std::uint8_t> labels,
                   std::vector<Token>& tokens) {
    std::uint8_t before = lac::outside;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
        const std::uint8_t label = labels[i - piece.begin];
        const bool begins = label == lac::outside ? before != lac::outside : label % 2 == 0;
        const Span span = text.characters[i];
        if (begins || i == piece.begin) {
            tokens.push_back({span, kinds.at(label / 2)});
        } else {
            tokens.back().span.end = span.end;
        }
        before = label;
    }
}

}  // namespace guanxi
