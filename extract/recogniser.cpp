#include "extract/recogniser.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "extract/recogniser_lattice.hpp"
#include "extract/recogniser_repeats.hpp"
#include "extract/recogniser_select.hpp"

namespace guanxi {

namespace {

constexpr double user_confidence = 1.0;
constexpr double reference_confidence = 0.8;

// The name without quotation marks.
std::string bare(std::string_view text) {
    static constexpr std::array<std::string_view, 14> quotation{"“",  "”",  "‘",  "’",  "「", "」", "『",
                                                                "』", "《", "》", "〈", "〉", "\"", "'"};
    std::string name;
    for (std::size_t i = 0; i < text.size();) {
        const auto mark = std::find_if(quotation.begin(), quotation.end(),
                                       [&](std::string_view m) { return text.substr(i).starts_with(m); });
        if (mark != quotation.end()) {
            i += mark->size();
            continue;
        }
        const std::size_t size = decode(text, i).size;
        name.append(text.substr(i, size));
        i += size;
    }
    return name;
}

// Finds the mentions of one document.
class Recognition {
public:
    Recognition(const Lexicon& lexicon, const WordClasses& classes, const RecogniserWeights& weights,
                Extraction& extraction, Trace* trace)
        : lexicon_(lexicon),
          classes_(classes),
          weights_(weights),
          extraction_(extraction),
          text_(extraction.document.text),
          trace_(trace) {}

    void run() {
        for (std::uint32_t i = 0; i < extraction_.sentences.size(); ++i) read(i);
        add_repeats(extraction_, trace_);
        add_references();
        auto& mentions = extraction_.mentions;
        std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
            return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
        });
        put_district_first();
    }

private:
    void note(Span span, std::string_view rule, std::string message) const {
        if (trace_ != nullptr) trace_->note("recognise", span, rule, std::move(message));
    }

    void read(std::uint32_t index) {
        const Sentence& sentence = extraction_.sentences[index];
        Units units = read_units(text_, sentence);
        set_classes(units, classes_);
        std::vector<Candidate> candidates = find_candidates(text_, units, lexicon_);
        const std::vector<UserName> own = user_names(sentence.span);
        if (!own.empty()) {
            std::erase_if(candidates, [&](const Candidate& candidate) { return overruled(candidate, own); });
        }
        weights_.score(candidates, text_, units);
        set_probabilities(candidates, gaps_of(units), weights_.succession());
        const std::vector<std::uint32_t> chosen = select_candidates(candidates, weights_.threshold());
        for (const std::uint32_t i : chosen) add(candidates[i], index);
        for (const UserName& name : own) {
            if (!name.type) continue;
            note(name.span, "user-table",
                 "the user's table says " + name.name + " is " + std::string(info(*name.type).id));
            extraction_.mentions.push_back({.span = name.span,
                                            .type = *name.type,
                                            .name = name.name,
                                            .rule = "user-table",
                                            .confidence = user_confidence,
                                            .sentence = index});
        }
        if (trace_ != nullptr) explain(candidates, chosen);
    }

    [[nodiscard]] std::vector<UserName> user_names(Span span) const {
        std::vector<UserName> names;
        if (!lexicon_.has_user_names()) return names;
        for (std::uint32_t at = span.begin; at < span.end;) {
            std::optional<UserName> name = lexicon_.user_name_at(text_, at);
            if (name && !name->span.empty() && name->span.end <= span.end) {
                at = name->span.end;
                names.push_back(std::move(*name));
            } else {
                at += decode(text_, at).size;
            }
        }
        return names;
    }

    // A name of the user's takes its place; a stop word bars only what it covers whole.
    static bool overruled(const Candidate& candidate, const std::vector<UserName>& own) {
        return std::any_of(own.begin(), own.end(), [&](const UserName& name) {
            return name.type ? name.span.overlaps(candidate.span) : name.span.contains(candidate.span);
        });
    }

