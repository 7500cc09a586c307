#include "cli/diff_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "cli/printable.hpp"
#include "cli/wording.hpp"

namespace guanxi {

namespace {

// Code points of a quote: three lines of half a screen.
constexpr std::size_t quoted = 66;

std::string_view tell_milestone(Milestone milestone) {
    switch (milestone) {
        case Milestone::none:
        case Milestone::honoured:
            return "";
        case Milestone::prepared:
            return "prepared 筹备";
        case Milestone::started:
            return "started 开工";
        case Milestone::advanced:
            return "going on 推进";
        case Milestone::topped_out:
            return "main part done 主体";
        case Milestone::completed:
            return "completed 建成";
    }
    return "";
}

std::vector<std::string> names_of(const Entity& entity) {
    std::vector<std::string> names{entity.name};
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    return names;
}

std::string said_of(const Fact& fact, Milestone milestone) {
    std::string text = wording(fact.qualifiers);
    if (fact.qualifiers.negated) text = "denied, " + text;
    const std::string_view told = tell_milestone(milestone);
    if (!told.empty()) text += fmt::format("{}{}", text.empty() ? "" : ", ", told);
    return printable(text);
}

std::string quote_of(const Graph& graph, QuoteIndex quote, const std::vector<std::string>& names) {
    return printable(excerpt(graph.quotes()[quote].text, names, quoted));
}

// Who does what, where it is not the place itself that does it.
std::string relation_of(const Graph& graph, const Fact& fact) {
    const PredicateInfo& row = info(fact.predicate);
    const EntityIndex doer = fact.predicate == Predicate::settles_in ? fact.object : fact.subject;
    const Entity& who = graph.entity(doer);
    const std::string by = who.type == EntityType::district ? "" : fmt::format(", {}", printable(who.name));
    return fmt::format("{} {}{}", row.label_zh, row.id, by);
}

class Telling {
public:
    explicit Telling(const Compared& compared)
        : old_(&compared.old_graph), new_(&compared.new_graph), difference_(&compared.difference) {}

    [[nodiscard]] DifferencePart plans(std::string_view id, std::string_view title, Outcome outcome) const {
        DifferencePart part{id, std::string(title), {}, {}};
        for (const PlanOutcome& plan : difference_->plans) {
            if (plan.outcome == outcome) part.rows.push_back(row_of(plan));
        }
        return part;
    }

    [[nodiscard]] DifferencePart added(std::string_view id, std::string_view title, bool planned) const {
        DifferencePart part{id, std::string(title), {}, {}};
        for (const NewThing& thing : difference_->added) {
            const Fact& fact = new_->fact(thing.fact);
            if ((fact.qualifiers.status == Status::planned) != planned) continue;
            const Entity& entity = new_->entity(thing.thing);
            DifferenceRow row;
            row.title = fmt::format("{}  {}", printable(entity.name), relation_of(*new_, fact));
            row.new_said = said_of(fact, thing.milestone);
            row.new_quote = quote_of(*new_, thing.quote, names_of(entity));
            part.rows.push_back(std::move(row));
        }
        return part;
    }

    [[nodiscard]] DifferencePart amounts(std::string_view id, std::string_view title) const {
        DifferencePart part{id, std::string(title), {}, {}};
        for (const AmountChange& change : difference_->amounts) {
            const Fact& before = old_->fact(change.old_fact);
            const Fact& after = new_->fact(change.new_fact);
            const Entity& thing = old_->entity(change.old_thing);
            DifferenceRow row = begin(change.old_thing, change.new_thing, change.likeness, before);
            row.old_said = said_of(before, Milestone::none);
            row.old_quote = quote_of(*old_, before.evidence.front().quote, names_of(thing));
            row.new_said = said_of(after, Milestone::none);
            row.new_quote = quote_of(*new_, after.evidence.front().quote, names_of(new_->entity(change.new_thing)));
            part.rows.push_back(std::move(row));
        }
        return part;
    }

