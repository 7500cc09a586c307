#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "export/output_buffer.hpp"
#include "export/report_text.hpp"

namespace guanxi {

/// The page that a report is written on: blocks of Markdown, and the sentences that its tables refer to.
class ReportPage {
public:
    ReportPage(const Graph& graph, std::ostream& out, std::string_view language);

    [[nodiscard]] const Graph& graph() const { return graph_; }
    [[nodiscard]] const ReportWords& words() const { return words_; }

    /// One line of Markdown.
    void line(std::string_view text);
    /// A heading with blank lines around it; `text` must be escaped.
    void heading(std::string_view marks, std::string_view text);
    /// The head of a table, and a row; the cells must be escaped.
    void table(std::initializer_list<std::string_view> names);
    void row(std::initializer_list<std::string_view> cells);
    void flush() { out_.Flush(); }

    /// An entity's name, escaped.
    [[nodiscard]] std::string name(EntityIndex index) const;
    [[nodiscard]] std::string_view label(EntityType type) const;
    /// The relation of a fact, and whether it is meant or denied: `建设`, `拟建设`.
    [[nodiscard]] std::string label(const Fact& fact) const;
    /// Appends to a list of names.
    void add(std::string& list, std::string_view item) const;

    /// The quotes to show, each once, without those that others hold.
    [[nodiscard]] std::vector<QuoteIndex> quotes_of(const std::vector<Evidence>& evidence) const;
    /// A quote as a line; of several documents it says which says it.
    [[nodiscard]] std::string quote_line(QuoteIndex index) const;
    /// References to the quotes, which `sentences` lists, in order of first reference.
    [[nodiscard]] std::string footnotes(const std::vector<Evidence>& evidence);
    void sentences();

private:
    const Graph& graph_;
    const ReportWords& words_;
    OutputBuffer out_;
    std::vector<std::uint32_t> numbers_;  // by quote; 0: none yet
    std::vector<QuoteIndex> used_;
    bool blank_ = false;  // a blank line is due
};

/// The number of quotes of one fact that are shown.
inline constexpr std::size_t most_quotes = 3;

/// Whether a fact says no more than where something lies or belongs; such facts are a table of their own.
[[nodiscard]] bool is_containment(const Fact& fact);

/// The facts of one status, with their sentences below.
void report_facts(ReportPage& page, Status status);

}  // namespace guanxi
