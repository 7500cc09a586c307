#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/utf8.hpp"
#include "extract/clauses.hpp"
#include "extract/nested.hpp"
#include "extract/relation_list.hpp"

namespace guanxi {

namespace {

constexpr MentionIndex document_district = 0;

bool is_location(EntityType type) {
    return type == EntityType::district || type == EntityType::place || type == EntityType::park;
}

class ContainmentReader {
public:
    explicit ContainmentReader(RelationList& relations) : relations_(relations), extraction_(relations.extraction()) {
        contained_.resize(extraction_.entities.size());
        // What the text places itself is not placed again.
        for (const Relation& relation : extraction_.relations) {
            if (relation.predicate == Predicate::located_in) contained_[mention(relation.subject).entity] = true;
        }
    }

    void read() {
        const auto lists = mentions_by_sentence(extraction_);
        for (std::uint32_t s = 0; s < lists.size(); ++s) {
            for (std::size_t k = 1; k < lists[s].size(); ++k) read_neighbours(s, lists[s][k - 1], lists[s][k]);
        }
        read_divisions_in_names();
        for (MentionIndex m = 0; m < extraction_.mentions.size(); ++m) read_implied(m);
        read_phases();
        for (std::uint32_t s = 0; s < lists.size(); ++s) read_glossary(s, lists[s]);
    }

private:
    [[nodiscard]] const Mention& mention(MentionIndex index) const { return extraction_.mentions[index]; }
    [[nodiscard]] const Entity& entity(MentionIndex index) const { return extraction_.entities[mention(index).entity]; }
    [[nodiscard]] bool is_document_district(MentionIndex index) const {
        return mention(index).entity == mention(document_district).entity;
    }

    // 乙区科技产业园 lies in 乙区: the division inside of a name holds the thing.
    void read_divisions_in_names() {
        MentionIndex outer = 0;
        for (MentionIndex m = 1; m < extraction_.mentions.size(); ++m) {
            if (!mention(outer).span.contains(mention(m).span)) outer = m;
            if (m == outer || mention(m).type != EntityType::district || mention(outer).type == EntityType::program)
                continue;
            contain(outer, m, {mention(outer).sentence, "division-in-name", 0.75});
        }
    }

    // 甲街道乙村, 自贸区的甲产业园: a place directly in front of the next, or joined to it by 的.
    void read_neighbours(std::uint32_t sentence, MentionIndex outer, MentionIndex inner) {
        const Mention& container = mention(outer);
        const Mention& thing = mention(inner);
        if (!is_location(container.type) || thing.span.begin < container.span.end || is_document_district(inner))
            return;
        const std::string_view between = slice(extraction_.document.text, {container.span.end, thing.span.begin});
        const bool joined = between.empty() || between == "的" || between == "（" || between == "“";
        if (!joined || between == "（") return;
        const bool nested =
            is_location(thing.type) || thing.type == EntityType::institution || thing.type == EntityType::project;
        if (!nested || (thing.type == EntityType::district && !below(container, thing))) return;
        contain(inner, outer, {sentence, "adjacent-place", 0.8});
    }

    // A division is below another if its code says so, or if neither is in the gazetteer.
    [[nodiscard]] bool below(const Mention& container, const Mention& thing) const {
        const std::string& outer = extraction_.entities[container.entity].code;
        const std::string& inner = extraction_.entities[thing.entity].code;
        if (inner.empty()) return true;
        return !outer.empty() && inner.size() > outer.size() && inner.starts_with(outer);
    }

    // The document's own streets, zones, roads and parks lie in its district unless the text names something nearer.
    void read_implied(MentionIndex m) {
        const Mention& thing = mention(m);
        if (!is_location(thing.type) || thing.span.empty() || is_document_district(m)) return;
        const std::string& code = entity(m).code;
        const std::string& district = entity(document_district).code;
        if (thing.type == EntityType::district) {
            const bool own = code.empty()
                                 ? ends_like_a_settlement(thing.name)
                                 : !district.empty() && code.size() > district.size() && code.starts_with(district);
            if (!own) return;
        }
        contain(m, document_district, {thing.sentence, "document-district", 0.6});
    }

    [[nodiscard]] static bool ends_like_a_settlement(std::string_view name) {
        return name.ends_with("街道") || name.ends_with("社区") || name.ends_with("镇") || name.ends_with("村") ||
               name.ends_with("社");
    }

    void contain(MentionIndex inner, MentionIndex outer, const RelationList::Reading& reading) {
        if (contained_[mention(inner).entity]) return;
        if (relations_.add(Predicate::located_in, inner, outer, {}, reading)) contained_[mention(inner).entity] = true;
    }

    // 甲产业园二期 is a part of 甲产业园, if the text speaks of both; what stands inside of a name as its whole always
    // is.
    void read_phases() {
        MentionIndex outer = 0;
        std::unordered_map<std::string, MentionIndex> by_name;
        for (MentionIndex m = 0; m < extraction_.mentions.size(); ++m) by_name.try_emplace(entity(m).name, m);
        std::vector<bool> seen(extraction_.entities.size());
        for (MentionIndex m = 1; m < extraction_.mentions.size(); ++m) {
            const Mention& thing = mention(m);
            if (!mention(outer).span.contains(thing.span)) outer = m;
            if (thing.rule == "whole-of-part" && m != outer) {
                seen[mention(outer).entity] = true;
                relations_.add(Predicate::part_of, outer, m, {}, {thing.sentence, "whole-of-part", 0.85});
            }
            if (seen[thing.entity] || thing.span.empty()) continue;
            const auto whole = by_name.find(std::string(whole_of(thing.name)));
            if (whole == by_name.end()) continue;
            seen[thing.entity] = true;
            relations_.add(Predicate::part_of, m, whole->second, {}, {thing.sentence, "phase-name", 0.85});
        }
    }

    // “三大工程”：即甲工程、乙工程和丙工程: a glossary tells the parts of its entry.
    void read_glossary(std::uint32_t sentence, const std::vector<MentionIndex>& list) {
        static constexpr std::array<std::string_view, 4> openings{"：即", "：指", "：是指", "：包括"};
        if (list.size() < 3) return;
        const MentionIndex entry = list.front();
        const std::string_view text = extraction_.document.text;
        std::string_view rest = text.substr(mention(entry).span.end);
        if (rest.starts_with("”")) rest.remove_prefix(std::string_view("”").size());
        if (std::none_of(openings.begin(), openings.end(), [&](std::string_view o) { return rest.starts_with(o); }))
            return;
        for (std::size_t k = 1; k < list.size(); ++k) {
            if (k > 1 && !enumerated(extraction_, mention(list[k - 1]).span, mention(list[k]).span)) break;
            if (mention(list[k]).type == mention(entry).type)
                relations_.add(Predicate::part_of, list[k], entry, {}, {sentence, "glossary", 0.8});
        }
    }

    RelationList& relations_;
    const Extraction& extraction_;
    std::vector<bool> contained_;  // by entity
};

}  // namespace

void relate_by_containment(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    ContainmentReader(relations).read();
}

}  // namespace guanxi