    // Targets have a value for the time of the plan, figures two values of which neither is a plan, goals a new plan.
    [[nodiscard]] DifferencePart figures(std::string_view id, std::string_view title) const {
        static constexpr std::array<std::string_view, 7> heads{"indicator", "then",   "plan",     "reached",
                                                               "",          "growth", "next plan"};
        DifferencePart part{id, std::string(title), {}, {}};
        std::vector<std::vector<std::string>> rows;
        for (const FigureRow& row : difference_->figures) {
            if (part_of(row) == id) add_cells(rows, row);
        }
        if (rows.empty()) return part;
        rows.insert(rows.begin(), std::vector<std::string>(heads.begin(), heads.end()));
        // Columns that no row uses are left out.
        for (std::size_t column = heads.size(); column-- > 1;) {
            const bool used =
                std::any_of(rows.begin() + 1, rows.end(), [&](const auto& cells) { return !cells[column].empty(); });
            if (used) continue;
            for (auto& cells : rows) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(column));
        }
        part.table = std::move(rows);
        return part;
    }

    static std::string_view part_of(const FigureRow& row) {
        if (row.verdict != Verdict::none) return "targets";
        return row.reached && row.before ? "figures" : "goals";
    }

private:
    [[nodiscard]] DifferenceRow begin(EntityIndex old_thing, EntityIndex new_thing, Likeness likeness,
                                      const Fact& fact) const {
        DifferenceRow row;
        const Entity& before = old_->entity(old_thing);
        std::string name = printable(before.name);
        if (new_thing != Graph::no_entity) {
            const Entity& after = new_->entity(new_thing);
            if (after.name != before.name)
                name += fmt::format(" {} {}", likeness == Likeness::likely ? "≈" : "=", printable(after.name));
        }
        row.title =
            fmt::format("{}  {}{}", name, relation_of(*old_, fact), likeness == Likeness::likely ? ", likely" : "");
        return row;
    }

    [[nodiscard]] DifferenceRow row_of(const PlanOutcome& plan) const {
        const Fact& fact = old_->fact(plan.old_fact);
        const Entity& thing = old_->entity(plan.old_thing);
        DifferenceRow row = begin(plan.old_thing, plan.new_thing, plan.likeness, fact);
        row.old_said = said_of(fact, plan.wanted);
        row.old_quote = quote_of(*old_, plan.old_quote, names_of(thing));
        if (plan.new_fact) {
            row.new_said = said_of(new_->fact(*plan.new_fact), plan.reached);
            row.new_quote = quote_of(*new_, plan.new_quote, names_of(new_->entity(plan.new_thing)));
        } else if (plan.hit) {
            row.new_said = "in the text";
            row.new_quote = printable(excerpt(plan.hit->sentence, std::vector{plan.hit->name}, quoted));
        }
        return row;
    }

    [[nodiscard]] static std::string value(const Graph& graph, const std::optional<ObservationIndex>& index) {
        if (!index) return "";
        const Observation& seen = graph.observations()[*index];
        const std::string time = seen.qualifiers.time.empty() ? "" : fmt::format(" ({})", seen.qualifiers.time);
        Quantity quantity = seen.quantity;
        if (quantity.value) {
            // The value is what is compared; its rank is in the sentence.
            quantity.rank.reset();
            quantity.scope.clear();
        }
        return printable(wording(quantity) + time);
    }

    [[nodiscard]] std::string indicator(const FigureRow& row) const {
        const Entity& subject = new_->entity(row.new_subject);
        const std::string whose =
            subject.type == EntityType::district ? "" : fmt::format("{}: ", printable(subject.name));
        const std::string then = row.old_indicator.empty() || row.likeness == Likeness::same
                                     ? ""
                                     : fmt::format(" (then {})", printable(row.old_indicator));
        return fmt::format("{}{}{}{}", row.likeness == Likeness::likely ? "≈ " : "", whose, printable(row.indicator),
                           then);
    }

    static std::string growth(const FigureRow& row) {
        if (!row.growth) return "";
        return fmt::format("{}{:+.1f}{}", row.inexact ? "≈ " : "", *row.growth, row.in_points ? " points" : "%");
    }

