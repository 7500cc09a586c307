#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/fact.hpp"

namespace guanxi {

/// The words of a report in one language.
struct ReportWords {
    bool english = false;
    std::string_view overview, documents, entities, facts, figures;
    std::string_view kind, number_of, status;
    std::string_view document, published, publisher, place;
    std::string_view results, plans;  ///< of figures
    std::string_view subject, indicator, value, time, sentence;
    /// Headings of facts by Status, and statuses in a row.
    std::array<std::string_view, 4> headings, statuses;
    std::string_view places, thing, relation, container;
    std::string_view name, aliases, within, figures_about, only_named;
    std::string_view colon, comma, list_comma, open, close, negation, planned, unsure, part_of, others;
    std::string_view number;       ///< of a document
    std::string_view said_in;      ///< behind a quote, with the number of its document as {}
    std::string_view more_quotes;  ///< with one {}
    std::string_view nothing;
};
[[nodiscard]] const ReportWords& report_words(std::string_view language);

/// A text that Markdown and HTML show as it is, in one line; for the inside of a line, a table's cell included.
/// Controls and line breaks become spaces, marks of direction go.
[[nodiscard]] std::string markdown(std::string_view text);
/// The same for the beginning of a line.
[[nodiscard]] std::string markdown_line(std::string_view text);

/// A number with its unit: `12.5亿元`, `1,250,000,000 CNY`.
[[nodiscard]] std::string report_number(const Decimal& value, std::string_view unit, const ReportWords& words);
/// `8000亿元以上，全市第1`; not yet escaped.
[[nodiscard]] std::string report_quantity(const Quantity& quantity, const ReportWords& words);
/// A time of the schema: `2021—2025`.
[[nodiscard]] std::string report_time(std::string_view time);
/// What is said of a fact besides its status: `2023，12亿元，共3个`; not yet escaped, empty if nothing is.
[[nodiscard]] std::string report_qualifiers(const Qualifiers& qualifiers, const ReportWords& words);

}  // namespace guanxi