    void add(const Candidate& candidate, std::uint32_t sentence) {
        std::string name = candidate.name.empty() ? bare(slice(text_, candidate.span)) : candidate.name;
        extraction_.mentions.push_back({.span = candidate.span,
                                        .type = candidate.type,
                                        .name = std::move(name),
                                        .rule = rule_id(candidate),
                                        .confidence = candidate.probability,
                                        .sentence = sentence});
    }

    void explain(const std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& chosen) const {
        for (std::uint32_t i = 0; i < candidates.size(); ++i) {
            const Candidate& candidate = candidates[i];
            const std::string what =
                std::string(info(candidate.type).id) + " " + std::string(slice(text_, candidate.span));
            if (std::find(chosen.begin(), chosen.end(), i) != chosen.end()) {
                note(candidate.span, rule_id(candidate), what);
            } else if (candidate.probability > weights_.threshold()) {
                note(candidate.span, rule_id(candidate), "dropped, what overlaps it weighs more: " + what);
            } else if (candidate.probability > worth_a_note) {
                note(candidate.span, rule_id(candidate), "dropped, too little speaks for it: " + what);
            }
        }
    }

    // 全区 and 我市 stand for the document's own district, if it is of that level.
    void add_references() {
        own_name_ = own_district();
        if (own_name_.empty()) return;
        static constexpr std::array<std::string_view, 3> heads{"全", "我", "本"};
        const std::string_view level = std::string_view(own_name_).substr(own_name_.size() - 3);
        std::vector<Mention> found;
        auto mention = extraction_.mentions.begin();
        for (std::uint32_t i = 0; i < extraction_.sentences.size(); ++i) {
            for (const Token& token : extraction_.sentences[i].tokens) {
                const std::string_view word = slice(text_, token.span);
                if (word.size() != 6 || !word.ends_with(level)) continue;
                if (std::find(heads.begin(), heads.end(), word.substr(0, 3)) == heads.end()) continue;
                while (mention != extraction_.mentions.end() && mention->span.end <= token.span.begin) ++mention;
                if (mention != extraction_.mentions.end() && mention->span.overlaps(token.span)) continue;
                note(token.span, "reference", std::string(word) + " is " + own_name_);
                found.push_back({.span = token.span,
                                 .type = EntityType::district,
                                 .name = own_name_,
                                 .rule = "reference",
                                 .confidence = reference_confidence,
                                 .sentence = i});
            }
        }
        extraction_.mentions.insert(extraction_.mentions.end(), found.begin(), found.end());
    }

    // The last division of the place: 湖里区 of 厦门市湖里区.
    [[nodiscard]] std::string own_district() const {
        const std::string& place = extraction_.document.place;
        for (std::size_t at = 0; at + 6 <= place.size(); at += decode(place, at).size) {
            const std::string_view rest = std::string_view(place).substr(at);
            if (!lexicon_.divisions_named(rest).empty()) return std::string(rest);
        }
        return place;
    }

    void put_district_first() {
        if (own_name_.empty()) return;
        auto& mentions = extraction_.mentions;
        const bool first =
            !mentions.empty() && mentions.front().type == EntityType::district && mentions.front().name == own_name_;
        if (!first) {
            mentions.insert(
                mentions.begin(),
                {.type = EntityType::district, .name = own_name_, .rule = "document-place", .confidence = 1.0});
        }
    }

    static constexpr double worth_a_note = 0.01;

    const Lexicon& lexicon_;
    const WordClasses& classes_;
    const RecogniserWeights& weights_;
    Extraction& extraction_;
    std::string_view text_;
    Trace* trace_;
    std::string own_name_;
};

}  // namespace

Recogniser::Recogniser(const Lexicon& lexicon, WordClasses classes, RecogniserWeights weights)
    : lexicon_(&lexicon), classes_(std::move(classes)), weights_(std::move(weights)) {}

void Recogniser::recognise(Extraction& extraction, Trace* trace) const {
    extraction.mentions.clear();
    Recognition(*lexicon_, classes_, weights_, extraction, trace).run();
}

}  // namespace guanxi
