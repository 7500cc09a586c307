#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/evaluation.hpp"

namespace guanxi {

namespace {

std::string qualifier_line(std::string_view name, const std::vector<QualifierRate>& rates) {
    std::string line = fmt::format("{:20} ", name);
    for (const QualifierRate& rate : rates) {
        if (&rate != &rates.front()) line += ", ";
        const double share = static_cast<double>(rate.right) / static_cast<double>(rate.stated);
        line += fmt::format("{} {:.2f} of {}", rate.name, share, rate.stated);
    }
    return line + "\n";
}

std::string list(std::string_view title, const std::vector<std::string>& rows) {
    std::string text = fmt::format("\n{} ({})\n", title, rows.size());
    for (const std::string& row : rows) text += "  " + row + "\n";
    return text;
}

}  // namespace

std::string report(const Evaluation& evaluation) {
    const std::array<std::pair<std::string_view, const Rate*>, 5> rates{{{"entity", &evaluation.entity},
                                                                         {"entity_name", &evaluation.entity_name},
                                                                         {"relation", &evaluation.relation},
                                                                         {"relation_pair", &evaluation.relation_pair},
                                                                         {"quantity", &evaluation.quantity}}};
    std::string text;
    for (const auto& [name, r] : rates) {
        text += fmt::format("{:14} P {:.3f}  R {:.3f}  F1 {:.3f}   ({} right, {} predicted, {} gold)\n", name,
                            r->precision, r->recall, r->f1, r->right, r->predicted, r->gold);
    }
    text += qualifier_line("relation_qualifiers", evaluation.relation_qualifiers);
    text += qualifier_line("quantity_qualifiers", evaluation.quantity_qualifiers);
    if (evaluation.grounded) text += fmt::format("{:14} {:.3f}\n", "grounded", *evaluation.grounded);
    if (evaluation.evidence_right) text += fmt::format("{:14} {:.3f}\n", "evidence_right", *evaluation.evidence_right);
    return text + fmt::format("{:14} {:.3f}   (mean F1 of entity, relation, quantity)", "score", evaluation.score);
}

std::string report(const Differences& differences) {
    return list("missed", differences.missed) + list("wrong", differences.wrong);
}

}  // namespace guanxi
