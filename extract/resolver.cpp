#include "extract/resolver.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/sha256.hpp"
#include "core/utf8.hpp"
#include "extract/resolver_abbreviations.hpp"
#include "extract/resolver_clusters.hpp"
#include "extract/resolver_names.hpp"
#include "extract/resolver_places.hpp"

namespace guanxi {

namespace {

using enum EntityType;

// The kinds whose names many places have.
constexpr TypeSet owned_types{institution, program, project, platform, event, park, place};

// Short and full forms of the organs that every division has.
struct Synonym {
    std::string_view full, usual;
};
constexpr std::array<Synonym, 4> synonyms{{{"人民政府", "政府"},
                                           {"人民政府办公室", "政府办公室"},
                                           {"人民代表大会常务委员会", "人大常委会"},
                                           {"发展和改革局", "发改局"}}};

std::string usual_form(std::string rest) {
    for (const auto& [full, usual] : synonyms) {
        if (rest == full) return std::string(usual);
    }
    return rest;
}

// An entity and the keys of its names.
struct NamedEntity {
    Entity entity;
    std::unordered_set<std::string> keys;
};

class Resolution {
public:
    Resolution(Extraction& extraction, const Lexicon& lexicon, Trace* trace)
        : extraction_(&extraction),
          lexicon_(&lexicon),
          trace_(trace),
          places_(lexicon, extraction.document.place),
          clusters_(trace) {}

    void run() {
        settle_types();
        group_mentions();
        clusters_.unite_identities(*extraction_);
        unite_abbreviations();
        clusters_.unite_short_names(*extraction_, *lexicon_, places_);
        collect_entities();
    }

private:
    [[nodiscard]] std::string_view text(const Mention& mention) const {
        return slice(extraction_->document.text, mention.span);
    }

    [[nodiscard]] std::optional<UserName> user_name(const Mention& mention) const {
        std::optional<UserName> name = lexicon_->user_name_at(extraction_->document.text, mention.span.begin);
        if (name && (name->span != mention.span || name->type != mention.type)) return std::nullopt;
        return name;
    }

    void settle_types();
    void group_mentions();
    void unite_abbreviations();
    void collect_entities();
    [[nodiscard]] NameNode make_node(MentionIndex index, std::optional<DivisionIndex> division) const;
    void identify(NameNode& node) const;
    void add_names(NamedEntity& named, Clusters::NodeIndex node) const;
    [[nodiscard]] Clusters::NodeIndex primary(const std::vector<Clusters::NodeIndex>& members) const;
    [[nodiscard]] std::string primary_name(const NameNode& node) const;

