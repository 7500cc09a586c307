#include "extract/outline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.hpp"
#include "extract/outline_head.hpp"
#include "extract/outline_lines.hpp"

namespace guanxi {

namespace {

constexpr std::array<std::string_view, 14> review_words{"回顾",   "回眸",     "过去一年", "过去五年",   "一年来",
                                                        "五年来", "工作总结", "主要做了", "取得的成绩", "工作情况",
                                                        "盘点",   "成绩单",   "以来工作", "年工作成效"};
constexpr std::array<std::string_view, 21> outlook_words{
    "展望",     "建议",     "安排",     "主要任务", "目标",     "工作打算", "今后五年",
    "未来五年", "重点工作", "工作重点", "主要工作", "总体要求", "重点任务", "做好",
    "发展思路", "工作部署", "战略任务", "远景",     "工作计划", "新的一年", "下一步"};
constexpr std::array<std::string_view, 2> note_words{"名词解释", "注释"};

template <std::size_t n>
bool contains_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Years the document looks back on and ahead to: a report of spring speaks of last year, an article of December of this
// one.
struct Years {
    int past = 0;
    int coming = 0;
};

Years years(const Document& document) {
    if (document.date.size() < 4) return {};
    const int year = std::stoi(document.date.substr(0, 4));
    const int month = document.date.size() >= 7 ? std::stoi(document.date.substr(5, 2)) : 1;
    return month >= 7 ? Years{year, year + 1} : Years{year - 1, year};
}

// The year or range of years that a heading names: 【回眸2022】, 今后五年, “十四五”.
std::string time_of(std::string_view heading, Stance stance, Years known) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> plans{
        {{"十三五", "2016/2020"}, {"十四五", "2021/2025"}, {"十五五", "2026/2030"}}};
    for (std::size_t at = heading.find("20"); at != std::string_view::npos; at = heading.find("20", at + 1)) {
        const std::string_view year = heading.substr(at, 4);
        if (year.size() == 4 && std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::string(year);
    }
    const bool five = heading.find("五年") != std::string_view::npos;
    if (five && known.coming > 0) {
        return stance == Stance::review ? fmt::format("{}/{}", known.coming - 5, known.past)
                                        : fmt::format("{}/{}", known.coming, known.coming + 4);
    }
    for (const auto& [name, time] : plans) {
        if (heading.find(name) != std::string_view::npos) return std::string(time);
    }
    const int year = stance == Stance::review ? known.past : known.coming;
    return year > 0 && stance != Stance::unknown ? std::to_string(year) : std::string();
}

class Outliner {
public:
    explicit Outliner(Extraction& extraction) : extraction_(extraction), years_(years(extraction.document)) {}

    void run(const std::vector<Line>& all) {
        const std::string_view text = extraction_.document.text;
        open({0, 0}, is_report(all) ? Stance::review : Stance::unknown);
        for (const Line& line : all) {
            if (line.kind == LineKind::boilerplate) continue;
            if (line.kind == LineKind::heading || introduces(slice(text, line.content))) turn(line);
            for (const Span span : sentence_spans(text, line.content)) {
                extraction_.sentences.push_back(
                    {span, static_cast<std::uint32_t>(extraction_.sections.size() - 1), {}});
            }
        }
        extraction_.sections.back().body.end = static_cast<std::uint32_t>(text.size());
    }

private:
    // A text whose head or headings speak of results is a report: what stands before its first heading is a review,
    // too.
    [[nodiscard]] bool is_report(const std::vector<Line>& all) const {
        const std::string_view text = extraction_.document.text;
        if (extraction_.document.title.find("报告") != std::string::npos) return true;
        return std::any_of(all.begin(),
                           all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 24)),
                           [&](const Line& line) {
                               return line.kind == LineKind::heading &&
                                      slice(text, line.content).find("报告") != std::string_view::npos;
                           });
    }

    // 一年来，我们主要做了以下工作： is no heading, but what follows is told as under one.
    [[nodiscard]] static bool introduces(std::string_view content) {
        return content.size() < 120 && (content.ends_with("：") || content.ends_with(":"));
    }

    void turn(const Line& line) {
        const std::string_view heading = slice(extraction_.document.text, line.content);
        const Section& current = extraction_.sections.back();
        Stance stance = current.stance;
        // Under 二、2024年工作安排 no subheading turns back; a numbered or bracketed heading of the first level decides
        // anew.
        const bool decides = line.level <= 1 || current.stance != Stance::outlook;
        if (contains_any(heading, note_words)) {
            stance = Stance::unknown;
        } else if (decides && contains_any(heading, review_words)) {
            stance = Stance::review;
        } else if ((decides || line.level <= 2) && contains_any(heading, outlook_words) && line.level != 2) {
            stance = Stance::outlook;
        }
        std::string time = current.time;
        const bool named = heading.find("20") != std::string_view::npos || heading.find("五") != std::string_view::npos;
        if (stance != current.stance || (line.level <= 1 && named)) time = time_of(heading, stance, years_);
        open(line.content, stance);
        extraction_.sections.back().time = time;
    }

    void open(Span heading, Stance stance) {
        auto& sections = extraction_.sections;
        if (!sections.empty()) sections.back().body.end = heading.begin;
        // The head of a section reaches from the end of the one before, so that sections tile the text.
        sections.push_back({heading, {heading.end, heading.end}, stance, ""});
        if (sections.size() == 1) sections.back().time = time_of("", stance, years_);
    }

    Extraction& extraction_;
    Years years_;
};

}  // namespace

void outline(Extraction& extraction, const Lexicon& lexicon, Trace* trace) {
    const std::vector<Line> all = lines(extraction.document.text);
    read_head(extraction.document, all, lexicon);
    Outliner(extraction).run(all);
    if (trace == nullptr) return;
    for (const Section& section : extraction.sections) {
        trace->note("outline", section.heading, id(section.stance), section.time);
    }
}

}  // namespace guanxi
