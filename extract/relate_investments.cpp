#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "extract/clause_objects.hpp"
#include "extract/named.hpp"
#include "extract/relation_list.hpp"
#include "extract/relation_qualifiers.hpp"

namespace guanxi {

namespace {

constexpr MentionIndex document_district = 0;

class InvestmentReader {
public:
    explicit InvestmentReader(RelationList& relations) : relations_(relations), extraction_(relations.extraction()) {}

    void read() {
        const auto lists = mentions_by_sentence(extraction_);
        std::size_t money = 0;  // measurements are in the order of the text
        for (std::uint32_t s = 0; s < lists.size(); ++s) {
            sentence_ = s;
            clauses_ = clauses(extraction_, extraction_.sentences[s], lists[s]);
            while (money < extraction_.measurements.size() &&
                   extraction_.measurements[money].number.begin < extraction_.sentences[s].span.end) {
                read_investments(extraction_.measurements[money++]);
            }
            for (const Clause& clause : clauses_) read_holdings(clause);
        }
    }

private:
    [[nodiscard]] const Mention& mention(MentionIndex index) const { return extraction_.mentions[index]; }
    [[nodiscard]] std::string_view between(std::uint32_t from, std::uint32_t to) const {
        return from >= to ? std::string_view() : slice(extraction_.document.text, {from, to});
    }
    [[nodiscard]] std::size_t distance(std::uint32_t from, std::uint32_t to) const {
        return count_code_points(between(from, to));
    }
    [[nodiscard]] Qualifiers qualify_at(const Clause& clause, std::uint32_t at) const {
        return qualify(extraction_, sentence_, clause.span, {{at, at}, Status::none});
    }

    [[nodiscard]] static bool is_comma(std::string_view mark) { return mark == "，" || mark == ","; }

    // 甲公司增资乙公司.
    void read_holdings(const Clause& clause) {
        static constexpr std::array<std::string_view, 8> deeds{"增资", "注资", "入股",     "战略入股",
                                                               "参股", "投资", "投资入股", "出资设立"};
        for (std::size_t k = 0; k + 1 < clause.mentions.size(); ++k) {
            const Mention& giver = mention(clause.mentions[k]);
            const Mention& thing = mention(clause.mentions[k + 1]);
            const std::string_view link = between(giver.span.end, thing.span.begin);
            if (std::find(deeds.begin(), deeds.end(), link) == deeds.end() || !is_named(extraction_, giver)) continue;
            relations_.add(Predicate::invests, clause.mentions[k], clause.mentions[k + 1],
                           qualify_at(clause, giver.span.end), {sentence_, "investor", 0.7});
        }
    }

    // 安排4.2亿元，推动甲和乙: each thing behind the money with the whole amount. 甲工程完成投资3亿元: the thing in
    // front.
    void read_investments(const Measurement& money) {
        static constexpr std::array<std::string_view, 12> givings{"投入",     "投资",     "安排",     "安排资金",
                                                                  "出资",     "拨付",     "投入资金", "财政资金",
                                                                  "专项资金", "筹集资金", "筹资",     "斥资"};
        static constexpr std::array<std::string_view, 8> degrees{"近", "超", "超过", "约", "逾", "达", "了", "人民币"};
        if (money.quantity.unit != "CNY" || !money.quantity.value || money.quantity.change) return;
        const auto here = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
            return clause.span.begin <= money.number.begin && money.number.end <= clause.span.end;
        });
        if (here == clauses_.end()) return;
        std::string_view front = between(here->span.begin, money.number.begin);
        for (const std::string_view degree : degrees) {
            if (front.ends_with(degree)) front.remove_suffix(degree.size());
        }
        if (front.ends_with("完成投资") || front.ends_with("完成年度投资")) {
            read_invested(money, *here, front.substr(0, front.rfind("完成")));
            return;
        }
        if (!(ends_with_any(front, givings) || gives_funds(front)) || front.find("争取") != std::string_view::npos)
            return;
        if (front.ends_with("年计划投资")) return;
        // 总投资, 项目投资, 研发投入, 三年计划投资: a sum, no deed. 投资 and 投入 are verbs behind their subject or at
        // the beginning.
        MentionIndex giver = document_district;
        if (front.ends_with("投资") || front.ends_with("投入")) {
            front.remove_suffix(std::string_view("投资").size());
            front = without_adverbs(front);
            const auto at = here->span.begin + static_cast<std::uint32_t>(front.size());
            const MentionIndex subject = ending_at(*here, at);
            if (!front.empty() && subject == no_index) return;
            if (subject != no_index) {
                if (!info(Predicate::invests).subjects.has(mention(subject).type)) return;
                giver = subject;
            }
        }
        read_purposes(money, static_cast<std::size_t>(here - clauses_.begin()), giver);
    }

