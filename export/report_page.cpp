#include "export/report_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

ReportPage::ReportPage(const Graph& graph, std::ostream& out, std::string_view language)
    : graph_(graph), words_(report_words(language)), out_(out), numbers_(graph.quotes().size()) {}

void ReportPage::line(std::string_view text) {
    if (std::exchange(blank_, false)) out_.Put('\n');
    out_.put(text);
    out_.Put('\n');
}

void ReportPage::heading(std::string_view marks, std::string_view text) {
    if (!blank_) line("");
    line(fmt::format("{} {}", marks, text));
    blank_ = true;
}

void ReportPage::table(std::initializer_list<std::string_view> names) {
    row(names);
    std::string rule;
    for (std::size_t i = 0; i < names.size(); ++i) rule += "| --- ";
    line(rule + '|');
}

void ReportPage::row(std::initializer_list<std::string_view> cells) {
    std::string text;
    for (const std::string_view cell : cells) text += fmt::format("| {}{}", cell, cell.empty() ? "" : " ");
    line(text + '|');
}

std::string ReportPage::name(EntityIndex index) const {
    return markdown(graph_.entity(index).name);
}

std::string_view ReportPage::label(EntityType type) const {
    return words_.english ? info(type).label_en : info(type).label_zh;
}

std::string ReportPage::label(const Fact& fact) const {
    const PredicateInfo& row = info(fact.predicate);
    std::string text(fact.qualifiers.status == Status::planned ? words_.planned : "");
    if (fact.qualifiers.negated) text += words_.negation;
    if (fact.predicate == Predicate::part_of) return text.append(words_.part_of);
    return text.append(words_.english ? row.label_en : row.label_zh);
}

void ReportPage::add(std::string& list, std::string_view item) const {
    if (!list.empty()) list += words_.list_comma;
    list += item;
}

std::vector<QuoteIndex> ReportPage::quotes_of(const std::vector<Evidence>& evidence) const {
    std::vector<QuoteIndex> quotes;
    const auto holds = [&](QuoteIndex outer, QuoteIndex inner) {
        const Quote& a = graph_.quotes()[outer];
        const Quote& b = graph_.quotes()[inner];
        // What ends a sentence in one place may be a comma in another.
        std::string_view inside = b.text;
        while (!inside.empty() && !is_boundary(inside, inside.size() - 1)) inside.remove_suffix(1);
        if (!inside.empty()) inside.remove_suffix(1);
        return a.document == b.document && a.text.find(inside) != std::string::npos;
    };
    for (const Evidence& e : evidence) {
        const auto is_held = [&](QuoteIndex shown) { return holds(shown, e.quote); };
        if (std::any_of(quotes.begin(), quotes.end(), is_held)) continue;
        std::erase_if(quotes, [&](QuoteIndex shown) { return holds(e.quote, shown); });
        quotes.push_back(e.quote);
    }
    return quotes;
}

std::string ReportPage::quote_line(QuoteIndex index) const {
    const Quote& quote = graph_.quotes()[index];
    std::string text = markdown_line(quote.text);
    if (graph_.documents().size() > 1) {
        text += fmt::format(fmt::runtime(words_.said_in), quote.document + 1);
    }
    return text;
}

std::string ReportPage::footnotes(const std::vector<Evidence>& evidence) {
    std::string text;
    const std::vector<QuoteIndex> quotes = quotes_of(evidence);
    for (std::size_t i = 0; i < quotes.size() && i < most_quotes; ++i) {
        std::uint32_t& number = numbers_[quotes[i]];
        if (number == 0) {
            used_.push_back(quotes[i]);
            number = static_cast<std::uint32_t>(used_.size());
        }
        text += fmt::format("[^{}]", number);
    }
    return text;
}

void ReportPage::sentences() {
    if (used_.empty()) return;
    heading("##", words_.sentence);
    for (std::size_t i = 0; i < used_.size(); ++i) line(fmt::format("[^{}]: {}", i + 1, quote_line(used_[i])));
}

}  // namespace guanxi
