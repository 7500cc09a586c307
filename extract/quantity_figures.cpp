#include "extract/quantity_figures.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/numbers.hpp"

namespace guanxi {

namespace {

constexpr std::string_view stage = "measure";

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

struct Ending {
    std::string_view word;
    Bound bound;
};

constexpr std::array<Ending, 12> endings{{{"及以上", Bound::min},
                                          {"以上", Bound::min},
                                          {"以内", Bound::max},
                                          {"之内", Bound::max},
                                          {"以下", Bound::max},
                                          {"左右", Bound::approx},
                                          {"上下", Bound::approx},
                                          {"之多", Bound::none},
                                          {"余", Bound::min},
                                          {"多", Bound::min},
                                          {"开外", Bound::min},
                                          {"大关", Bound::none}}};

// Before these a bare 千 or 百亿 is a number: 超千家, 突破千亿元.
constexpr std::array<std::string_view, 8> before_bare{"超", "超过", "突破", "逾", "达", "近", "约", "上"};

// Counts that Chinese numerals below eleven state; with other classifiers (三大, 两个) they are figures of speech.
constexpr std::array<std::string_view, 17> small_counts{"家", "名", "人", "位", "所", "座", "起", "例", "辆",
                                                        "台", "套", "户", "艘", "架", "栋", "件", "部"};

class Scanner {
public:
    Scanner(std::string_view text, const Sentence& sentence, Trace* trace)
        : text_(text), sentence_(sentence), trace_(trace) {}

    std::vector<Figure> run(const std::vector<Span>& names) {
        auto name = names.begin();
        const std::uint32_t end = sentence_.span.end;
        for (std::uint32_t i = sentence_.span.begin; i < end;) {
            while (name != names.end() && name->end <= i) ++name;
            if (name != names.end() && name->begin <= i) {
                i = name->end;
                continue;
            }
            limit_ = name != names.end() ? std::min(end, name->begin) : end;
            const std::uint32_t next = read(i);
            i = next > i ? next : i + decode(text_, i).size;
        }
        return std::move(figures_);
    }

private:
    [[nodiscard]] char32_t at(std::uint32_t i) const { return i < limit_ ? fold(decode(text_, i).value) : 0; }
    [[nodiscard]] char32_t before(std::uint32_t i) const {
        if (i <= sentence_.span.begin) return 0;
        std::uint32_t j = i - 1;
        while (j > sentence_.span.begin && !is_boundary(text_, j)) --j;
        return fold(decode(text_, j).value);
    }
    [[nodiscard]] bool stands(std::uint32_t i, std::string_view word) const {
        return i + word.size() <= limit_ && text_.substr(i, word.size()) == word;
    }
    [[nodiscard]] std::string_view front(std::uint32_t i) const {
        return text_.substr(sentence_.span.begin, i - sentence_.span.begin);
    }
    void drop(Span span, std::string_view why) {
        if (trace_ != nullptr) trace_->note(stage, span, "quantity-dropped", std::string(why));
    }

    /// Reads what begins at `i`; returns where to go on, or `i` if nothing begins there.
    std::uint32_t read(std::uint32_t i) {
        if (const std::uint32_t end = read_share(i); end > i) return end;
        const char32_t c = at(i);
        if (is_digit(c)) return read_digits(i);
        const auto number = numeral_at(text_, i, limit_);
        return number ? read_characters(*number) : i;
    }

