#include "export/difference.hpp"

#include <fmt/format.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include <string_view>

namespace guanxi {

namespace {

using JsonWriter = rapidjson::PrettyWriter<rapidjson::OStreamWrapper>;

// Writes the parts of a difference; what is not said is left out.
class Writer {
public:
    Writer(const Graph& old_graph, const Graph& new_graph, JsonWriter& json)
        : old_(&old_graph), new_(&new_graph), json_(&json) {}

    void documents(std::string_view name, const Graph& graph) {
        key(name);
        json_->StartArray();
        for (const Document& document : graph.documents()) {
            json_->StartObject();
            text("id", document.id);
            text("name", document.name);
            text("headline", document.title);
            text("date", document.date);
            text("place", document.place);
            json_->EndObject();
        }
        json_->EndArray();
    }

    void plan(const PlanOutcome& plan) {
        json_->StartObject();
        text("outcome", id(plan.outcome));
        text("about", about(plan.tangibility));
        if (plan.likeness == Likeness::likely) flag("likely");
        side("old", *old_, plan.old_thing, plan.old_fact);
        text("wanted", id(plan.wanted));
        if (plan.new_fact) side("new", *new_, plan.new_thing, *plan.new_fact);
        if (plan.hit) {
            key("mention");
            json_->StartObject();
            text("document", new_->documents()[plan.hit->document].id);
            text("name", plan.hit->name);
            text("status", id(plan.hit->status));
            span(plan.hit->sentence, plan.hit->begin, plan.hit->end);
            json_->EndObject();
        }
        text("reached", id(plan.reached));
        json_->EndObject();
    }

    void added(const NewThing& thing) {
        json_->StartObject();
        text("about", about(thing.tangibility));
        side("new", *new_, thing.thing, thing.fact);
        text("reached", id(thing.milestone));
        json_->EndObject();
    }

    void amount(const AmountChange& change) {
        json_->StartObject();
        if (change.likeness == Likeness::likely) flag("likely");
        side("old", *old_, change.old_thing, change.old_fact);
        side("new", *new_, change.new_thing, change.new_fact);
        json_->EndObject();
    }

    void figure(const FigureRow& row) {
        json_->StartObject();
        text("subject", new_->entity(row.new_subject).name);
        text("indicator", row.indicator);
        text("oldIndicator", row.old_indicator);
        if (row.likeness == Likeness::likely) flag("likely");
        observation("before", *old_, row.before);
        observation("plan", *old_, row.plan);
        observation("reached", *new_, row.reached);
        observation("next", *new_, row.next);
        text("verdict", id(row.verdict));
        if (row.growth) text(row.in_points ? "growthInPoints" : "growthInPercent", fmt::format("{:.2f}", *row.growth));
        if (row.inexact) flag("inexact");
        json_->EndObject();
    }

private:
    void key(std::string_view name) { json_->Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        json_->String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }

    void number(std::string_view name, std::int64_t value) {
        key(name);
        json_->Int64(value);
    }

    void flag(std::string_view name) {
        key(name);
        json_->Bool(true);
    }

    static std::string_view about(Tangibility tangibility) {
        if (tangibility == Tangibility::thing) return "thing";
        return tangibility == Tangibility::policy ? "policy" : "general";
    }

    void span(std::string_view exact, std::uint32_t begin, std::uint32_t end) {
        text("exact", exact);
        number("start", begin);
        number("end", end);
    }

    void side(std::string_view name, const Graph& graph, EntityIndex thing, FactIndex index) {
        const Fact& fact = graph.fact(index);
        key(name);
        json_->StartObject();
        entity("thing", graph.entity(thing));
        entity("subject", graph.entity(fact.subject));
        text("predicate", info(fact.predicate).id);
        entity("object", graph.entity(fact.object));
        qualifiers(fact.qualifiers);
        evidence(graph, fact.evidence);
        json_->EndObject();
    }

    void entity(std::string_view name, const Entity& entity) {
        key(name);
        json_->StartObject();
        text("id", entity.id);
        text("type", info(entity.type).id);
        text("name", entity.name);
        json_->EndObject();
    }

    void qualifiers(const Qualifiers& said) {
        text("status", id(said.status));
        text("time", said.time);
        if (said.amount) {
            text("amount", said.amount->value.to_string());
            text("unit", said.amount->unit);
        }
        if (said.count) number("count", *said.count);
        text("title", said.title);
        if (said.negated) flag("negated");
    }

    void observation(std::string_view name, const Graph& graph, const std::optional<ObservationIndex>& index) {
        if (!index) return;
        const Observation& seen = graph.observations()[*index];
        key(name);
        json_->StartObject();
        if (seen.quantity.value) text("value", seen.quantity.value->to_string());
        text("unit", seen.quantity.unit);
        text("bound", id(seen.quantity.bound));
        if (seen.quantity.change) flag("change");
        if (seen.quantity.rank) number("rank", *seen.quantity.rank);
        text("scope", seen.quantity.scope);
        qualifiers(seen.qualifiers);
        evidence(graph, seen.evidence);
        json_->EndObject();
    }

    void evidence(const Graph& graph, const std::vector<Evidence>& list) {
        key("evidence");
        json_->StartArray();
        for (const Evidence& e : list) {
            const Quote& quote = graph.quotes()[e.quote];
            json_->StartObject();
            text("document", graph.documents()[quote.document].id);
            span(quote.text, quote.begin, quote.end);
            json_->EndObject();
        }
        json_->EndArray();
    }

    const Graph* old_;
    const Graph* new_;
    JsonWriter* json_;
};

template <typename Row, typename Write>
void list(JsonWriter& json, const char* name, const std::vector<Row>& rows, Write write) {
    json.Key(name);
    json.StartArray();
    for (const Row& row : rows) write(row);
    json.EndArray();
}

}  // namespace

void write_difference(const Graph& old_graph, const Graph& new_graph, const Difference& difference, std::ostream& out) {
    rapidjson::OStreamWrapper stream(out);
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    Writer writer(old_graph, new_graph, json);
    json.StartObject();
    writer.documents("old", old_graph);
    writer.documents("new", new_graph);
    list(json, "plans", difference.plans, [&](const PlanOutcome& row) { writer.plan(row); });
    list(json, "added", difference.added, [&](const NewThing& row) { writer.added(row); });
    list(json, "amounts", difference.amounts, [&](const AmountChange& row) { writer.amount(row); });
    list(json, "figures", difference.figures, [&](const FigureRow& row) { writer.figure(row); });
    json.EndObject();
    out << '\n';
}

}  // namespace guanxi
