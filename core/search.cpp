#include "core/search.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "core/edit_distance.hpp"
#include "core/selection.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

std::u32string searchable(std::string_view text) {
    std::u32string folded = to_utf32(plain_name(text));
    for (char32_t& c : folded) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    }
    return folded;
}

// Whether the whole text fits a pattern with wildcards; linear in the text for each asterisk.
bool fits(std::u32string_view text, std::u32string_view pattern) {
    std::size_t t = 0;
    std::size_t p = 0;
    std::optional<std::size_t> star;  // the last asterisk, and the text that it has eaten
    std::size_t eaten = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == U'*') {
            star = p++;
            eaten = t;
        } else if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star) {
            p = *star + 1;
            t = ++eaten;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == U'*') ++p;
    return p == pattern.size();
}

constexpr unsigned no_fit = 3;

// How well a name fits: 0 is the best.
unsigned fit(std::u32string_view name, std::u32string_view pattern) {
    const std::size_t at = name.find(pattern);
    if (at == 0) return name.size() == pattern.size() ? 0 : 1;
    if (at != std::u32string_view::npos) return 2;
    const bool wild = pattern.find_first_of(U"*?") != std::u32string_view::npos;
    return wild && fits(name, pattern) ? 1 : no_fit;
}

}  // namespace

std::vector<EntityIndex> search_entities(const Graph& graph, std::string_view pattern) {
    const std::u32string wanted = searchable(pattern);
    if (wanted.empty()) return {};
    struct Hit {
        unsigned fit = no_fit;
        std::size_t facts = 0;
        EntityIndex entity = 0;
    };
    std::vector<Hit> hits;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        const Entity& entity = graph.entity(i);
        unsigned best = fit(searchable(entity.name), wanted);
        for (const std::string& alias : entity.aliases) best = std::min(best, fit(searchable(alias), wanted));
        if (entity.id == pattern || entity.code == pattern) best = 0;
        if (best < no_fit) hits.push_back({best, graph.facts_of(i).size(), i});
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tie(a.fit, b.facts, a.entity) < std::tie(b.fit, a.facts, b.entity);
    });
    std::vector<EntityIndex> found;
    found.reserve(hits.size());
    for (const Hit& hit : hits) found.push_back(hit.entity);
    return found;
}

std::vector<std::string> similar_names(const Graph& graph, std::string_view text) {
    std::vector<std::string_view> names;
    for (EntityIndex i = 0; i < graph.entity_count(); ++i) {
        names.emplace_back(graph.entity(i).name);
        names.insert(names.end(), graph.entity(i).aliases.begin(), graph.entity(i).aliases.end());
    }
    return nearest_names(text, names);
}

}  // namespace guanxi