    void add(Figure figure) {
        for (const Ending& ending : endings) {
            if (!stands(figure.span.end, ending.word)) continue;
            if (ending.word == "多" && figure.kind != UnitKind::duration) break;
            figure.bound = ending.bound == Bound::none ? figure.bound : ending.bound;
            figure.span.end += static_cast<std::uint32_t>(ending.word.size());
            break;
        }
        figures_.push_back(std::move(figure));
        take_upper_end();
    }  // 一半, 近半, 翻番, 三成, 三分之一, 百分之五
    std::uint32_t read_share(std::uint32_t i) {
        static constexpr std::array<std::pair<std::string_view, Bound>, 4> halves{
            {{"一半", Bound::none}, {"近半", Bound::approx}, {"过半", Bound::min}, {"超半", Bound::min}}};
        for (const auto& [word, bound] : halves) {
            if (stands(i, word)) return share(i, i + static_cast<std::uint32_t>(word.size()), Decimal(50), bound);
        }
        for (const std::string_view word : {"翻一番", "翻番"}) {
            if (!stands(i, word)) continue;
            const auto end = i + static_cast<std::uint32_t>(word.size());
            share(i, end, Decimal(100), Bound::none);
            figures_.back().change = true;
            return end;
        }
        const auto number = numeral_at(text_, i, limit_);
        if (!number) return i;
        const std::uint32_t end = number->span.end;
        if (stands(end, "成") && number->value.is_integer() && number->value <= Decimal(10) && number_token(i)) {
            return share(i, end + 3, number->value.shifted(1), Bound::none);
        }
        if (!stands(end, "分之")) return i;
        const auto part = numeral_at(text_, end + 6, limit_);
        if (!part) return i;
        if (number->value == Decimal(100)) return share(i, part->span.end, part->value, Bound::none);
        if (!number->value.is_integer() || !part->value.is_integer()) return i;
        const auto value = per_cent(static_cast<std::int64_t>(part->value.to_double()),
                                    static_cast<std::int64_t>(number->value.to_double()));
        return value ? share(i, part->span.end, *value, Bound::none) : i;
    }

    // 8%—8.5%: the lower end.
    void take_upper_end() {
        Figure& figure = figures_.back();
        const std::uint32_t dash = range_dash(figure.span.end);
        if (dash == figure.span.end) return;
        const auto upper = numeral_at(text_, dash, limit_);
        if (!upper || upper->value <= figure.value) return;
        const auto unit = unit_at(text_, upper->span.end, limit_);
        if (!unit || unit->name != figure.unit) return;
        figure.span.end = unit->span.end;
        figure.bound = Bound::min;
    }

    std::uint32_t share(std::uint32_t begin, std::uint32_t end, Decimal value, Bound bound) {
        add({{begin, end}, value, "%", UnitKind::share, bound, false, false, true});
        return figures_.back().span.end;
    }

    std::uint32_t read_digits(std::uint32_t i) {
        const auto number = numeral_at(text_, i, limit_);
        std::uint32_t end = number ? number->span.end : i;
        while (is_digit(at(end))) ++end;
        const char32_t left = before(i);
        const char32_t right = at(end);
        if (!number || is_latin(left) || left == U'+' || right == U'+' || left == U'-' || left == U'.' ||
            left == U'/') {
            return skip_label(i, end);
        }
        if (left == U'第') {
            drop({i, end}, "an ordinal");
            return end;
        }
        Numeral first = *number;
        const std::uint32_t dash = range_dash(end);
        bool range = false;
        std::optional<Numeral> second;
        if (dash > end) second = numeral_at(text_, dash, limit_);
        if (second && !is_latin(at(second->span.end))) {
            range = true;
            end = second->span.end;
            if (!first.scaled && second->scaled) first.value = scaled_like(first, *second);
        }
        const auto unit = whole_unit(end);
        if (!unit && is_latin(at(end))) return skip_label(i, end);
        if (unit && unit->kind == UnitKind::label) {
            drop({i, unit->span.end}, "a date or a label");
            return unit->span.end;
        }
        if (unit && unit->name == "年" && first.value >= Decimal(1000)) {
            drop({i, unit->span.end}, "a date");
            return unit->span.end;
        }
        Figure figure;
        figure.span = {i, unit ? unit->span.end : end};
        figure.value = first.value;
        figure.scaled = first.scaled || (second && second->scaled);
        figure.unit = unit ? unit->name : std::string_view();
        figure.kind = unit ? unit->kind : UnitKind::label;
        figure.bound = range || first.more ? Bound::min : Bound::none;
        if (!unit) {
            for (const std::string_view more : {"余", "多"}) {
                const auto behind = stands(end, more) ? unit_at(text_, end + 3, limit_) : std::nullopt;
                if (!behind || behind->kind == UnitKind::label) continue;
                figure.span.end = behind->span.end;
                figure.unit = behind->name;
                figure.kind = behind->kind;
                figure.bound = Bound::min;
            }
        }
        add(std::move(figure));
        return figures_.back().span.end;
    }

