#include "extract/resolver_places.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr unsigned province = 1;
constexpr unsigned city = 2;
constexpr unsigned county = 3;
constexpr unsigned street = 4;

// What stands for the document's own division of that kind before a name, longest first.
struct RelativeHead {
    std::string_view text, head;
};
constexpr std::array<RelativeHead, 22> relative_heads{
    {{"省级", "省"}, {"市级", "市"}, {"区级", "区"}, {"县级", "县"},  {"全省", "省"}, {"全市", "市"},
     {"全区", "区"}, {"全县", "县"}, {"我省", "省"}, {"我市", "市"},  {"我区", "区"}, {"我县", "县"},
     {"本省", "省"}, {"本市", "市"}, {"本区", "区"}, {"本县", "县"},  {"省", "省"},   {"市", "市"},
     {"区", "区"},   {"县", "县"},   {"镇", "镇"},   {"街道", "街道"}}};

// Words that begin like a relative name and are none.
constexpr std::array<std::string_view, 33> not_relative{
    "市场", "市民", "市区", "市值", "市域", "市郊", "市容", "市辖", "市县", "市内", "市外",
    "区域", "区块", "区间", "区位", "区划", "区内", "区外", "区市", "区县", "县域", "县城",
    "县区", "县市", "省会", "省际", "省道", "省域", "省内", "省外", "省市", "镇域", "镇区"};
// 市政 is public works but for these.
constexpr std::string_view public_works = "市政";
constexpr std::array<std::string_view, 2> organs_of_city{"市政府", "市政协"};

// Heads of divisions that the gazetteer ends above of, or does not hold all of: their names mean something in one place
// alone.
constexpr std::array<std::string_view, 14> local_heads{"社区", "居委会", "村委会", "村", "社", "组", "屯",
                                                       "里",   "街道",   "镇",     "乡", "区", "县", "小区"};

constexpr std::array<std::string_view, 5> separators{"/", " ", "·", "-", ","};

bool begins_no_relative(std::string_view text) {
    const auto begins = [&](std::string_view word) { return text.starts_with(word); };
    if (begins(public_works)) return std::none_of(organs_of_city.begin(), organs_of_city.end(), begins);
    return std::any_of(not_relative.begin(), not_relative.end(), begins);
}

std::size_t separator_at(std::string_view text) {
    for (const std::string_view separator : separators) {
        if (text.starts_with(separator)) return separator.size();
    }
    return 0;
}

}  // namespace

Places::Places(const Lexicon& lexicon, std::string_view place) : lexicon_(&lexicon), name_(place) {
    const std::vector<DivisionIndex> candidates = path_candidates(name_);
    if (candidates.size() == 1) {
        place_ = candidates[0];
    } else if (!candidates.empty()) {
        place_ = choose(candidates, name_);
    }
    key_ = place_ ? lexicon_->division(*place_).code : fold(name_);
}

bool Places::is_within(DivisionIndex inner, DivisionIndex outer) const {
    while (inner != outer && lexicon_->division(inner).parent != inner) inner = lexicon_->division(inner).parent;
    return inner == outer;
}

std::vector<DivisionIndex> Places::path_candidates(std::string_view name) const {
    std::vector<DivisionIndex> whole = lexicon_->divisions_named(name);
    if (!whole.empty()) return whole;
    // A path: each division must lie within one of those before it.
    std::vector<DivisionIndex> above;
    for (std::size_t at = 0; at < name.size();) {
        const std::string_view rest = name.substr(at);
        if (const std::size_t skip = separator_at(rest); skip > 0 && at > 0) {
            at += skip;
            continue;
        }
        std::vector<DivisionIndex> here = lexicon_->divisions_named(rest);
        std::size_t size = rest.size();
        if (here.empty()) {
            size = lexicon_->division_at(name, static_cast<std::uint32_t>(at)).size();
            here = lexicon_->divisions_named(rest.substr(0, size));
        }
        if (size == 0) return {};
        if (at > 0) {
            std::erase_if(here, [&](DivisionIndex inner) {
                return std::none_of(above.begin(), above.end(),
                                    [&](DivisionIndex outer) { return inner != outer && is_within(inner, outer); });
            });
        }
        if (here.empty()) return {};
        above = std::move(here);
        at += size;
    }
    return above;
}

