#include "extract/outline_sections.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "core/utf8.hpp"
#include "extract/outline_stance.hpp"

namespace guanxi {

namespace {

// Where a section may begin.
struct Mark {
    Span heading;  // empty for a paragraph that turns, or the first one
    Level level = Level::note;
    Stance stance = Stance::unknown;  // that its words say
    std::string time;                 // that its words name
    bool is_glossary = false;
    std::uint32_t end = 0;  // where the next one begins that stands as high
};

// What a mark hands down to those below it.
struct Held {
    Level level;
    Stance stance;
    std::string time;
    bool sure;  // by words, not by sound
};

constexpr std::size_t longest_lead = 45;    // code points
constexpr std::size_t longest_slogan = 90;  // bytes

bool is_report(const Document& document, const std::vector<Line>& lines, const Head& head) {
    const auto speaks = [](std::string_view text) { return text.find("报告") != std::string_view::npos; };
    const auto limit = lines.begin() + static_cast<std::ptrdiff_t>(head.end);
    return speaks(document.title) || std::any_of(lines.begin(), limit, [&](const Line& line) {
               return line.kind == LineKind::heading && speaks(slice(document.text, line.content));
           });
}

class Marker {
public:
    Marker(const Document& document, Years years) : text_(document.text), years_(years) {}

    std::vector<Mark> run(const std::vector<Line>& lines, const Head& head) {
        for (std::size_t i = head.end; i < lines.size(); ++i) {
            const Line& line = lines[i];
            if (marks_.empty()) add({line.content.begin, line.content.begin}, Level::part, {});
            if (line.kind == LineKind::heading) mark_heading(line);
            if (line.kind == LineKind::body && i != head.dateline) mark_paragraph(line);
            if (i == head.dateline && i + 1 < lines.size()) add({line.whole.end, line.whole.end}, Level::part, {});
        }
        set_ends();
        return std::move(marks_);
    }

private:
    void add(Span heading, Level level, Turn turn) {
        // A mark at the same place says the same thing better.
        if (!marks_.empty() && marks_.back().heading.empty() && marks_.back().heading.begin == heading.begin)
            marks_.pop_back();
        marks_.push_back({heading, level, turn.stance, std::move(turn.time), false, 0});
    }

    void mark_heading(const Line& line) {
        const std::string_view heading = slice(text_, line.content);
        const Stance stance = heading_stance(heading, years_);
        // Words that say what the part is about make one of a line without a number.
        const Level level = stance != Stance::unknown && line.level == Level::note ? Level::part : line.level;
        add(line.content, level, {stance, named_time(heading, years_)});
        marks_.back().is_glossary = is_glossary(heading);
        if (marks_.back().is_glossary) marks_.back().level = Level::top;
    }

    void mark_paragraph(const Line& line) {
        const std::string_view content = slice(text_, line.content);
        const Span begin{line.content.begin, line.content.begin};
        Turn turn = paragraph_turn(content, years_);
        // A slogan may stand first: 乘风破浪。2023年是…
        const std::size_t first = content.substr(0, longest_slogan).find("。");
        if (turn.stance == Stance::unknown && first != std::string_view::npos) {
            turn = paragraph_turn(content.substr(first + std::string_view("。").size()), years_);
        }
        if (turn.stance != Stance::unknown) {
            add(begin, Level::lead, std::move(turn));
        } else if (is_glossary(content.substr(0, longest_lead)) && content.size() < longest_lead) {
            add(begin, Level::top, {});
            marks_.back().is_glossary = true;
        } else if (is_lead(content)) {
            const Stance stance = heading_stance(content, years_);
            if (stance != Stance::unknown) add(begin, Level::lead, {stance, named_time(content, years_)});
        }
    }

    // 一年来的主要工作是：
    static bool is_lead(std::string_view content) {
        const bool colon = content.ends_with("：") || content.ends_with(":");
        return colon && content.size() <= longest_lead * 4 && count_code_points(content) <= longest_lead;
    }

    void set_ends() {
        std::vector<std::size_t> open;
        const auto close = [&](Level level, std::uint32_t end) {
            while (!open.empty() && marks_[open.back()].level >= level) {
                marks_[open.back()].end = end;
                open.pop_back();
            }
        };
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            close(marks_[i].level, marks_[i].heading.begin);
            open.push_back(i);
        }
        close(Level::top, static_cast<std::uint32_t>(text_.size()));
    }

