#include <fmt/format.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include "export/gold.hpp"

namespace guanxi {

namespace {

using JsonWriter = rapidjson::PrettyWriter<rapidjson::OStreamWrapper>;

void key(JsonWriter& json, std::string_view name) {
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

// The shortest decimal that reads back as the same number; RapidJSON's own is now and then a digit longer.
void number(JsonWriter& json, std::string_view name, std::optional<double> value) {
    key(json, name);
    if (!value) {
        json.Null();
        return;
    }
    std::string text = fmt::format("{}", *value);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void rate(JsonWriter& json, std::string_view name, const Rate& rate) {
    key(json, name);
    json.StartObject();
    number(json, "p", rate.precision);
    number(json, "r", rate.recall);
    number(json, "f1", rate.f1);
    json.Key("hits");
    json.Uint64(rate.right);
    json.Key("pred");
    json.Uint64(rate.predicted);
    json.Key("gold");
    json.Uint64(rate.gold);
    json.EndObject();
}

void qualifiers(JsonWriter& json, std::string_view name, const std::vector<QualifierRate>& rates) {
    key(json, name);
    json.StartObject();
    for (const QualifierRate& row : rates) {
        key(json, row.name);
        json.StartArray();
        json.Uint64(row.right);
        json.Uint64(row.stated);
        json.EndArray();
    }
    json.EndObject();
}

}  // namespace

void write_evaluation(const Evaluation& evaluation, std::ostream& out) {
    rapidjson::OStreamWrapper stream(out);
    JsonWriter json(stream);
    json.SetIndent(' ', 1);
    json.StartObject();
    rate(json, "entity", evaluation.entity);
    rate(json, "entity_name", evaluation.entity_name);
    rate(json, "relation", evaluation.relation);
    rate(json, "relation_pair", evaluation.relation_pair);
    qualifiers(json, "relation_qualifiers", evaluation.relation_qualifiers);
    number(json, "status_accuracy", evaluation.status_accuracy);
    rate(json, "quantity", evaluation.quantity);
    qualifiers(json, "quantity_qualifiers", evaluation.quantity_qualifiers);
    if (evaluation.with_text) {
        number(json, "grounded", evaluation.grounded);
        number(json, "evidence_right", evaluation.evidence_right);
    }
    number(json, "score", evaluation.score);
    json.EndObject();
    out << '\n';
}

}  // namespace guanxi
