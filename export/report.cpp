#include "export/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "export/elements.hpp"
#include "export/report_page.hpp"

namespace guanxi {

namespace {

constexpr std::array told_order{Status::done, Status::ongoing, Status::planned, Status::none};

std::string count_text(std::size_t count) {
    return count == 0 ? std::string() : std::to_string(count);
}

class Report {
public:
    Report(const Graph& graph, std::ostream& out, const WriteOptions& options)
        : graph_(graph), options_(options), page_(graph, out, options.language), words_(page_.words()) {}

    void write() {
        const std::string title = title_of(graph_, options_);
        page_.line("# " + (title.empty() ? std::string(words_.overview) : markdown(title)));
        documents();
        overview();
        figures();
        for (const Status status : told_order) report_facts(page_, status);
        containment();
        entities();
        page_.sentences();
        page_.flush();
    }

private:
    void documents() {
        if (graph_.documents().empty()) return;
        page_.heading("##", words_.documents);
        page_.table({words_.number, words_.document, words_.published, words_.publisher, words_.place});
        for (DocumentIndex i = 0; i < graph_.documents().size(); ++i) {
            const Document& d = graph_.documents()[i];
            page_.row({std::to_string(i + 1), markdown(d.title.empty() ? d.name : d.title), markdown(d.date),
                       markdown(d.source), markdown(d.place)});
        }
    }

    void overview() {
        std::array<std::size_t, entity_type_count> kinds{};
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i)
            ++kinds.at(static_cast<std::size_t>(graph_.entity(i).type));
        std::array<std::size_t, 4> by_status{};
        for (FactIndex i = 0; i < graph_.fact_count(); ++i)
            ++by_status.at(static_cast<std::size_t>(graph_.fact(i).qualifiers.status));
        page_.heading("##", words_.overview);
        std::string list;
        for (const EntityTypeInfo& type : entity_types()) {
            const std::size_t count = kinds.at(static_cast<std::size_t>(type.type));
            if (count > 0) page_.add(list, fmt::format("{} {}", page_.label(type.type), count));
        }
        total(words_.entities, graph_.entity_count(), list);
        list.clear();
        for (const Status status : told_order) {
            const auto i = static_cast<std::size_t>(status);
            if (by_status.at(i) > 0) page_.add(list, fmt::format("{} {}", words_.statuses.at(i), by_status.at(i)));
        }
        total(words_.facts, graph_.fact_count(), list);
        total(words_.figures, graph_.observations().size(), {});
        if (!options_.note.empty()) page_.line("- " + markdown(options_.note));
        if (graph_.fact_count() > 0 || !graph_.observations().empty()) return;
        page_.line("");
        page_.line(words_.nothing);
    }
    void total(std::string_view what, std::size_t count, std::string_view parts) {
        page_.line(fmt::format("- {} {}{}{}{}", what, count, parts.empty() ? "" : words_.open, parts,
                               parts.empty() ? "" : words_.close));
    }

    void figures() {
        std::vector<ObservationIndex> results, plans;
        for (ObservationIndex i = 0; i < graph_.observations().size(); ++i)
            (graph_.observations()[i].qualifiers.status == Status::planned ? plans : results).push_back(i);
        if (results.empty() && plans.empty()) return;
        page_.heading("##", words_.figures);
        if (!results.empty()) {
            page_.heading("###", words_.results);
            page_.table({words_.subject, words_.indicator, words_.value, words_.time, words_.status, words_.sentence});
            for (const ObservationIndex i : by_subject(results)) figure(graph_.observations()[i]);
        }
        if (!plans.empty()) {
            page_.heading("###", words_.plans);
            page_.table({words_.subject, words_.indicator, words_.value, words_.time, words_.sentence});
            for (const ObservationIndex i : by_subject(plans)) figure(graph_.observations()[i]);
        }
    }

    // Those of one subject together, the subject with the most first.
    [[nodiscard]] std::vector<ObservationIndex> by_subject(std::vector<ObservationIndex> list) const {
        std::vector<std::uint32_t> counts(graph_.entity_count());
        const auto subject_of = [&](ObservationIndex i) { return graph_.observations()[i].subject; };
        for (const ObservationIndex i : list) ++counts[subject_of(i)];
        std::stable_sort(list.begin(), list.end(), [&](ObservationIndex a, ObservationIndex b) {
            const EntityIndex x = subject_of(a);
            const EntityIndex y = subject_of(b);
            return counts[x] != counts[y] ? counts[x] > counts[y] : x < y;
        });
        return list;
    }

