#include "extract/quantity_clause.hpp"

#include <algorithm>
#include <utility>

#include "core/utf8.hpp"
#include "extract/quantity_counts.hpp"
#include "extract/quantity_idle.hpp"
#include "extract/quantity_rank.hpp"
#include "extract/quantity_subject.hpp"
#include "extract/quantity_value.hpp"

namespace guanxi {

namespace {

class ClauseReader {
public:
    ClauseReader(const Source& source, Pieces clause, Carry& carry, std::vector<Reading>& readings)
        : source_(source),
          text_(source.extraction.document.text),
          clause_(std::move(clause)),
          carry_(carry),
          readings_(readings) {}

    void run() {
        if (clause_.empty()) return;
        span_ = {clause_.front().span.begin, clause_.back().span.end};
        first_ = readings_.size();
        rank_ = find_rank(text_, span_);
        if (rank_) drop_scope_figures();
        for (std::size_t i = 0; i < clause_.size(); ++i) {
            if (clause_[i].kind != PieceKind::figure || i < start_) continue;
            read_figure(i);
        }
        if (rank_) place_rank();
    }

private:
    [[nodiscard]] const Figure& figure(std::size_t i) const { return source_.figures[clause_[i].index]; }

    void drop(Span span, std::string_view why) const {
        if (source_.trace != nullptr) source_.trace->note("measure", span, "quantity-dropped", std::string(why));
    }

    // 27个省会城市中排第3位: the figure belongs to the group.
    void drop_scope_figures() {
        const std::string_view front = text_.substr(span_.begin, rank_->span.begin - span_.begin);
        std::uint32_t group_begin = rank_->span.begin;
        if (const std::size_t in = front.rfind("在"); in != std::string_view::npos && front.ends_with("中")) {
            group_begin = span_.begin + static_cast<std::uint32_t>(in);
        }
        for (Piece& piece : clause_) {
            if (piece.kind != PieceKind::figure || piece.span.begin < group_begin ||
                piece.span.begin >= rank_->span.end) {
                continue;
            }
            drop(piece.span, "part of a ranking");
            piece.kind = PieceKind::word;
        }
    }

    void read_figure(std::size_t at) {
        Pieces left(clause_.begin() + static_cast<std::ptrdiff_t>(start_),
                    clause_.begin() + static_cast<std::ptrdiff_t>(at));
        subject_ = no_index;
        const Approach approach = take_approach(text_, left);
        // 连续8年位居第一 counts a streak; 连续8年 alone is a time.
        const bool streak =
            approach.continues && rank_ && rank_->span.begin >= figure(at).span.end && has_noun(text_, left);
        if (const std::string_view why = streak ? "" : why_idle(text_, figure(at), left, approach); !why.empty()) {
            return drop(figure(at).span, why);
        }
        if (starts_change(text_, clause_, {start_, at})) return drop(figure(at).span, "what was before");
        if (distribute(at, left, approach) || repeat(at, left)) return;
        take_front(left);
        if (const std::size_t share = share_at(left); share < left.size()) return read_share(at, left, share, approach);
        if (read_relative(at, left, approach)) return;
        if (read_part(at, left, approach)) return;
        if (reads_right(at, left, approach)) return read_right(at, left, approach);
        read_left(at, left, approach);
    }

    // A name alone is what is counted; one that begins an enumeration is an example.
    void take_subject(Pieces& left) {
        if (left.size() == 1 && is_own_district(source_.extraction, left.front().index)) left.clear();
        while (left.size() > 1 && left.front().kind == PieceKind::name && !begins_enumeration(text_, left)) {
            const MentionIndex mention = left.front().index;
            const bool own = is_own_district(source_.extraction, mention);
            if (!own && !owns_figures(source_.extraction, mention)) return;
            subject_ = own ? no_index : mention;
            left.erase(left.begin());
            if (!own) return;
        }
    }

