#include "export/rdf_graphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace guanxi {

namespace {

using Form = RdfNames::Property::Form;

}  // namespace

RdfGraphs::RdfGraphs(const RdfTable& table, const RdfNames& names) : table_(table), names_(names) {
    for (const RdfTable::Quad& quad : table_.quads()) {
        any_ = any_ || quad.graph != RdfTable::no_term;
        if (key_of(quad) == "@type" && names_.name(table_.text(quad.object)) == "Document") {
            documents_.insert(quad.subject);
        }
    }
}

std::string RdfGraphs::check(TermIndex subject) {
    if (!any_) return {};
    Sources sources;
    for (const RdfTable::Quad& quad : table_.quads_of(subject)) {
        if (key_of(quad) == "evidence") sources.insert(object_of(quad.object, "source"));
    }
    if (sources.empty()) return check_names(subject);
    std::string wrong = check_claim(subject, sources);
    if (wrong.empty()) note_edge(subject, sources);
    return wrong;
}

// Each thing that is said of a claim, or of its amount, must stand in the graphs of all its sources and in no other.
std::string RdfGraphs::check_claim(TermIndex subject, const Sources& sources) const {
    std::map<std::tuple<TermIndex, TermIndex, TermIndex>, Sources> found;
    const auto collect = [&](TermIndex node) {
        for (const RdfTable::Quad& q : table_.quads_of(node)) found[{q.subject, q.predicate, q.object}].insert(q.graph);
    };
    collect(subject);
    for (const RdfTable::Quad& quad : table_.quads_of(subject)) {
        if (key_of(quad) == "amount") collect(quad.object);
        if (key_of(quad) != "evidence") continue;
        const TermIndex source = object_of(quad.object, "source");
        const auto stray = [&](const RdfTable::Quad& q) { return q.graph != source; };
        const auto inside = table_.quads_of(quad.object);
        const auto wrong = stray(quad) ? &quad : &*std::find_if(inside.begin(), inside.end(), stray);
        if (wrong == &quad || wrong != inside.data() + inside.size()) {
            return fmt::format("a quote of {} stands in {}", shown(source), shown(wrong->graph));
        }
        found.erase({quad.subject, quad.predicate, quad.object});
    }
    for (const auto& [said, graphs] : found) {
        if (graphs == sources) continue;
        for (const TermIndex graph : graphs) {
            if (sources.count(graph) == 0) {
                return fmt::format("stands in {}, of which it has no quote", shown(graph));
            }
        }
        for (const TermIndex source : sources) {
            if (graphs.count(source) == 0) {
                return fmt::format("\"{}\" is missing in {}, which it quotes",
                                   names_.property(table_.text(std::get<1>(said)))->key, shown(source));
            }
        }
    }
    return {};
}

std::string RdfGraphs::check_names(TermIndex subject) const {
    for (const RdfTable::Quad& quad : table_.quads_of(subject)) {
        const auto* property = names_.property(table_.text(quad.predicate));
        if (property != nullptr && property->form != Form::nodes && documents_.count(quad.graph) != 0) {
            return fmt::format("\"{}\" stands in {}, not in the default graph", property->key, shown(quad.graph));
        }
    }
    return {};
}

void RdfGraphs::note_edge(TermIndex statement, const Sources& sources) {
    if (object_of(statement, "negated") != RdfTable::no_term) return;
    const TermIndex predicate = object_of(statement, "predicate");
    if (predicate == RdfTable::no_term) return;
    for (const TermIndex source : sources) {
        said_.emplace(object_of(statement, "subject"), predicate, object_of(statement, "object"), source);
    }
}

std::vector<RdfGraphs::Stray> RdfGraphs::stray_edges() const {
    std::vector<Stray> list;
    if (!any_) return list;
    for (const RdfTable::Quad& quad : table_.quads()) {
        const auto* property = names_.property(table_.text(quad.predicate));
        if (property == nullptr || property->form != Form::nodes) continue;
        if (said_.count({quad.subject, quad.predicate, quad.object, quad.graph}) != 0) continue;
        list.push_back({quad, fmt::format("\"{}\" stands in {} without a Statement there that says so", property->key,
                                          shown(quad.graph))});
    }
    return list;
}

RdfTable::TermIndex RdfGraphs::object_of(TermIndex subject, std::string_view key) const {
    for (const RdfTable::Quad& quad : table_.quads_of(subject)) {
        if (key_of(quad) == key) return quad.object;
    }
    return RdfTable::no_term;
}

std::string_view RdfGraphs::key_of(const RdfTable::Quad& quad) const {
    const auto* property = names_.property(table_.text(quad.predicate));
    return property == nullptr ? std::string_view() : property->key;
}

std::string RdfGraphs::shown(TermIndex graph) const {
    if (graph == RdfTable::no_term) return "the default graph";
    const auto id = names_.id(table_.text(graph));
    return id ? fmt::format("the graph of {}", *id) : fmt::format("the graph <{}>", table_.text(graph));
}

}  // namespace guanxi