    void figure(const Observation& o) {
        const Status status = o.qualifiers.status;
        const std::string subject = page_.name(o.subject);
        const std::string indicator = markdown(o.indicator);
        const std::string value = markdown(report_quantity(o.quantity, words_));
        const std::string time = markdown(report_time(o.qualifiers.time));
        if (status == Status::planned) {
            page_.row({subject, indicator, value, time, page_.footnotes(o.evidence)});
        } else {
            page_.row({subject, indicator, value, time, words_.statuses.at(static_cast<std::size_t>(status)),
                       page_.footnotes(o.evidence)});
        }
    }

    void containment() {
        std::vector<FactIndex> list;
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            if (is_containment(graph_.fact(i))) list.push_back(i);
        }
        if (list.empty()) return;
        std::stable_sort(list.begin(), list.end(),
                         [&](FactIndex a, FactIndex b) { return graph_.fact(a).object < graph_.fact(b).object; });
        page_.heading("##", words_.places);
        page_.table({words_.thing, words_.relation, words_.container, words_.sentence});
        for (const FactIndex i : list) {
            const Fact& fact = graph_.fact(i);
            page_.row(
                {page_.name(fact.subject), page_.label(fact), page_.name(fact.object), page_.footnotes(fact.evidence)});
        }
    }

    void entities() {
        if (graph_.entity_count() == 0) return;
        std::vector<std::uint32_t> facts(graph_.entity_count());
        for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
            ++facts[graph_.fact(i).subject];
            ++facts[graph_.fact(i).object];
        }
        std::array<std::vector<EntityIndex>, entity_type_count> kinds;
        for (EntityIndex i = 0; i < graph_.entity_count(); ++i)
            kinds.at(static_cast<std::size_t>(graph_.entity(i).type)).push_back(i);
        page_.heading("##", words_.entities);
        for (const EntityTypeInfo& type : entity_types()) {
            const std::vector<EntityIndex>& list = kinds.at(static_cast<std::size_t>(type.type));
            if (!list.empty()) kind(type.type, list, facts);
        }
    }

    // What there is much to say of comes first; what is only named stands in one line.
    void kind(EntityType type, std::vector<EntityIndex> list, const std::vector<std::uint32_t>& facts) {
        page_.heading("###", fmt::format("{}{}{}{}", page_.label(type), words_.open, list.size(), words_.close));
        const auto weight = [&](EntityIndex i) { return facts[i] + graph_.observations_of(i).size(); };
        std::stable_sort(list.begin(), list.end(), [&](EntityIndex a, EntityIndex b) { return weight(a) > weight(b); });
        const auto named = std::find_if(list.begin(), list.end(), [&](EntityIndex i) { return weight(i) == 0; });
        if (named != list.begin()) {
            page_.table({words_.name, words_.aliases, words_.within, words_.facts, words_.figures_about});
        }
        for (auto i = list.begin(); i != named; ++i) {
            page_.row({title(*i), aliases(*i), within(*i), count_text(facts[*i]),
                       count_text(graph_.observations_of(*i).size())});
        }
        std::string others;
        for (auto i = named; i != list.end(); ++i) {
            const std::string names = aliases(*i);
            page_.add(others,
                      title(*i) + (names.empty() ? "" : fmt::format("{}{}{}", words_.open, names, words_.close)));
        }
        if (others.empty()) return;
        if (named != list.begin()) page_.line("");
        page_.line(fmt::format("{}{}{}", words_.only_named, words_.colon, others));
    }
    [[nodiscard]] std::string title(EntityIndex index) const {
        const Entity& e = graph_.entity(index);
        const std::string code =
            e.code.empty() ? "" : fmt::format("{}{}{}", words_.open, markdown(e.code), words_.close);
        return markdown(e.name) + code;
    }
    [[nodiscard]] std::string aliases(EntityIndex index) const {
        std::string list;
        for (const std::string& alias : graph_.entity(index).aliases) page_.add(list, markdown(alias));
        return list;
    }

    // What a relative name belongs to, else where the texts say it lies.
    [[nodiscard]] std::string within(EntityIndex index) const {
        const Entity& e = graph_.entity(index);
        if (!e.within.empty()) return markdown(e.within);
        std::string list;
        std::vector<EntityIndex> containers;
        for (const FactIndex i : graph_.facts_of(index)) {
            const Fact& fact = graph_.fact(i);
            const bool lies = fact.subject == index && is_containment(fact) && !fact.qualifiers.negated;
            if (!lies || std::find(containers.begin(), containers.end(), fact.object) != containers.end()) continue;
            containers.push_back(fact.object);
            page_.add(list, page_.name(fact.object));
        }
        return list;
    }

    const Graph& graph_;
    const WriteOptions& options_;
    ReportPage page_;
    const ReportWords& words_;
};

}  // namespace

void write_report(const Graph& graph, std::ostream& out, const WriteOptions& options) {
    Report(graph, out, options).write();
}

}  // namespace guanxi
