#include "extract/nested.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "extract/head_words.hpp"

namespace guanxi {

namespace {

constexpr std::array<std::string_view, 10> work_tails{"改扩建工程", "改扩建项目", "扩建工程", "扩建项目", "建设工程",
                                                      "主体工程",   "工程",       "项目",     "扩区",     ""};
constexpr std::array<std::string_view, 30> parts{
    "一期",   "二期",   "三期",   "四期",   "五期",   "六期",   "首期",   "一阶段", "二阶段", "北段",
    "南段",   "东段",   "西段",   "首通段", "东延段", "西延段", "南延线", "北延线", "延长线", "北延",
    "新校区", "老校区", "北校区", "南校区", "东校区", "西校区", "新院区", "北院区", "南院区", "北延伸"};
// A stretch is named by its ends: 滨海高速东湖至西山段.
constexpr std::array<std::string_view, 8> lines{"高速公路", "高速", "高铁", "铁路", "环线", "公路", "大道", "号线"};
constexpr std::array<std::string_view, 8> branches{"段", "校区", "院区", "分院", "分校", "代表处", "分公司", "支线"};
constexpr std::size_t han = 3;  // bytes of a Chinese character

bool has_parts(EntityType type) {
    return type == EntityType::project || type == EntityType::place || type == EntityType::park ||
           type == EntityType::platform || type == EntityType::institution;
}

// 地铁9号线一期西延段: the phases at the end of a name, one after another.
std::string_view without_parts(std::string_view name) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view part : parts) {
            if (!name.ends_with(part) || name.size() == part.size()) continue;
            name.remove_suffix(part.size());
            again = true;
        }
    }
    return name;
}

bool is_stretch(std::string_view name) {
    return name.ends_with("段") &&
           (name.find("至") != std::string_view::npos || name.find("—") != std::string_view::npos);
}

// The line of which a stretch is named by its ends; empty if the name tells none.
std::string_view line_of(std::string_view stretch) {
    for (const std::string_view line : lines) {
        const std::size_t at = stretch.find(line);
        if (at != std::string_view::npos && at > 0) return stretch.substr(0, at + line.size());
    }
    return {};
}

class Nester {
public:
    Nester(Extraction& extraction, const Lexicon& lexicon, Trace* trace)
        : extraction_(extraction), lexicon_(lexicon), trace_(trace) {}

    void run() {
        std::vector<Mention> nested;
        for (const Mention& outer : extraction_.mentions) {
            if (outer.span.empty()) continue;
            add_whole(outer, nested);
            add_division(outer, nested);
        }
        auto& mentions = extraction_.mentions;
        mentions.insert(mentions.end(), nested.begin(), nested.end());
        std::stable_sort(mentions.begin() + 1, mentions.end(), [](const Mention& a, const Mention& b) {
            return std::pair(a.span.begin, ~a.span.end) < std::pair(b.span.begin, ~b.span.end);
        });
    }

private:
    void add(const Mention& outer, Span span, EntityType type, std::string_view rule,
             std::vector<Mention>& nested) const {
        const std::string_view name = slice(extraction_.document.text, span);
        if (trace_ != nullptr)
            trace_->note("recognise", span, rule, "inside of " + outer.name + ": " + std::string(name));
        nested.push_back({.span = span,
                          .type = type,
                          .name = std::string(name),
                          .rule = std::string(rule),
                          .confidence = outer.confidence * 0.9,
                          .sentence = outer.sentence});
    }

    void add_whole(const Mention& outer, std::vector<Mention>& nested) const {
        const std::string_view text = slice(extraction_.document.text, outer.span);
        const std::string_view phase = whole_of(text);
        const std::string_view whole = phase.empty() ? whole_of_branch(text) : phase;
        // The name must stand there as it is, without marks or restored parts, and be long enough to be one.
        if (!has_parts(outer.type) || text != outer.name || whole.size() < 3 * han) return;
        const EntityType type = head_word(whole).usual.value_or(outer.type);
        add(outer, {outer.span.begin, outer.span.begin + static_cast<std::uint32_t>(whole.size())}, type,
            "whole-of-part", nested);
    }

    // 甲铁路青岛段, 乙大学青岛校区: a branch named after a division.
    [[nodiscard]] std::string_view whole_of_branch(std::string_view name) const {
        constexpr std::size_t longest_division = 5 * han;
        for (const std::string_view tail : branches) {
            if (!name.ends_with(tail)) continue;
            const std::size_t end = name.size() - tail.size();
            for (std::size_t size = 2 * han; size <= longest_division && size < end; size += han) {
                const auto begin = static_cast<std::uint32_t>(end - size);
                if (is_boundary(name, begin) &&
                    lexicon_.division_at(name.substr(0, end), begin) == Span{begin, static_cast<std::uint32_t>(end)}) {
                    return name.substr(0, begin);
                }
            }
        }
        return {};
    }

    void add_division(const Mention& outer, std::vector<Mention>& nested) const {
        if (outer.type == EntityType::district || outer.type == EntityType::person ||
            outer.type == EntityType::industry)
            return;
        const std::string_view text = extraction_.document.text;
        const Span span = lexicon_.division_at(text, outer.span.begin);
        if (span.empty() || span.end >= outer.span.end) return;
        const std::string& own = district_code();
        const auto indices = lexicon_.divisions_named(slice(text, span));
        const bool below = std::any_of(indices.begin(), indices.end(), [&](std::uint32_t index) {
            // The short name of a street or town is too often a word of its own: 滨海大道 is not in 滨海街道.
            const Division& division = lexicon_.division(index);
            const bool telling = division.level < 4 || division.name == slice(text, span);
            return telling && !own.empty() && division.code.size() > own.size() && division.code.starts_with(own);
        });
        if (below && stands_alone(slice(text, span)))
            add(outer, span, EntityType::district, "division-in-name", nested);
    }

    // Whether the text names the division elsewhere: one that stands only in other names is not spoken of.
    [[nodiscard]] bool stands_alone(std::string_view division) const {
        return std::any_of(extraction_.mentions.begin(), extraction_.mentions.end(), [&](const Mention& mention) {
            return mention.type == EntityType::district && mention.name.starts_with(division);
        });
    }

    // The code of the document's district, if only one division has its name or path.
    [[nodiscard]] const std::string& district_code() const {
        if (!district_known_) {
            district_known_ = true;
            const std::string& place = extraction_.document.place;
            const auto indices = lexicon_.divisions_named(extraction_.mentions.front().name);
            for (const std::uint32_t index : indices) {
                const bool fits = indices.size() == 1 || lexicon_.path(index).find(place) != std::string::npos;
                if (fits && district_code_.empty()) district_code_ = lexicon_.division(index).code;
            }
        }
        return district_code_;
    }

    Extraction& extraction_;
    const Lexicon& lexicon_;
    Trace* trace_;
    mutable bool district_known_ = false;
    mutable std::string district_code_;
};

}  // namespace

std::string_view whole_of(std::string_view name) {
    for (const std::string_view tail : work_tails) {
        if (!name.ends_with(tail)) continue;
        const std::string_view work = name.substr(0, name.size() - tail.size());
        const std::string_view whole = is_stretch(work) ? line_of(work) : without_parts(work);
        if (!whole.empty() && whole.size() < work.size()) return whole;
    }
    return {};
}

void add_nested_mentions(Extraction& extraction, const Lexicon& lexicon, Trace* trace) {
    if (!extraction.mentions.empty()) Nester(extraction, lexicon, trace).run();
}

}  // namespace guanxi
