#include "extract/relations.hpp"

#include <algorithm>
#include <string>

#include "extract/relation_list.hpp"

namespace guanxi {

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
                                      .confidence = reading.confidence});
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
