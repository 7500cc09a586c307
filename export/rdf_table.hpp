#pragma once

#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanxi {

/// The quads of an RDF file in the order of their lines; a term that stands in many is stored once.
class RdfTable {
public:
    using TermIndex = std::uint32_t;
    static constexpr TermIndex no_term = ~TermIndex{0};

    struct Quad {
        TermIndex subject = 0;
        TermIndex predicate = 0;
        TermIndex object = 0;
        TermIndex graph = no_term;  ///< `no_term`: the default graph
        std::uint32_t line = 0;
    };
    enum class Kind : std::uint8_t { name, blank, literal };

    /// Adds a term, or finds the one that is equal. A literal has a datatype (an IRI) or a language, or neither; a
    /// language stands as `@zh` for the datatype.
    TermIndex add_term(Kind kind, std::string_view text, std::string_view datatype);
    void add(const Quad& quad) { quads_.push_back(quad); }

    /// Brings the quads of each subject together, in the order of their lines; after the last `add`.
    void group();
    /// The subjects in the order in which they first appear; after `group`.
    [[nodiscard]] const std::vector<TermIndex>& subjects() const { return subjects_; }
    /// What is said of a term; after `group`.
    [[nodiscard]] std::span<const Quad> quads_of(TermIndex subject) const;
    [[nodiscard]] std::span<const Quad> quads() const { return quads_; }
    [[nodiscard]] std::size_t term_count() const { return terms_.size(); }
    [[nodiscard]] Kind kind(TermIndex term) const;
    /// An IRI, a blank node's label or a literal's text. Texts live as long as the table.
    [[nodiscard]] std::string_view text(TermIndex term) const;
    /// Of a literal; empty for a plain text.
    [[nodiscard]] std::string_view datatype(TermIndex term) const;

private:
    std::unordered_map<std::string, TermIndex> index_;
    std::vector<const std::string*> terms_;  // into index_
    std::vector<Quad> quads_;
    std::vector<TermIndex> subjects_;
    std::vector<std::uint32_t> ranks_;  // by term: place among the subjects
    std::vector<std::size_t> begins_;   // by place: of the first quad
    std::string key_;
};

/// Reads N-Triples or N-Quads. Throws Error with line and column for what is neither. `file` names the input.
[[nodiscard]] RdfTable read_rdf_lines(std::istream& in, const std::string& file);

}  // namespace guanxi