    Extraction* extraction_;
    const Lexicon* lexicon_;
    Trace* trace_;
    Places places_;
    Clusters clusters_;
    std::vector<Clusters::NodeIndex> node_of_;             // by mention
    std::vector<std::vector<std::string>> further_names_;  // by node: introduced in brackets, or the user's aliases
};

// One name is one kind of thing in one document: the kind for which the mentions together speak most, the user's table
// before all.
void Resolution::settle_types() {
    constexpr double certain = 1000;
    constexpr double known_district = 10;
    struct Vote {
        std::array<double, entity_type_count> weight{};
        EntityType best = district;
    };
    std::unordered_map<std::string, Vote> votes;
    for (const Mention& mention : extraction_->mentions) {
        const auto [place, added] = votes.try_emplace(name_key(mention.name));
        Vote& vote = place->second;
        if (added) {
            // The gazetteer's full names are names of districts, though their offices are called so as well.
            const bool known = mention.type != district && places_.is_full_name(mention.name);
            vote.best = known ? district : mention.type;
            if (known) vote.weight.at(static_cast<std::size_t>(district)) = known_district;
        }
        double& weight = vote.weight.at(static_cast<std::size_t>(mention.type));
        weight += user_name(mention) ? certain : std::max(mention.confidence, 0.01);
        if (weight > vote.weight.at(static_cast<std::size_t>(vote.best))) vote.best = mention.type;
    }
    for (Mention& mention : extraction_->mentions) {
        const EntityType best = votes.at(name_key(mention.name)).best;
        if (best == mention.type) continue;
        if (trace_ != nullptr) {
            trace_->note("resolve", mention.span, "one-kind",
                         mention.name + " is " + std::string(info(best).id) + " like its other mentions");
        }
        mention.type = best;
    }
}

NameNode Resolution::make_node(MentionIndex index, std::optional<DivisionIndex> division) const {
    const Mention& mention = extraction_->mentions[index];
    NameNode node;
    node.type = mention.type;
    node.key = name_key(mention.name);
    node.names = {mention.name};
    const bool verbatim = text(mention).size() >= mention.name.size() && name_key(text(mention)) == node.key;
    node.text = verbatim ? std::string(text(mention)) : mention.name;
    node.first = index;
    if (division) node.code = lexicon_->division(*division).code;
    return node;
}

void Resolution::identify(NameNode& node) const {
    node.identity = node.code.empty() ? node.key : node.code;
    if (node.type == district && node.code.empty()) node.identity = places_.unknown_identity(node.key);
    if (!owned_types.has(node.type)) return;
    // Without a known place, what is relative to it belongs to this document alone.
    const std::string here = places_.key().empty() ? extraction_->document.id : places_.key();
    if (const std::optional<OwnedName> owned = places_.split_owner(node.key)) {
        node.identity = owned->owner + "/" + usual_form(owned->rest);
        if (!owned->relative) return;
        if (places_.key().empty()) node.identity = here + node.identity;
        node.within = owned->owner_name;
    } else if (!is_quoted(node.text) && is_generic(node.type, node.key, *lexicon_)) {
        node.identity = here + "/" + usual_form(node.key);
        node.within = places_.name();
    }
}

void Resolution::group_mentions() {
    const std::vector<Mention>& mentions = extraction_->mentions;
    std::optional<DivisionIndex> before;
    std::unordered_map<std::string, std::optional<DivisionIndex>>
        known;  // what a name means without a division before it
    for (MentionIndex i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        const bool touches = i > 0 && !mention.span.empty() && mentions[i - 1].span.end == mention.span.begin;
        if (!touches) before = std::nullopt;
        std::optional<DivisionIndex> division;
        if (mention.type == district && before) {
            division = places_.find(mention.name, before);
        } else if (mention.type == district) {
            const auto [place, added] = known.try_emplace(mention.name);
            if (added) place->second = places_.find(mention.name, std::nullopt);
            division = place->second;
        }
        before = division;
        NameNode node = make_node(i, division);
        const std::string slot =
            std::to_string(static_cast<int>(node.type)) + (division ? "#" + node.code : "." + node.key);
        const std::size_t known_nodes = clusters_.size();
        node_of_.push_back(clusters_.add(slot, std::move(node)));
        if (clusters_.size() > known_nodes) identify(clusters_.node(node_of_.back()));
        further_names_.resize(clusters_.size());
        std::vector<std::string>& further = further_names_[node_of_.back()];
        const std::string_view here = text(mention);
        const bool other = !here.empty() && here != mention.name;
        const bool alias = other && (user_name(mention) || (division && lexicon_->divisions_named(here).size() > 0));
        if (alias && std::find(further.begin(), further.end(), here) == further.end()) further.emplace_back(here);
    }
}

void Resolution::unite_abbreviations() {
    std::unordered_map<std::string, Clusters::NodeIndex> by_key;
    for (Clusters::NodeIndex i = 0; i < clusters_.size(); ++i) by_key.try_emplace(clusters_.node(i).key, i);
    for (const Abbreviation& abbreviation : find_abbreviations(*extraction_)) {
        const Clusters::NodeIndex full = node_of_.at(abbreviation.full);
        const auto known = by_key.find(name_key(abbreviation.name));
        if (known == by_key.end()) {
            further_names_.at(full).push_back(abbreviation.name);
            continue;
        }
        // The text itself says that they are one, whatever kind the short name was taken for.
        const Span at = extraction_->mentions[clusters_.node(known->second).first].span;
        clusters_.unite(known->second, full, "abbreviation", at);
    }
}

// Among the nodes of one cluster, the one with the fullest name.
Clusters::NodeIndex Resolution::primary(const std::vector<Clusters::NodeIndex>& members) const {
    const auto rank = [&](Clusters::NodeIndex i) {
        const NameNode& node = clusters_.node(i);
        return std::pair(!node.code.empty(), name_key(primary_name(node)).size());
    };
    return *std::max_element(members.begin(), members.end(),
                             [&](Clusters::NodeIndex a, Clusters::NodeIndex b) { return rank(a) < rank(b); });
}

std::string Resolution::primary_name(const NameNode& node) const {
    // A district's own name is the fullest, not the path to it: 湖里区 before 厦门市湖里区, and before 湖里.
    const auto fuller = [&](const std::string& a, const std::string& b) {
        const auto rank = [&](const std::string& name) {
            if (node.code.empty()) return name_key(name).size();
            const std::vector<std::uint32_t> named = lexicon_->divisions_named(name);
            const bool full = std::any_of(named.begin(), named.end(), [&](std::uint32_t i) {
                return lexicon_->division(i).code == node.code && lexicon_->division(i).name == name;
            });
            return full ? std::string::npos : named.empty() ? std::size_t{0} : name.size();
        };
        return rank(a) < rank(b);
    };
    return *std::max_element(node.names.begin(), node.names.end(), fuller);
}

void Resolution::add_names(NamedEntity& named, Clusters::NodeIndex index) const {
    const auto add = [&](const std::string& name) {
        if (named.keys.insert(name_key(name)).second) named.entity.aliases.push_back(name);
    };
    for (const std::string& name : clusters_.node(index).names) add(name);
    for (const std::string& name : further_names_.at(index)) add(name);
}

void Resolution::collect_entities() {
    std::vector<std::vector<Clusters::NodeIndex>> members(clusters_.size());
    for (Clusters::NodeIndex i = 0; i < clusters_.size(); ++i) members[clusters_.root(i)].push_back(i);
    std::vector<std::uint32_t> entity_of(clusters_.size(), no_index);
    std::unordered_map<std::string, std::uint32_t> by_id;
    std::vector<NamedEntity> found;
    for (Clusters::NodeIndex root = 0; root < clusters_.size(); ++root) {
        if (members[root].empty()) continue;
        const NameNode& main = clusters_.node(primary(members[root]));
        Entity entity{.id = entity_id(main.type, main.identity),
                      .type = main.type,
                      .name = primary_name(main),
                      .aliases = {},
                      .code = main.code,
                      .within = main.within};
        const auto [place, added] = by_id.try_emplace(entity.id, static_cast<std::uint32_t>(found.size()));
        if (added) {
            const std::string key = name_key(entity.name);
            found.push_back({std::move(entity), {key}});
        }
        entity_of[root] = place->second;
        for (const Clusters::NodeIndex node : members[root]) add_names(found[place->second], node);
    }
    extraction_->entities.clear();
    for (NamedEntity& named : found) {
        std::sort(named.entity.aliases.begin(), named.entity.aliases.end());
        extraction_->entities.push_back(std::move(named.entity));
    }
    for (MentionIndex i = 0; i < extraction_->mentions.size(); ++i) {
        Mention& mention = extraction_->mentions[i];
        mention.entity = entity_of[clusters_.root(node_of_[i])];
        mention.type = extraction_->entities[mention.entity].type;
    }
}

}  // namespace

void resolve(Extraction& extraction, const Lexicon& lexicon, Trace* trace) {
    Resolution(extraction, lexicon, trace).run();
}

std::string entity_id(EntityType type, std::string_view identity) {
    constexpr std::size_t id_digits = 20;
    return "e" + sha256(std::string(info(type).id) + ":" + std::string(identity)).substr(0, id_digits);
}

}  // namespace guanxi
