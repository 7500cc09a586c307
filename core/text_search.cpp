#include "core/text_search.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/thing_name.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

std::uint64_t pair_at(View text, std::size_t at) {
    return (static_cast<std::uint64_t>(text[at]) << 32U) | text[at + 1];
}

// What was read from a part of a document.
struct Read {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Status status = Status::none;
};

// A text as it is and as names are compared, with the place of each character of the one in the other.
struct Page {
    DocumentIndex document = 0;
    std::uint32_t offset = 0;  // of a quote in its document
    Text text;
    Text plain;
    std::vector<std::uint32_t> places;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> pairs;

    Page(DocumentIndex index, std::uint32_t begin, std::string_view content)
        : document(index), offset(begin), text(to_utf32(content)) {
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            const char32_t c = plain_character(text[i]);
            if (c == 0) continue;
            plain += c;
            places.push_back(i);
        }
        for (std::uint32_t i = 0; i + 1 < plain.size(); ++i) pairs[pair_at(plain, i)].push_back(i);
    }
};

bool ends_sentence(char32_t c) {
    return View(U"。！？\n").find(c) != View::npos;
}

}  // namespace

struct TextSearch::Pages {
    std::vector<Page> pages;
    std::vector<std::vector<Read>> read;  // by document, in order of place

    explicit Pages(const Graph& graph) : read(graph.documents().size()) {
        for (DocumentIndex i = 0; i < graph.documents().size(); ++i) {
            if (!graph.documents()[i].text.empty()) pages.emplace_back(i, 0, graph.documents()[i].text);
        }
        for (const Quote& quote : graph.quotes()) {
            if (graph.documents()[quote.document].text.empty())
                pages.emplace_back(quote.document, quote.begin, quote.text);
        }
        const auto add = [&](const std::vector<Evidence>& evidence, Status status) {
            for (const Evidence& e : evidence) {
                const Quote& quote = graph.quotes()[e.quote];
                if (status != Status::none) read[quote.document].push_back({quote.begin, quote.end, status});
            }
        };
        for (FactIndex i = 0; i < graph.fact_count(); ++i) {
            add(graph.fact(i).evidence, graph.fact(i).qualifiers.status);
        }
        for (const Observation& seen : graph.observations()) add(seen.evidence, seen.qualifiers.status);
        for (auto& list : read) {
            std::stable_sort(list.begin(), list.end(), [](const Read& a, const Read& b) { return a.begin < b.begin; });
        }
    }

    // Of what was read from the sentence: planned if all of it is, done if none of it is; where nothing was read, what
    // both neighbours are.
    [[nodiscard]] Status status_of(DocumentIndex document, std::uint32_t begin, std::uint32_t end) const {
        bool planned = false;
        bool other = false;
        Status before = Status::none;
        Status behind = Status::none;
        for (const Read& part : read[document]) {
            if (part.end <= begin) {
                before = part.status;
            } else if (part.begin >= end) {
                behind = part.status;
                break;
            } else {
                (part.status == Status::planned ? planned : other) = true;
            }
        }
        if (planned != other) return planned ? Status::planned : Status::done;
        return !planned && before == behind ? before : Status::none;
    }

    [[nodiscard]] TextHit hit(const Page& page, std::size_t at, std::size_t size) const {
        const std::uint32_t first = page.places[at];
        const std::uint32_t last = page.places[at + size - 1] + 1;
        std::uint32_t begin = first;
        std::uint32_t end = last;
        while (begin > 0 && !ends_sentence(page.text[begin - 1])) --begin;
        while (end < page.text.size() && !ends_sentence(page.text[end])) ++end;
        if (end < page.text.size() && page.text[end] != U'\n') ++end;
        const View text = page.text;
        TextHit hit{page.document,
                    page.offset + begin,
                    page.offset + end,
                    to_utf8(text.substr(begin, end - begin)),
                    to_utf8(text.substr(first, last - first)),
                    Status::none};
        hit.status = status_of(page.document, hit.begin, hit.end);
        return hit;
    }
};

TextSearch::TextSearch(const Graph& graph) : pages_(std::make_unique<Pages>(graph)) {}
TextSearch::~TextSearch() = default;

std::vector<TextHit> TextSearch::find(std::u32string_view core, std::size_t most) const {
    std::vector<TextHit> found;
    if (core.size() < 2) return found;
    for (const Page& page : pages_->pages) {
        const auto places = page.pairs.find(pair_at(core, 0));
        if (places == page.pairs.end()) continue;
        for (const std::uint32_t at : places->second) {
            const View here = View(page.plain).substr(at);
            if (!here.starts_with(core) || makes_another(here.substr(core.size()))) continue;
            found.push_back(pages_->hit(page, at, core.size()));
            if (found.size() == most) return found;
        }
    }
    return found;
}

}  // namespace guanxi
