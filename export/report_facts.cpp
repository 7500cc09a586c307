#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "export/report_page.hpp"
#include "export/triples.hpp"

namespace guanxi {

namespace {

constexpr double sure = 0.7;  // what is less sure says so

// A fact as it is told: of a symmetric one either end may come first.
struct Told {
    FactIndex fact = 0;
    EntityIndex subject = 0;
    EntityIndex object = 0;
    std::vector<QuoteIndex> quotes;
};

// Facts that one line can tell: they differ in their objects alone, or in their subjects alone.
bool alike(const Fact& a, const Fact& b) {
    return a.predicate == b.predicate && a.qualifiers == b.qualifiers &&
           (surest(a.evidence).confidence < sure) == (surest(b.evidence).confidence < sure);
}

class FactSection {
public:
    FactSection(ReportPage& page, Status status) : page_(page), graph_(page.graph()), status_(status) {}

    void write() {
        collect();
        if (list_.empty()) return;
        page_.heading("##", page_.words().headings.at(static_cast<std::size_t>(status_)));
        for (std::size_t i = 0; i < list_.size(); i = group(i)) {
            if (i == 0 || heading_of(list_[i - 1]) != heading_of(list_[i])) heading(list_[i]);
        }
    }

private:
    // Subjects with most to tell come first, those with a single fact together last; of each in the order of the texts.
    void collect() {
        std::vector<std::uint32_t> weights(graph_.entity_count());  // all that is told of it
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            ++weights[graph_.fact(i).subject];
            ++weights[graph_.fact(i).object];
        }
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            const Fact& fact = graph_.fact(i);
            if (!is_here(fact)) continue;
            Told told{i, fact.subject, fact.object, page_.quotes_of(fact.evidence)};
            if (info(fact.predicate).symmetric && weights[told.object] > weights[told.subject])
                std::swap(told.subject, told.object);
            list_.push_back(std::move(told));
        }
        counts_.resize(graph_.entity_count());
        for (const Told& told : list_) ++counts_[told.subject];
        several_ = std::any_of(counts_.begin(), counts_.end(), [](std::uint32_t count) { return count > 1; });
        std::sort(list_.begin(), list_.end(), [&](const Told& a, const Told& b) { return order(a) < order(b); });
    }
    [[nodiscard]] bool is_here(const Fact& fact) const {
        return fact.qualifiers.status == status_ && !is_containment(fact);
    }

    // Which heading a fact stands under; the last one has those with a single fact.
    [[nodiscard]] EntityIndex heading_of(const Told& told) const {
        return counts_[told.subject] > 1 ? told.subject : Graph::no_entity;
    }
    [[nodiscard]] std::tuple<std::uint32_t, EntityIndex, DocumentIndex, std::uint32_t, Predicate, FactIndex> order(
        const Told& told) const {
        const EntityIndex heading = heading_of(told);
        const std::uint32_t count = heading == Graph::no_entity ? 0 : counts_[told.subject];
        const Quote& quote = graph_.quotes()[told.quotes.front()];
        return {~count, heading, quote.document, quote.begin, graph_.fact(told.fact).predicate, told.fact};
    }

    void heading(const Told& told) {
        if (heading_of(told) != Graph::no_entity) {
            page_.heading("###", named(told.subject));
        } else if (several_) {
            page_.heading("###", page_.words().others);
        }
    }
    [[nodiscard]] std::string named(EntityIndex index) const {
        return fmt::format("{}{}{}{}", page_.name(index), page_.words().open, page_.label(graph_.entity(index).type),
                           page_.words().close);
    }

    // The facts from `begin` on that the same sentences say, and these; returns where they end.
    std::size_t group(std::size_t begin) {
        const std::vector<QuoteIndex>& quotes = list_[begin].quotes;
        std::size_t i = begin;
        while (i < list_.size() && list_[i].quotes == quotes && heading_of(list_[i]) == heading_of(list_[begin]))
            i = line(i);
        for (std::size_t k = 0; k < quotes.size() && k < most_quotes; ++k) {
            if (k > 0) page_.line("  >");
            page_.line("  > " + page_.quote_line(quotes[k]));
        }
        if (quotes.size() > most_quotes) {
            page_.line("  >");
            page_.line("  > " + fmt::format(fmt::runtime(page_.words().more_quotes), quotes.size() - most_quotes));
        }
        return i;
    }

    // One line for facts that differ in one end alone; returns where they end.
    std::size_t line(std::size_t begin) {
        const Told& first = list_[begin];
        const bool single = heading_of(first) == Graph::no_entity;
        std::string subjects = named(first.subject);
        std::string objects = page_.name(first.object);
        std::size_t i = begin + 1;
        for (; i < list_.size() && list_[i].quotes == first.quotes && heading_of(list_[i]) == heading_of(first); ++i) {
            if (!alike(graph_.fact(list_[i].fact), graph_.fact(first.fact))) break;
            if (single && list_[i].object != first.object) break;
            single ? page_.add(subjects, named(list_[i].subject)) : page_.add(objects, page_.name(list_[i].object));
        }
        const Fact& fact = graph_.fact(first.fact);
        const std::string said = qualifiers(fact);
        page_.line(fmt::format("- {}{}{}{}{}{}{}{}", single ? subjects : "", single && page_.words().english ? " " : "",
                               page_.label(fact), page_.words().colon, objects, said.empty() ? "" : page_.words().open,
                               said, said.empty() ? "" : page_.words().close));
        return i;
    }
    [[nodiscard]] std::string qualifiers(const Fact& fact) const {
        std::string said = markdown(report_qualifiers(fact.qualifiers, page_.words()));
        const double confidence = surest(fact.evidence).confidence;
        if (confidence >= sure) return said;
        if (!said.empty()) said += page_.words().comma;
        return said + fmt::format("{} {}", page_.words().unsure, confidence_text(confidence));
    }

    ReportPage& page_;
    const Graph& graph_;
    Status status_;
    std::vector<Told> list_;
    std::vector<std::uint32_t> counts_;  // of facts by subject
    bool several_ = false;               // whether any subject has more than one
};

}  // namespace

bool is_containment(const Fact& fact) {
    return (fact.predicate == Predicate::located_in || fact.predicate == Predicate::part_of) &&
           fact.qualifiers.status == Status::none;
}

void report_facts(ReportPage& page, Status status) {
    FactSection(page, status).write();
}

}  // namespace guanxi