    // Behind the number of a range its multiplier and unit stand once: 3—5万亩.
    static Decimal scaled_like(const Numeral& first, const Numeral& second) {
        Decimal value = first.value;
        for (int exponent = 0; exponent <= 8 && value.shifted(4) <= second.value; exponent += 4)
            value = value.shifted(4);
        return value;
    }

    [[nodiscard]] std::uint32_t range_dash(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 8> dashes{"——", "—", "–", "-", "~", "～", "至", "到"};
        for (const std::string_view dash : dashes) {
            if (stands(i, dash)) return i + static_cast<std::uint32_t>(dash.size());
        }
        return i;
    }

    // 4万瓶装燃气用户 has no 瓶: where the tagger saw a longer word, a rare classifier is none.
    [[nodiscard]] std::optional<Unit> whole_unit(std::uint32_t i) const {
        const auto unit = unit_at(text_, i, limit_);
        if (unit && stands(i, "大关")) return std::nullopt;
        if (!unit || unit->kind != UnitKind::count || is_common_classifier(unit->name)) return unit;
        const auto token = std::lower_bound(sentence_.tokens.begin(), sentence_.tokens.end(), i,
                                            [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
        const bool longer =
            token != sentence_.tokens.end() && token->span.begin == i && token->span.end > unit->span.end;
        return longer ? std::nullopt : unit;
    }

    std::uint32_t skip_label(std::uint32_t i, std::uint32_t end) {
        while (is_latin(at(end)) || is_digit(at(end)) || at(end) == U'.' || at(end) == U'+') ++end;
        drop({i, end}, "part of a name");
        return end;
    }

    // A Chinese numeral is a number only where the tagger saw one; 一 and 千 stand in too many words.
    [[nodiscard]] bool number_token(std::uint32_t i) const {
        const auto token = std::lower_bound(sentence_.tokens.begin(), sentence_.tokens.end(), i,
                                            [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
        return token != sentence_.tokens.end() && token->span.begin == i &&
               (token->tag == Tag::m || token->tag == Tag::time || token->tag == Tag::q);
    }

    std::uint32_t read_characters(const Numeral& number) {
        const Span span = number.span;
        const char32_t left = before(span.begin);
        if (left == U'第' || left == U'数' || left == U'几' || !number_token(span.begin)) return span.begin;
        if (number.value <= Decimal(1)) return span.begin;
        auto unit = unit_at(text_, span.end, limit_);
        if (unit && stands(unit->span.begin, "大关")) unit = std::nullopt;
        const char32_t head = decode(text_, span.begin).value;
        const bool bare = head == U'百' || head == U'千' || head == U'万' || head == U'亿';
        if (bare) {
            const std::string_view left_text = front(span.begin);
            if (std::none_of(before_bare.begin(), before_bare.end(),
                             [&](std::string_view word) { return left_text.ends_with(word); })) {
                return span.begin;
            }
        }
        if (!unit && !(number.scaled && number.value >= Decimal(100'000'000))) return span.begin;
        if (unit && unit->kind == UnitKind::label) return span.begin;
        if (unit && unit->name == "位" && stands(unit->span.end, "数")) return unit->span.end;
        if (unit && (unit->name == "次" || unit->name == "大")) return unit->span.end;  // 十二次全会, 二十大
        if (unit && unit->kind == UnitKind::count && number.value <= Decimal(10) &&
            std::find(small_counts.begin(), small_counts.end(), unit->name) == small_counts.end()) {
            drop({span.begin, unit->span.end}, "a figure of speech");
            return unit->span.end;
        }
        Figure figure;
        figure.span = {span.begin, unit ? unit->span.end : span.end};
        figure.value = number.value;
        figure.unit = unit ? unit->name : std::string_view();
        figure.kind = unit ? unit->kind : UnitKind::label;
        figure.scaled = number.scaled;
        figure.chinese = true;
        figure.bound = number.more ? Bound::min : Bound::none;
        add(std::move(figure));
        return figures_.back().span.end;
    }

    std::string_view text_;
    const Sentence& sentence_;
    Trace* trace_;
    std::uint32_t limit_ = 0;
    std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(std::string_view text, const Sentence& sentence, const std::vector<Span>& names,
                                 Trace* trace) {
    return Scanner(text, sentence, trace).run(names);
}

}  // namespace guanxi