    void add_cells(std::vector<std::vector<std::string>>& rows, const FigureRow& row) const {
        rows.push_back({indicator(row), value(*old_, row.before), value(*old_, row.plan), value(*new_, row.reached),
                        std::string(id(row.verdict)), growth(row), value(*new_, row.next)});
    }

    const Graph* old_;
    const Graph* new_;
    const Difference* difference_;
};

std::string documents_of(const Graph& graph) {
    std::vector<std::string> names;
    for (const Document& document : graph.documents()) {
        names.push_back(document.date.empty() ? printable(document.name)
                                              : fmt::format("{} ({})", printable(document.name), document.date));
    }
    if (names.size() > 2) return fmt::format("{} and {} more", names.front(), names.size() - 1);
    return names.empty() ? "no document" : fmt::format("{}", fmt::join(names, ", "));
}

std::string counts(std::map<Outcome, std::size_t>& plans) {
    return fmt::format("{} done, {} under way, {} planned again, {} unclear, {} not mentioned again, {} not due yet",
                       plans[Outcome::done], plans[Outcome::under_way], plans[Outcome::planned_again],
                       plans[Outcome::mentioned], plans[Outcome::not_mentioned] + plans[Outcome::denied],
                       plans[Outcome::not_due]);
}

}  // namespace

std::vector<DifferencePart> tell(const Compared& compared) {
    const Telling telling(compared);
    std::vector<DifferencePart> parts{
        telling.plans("done", "planned or begun, and done 计划已完成", Outcome::done),
        telling.plans("underway", "planned or begun, and under way 在推进", Outcome::under_way),
        telling.plans("again", "planned again 仍在计划", Outcome::planned_again),
        telling.plans("mentioned", "planned, mentioned without an outcome 提及未明", Outcome::mentioned),
        telling.plans("gone", "planned or begun, and not mentioned again 未再提及", Outcome::not_mentioned),
        telling.plans("later", "planned for later years and not mentioned 期限未到", Outcome::not_due),
        telling.added("new", "new 新出现", false),
        telling.added("planned", "newly planned 新计划", true),
        telling.amounts("amounts", "changed amounts 金额数量变化"),
        telling.figures("targets", "targets and what was reached 目标与完成"),
        telling.figures("figures", "figures 指标变化"),
        telling.figures("goals", "goals then and now 目标变化"),
    };
    DifferencePart denied = telling.plans("gone", "", Outcome::denied);
    for (DifferenceRow& row : denied.rows) parts[4].rows.push_back(std::move(row));
    std::erase_if(parts, [](const DifferencePart& part) { return part.count() == 0; });
    return parts;
}

std::string headline(const Compared& compared) {
    const std::string place = common_place(compared.old_graph, compared.new_graph);
    return fmt::format("{}{}{} → {}", printable(place), place.empty() ? "" : ": ", documents_of(compared.old_graph),
                       documents_of(compared.new_graph));
}

std::vector<std::string> summary(const Compared& compared) {
    std::map<Outcome, std::size_t> plans;
    std::map<Outcome, std::size_t> policies;
    for (const PlanOutcome& plan : compared.difference.plans) {
        if (plan.tangibility == Tangibility::policy) {
            ++policies[plan.outcome];
        } else {
            ++plans[plan.outcome];
        }
    }
    std::map<Verdict, std::size_t> targets;
    for (const FigureRow& row : compared.difference.figures) ++targets[row.verdict];
    std::size_t done = 0;
    for (const NewThing& thing : compared.difference.added) {
        if (compared.new_graph.fact(thing.fact).qualifiers.status != Status::planned) ++done;
    }
    std::vector<std::string> lines{
        "plans: " + counts(plans), "policies and industries: " + counts(policies),
        fmt::format("new: {} done or under way, {} planned", done, compared.difference.added.size() - done),
        fmt::format("targets: {} kept, {} nearly, {} missed; {} other figures in both", targets[Verdict::kept],
                    targets[Verdict::nearly], targets[Verdict::missed], targets[Verdict::none])};
    if (compared.difference.general_plans_left_out > 0) {
        lines.push_back(fmt::format("left out: {} plans of things without a name of their own",
                                    compared.difference.general_plans_left_out));
    }
    return lines;
}

}  // namespace guanxi