    // Leaves the noun phrase with its verb, and notes the subject.
    void take_front(Pieces& left) {
        // 年度计划投资 is one term, though 年度 alone says nothing.
        if (is_attribute(to_text(text_, left))) return;
        // 完成A，并B; A、B、5个C: what stands before is told already.
        for (std::size_t i = left.size(); i > 0; --i) {
            const std::string_view word = slice(text_, left[i - 1].span);
            const bool anew = word == "并" || word == "且" || word == "并且";
            if (!anew && !(i == left.size() && left[i - 1].kind == PieceKind::pause)) continue;
            left.erase(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
        take_preface(text_, left);
        take_subject(left);
        take_preface(text_, left);
    }  // X占Y比重: where 占 stands.
    [[nodiscard]] std::size_t share_at(const Pieces& left) const {
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (left[i].kind == PieceKind::word && slice(text_, left[i].span) == "占") return i;
        }
        return left.size();
    }

    void read_share(std::size_t at, const Pieces& left, std::size_t share, const Approach& approach) {
        const Pieces front(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(share));
        const Pieces back(left.begin() + static_cast<std::ptrdiff_t>(share), left.end());
        std::string indicator = has_noun(text_, front) ? to_text(text_, without_verb(text_, front)) : carry_.noun;
        indicator += to_text(text_, back);
        const bool named = indicator.ends_with("比重") || indicator.ends_with("比例") || indicator.ends_with("比");
        if (!named && figure(at).kind == UnitKind::share) indicator += "比重";
        emit(at, std::move(indicator), approach, "quantity-share");
        start_ = after(at + 1);
    }

    // 总投资5亿元的X项目: the thing that the attribute is of stands behind it.
    bool read_relative(std::size_t at, const Pieces& left, const Approach& approach) {
        if (figure(at).kind == UnitKind::count) return false;
        const std::string attribute = attribute_at_end(text_, left);
        if (attribute.empty() || at + 2 >= clause_.size() || slice(text_, clause_[at + 1].span) != "的") return false;
        const Piece& head = clause_[at + 2];
        const bool named =
            head.kind == PieceKind::name && head.index != no_index && !is_own_district(source_.extraction, head.index);
        if (named) subject_ = head.index;
        const std::size_t noun = head.kind == PieceKind::figure ? at + 3 : at + 2;
        const Pieces thing(clause_.begin() + static_cast<std::ptrdiff_t>(noun),
                           clause_.begin() + static_cast<std::ptrdiff_t>(noun_phrase_end(text_, clause_, noun)));
        emit(at, (named ? std::string() : to_text(text_, thing)) + attribute, approach, "quantity-attribute");
        if (named) readings_.back().goes_on = false;
        start_ = at + 2;
        return true;
    }

    // 全市近三分之一的酒店: a part of all that there is.
    bool read_part(std::size_t at, const Pieces& left, const Approach& approach) {
        if (figure(at).kind != UnitKind::share || !figure(at).chinese || has_noun(text_, left)) return false;
        const Part part = find_part(text_, clause_, {start_, at});
        if (part.noun.empty()) return false;
        emit(at, to_text(text_, left) + to_text(text_, part.noun) + "占" + std::string(part.whole) + "比重", approach,
             "quantity-share");
        start_ = after(part.end);
        return true;
    }

    [[nodiscard]] bool reads_right(std::size_t at, const Pieces& left, const Approach& approach) const {
        if (approach.turn != Turn::none || !begins_noun_phrase(text_, clause_, at + 1)) return false;
        if (rank_ && clause_[at + 1].span.begin >= rank_->span.begin) return false;
        const Figure& f = figure(at);
        switch (f.kind) {
            case UnitKind::count:
                return true;
            case UnitKind::label:
                return f.scaled && (left.empty() || !is_measure_noun(slice(text_, left.back().span)));
            case UnitKind::share:
                return f.chinese && !has_noun(text_, left);
            case UnitKind::money:
            case UnitKind::physical:
                return !has_noun(text_, left);
            default:
                return false;
        }
    }

    void read_right(std::size_t at, const Pieces& left, const Approach& approach) {
        const Counted counted = counted_noun(text_, clause_, at);
        if (counted.noun.empty()) return read_left(at, left, approach);
        const std::string phrase = to_text(text_, counted.noun);
        std::string lead = count_verb(left);
        if (figure(at).unit == "大" && counted.noun.size() == 1) {
            drop(figure(at).span, "a figure of speech");
            start_ = counted.end;
            return;
        }
        const bool alone = lead.empty() && !joined_;
        if (lead.empty() && joined_) lead = carry_.verb;
        const std::string happened = alone || is_light_verb(lead) ? event_phrase(text_, clause_, counted.end) : "";
        std::string indicator = happened.empty() ? lead : happened;
        // 入选…企业 already names what is counted.
        if (happened.empty() || !happened.ends_with(slice(text_, counted.noun.back().span))) indicator += phrase;
        // 三成资金用于研发 says how large a part is used so.
        if (figure(at).kind == UnitKind::share && !happened.empty()) indicator = phrase + happened + "比例";
        emit(at, indicator, approach, "quantity-count-noun");
        carry_.verb = lead;
        carry_.noun = phrase;
        start_ = counted.resume == counted.end ? after(counted.end) : counted.resume;
    }

    // The verb of a count: 新增 of 新增10家工厂, 培训覆盖 of 培训覆盖41个国家.
    [[nodiscard]] std::string count_verb(Pieces left) const {
        keep_last_verb(text_, left);
        const Pieces verb = leading_verb(text_, left);
        if (left.empty() || verb.size() == left.size() || left.back().tag != Tag::v) return to_text(text_, verb);
        return left.size() <= 4 ? to_text(text_, left) : std::string(slice(text_, left.back().span));
    }

    void read_left(std::size_t at, Pieces left, const Approach& approach) {
        keep_last_verb(text_, left);
        const std::string whole = to_text(text_, left);
        std::string indicator;
        std::string_view rule = approach.turn != Turn::none ? "quantity-change" : "quantity-value";
        const Pieces bare = without_verb(text_, left);
        std::string noun = to_text(text_, bare);
        // 签约项目: a noun that says little keeps its verb.
        if (bare.size() == 1 && bare.front().span.size() <= 6 && left.size() > 1) {
            const std::string_view verb = slice(text_, left[left.size() - 2].span);
            if (verb != "新增" && verb != "净增") noun = std::string(verb) + noun;
        }
        if (left.empty()) {
            // 覆盖41个国家83.5万人次: what stands directly behind a count measures the same.
            indicator = approach.turn != Turn::none || direct_ ? carry_.indicator : carry_.noun;
            noun = carry_.noun;
            rule = "quantity-carried";
        } else if (!has_noun(text_, left)) {
            const bool money = figure(at).kind == UnitKind::money;
            const bool named = left.back().tag != Tag::v || whole.find("资") != std::string::npos;
            if (money) {
                indicator = named ? whole : whole + "资金";
                noun = named ? whole : "资金";
            } else {
                indicator = direct_ ? carry_.noun + whole : whole + carry_.noun;
                noun = carry_.noun;
            }
        } else if (is_attribute(noun) || noun.starts_with("总")) {
            indicator = carry_.noun.empty() ? whole : carry_.noun + noun;
            noun = carry_.noun.empty() ? noun : carry_.noun;
            rule = "quantity-attribute";
        } else {
            const bool own = approach.reaches || approach.turn != Turn::none;
            indicator = joined_ && own ? whole : inherit(left, whole);
        }
        emit(at, indicator, approach, rule);
        const std::string verb = to_text(text_, leading_verb(text_, left));
        if (!joined_ || !verb.empty()) carry_.verb = verb;
        carry_.noun = noun;
        start_ = after(at + 1);
    }

    // 新增A家、B家: the verb stands once.
    std::string inherit(const Pieces& left, const std::string& whole) const {
        if (direct_ && !carry_.noun.empty()) return carry_.noun + whole;
        if (!joined_ || carry_.verb.empty() || !leading_verb(text_, left).empty()) return whole;
        return carry_.verb + whole;
    }

    // A、B分别增长x、y
    bool distribute(std::size_t at, Pieces left, const Approach& approach) {
        std::vector<std::size_t> places{at};
        for (std::size_t i = at + 1;
             i + 1 < clause_.size() && is_separator(text_, clause_[i]) && clause_[i + 1].kind == PieceKind::figure;
             i += 2) {
            places.push_back(i + 1);
        }
        if (places.size() < 2) return false;
        // 项目分别完成投资x、y: what stands behind 分别 belongs to each.
        Pieces shared_end;
        const auto each =
            std::find_if(left.begin(), left.end(), [&](const Piece& p) { return slice(text_, p.span) == "分别"; });
        if (each != left.end()) {
            shared_end.assign(each + 1, left.end());
            left.erase(each, left.end());
        } else if (!approach.distributes) {
            return false;
        }
        take_front(left);
        const std::vector<std::string> names = members(text_, left);
        const Bound shared = figure(places.back()).bound;
        for (std::size_t k = 0; k < places.size(); ++k) {
            const std::string name = names.size() == places.size() ? names[k] : to_text(text_, left);
            emit(places[k], name + to_text(text_, shared_end), approach, "quantity-distributed");
            if (!readings_.empty() && readings_.back().quantity.bound == Bound::none)
                readings_.back().quantity.bound = shared;
        }
        start_ = after(places.back() + 1);
        return true;
    }

    // A、B和C“3个100%”: one figure for each.
    bool repeat(std::size_t at, Pieces left) {
        if (figure(at).unit != "个" || at + 1 >= clause_.size() || clause_[at + 1].kind != PieceKind::figure)
            return false;
        take_front(left);
        const std::vector<std::string> names = members(text_, left);
        if (Decimal(static_cast<std::int64_t>(names.size())) != figure(at).value || names.size() < 2) return false;
        for (const std::string& name : names) emit(at + 1, name, {}, "quantity-distributed");
        start_ = after(at + 2);
        return true;
    }

    void emit(std::size_t at, std::string indicator, const Approach& approach, std::string_view rule) {
        const Figure& f = figure(at);
        if (indicator.empty()) {
            drop(f.span, "no noun");
            return;
        }
        Reading reading;
        reading.number = f.span;
        reading.clause = span_;
        reading.subject = subject_;
        reading.rule = rule;
        reading.confidence = rule == "quantity-carried" ? 0.6 : 0.93;  // as measured (docs/quality.md)
        reading.quantity = to_quantity(f, approach, indicator);
        if (f.kind == UnitKind::label && f.scaled && reading.quantity.unit.empty()) {
            drop(f.span, "no unit");
            return;
        }
        reading.indicator = std::move(indicator);
        carry_.indicator = reading.indicator;
        readings_.push_back(std::move(reading));
    }

    // The first piece behind a figure and its separator.
    std::size_t after(std::size_t i) {
        joined_ = i < clause_.size() && is_separator(text_, clause_[i]);
        direct_ = !joined_;
        return joined_ ? i + 1 : i;
    }

    void place_rank() {
        Pieces left;
        for (std::size_t i = start_; i < clause_.size() && clause_[i].span.begin < rank_->span.begin; ++i)
            left.push_back(clause_[i]);
        subject_ = no_index;
        if (rank_->scope.empty()) rank_->scope = leading_scope(to_text(text_, left));
        (void)take_approach(text_, left);
        take_front(left);
        const bool total = to_text(text_, left).starts_with("总");
        if (readings_.size() > first_ && !total) return set_rank(readings_.back());
        if (left.size() == 1 && left.front().kind == PieceKind::name &&
            owns_figures(source_.extraction, left.front().index)) {
            subject_ = left.front().index;
            left.clear();
        }
        const bool bare = (left.empty() && subject_ == no_index) || to_text(text_, left) == "增量";
        if (bare && !readings_.empty() && rank_->list.empty()) return set_rank(readings_.back());
        if (left.empty() && rank_->list.empty() && count_code_points(rank_->scope) > 6) {
            rank_->list = rank_->scope;
            rank_->scope = leading_scope(rank_->list);
        }
        if (!has_noun(text_, left) && rank_->list.empty() && subject_ == no_index) {
            if (!readings_.empty()) set_rank(readings_.back());
            return;
        }
        std::string indicator = rank_->list.empty() ? to_text(text_, left) : rank_->list;

        if (is_attribute(indicator) && !carry_.noun.empty()) indicator = carry_.noun + indicator;
        if (indicator.empty()) indicator = rank_->scope + "排名";
        Reading reading;
        reading.number = rank_->span;
        reading.clause = span_;
        reading.indicator = std::move(indicator);
        reading.subject = subject_;
        reading.rule = "quantity-rank";
        reading.confidence = 0.7;
        reading.quantity.rank = rank_->rank;
        reading.quantity.scope = rank_->scope;
        readings_.push_back(std::move(reading));
    }

    void set_rank(Reading& reading) const {
        if (reading.quantity.rank) return;
        reading.quantity.rank = rank_->rank;
        reading.quantity.scope = rank_->scope;
    }

    const Source& source_;
    std::string_view text_;
    Pieces clause_;
    Carry& carry_;
    std::vector<Reading>& readings_;
    Span span_;
    std::optional<Rank> rank_;
    std::size_t start_ = 0;  // the first piece that no figure has taken
    std::size_t first_ = 0;  // the first reading of this clause
    MentionIndex subject_ = no_index;
    bool joined_ = false;  // 、 or 和 stands before `start_`
    bool direct_ = false;  // nothing stands between the last figure's phrase and `start_`
};

}  // namespace

void read_clause(const Source& source, const Pieces& clause, Carry& carry, std::vector<Reading>& readings) {
    ClauseReader(source, clause, carry, readings).run();
}

}  // namespace guanxi