    // 投入治水资金5亿元
    [[nodiscard]] static bool gives_funds(std::string_view front) {
        static constexpr std::array<std::string_view, 6> verbs{"投入", "安排", "拨付", "统筹", "筹集", "筹措"};
        constexpr std::size_t reach = 14;
        if (!front.ends_with("资金")) return false;
        return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
            const std::size_t at = front.rfind(verb);
            return at != std::string_view::npos && count_code_points(front.substr(at)) <= reach;
        });
    }

    [[nodiscard]] MentionIndex ending_at(const Clause& clause, std::uint32_t at) const {
        const auto found = std::find_if(clause.mentions.begin(), clause.mentions.end(),
                                        [&](MentionIndex m) { return mention(m).span.end == at; });
        return found == clause.mentions.end() ? no_index : *found;
    }

    // 甲工程累计完成投资3亿元.
    void read_invested(const Measurement& money, const Clause& clause, std::string_view front) {
        front = without_adverbs(front);
        if (front.ends_with("项目") || front.ends_with("工程")) front.remove_suffix(std::string_view("项目").size());
        const MentionIndex thing = ending_at(clause, clause.span.begin + static_cast<std::uint32_t>(front.size()));
        if (thing == no_index || thing != clause.mentions.front() || !is_named(extraction_, mention(thing))) return;
        add_investment(money, clause, document_district, thing);
    }

    // What the money is for: the objects of a verb behind it, in its clause or in the next.
    void read_purposes(const Measurement& money, std::size_t c, MentionIndex giver) {
        constexpr std::size_t reach = 24;
        const TypeSet kinds = info(Predicate::invests).objects;
        const Clause& clause = clauses_[c];
        // 投资5亿元的甲工程: nobody says who invests; 投入3.2亿元补助资金: what the money is called.
        if (between(money.number.end, clause.span.end).starts_with("的") && giver == document_district) return;
        const bool further = clause.mentions.empty() || mention(clause.mentions.back()).span.begin < money.number.end;
        if (further && (c + 1 == clauses_.size() || between(clause.span.end, clauses_[c + 1].span.begin) != "，"))
            return;
        const Clause& purpose = further ? clauses_[c + 1] : clause;
        const auto from = std::max(money.number.end, purpose.span.begin);
        const auto things = objects_of_verb(extraction_, purpose, from, kinds);
        if (!things || distance(from, mention(purpose.mentions[things->first]).span.begin) > reach) return;
        for (std::size_t k = things->first; k <= things->last; ++k) {
            if (kinds.has(mention(purpose.mentions[k]).type))
                add_investment(money, purpose, giver, purpose.mentions[k]);
        }
    }

    void add_investment(const Measurement& money, const Clause& clause, MentionIndex giver, MentionIndex thing) {
        Qualifiers qualifiers = qualify_at(clause, std::max(clause.span.begin, money.number.begin));
        qualifiers.amount = Amount{*money.quantity.value, money.quantity.unit};
        relations_.add(Predicate::invests, giver, thing, qualifiers, {sentence_, "money-for", 0.7});
    }

    RelationList& relations_;
    const Extraction& extraction_;
    std::uint32_t sentence_ = 0;
    std::vector<Clause> clauses_;
};

}  // namespace

void relate_by_investments(RelationList& relations) {
    const Extraction& extraction = relations.extraction();
    if (extraction.mentions.empty() || extraction.mentions[document_district].type != EntityType::district) return;
    InvestmentReader(relations).read();
}

}  // namespace guanxi
