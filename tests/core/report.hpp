#pragma once

#include <string>

#include "core/graph.hpp"
#include "core/utf8.hpp"

namespace guanxi {

/// A graph of one report of 青山市, made by hand: every fact and figure comes with its sentence.
class Report {
public:
    Graph graph;
    EntityIndex city;

    /// `text` are all its sentences; `year` is that in which it was written.
    Report(const std::string& year, const std::string& text, const std::string& place = "青山市") : text_(text) {
        document_ = graph.add_document(
            {.id = "d" + year, .name = year + ".txt", .text = text, .date = year + "-01-10", .place = place});
        city = thing(EntityType::district, place);
    }

    EntityIndex thing(EntityType type, const std::string& name, std::vector<std::string> aliases = {}) {
        return graph.add_entity(
            {.id = std::string(info(type).id) + name, .type = type, .name = name, .aliases = aliases});
    }

    QuoteIndex quote(const std::string& sentence) {
        const auto begin = static_cast<std::uint32_t>(count_code_points(text_.substr(0, text_.find(sentence))));
        return graph.add_quote(
            {document_, begin, begin + static_cast<std::uint32_t>(count_code_points(sentence)), sentence});
    }

    FactIndex fact(Predicate predicate, EntityIndex object, const Qualifiers& said, const std::string& sentence) {
        return graph.add_fact({.subject = city,
                               .object = object,
                               .predicate = predicate,
                               .qualifiers = said,
                               .evidence = {{quote(sentence), "by-hand", 0.9}}});
    }

    FactIndex builds(const std::string& name, const Qualifiers& said, const std::string& sentence) {
        return fact(Predicate::builds, thing(EntityType::project, name), said, sentence);
    }

    ObservationIndex figure(const std::string& indicator, const Quantity& quantity, const Qualifiers& said) {
        return graph.add_observation({.subject = city,
                                      .indicator = indicator,
                                      .quantity = quantity,
                                      .qualifiers = said,
                                      .evidence = {{quote(text_), "by-hand", 0.9}}});
    }

private:
    std::string text_;
    DocumentIndex document_ = 0;
};

inline Qualifiers planned(const std::string& time) {
    return {.status = Status::planned, .time = time};
}
inline Qualifiers ongoing(const std::string& time) {
    return {.status = Status::ongoing, .time = time};
}
inline Qualifiers done(const std::string& time) {
    return {.status = Status::done, .time = time};
}

}  // namespace guanxi
