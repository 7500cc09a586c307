#include "extract/relations.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/relation_list.hpp"

namespace guanxi {

namespace {

// Measured on reports that nothing was learned from (tests/calibration.py); between the points linear.
struct Point {
    double x = 0, right = 0;
};
constexpr std::array<Point, 5> measured{{{0.2, 0.32}, {0.4, 0.58}, {0.6, 0.76}, {0.8, 0.87}, {0.9, 0.98}}};

}  // namespace

double calibrated(double x) {
    const auto* const above =
        std::find_if(measured.begin(), measured.end(), [&](const Point& point) { return x < point.x; });
    if (above == measured.begin()) return measured.front().right;
    if (above == measured.end()) return measured.back().right;
    const Point& a = *(above - 1);
    return a.right + (x - a.x) / (above->x - a.x) * (above->right - a.right);
}

RelationList::RelationList(Extraction& extraction, Trace* trace)
    : extraction_(&extraction), trace_(trace), certainty_(extraction.entities.size()) {
    for (const Mention& mention : extraction.mentions) {
        if (mention.entity >= certainty_.size()) continue;
        double& certainty = certainty_[mention.entity];
        certainty = std::max(certainty, mention.confidence);
    }
}

double RelationList::confidence(const Mention& from, const Mention& to, double of_rule) const {
    const auto end = [&](const Mention& mention) {
        return mention.entity < certainty_.size() ? certainty_[mention.entity] : mention.confidence;
    };
    return calibrated(of_rule * std::min(end(from), end(to)));
}

bool RelationList::add(Predicate predicate, MentionIndex subject, MentionIndex object, const Qualifiers& qualifiers,
                       const Reading& reading) {
    const Mention& from = extraction_->mentions[subject];
    const Mention& to = extraction_->mentions[object];
    const bool allowed = allows(predicate, from.type, to.type) && from.entity != to.entity;
    const Span evidence = extraction_->sentences.at(reading.sentence).span;
    if (trace_ != nullptr) {
        std::string message = from.name + " —" + std::string(info(predicate).id) + "→ " + to.name;
        if (!allowed) message = "dropped: the schema does not allow " + message;
        trace_->note("relate", evidence, reading.rule, std::move(message));
    }
    if (!allowed) return false;
    extraction_->relations.push_back({.subject = subject,
                                      .object = object,
                                      .predicate = predicate,
                                      .qualifiers = qualifiers,
                                      .evidence = evidence,
                                      .rule = std::string(reading.rule),
                                      .confidence = confidence(from, to, reading.confidence)});
    return true;
}

void relate(Extraction& extraction, Trace* trace) {
    RelationList relations(extraction, trace);
    relate_by_patterns(relations);
    relate_by_reliance(relations);
    relate_by_investments(relations);
    relate_by_containment(relations);
    relate_by_frames(relations);
    std::stable_sort(extraction.relations.begin(), extraction.relations.end(),
                     [](const Relation& a, const Relation& b) { return a.evidence < b.evidence; });
}

}  // namespace guanxi