    std::string_view text_;
    Years years_;
    std::vector<Mark> marks_;
};

// From marks to sections: what each says by itself, inherits, or sounds like.
class Settler {
public:
    Settler(const Document& document, Years years, bool is_report)
        : text_(document.text), years_(years), last_(is_report ? Stance::review : Stance::unknown) {}

    // The section of the mark; none for a turn that contradicts the heading above it.
    std::optional<Section> settle(const Mark& mark) {
        while (!held_.empty() && held_.back().level >= mark.level) held_.pop_back();
        const Held* const parent = held_.empty() ? nullptr : &held_.back();
        const bool contradicts =
            parent != nullptr && parent->sure && mark.stance != Stance::unknown && mark.stance != parent->stance;
        if (contradicts && mark.heading.empty()) return std::nullopt;
        Held own{mark.level, mark.stance, mark.time, mark.stance != Stance::unknown || mark.is_glossary};
        if (own.stance == Stance::unknown || contradicts) inherit(own, parent, mark);
        if (own.time.empty() || contradicts) {
            const bool same = parent != nullptr && parent->stance == own.stance;
            own.time = same ? parent->time : default_time(own.stance, years_);
        }
        if (mark.is_glossary) own.time.clear();
        if (mark.level <= Level::lead && !mark.is_glossary) last_ = own.stance;
        held_.push_back(own);
        return Section{mark.heading, {mark.heading.end, mark.heading.end}, own.stance, own.time};
    }

private:
    void inherit(Held& own, const Held* parent, const Mark& mark) {
        if (mark.is_glossary) return;
        if (parent != nullptr && (parent->sure || parent->stance != Stance::unknown)) {
            own.stance = parent->stance;
            own.sure = parent->sure;
            return;
        }
        own.stance = sound(slice(text_, {mark.heading.begin, std::max(mark.heading.begin, mark.end)}));
    }

    // How the beginning of a part sounds; where that is not clear, it goes on as the one before.
    Stance sound(std::string_view part) const {
        constexpr std::size_t reach = 6000;
        constexpr int clear = 3;
        constexpr int clear_change = 12;
        const int score = stance_score(part.substr(0, reach));
        const Stance stance = score > 0 ? Stance::review : Stance::outlook;
        const int needed = last_ == Stance::unknown || last_ == stance ? clear : clear_change;
        return std::abs(score) >= needed ? stance : last_;
    }

    std::string_view text_;
    Years years_;
    Stance last_;
    std::vector<Held> held_;
};

// The head, and the dateline's paragraph: told on the document's day, or of the day before.
Section day_section(const Document& document, Span heading, std::string_view words) {
    const bool yesterday = words.find("昨日") != std::string_view::npos || words.find("昨天") != std::string_view::npos;
    return {heading, {heading.end, heading.end}, Stance::review, yesterday ? day_before(document.date) : document.date};
}

}  // namespace

std::vector<Section> cut_sections(const Document& document, const std::vector<Line>& lines, const Head& head) {
    const std::string_view text = document.text;
    const Years years = years_of(document);
    std::vector<Section> sections;
    sections.push_back(day_section(document, {0, 0}, {}));
    Settler settler(document, years, is_report(document, lines, head));
    const auto open = [&](Section section) {
        sections.back().body.end = section.heading.begin;
        sections.push_back(std::move(section));
    };
    bool before_dateline = head.dateline < lines.size();
    const auto open_dateline = [&] {
        const Line& line = lines[head.dateline];
        open(day_section(document, {line.whole.begin, line.whole.begin}, slice(text, line.content)));
        before_dateline = false;
    };
    for (const Mark& mark : Marker(document, years).run(lines, head)) {
        if (before_dateline && mark.heading.begin >= lines[head.dateline].whole.end) open_dateline();
        if (std::optional<Section> section = settler.settle(mark)) open(std::move(*section));
    }
    if (before_dateline) open_dateline();
    sections.back().body.end = static_cast<std::uint32_t>(text.size());
    return sections;
}

}  // namespace guanxi
