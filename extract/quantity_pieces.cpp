#include "extract/quantity_pieces.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "extract/numbers.hpp"
#include "extract/quantity_rank.hpp"

namespace guanxi {

namespace {

constexpr std::uint32_t longest_name = 30;  // characters of a quoted or bracketed run that counts as one name

struct Name {
    Span span;
    std::uint32_t mention = no_index;
};

char32_t closing(char32_t open) {
    switch (open) {
        case U'“':
            return U'”';
        case U'「':
            return U'」';
        case U'『':
            return U'』';
        case U'《':
            return U'》';
        case U'（':
            return U'）';
        case U'(':
            return U')';
        default:
            return 0;
    }
}

bool ends_clause(char32_t c) {
    return std::u32string_view(U"，；：。！？;!?…").find(c) != std::u32string_view::npos;
}

bool is_digit_at(std::string_view text, std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

// The end of a short run in quotation marks or brackets that begins at `i`, or `i`.
std::uint32_t quoted(std::string_view text, std::uint32_t i, std::uint32_t end) {
    const CodePoint open = decode(text, i);
    const char32_t close = closing(open.value);
    if (close == 0) return i;
    std::uint32_t at = i + open.size;
    // “3个100%” speaks of what stands before it.
    if (const auto number = numeral_at(text, at, end); number && text.substr(number->span.end).starts_with("个")) {
        if (numeral_at(text, number->span.end + 3, end)) return i;
    }
    for (std::uint32_t n = 0; n < longest_name && at < end; ++n) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (c.value == close) return at;
        if (ends_clause(c.value) && open.value != U'《') return i;
    }
    return i;
}

std::vector<Name> names_of(const Extraction& extraction, const Sentence& sentence,
                           const std::vector<MentionIndex>& mentions) {
    const std::string_view text = extraction.document.text;
    std::vector<Name> names;
    std::size_t next = 0;
    for (std::uint32_t i = sentence.span.begin; i < sentence.span.end;) {
        while (next < mentions.size() && extraction.mentions[mentions[next]].span.begin < i) ++next;
        if (next < mentions.size() && extraction.mentions[mentions[next]].span.begin == i) {
            const Span span = extraction.mentions[mentions[next]].span;
            names.push_back({span, mentions[next]});
            i = std::max(span.end, i + 1);
            continue;
        }
        std::uint32_t end = quoted(text, i, sentence.span.end);
        if (end > i) {
            std::uint32_t mention = no_index;
            // Quotation marks around a mention, and nothing else.
            if (next < mentions.size() && end - i > 6) {
                const Span inner = extraction.mentions[mentions[next]].span;
                if (inner.begin == i + 3 && inner.end + 3 == end) mention = mentions[next];
                if (inner.begin < end && inner.end > end) end = i;
            }
            if (end > i) names.push_back({{i, end}, mention});
        }
        i = end > i ? end : i + decode(text, i).size;
    }
    return names;
}

// Cuts the tokens around the names and figures.
Pieces join(const Extraction& extraction, const Sentence& sentence, const std::vector<Name>& names,
            const std::vector<Figure>& figures) {
    const std::string_view text = extraction.document.text;
    Pieces fixed;
    for (const Name& name : names) fixed.push_back({name.span, PieceKind::name, Tag::nz, name.mention});
    for (std::uint32_t i = 0; i < figures.size(); ++i) fixed.push_back({figures[i].span, PieceKind::figure, Tag::m, i});
    std::sort(fixed.begin(), fixed.end(), [](const Piece& a, const Piece& b) { return a.span < b.span; });
    Pieces pieces;
    std::size_t next = 0;
    const auto word = [&](Span span, Tag tag) {
        if (span.begin >= span.end) return;
        Piece piece{span, PieceKind::word, tag, no_index};
        const char32_t c = decode(text, span.begin).value;
        const bool comma = c == U',' && !(is_digit_at(text, span.begin - 1) && is_digit_at(text, span.end));
        if (c == U'、') {
            piece.kind = PieceKind::pause;
        } else if (ends_clause(c) || comma || (c == U':' && tag == Tag::w)) {
            piece.kind = PieceKind::comma;
        }
        pieces.push_back(piece);
    };
    std::uint32_t done = sentence.span.begin;
    for (const Token& token : sentence.tokens) {
        std::uint32_t begin = std::max(token.span.begin, done);
        for (; next < fixed.size() && fixed[next].span.begin < token.span.end; ++next) {
            word({begin, fixed[next].span.begin}, token.tag);
            pieces.push_back(fixed[next]);
            begin = done = fixed[next].span.end;
        }
        word({begin, token.span.end}, token.tag);
    }
    return pieces;
}

bool is_noun(Tag tag) {
    switch (tag) {
        case Tag::n:
        case Tag::nr:
        case Tag::ns:
        case Tag::nt:
        case Tag::nw:
        case Tag::nz:
        case Tag::vn:
        case Tag::an:
        case Tag::a:
        case Tag::s:
        case Tag::loc:
        case Tag::org:
        case Tag::per:
        case Tag::v:
        case Tag::f:
            return true;
        default:
            return false;
    }
}

// 超100亿元项目, 超过50万元的村: what stands before 超 is said of each thing, and is no total.
bool exceeds(std::string_view front) {
    return front.ends_with("超") || front.ends_with("超过") || front.ends_with("逾");
}

bool describes(std::string_view text, const Figure& figure, const Piece* next) {
    if (figure.kind == UnitKind::money && next != nullptr && exceeds(text.substr(0, figure.span.begin))) {
        const bool noun = next->kind == PieceKind::word && is_noun(next->tag) && next->tag != Tag::v;
        if (noun || slice(text, next->span) == "的") return true;
    }
    if (next == nullptr || !(next->kind == PieceKind::name || (next->kind == PieceKind::word && is_noun(next->tag)))) {
        return false;
    }
    const std::string_view written = slice(text, figure.span);
    if (figure.kind == UnitKind::money || figure.kind == UnitKind::physical || figure.kind == UnitKind::duration ||
        (figure.kind == UnitKind::label && figure.scaled)) {
        return written.ends_with("以上") || written.ends_with("以下") || slice(text, next->span).starts_with("级");
    }
    return false;
}

}  // namespace

Cut cut_sentence(const Extraction& extraction, const Sentence& sentence, const std::vector<MentionIndex>& mentions,
                 Trace* trace) {
    const std::string_view text = extraction.document.text;
    const std::vector<Name> names = names_of(extraction, sentence, mentions);
    std::vector<Span> spans;
    spans.reserve(names.size());
    for (const Name& name : names) spans.push_back(name.span);
    Cut cut;
    cut.figures = find_figures(text, sentence, spans, trace);
    if (cut.figures.empty() && !find_rank(text, sentence.span)) return cut;
    cut.pieces = join(extraction, sentence, names, cut.figures);
    for (std::size_t i = 0; i < cut.pieces.size(); ++i) {
        Piece& piece = cut.pieces[i];
        if (piece.kind != PieceKind::figure) continue;
        const Figure& figure = cut.figures[piece.index];
        if (describes(text, figure, i + 1 < cut.pieces.size() ? &cut.pieces[i + 1] : nullptr)) {
            if (trace != nullptr) {
                trace->note("measure", piece.span, "quantity-dropped", "part of a description");
            }
            piece.kind = PieceKind::word;
            piece.tag = Tag::a;
            // 超 belongs to the description, too.
            if (i > 0 && cut.pieces[i - 1].kind == PieceKind::word && exceeds(slice(text, cut.pieces[i - 1].span))) {
                piece.span.begin = cut.pieces[i - 1].span.begin;
                cut.pieces.erase(cut.pieces.begin() + static_cast<std::ptrdiff_t>(i - 1));
                --i;
            }
        }
    }
    return cut;
}

}  // namespace guanxi
