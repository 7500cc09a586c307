#include "extract/candidates_features.hpp"

#include <string>

namespace guanxi {

namespace {

template <std::size_t n, typename Name>
std::array<FeaturePart, n> parts(Name name) {
    std::array<FeaturePart, n> table;
    for (std::size_t i = 0; i < n; ++i) table[i] = FeaturePart(name(i));
    return table;
}

constexpr std::size_t frames = 10;

}  // namespace

const FeaturePart& part_of_role(Role role) {
    static constexpr std::array<FeaturePart, 15> table{"word",    "comma",     "list",  "open", "close",
                                                       "bracket", "unbracket", "joint", "de",   "and",
                                                       "number",  "time",      "cue",   "deng", "function"};
    return table[static_cast<std::size_t>(role)];
}

const FeaturePart& frame_part(Frame frame) {
    static const auto table = parts<frames>([](std::size_t i) { return id(static_cast<Frame>(i)); });
    return table[static_cast<std::size_t>(frame)];
}

const FeaturePart& sources_part(Sources sources) {
    static const auto names = [] {
        std::array<std::string, 256> built;
        for (std::size_t i = 0; i < built.size(); ++i) {
            Candidate candidate;
            candidate.sources = static_cast<Sources>(i);
            built[i] = rule_id(candidate);
        }
        return built;
    }();
    static const auto table = parts<256>([](std::size_t i) { return std::string_view(names[i]); });
    return table[sources];
}

const FeaturePart& count_part(std::size_t count) {
    static constexpr std::array<FeaturePart, 14> table{"0", "1", "2",  "3",  "4",  "5",  "6",
                                                       "7", "8", "10", "12", "15", "20", "more"};
    static constexpr std::array<std::size_t, 13> limits{0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 19, 29};
    std::size_t i = 0;
    while (i < limits.size() && count > limits[i]) ++i;
    return table[i];
}

FeaturePart class_part(const Unit* unit) {
    static const auto tags = parts<tag_count>([](std::size_t i) { return id(static_cast<Tag>(i)); });
    if (unit == nullptr) return "edge";
    if (unit->role == Role::cue) return frame_part(unit->cue.frame);
    if (unit->role == Role::content) return tags[static_cast<std::size_t>(unit->tag)];
    return part_of_role(unit->role);
}

FeaturePart kin_part(const Unit* unit) {
    static const auto names = [] {
        std::array<std::string, WordClasses::most + 1> built;
        for (std::size_t i = 0; i < built.size(); ++i) built[i] = "k" + std::to_string(i);
        return built;
    }();
    static const auto table = parts<WordClasses::most + 1>([](std::size_t i) { return std::string_view(names[i]); });
    return unit == nullptr || unit->word_class == 0 ? class_part(unit) : table[unit->word_class];
}

FeaturePart word_part(const Unit* unit) {
    if (unit == nullptr) return "edge";
    return {unit->text, unit->hash};
}

}  // namespace guanxi
