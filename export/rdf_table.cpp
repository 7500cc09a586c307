#include "export/rdf_table.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

// The key of a term: a letter for its kind, the datatype up to a line break, which no IRI holds, and its text.
RdfTable::TermIndex RdfTable::add_term(Kind kind, std::string_view text, std::string_view datatype) {
    key_.assign(1, static_cast<char>(kind)).append(datatype).append(1, '\n').append(text);
    const auto [place, added] = index_.try_emplace(key_, static_cast<TermIndex>(terms_.size()));
    if (added) terms_.push_back(&place->first);
    return place->second;
}

RdfTable::Kind RdfTable::kind(TermIndex term) const {
    return static_cast<Kind>(terms_[term]->front());
}
std::string_view RdfTable::text(TermIndex term) const {
    return std::string_view(*terms_[term]).substr(terms_[term]->find('\n') + 1);
}
std::string_view RdfTable::datatype(TermIndex term) const {
    return std::string_view(*terms_[term]).substr(1, terms_[term]->find('\n') - 1);
}

void RdfTable::group() {
    constexpr std::uint32_t none = ~std::uint32_t{0};
    ranks_.assign(terms_.size(), none);
    for (const Quad& quad : quads_) {
        if (ranks_[quad.subject] != none) continue;
        ranks_[quad.subject] = static_cast<std::uint32_t>(subjects_.size());
        subjects_.push_back(quad.subject);
    }
    std::stable_sort(quads_.begin(), quads_.end(),
                     [&](const Quad& a, const Quad& b) { return ranks_[a.subject] < ranks_[b.subject]; });
    begins_.reserve(subjects_.size() + 1);
    for (std::size_t i = 0; i < quads_.size(); ++i) {
        if (i == 0 || quads_[i].subject != quads_[i - 1].subject) begins_.push_back(i);
    }
    begins_.push_back(quads_.size());
}

std::span<const RdfTable::Quad> RdfTable::quads_of(TermIndex subject) const {
    const std::size_t rank = ranks_[subject];
    if (rank >= subjects_.size()) return {};
    return std::span(quads_).subspan(begins_[rank], begins_[rank + 1] - begins_[rank]);
}

namespace {

// What serd calls while it reads. Nothing may be thrown through its C code: what goes wrong waits here.
class Parser {
public:
    Parser(std::istream& in, const std::string& file) : in_(in), file_(file) {}

    RdfTable parse() {
        const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
            serd_reader_new(SERD_NQUADS, this, nullptr, nullptr, nullptr, take, nullptr), serd_reader_free);
        serd_reader_set_strict(reader.get(), true);
        serd_reader_set_error_sink(reader.get(), fail, this);
        skip_mark();
        // Byte by byte, from a buffer of this class, so that the line of each statement is known.
        const SerdStatus status = serd_reader_read_source(reader.get(), read, had_error, this,
                                                          reinterpret_cast<const std::uint8_t*>(file_.c_str()), 1);
        if (in_.bad()) throw Error({file_, line_, 0}, "the file could not be read");
        if (failure_) std::rethrow_exception(failure_);
        if (status != SERD_SUCCESS && status != SERD_FAILURE) {
            throw Error({file_, line_, 0}, reinterpret_cast<const char*>(serd_strerror(status)));
        }
        // Where no subject begins serd takes the file for ended.
        if (size_ != 0) throw Error({file_, line_, 0}, "not valid N-Quads: a line must begin with <, _: or #");
        return std::move(table_);
    }

private:
    void refill() {
        in_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
        next_ = 0;
        size_ = static_cast<std::size_t>(in_.gcount());
    }
    void skip_mark() {
        refill();
        if (std::string_view(bytes_.data(), size_).starts_with("\xEF\xBB\xBF")) next_ = 3;
    }

    static std::size_t read(void* buffer, std::size_t, std::size_t, void* self) {
        auto& parser = *static_cast<Parser*>(self);
        if (parser.next_ == parser.size_) parser.refill();
        if (parser.size_ == 0) return 0;
        const char c = parser.bytes_[parser.next_++];
        // Serd looks one character ahead: a line ends when the next begins.
        if (std::exchange(parser.line_ended_, c == '\n')) ++parser.line_;
        *static_cast<char*>(buffer) = c;
        return 1;
    }
    static int had_error(void* self) { return static_cast<Parser*>(self)->in_.bad() ? 1 : 0; }

    static SerdStatus fail(void* self, const SerdError* error) {
        auto& parser = *static_cast<Parser*>(self);
        if (parser.failure_) return SERD_SUCCESS;  // the first says what is wrong
        std::array<char, 200> text{};
        // The list is begun by serd, which the analyzer does not see.
        // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized)
        std::vsnprintf(text.data(), text.size(), error->fmt, *error->args);
        std::string message = text.data();
        while (message.ends_with('\n')) message.pop_back();
        if (message.ends_with("%FFFFFFFF)")) message = "the file ends inside an IRI";  // serd takes its end for a byte
        parser.failure_ =
            std::make_exception_ptr(Error({parser.file_, error->line, error->col}, "not valid N-Quads: " + message));
        return SERD_SUCCESS;
    }

    static std::string_view text_of(const SerdNode* node) {
        return node == nullptr || node->buf == nullptr
                   ? std::string_view()
                   : std::string_view(reinterpret_cast<const char*>(node->buf), node->n_bytes);
    }
    RdfTable::TermIndex term(const SerdNode* node, std::string_view datatype = {}) {
        const auto kind = node->type == SERD_BLANK     ? RdfTable::Kind::blank
                          : node->type == SERD_LITERAL ? RdfTable::Kind::literal
                                                       : RdfTable::Kind::name;
        const std::string_view text = text_of(node);
        if (node->type == SERD_CURIE) {
            throw Error({file_, line_, 0}, "not valid N-Quads: '" + std::string(text) + "' must stand between < and >");
        }
        if (find_invalid_utf8(text) != std::string_view::npos) {
            throw Error({file_, line_, 0}, "not valid N-Quads: an escape is no character of Unicode");
        }
        return table_.add_term(kind, text, datatype);
    }
    void statement(const SerdNode* graph, const std::array<const SerdNode*, 3>& terms, std::string_view datatype) {
        RdfTable::Quad quad;
        quad.subject = term(terms[0]);
        quad.predicate = term(terms[1]);
        quad.object = term(terms[2], datatype);
        if (!text_of(graph).empty()) quad.graph = term(graph);
        quad.line = static_cast<std::uint32_t>(line_);
        table_.add(quad);
    }
    // The signature is serd's.
    static SerdStatus take(void* self, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject,
                           const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                           const SerdNode* language) {
        auto& parser = *static_cast<Parser*>(self);
        try {
            const std::string tag = language == nullptr ? std::string() : "@" + std::string(text_of(language));
            parser.statement(graph, {subject, predicate, object}, tag.empty() ? text_of(datatype) : tag);
            return SERD_SUCCESS;
        } catch (...) {
            if (!parser.failure_) parser.failure_ = std::current_exception();
            return SERD_ERR_BAD_SYNTAX;
        }
    }

    std::istream& in_;
    const std::string& file_;
    std::array<char, 1U << 16U> bytes_{};
    std::size_t next_ = 0;
    std::size_t size_ = 0;
    std::size_t line_ = 1;
    bool line_ended_ = false;
    RdfTable table_;
    std::exception_ptr failure_;
};

}  // namespace

RdfTable read_rdf_lines(std::istream& in, const std::string& file) {
    return Parser(in, file).parse();
}

}  // namespace guanxi
