#include "cli/answer_json.hpp"

#include <fmt/format.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <string>

namespace guanxi {

namespace {

// Writes parts of a graph as JSON; keys without a value are left out.
class JsonAnswer {
public:
    JsonAnswer(const Graph& graph, std::ostream& out, bool evidence)
        : graph_(graph), stream_(out), json_(stream_), evidence_(evidence) {
        json_.SetIndent(' ', 1);
    }

    void write(const Answer& answer, const AnswerHead& head) {
        json_.StartObject();
        text("question", head.question);
        if (!head.names.empty()) {
            key("about");
            json_.StartArray();
            for (const EntityIndex i : head.names) entity(i);
            json_.EndArray();
        }
        for (const auto& [name, count] : answer.counts) integer(name, count);
        for (const auto& [name, score] : answer.scores) {
            key(name);
            real(score);
        }
        for (std::size_t i = 0; i < answer.tables.size(); ++i) {
            table(answer.tables[i]);
            if (head.left_out[i] > 0) {
                integer(fmt::format("{}_left_out", answer.tables[i].name), static_cast<std::int64_t>(head.left_out[i]));
            }
        }
        json_.EndObject();
        stream_.Put('\n');
    }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void string(std::string_view value) { json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        string(value);
    }
    void integer(std::string_view name, std::int64_t value) {
        key(name);
        json_.Int64(value);
    }
    // The shortest decimal that reads back as the same number.
    void real(double value) {
        const std::string digits = fmt::format("{}", value);
        json_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }

    void table(const Table& table) {
        key(table.name);
        json_.StartArray();
        for (const Row& row : table.rows) {
            json_.StartObject();
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (is_empty(row[i])) continue;
                key(table.columns[i].key);
                std::visit([&](const auto& cell) { value(cell); }, row[i]);
            }
            json_.EndObject();
        }
        json_.EndArray();
    }

    static bool is_empty(const Cell& cell) {
        const auto* text = std::get_if<std::string>(&cell);
        const auto* number = std::get_if<NumberCell>(&cell);
        return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty()) ||
               (number != nullptr && number->plain.empty());
    }

    void value(std::monostate /*nothing*/) { json_.Null(); }
    void value(const std::string& cell) { string(cell); }
    void value(std::int64_t cell) { json_.Int64(cell); }
    void value(const ScoreCell& cell) { real(cell.value); }
    void value(const NumberCell& cell) { string(cell.plain); }
    void value(const EntityCell& cell) { entity(cell.index); }
    void value(const EntitiesCell& cell) {
        json_.StartArray();
        for (const EntityIndex i : cell.list) entity(i);
        json_.EndArray();
    }
    void value(const FactCell& cell) {
        const Fact& fact = graph_.fact(cell.index);
        json_.StartObject();
        text("id", fact_id(graph_, fact));
        key("subject");
        entity(fact.subject);
        text("predicate", info(fact.predicate).id);
        key("object");
        entity(fact.object);
        qualifiers(fact.qualifiers);
        grounds(fact.evidence);
        json_.EndObject();
    }
    void value(const ObservationCell& cell) {
        const Observation& seen = graph_.observations()[cell.index];
        json_.StartObject();
        text("id", observation_id(graph_, seen));
        key("subject");
        entity(seen.subject);
        text("indicator", seen.indicator);
        if (seen.quantity.value) text("value", seen.quantity.value->to_string());
        text("unit", seen.quantity.unit);
        text("bound", id(seen.quantity.bound));
        if (seen.quantity.change) flag("change");
        if (seen.quantity.rank) integer("rank", *seen.quantity.rank);
        text("scope", seen.quantity.scope);
        qualifiers(seen.qualifiers);
        grounds(seen.evidence);
        json_.EndObject();
    }
    void value(const DocumentCell& cell) {
        const Document& document = graph_.documents()[cell.index];
        json_.StartObject();
        text("id", document.id);
        text("name", document.name);
        text("headline", document.title);
        text("datePublished", document.date);
        json_.EndObject();
    }

    void flag(std::string_view name) {
        key(name);
        json_.Bool(true);
    }

    void entity(EntityIndex index) {
        const Entity& entity = graph_.entity(index);
        json_.StartObject();
        text("id", entity.id);
        text("type", info(entity.type).id);
        text("name", entity.name);
        text("within", entity.within);
        json_.EndObject();
    }

    void qualifiers(const Qualifiers& said) {
        text("status", id(said.status));
        text("time", said.time);
        if (said.amount) {
            key("amount");
            json_.StartObject();
            text("value", said.amount->value.to_string());
            text("unit", said.amount->unit);
            json_.EndObject();
        }
        if (said.count) integer("count", *said.count);
        text("title", said.title);
        if (said.negated) flag("negated");
    }

    // How sure it is, and if asked for, why.
    void grounds(const std::vector<Evidence>& list) {
        double surest = 0;
        for (const Evidence& why : list) surest = std::max(surest, why.confidence);
        key("confidence");
        real(surest);
        if (!evidence_) return;
        key("evidence");
        json_.StartArray();
        for (const Evidence& why : list) {
            const Quote& quote = graph_.quotes()[why.quote];
            json_.StartObject();
            text("document", graph_.documents()[quote.document].name);
            text("exact", quote.text);
            integer("start", quote.begin);
            integer("end", quote.end);
            text("rule", why.rule);
            key("confidence");
            real(why.confidence);
            json_.EndObject();
        }
        json_.EndArray();
    }

    const Graph& graph_;
    rapidjson::OStreamWrapper stream_;
    rapidjson::PrettyWriter<rapidjson::OStreamWrapper> json_;
    bool evidence_;
};

}  // namespace

void write_answer(const Graph& graph, const Answer& answer, const AnswerHead& head, std::ostream& out) {
    JsonAnswer(graph, out, head.evidence).write(answer, head);
}

}  // namespace guanxi
