#include "extract/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "extract/lexicon_data.hpp"

namespace guanxi {

namespace {

// An agent holds the state of a search; making one costs more than a search.
marisa::Agent& agent() {
    static thread_local marisa::Agent one;
    return one;
}

bool is_ascii_word(char32_t c) {
    return (c >= U'0' && c <= U'9') || ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'z');
}

// What a search reads: a part of the text, folded where it must be.
struct Window {
    std::string_view text;
    bool folded = false;
};

// The text from `offset` on as far as a key can reach, which is only copied if it holds a full-width character that
// keys contain in half width; before any other full-width character the window ends, as no key goes on behind it.
Window open_window(std::string_view text, std::uint32_t offset, std::uint32_t size,
                   const std::array<std::uint64_t, 2>& ascii) {
    std::string_view window = text.substr(offset, size);
    constexpr char lead = '\xEF';  // of every full-width ASCII character
    for (std::size_t i = window.find(lead); i != std::string_view::npos; i = window.find(lead, i + 1)) {
        if (offset + i + 2 >= text.size()) break;
        const char32_t half = fold(decode(text, offset + i).value);
        if (half >= 128) continue;
        if ((ascii.at(half / 64) >> (half % 64) & 1U) == 0) return {window.substr(0, i)};
        std::size_t end = offset + window.size();
        while (!is_boundary(text, end)) ++end;
        static thread_local std::string buffer;
        buffer = fold(text.substr(offset, end - offset));
        return {buffer, true};
    }
    return {window};
}

// Where a match of `size` bytes of the window ends in the text.
std::uint32_t match_end(std::string_view text, std::uint32_t offset, const Window& window, std::size_t size) {
    if (!window.folded) return offset + static_cast<std::uint32_t>(size);
    std::uint32_t end = offset;
    for (std::size_t taken = 0; taken < size;) {
        taken += decode(window.text, taken).size;
        end += decode(text, end).size;
    }
    return end;
}

// Calls `take(size, id)` for each key that the window begins with, shortest first.
template <typename Take>
void search(const marisa::Trie& trie, const Window& window, const Take& take) {
    marisa::Agent& state = agent();
    state.set_query(window.text.data(), window.text.size());
    while (trie.common_prefix_search(state)) take(state.key().length(), state.key().id());
}

// The number of a whole key, if the trie has it.
std::optional<std::size_t> find(const marisa::Trie& trie, std::string_view key) {
    const std::string folded = fold(key);
    marisa::Agent& state = agent();
    state.set_query(folded.data(), folded.size());
    if (!trie.lookup(state)) return std::nullopt;
    return state.key().id();
}

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

Lexicon Lexicon::load(const std::filesystem::path& file) {
    return Lexicon(std::make_unique<Data>(file));
}

std::vector<Word> Lexicon::words_at(std::string_view text, std::uint32_t offset) const {
    std::vector<Word> words;
    if (offset >= text.size()) return words;
    const Window window = open_window(text, offset, data_->header.word_window, data_->header.word_ascii);
    search(data_->word_trie, window, [&](std::size_t size, std::size_t id) {
        const std::uint32_t value = data_->number(LexiconSection::word_values, id);
        words.push_back({{offset, match_end(text, offset, window, size)}, data_->tags.at(value & 0xFFU), value >> 8U});
    });
    return words;
}

std::uint32_t Lexicon::frequency(std::string_view word) const {
    const std::optional<std::size_t> id = find(data_->word_trie, word);
    return id ? data_->number(LexiconSection::word_values, *id) >> 8U : 0;
}

std::vector<std::uint32_t> Lexicon::divisions_named(std::string_view name) const {
    std::vector<std::uint32_t> found;
    const std::optional<std::size_t> id = find(data_->division_trie, name);
    if (!id) return found;
    const std::uint32_t end = data_->number(LexiconSection::division_begins, *id + 1) >> 1U;
    for (std::uint32_t i = data_->number(LexiconSection::division_begins, *id) >> 1U; i < end; ++i) {
        found.push_back(data_->number(LexiconSection::division_lists, i));
    }
    return found;
}

Span Lexicon::division_at(std::string_view text, std::uint32_t offset) const {
    Span longest{offset, offset};
    if (offset >= text.size()) return longest;
    // Names of divisions are Chinese characters alone: any full-width character ends the window.
    const Window window = open_window(text, offset, data_->header.division_window, {});
    search(data_->division_trie, window, [&](std::size_t size, std::size_t id) {
        const bool in_text = (data_->number(LexiconSection::division_begins, id) & 1U) != 0;
        if (in_text) longest.end = offset + static_cast<std::uint32_t>(size);
    });
    return longest;
}

const Division& Lexicon::division(std::uint32_t index) const {
    return data_->divisions.at(index);
}

std::string Lexicon::path(std::uint32_t index) const {
    const Division& last = division(index);
    return last.parent == index ? last.name : path(last.parent) + "/" + last.name;
}

void Lexicon::add_user_table(std::string_view text, const std::string& file) {
    read_user_table(text, file, data_->user);
    data_->user.index();
}

bool Lexicon::has_user_names() const {
    return !data_->user.entries.empty();
}

std::optional<UserName> Lexicon::user_name_at(std::string_view text, std::uint32_t offset) const {
    if (!has_user_names() || offset >= text.size()) return std::nullopt;
    // A name in Latin letters or digits is a whole word: K11 does not stand in SK110.
    const auto inside_word = [&](std::size_t at) {
        if (at == 0 || at >= text.size()) return false;
        std::size_t before = at - 1;
        while (!is_boundary(text, before)) --before;
        return is_ascii_word(fold(decode(text, before).value)) && is_ascii_word(fold(decode(text, at).value));
    };
    if (inside_word(offset)) return std::nullopt;
    std::size_t end = std::min<std::size_t>(text.size(), std::size_t{offset} + data_->user.window);
    while (!is_boundary(text, end)) ++end;
    const std::string folded = fold(text.substr(offset, end - offset));
    const Window window{folded, true};
    std::optional<UserName> longest;
    search(data_->user.trie, window, [&](std::size_t size, std::size_t id) {
        const Span span{offset, match_end(text, offset, window, size)};
        const UserNames::Entry& entry = *data_->user.by_id.at(id);
        if (!inside_word(span.end)) longest = UserName{span, entry.type, entry.name};
    });
    return longest;
}

}  // namespace guanxi