std::optional<DivisionIndex> Places::choose(std::vector<DivisionIndex> candidates, std::string_view name) const {
    // Of those that fit equally well, the highest level counts if it holds one alone: 吉林 is the province.
    const auto unique = [&](const auto& fits) -> std::optional<DivisionIndex> {
        std::optional<DivisionIndex> found;
        bool several = false;
        for (const DivisionIndex i : candidates) {
            if (!fits(i)) continue;
            const bool same = found && lexicon_->division(i).level == lexicon_->division(*found).level;
            if (!found) found = i;
            several |= same && i != *found;
        }
        return several ? std::nullopt : found;
    };
    const auto any = [&](const auto& fits) { return std::any_of(candidates.begin(), candidates.end(), fits); };
    if (place_) {
        const auto around = [&](DivisionIndex i) { return is_within(*place_, i); };
        if (any(around)) return unique(around);
        for (DivisionIndex outer = *place_;; outer = lexicon_->division(outer).parent) {
            const auto inside = [&](DivisionIndex i) { return is_within(i, outer); };
            if (any(inside)) return unique(inside);
            if (lexicon_->division(outer).parent == outer) break;
        }
    }
    // Far away only what is known far away: provinces and cities, else a full name that stands alone.
    const auto large = [&](DivisionIndex i) { return lexicon_->division(i).level <= city; };
    if (any(large)) return unique(large);
    // New streets get names that others have already; old towns do not.
    const auto is_town = [&](DivisionIndex i) {
        return name.ends_with(lexicon_->division(i).name) && !name.ends_with("街道");
    };
    std::erase_if(candidates, [&](DivisionIndex i) { return lexicon_->division(i).level == street && !is_town(i); });
    const bool full = candidates.size() == 1 && name.ends_with(lexicon_->division(candidates[0]).name);
    const bool alone = candidates.size() == 1 && lexicon_->divisions_named(name).size() == 1;
    return full || alone ? std::optional(candidates[0]) : std::nullopt;
}

std::optional<DivisionIndex> Places::find(std::string_view name, std::optional<DivisionIndex> before) const {
    std::vector<DivisionIndex> candidates = path_candidates(name);
    if (candidates.empty()) return std::nullopt;
    if (before) {
        std::vector<DivisionIndex> inside;
        for (const DivisionIndex i : candidates) {
            if (i != *before && is_within(i, *before)) inside.push_back(i);
        }
        if (inside.size() == 1) return inside[0];
        if (!inside.empty()) candidates = std::move(inside);
    }
    const bool path = lexicon_->divisions_named(name).empty();
    if (path && candidates.size() == 1) return candidates[0];
    return choose(std::move(candidates), name);
}

std::string Places::unknown_identity(std::string_view name) const {
    const std::string folded = fold(name);
    if (const std::optional<OwnedName> owned = split_owner(folded); owned && !owned->relative) {
        return owned->owner + "/" + owned->rest;
    }
    const bool local = std::any_of(local_heads.begin(), local_heads.end(),
                                   [&](std::string_view head) { return folded.ends_with(head); });
    return local && !key_.empty() ? key_ + "/" + folded : folded;
}

std::size_t Places::near_prefix(std::string_view key) const {
    const std::size_t size = lexicon_->division_at(key, 0).size();
    if (size == 0 || !place_) return size;
    const std::optional<DivisionIndex> found = find(key.substr(0, size), std::nullopt);
    return found && (is_within(*found, *place_) || is_within(*place_, *found)) ? size : 0;
}

bool Places::is_full_name(std::string_view name) const {
    const std::optional<DivisionIndex> found = find(name, std::nullopt);
    return found && lexicon_->division(*found).name == name;
}

std::optional<DivisionIndex> Places::relative_place(std::string_view head) const {
    if (!place_) return std::nullopt;
    for (DivisionIndex i = *place_;; i = lexicon_->division(i).parent) {
        const Division& division = lexicon_->division(i);
        // A region is a province, though its name ends in 区.
        const bool fits = head == "省" ? division.level == province
                                       : division.name.ends_with(head) && (head != "区" || division.level >= county);
        if (fits) return i;
        if (division.parent == i) return std::nullopt;
    }
}

std::optional<OwnedName> Places::split_owner(std::string_view key) const {
    // The full names of divisions that the name begins with, the inner ones within the outer ones.
    std::size_t at = 0;
    std::optional<DivisionIndex> owner;
    while (at < key.size()) {
        const std::string_view name = key.substr(at, lexicon_->division_at(key, static_cast<std::uint32_t>(at)).size());
        if (name.empty() || at + name.size() >= key.size()) break;
        const std::optional<DivisionIndex> found = find(name, owner);
        if (!found || lexicon_->division(*found).name != name || (owner && !is_within(*found, *owner))) break;
        // 厦门市民 does not begin with 厦门市.
        constexpr std::size_t last_character = 3;
        if (begins_no_relative(key.substr(at + name.size() - last_character))) break;
        owner = found;
        at += name.size();
    }
    if (owner) {
        const Division& division = lexicon_->division(*owner);
        return OwnedName{division.code, division.name, std::string(key.substr(at)), false};
    }
    if (begins_no_relative(key)) return std::nullopt;
    for (const auto& [text, head] : relative_heads) {
        if (!key.starts_with(text) || key.size() == text.size()) continue;
        const std::string rest(key.substr(text.size()));
        if (const std::optional<DivisionIndex> place = relative_place(head)) {
            return OwnedName{lexicon_->division(*place).code, lexicon_->division(*place).name, rest, true};
        }
        if (!place_ && name_.ends_with(head)) return OwnedName{key_, name_, rest, true};
        // Which one is not known: it is one of the document's place all the same.
        return OwnedName{key_ + "/" + std::string(head), name_, rest, true};
    }
    return std::nullopt;
}

}  // namespace guanxi
