#include "extract/recogniser_repeats.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guanxi {

namespace {

constexpr double sure = 0.6;             // confidence of a name that is looked for elsewhere
constexpr std::size_t shortest = 6;      // bytes
constexpr std::size_t most_tokens = 14;  // of a repeated name
constexpr double discount = 0.9;

struct Known {
    EntityType type = EntityType::district;
    double confidence = 0;
};

// Tells most places where no known name begins by six bytes, without looking for names.
class Beginnings {
public:
    explicit Beginnings(const std::unordered_map<std::string_view, Known>& known) {
        for (const auto& [name, entry] : known) bits_.set(place(name));
    }
    [[nodiscard]] bool may_begin(std::string_view text) const {
        return text.size() >= looked_at && bits_.test(place(text));
    }

private:
    static constexpr std::size_t looked_at = 6;
    static_assert(looked_at <= shortest);
    static constexpr std::size_t size = 1U << 16U;

    static std::size_t place(std::string_view text) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < looked_at; ++i) value = value * 31 + static_cast<unsigned char>(text[i]);
        return value % size;
    }
    std::bitset<size> bits_;
};

}  // namespace

void add_repeats(Extraction& extraction, Trace* trace) {
    const std::string_view text = extraction.document.text;
    auto& mentions = extraction.mentions;
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    std::unordered_map<std::string_view, Known> known;
    for (const Mention& mention : mentions) {
        const std::string_view name = slice(text, mention.span);
        if (mention.confidence < sure || name.size() < shortest || name != mention.name) continue;
        Known& entry = known[name];
        if (mention.confidence > entry.confidence) entry = {mention.type, mention.confidence};
    }
    if (known.empty()) return;
    const Beginnings beginnings(known);
    std::vector<Mention> found;
    std::size_t next = 0;
    for (std::uint32_t s = 0; s < extraction.sentences.size(); ++s) {
        const std::vector<Token>& tokens = extraction.sentences[s].tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::uint32_t begin = tokens[i].span.begin;
            if (!beginnings.may_begin(text.substr(begin))) continue;
            while (next < mentions.size() && mentions[next].span.end <= begin) ++next;
            const std::uint32_t limit =
                next < mentions.size() ? mentions[next].span.begin : static_cast<std::uint32_t>(text.size());
            std::size_t longest = 0;
            for (std::size_t n = 1; n <= most_tokens && i + n <= tokens.size(); ++n) {
                const std::uint32_t end = tokens[i + n - 1].span.end;
                if (end > limit) break;
                if (known.contains(text.substr(begin, end - begin))) longest = n;
            }
            if (longest == 0) continue;
            const Span span{begin, tokens[i + longest - 1].span.end};
            const Known& entry = known[slice(text, span)];
            if (trace != nullptr)
                trace->note("recognise", span, "repeat", std::string(slice(text, span)) + " is named elsewhere");
            found.push_back({.span = span,
                             .type = entry.type,
                             .name = std::string(slice(text, span)),
                             .rule = "repeat",
                             .confidence = entry.confidence * discount,
                             .sentence = s});
            i += longest - 1;
        }
    }
    mentions.insert(mentions.end(), found.begin(), found.end());
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
}

}  // namespace guanxi
