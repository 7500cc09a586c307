#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/evaluation.hpp"

namespace guanxi {

/// Which entity of gold each predicted one stands for.
struct EntityMatch {
    std::unordered_map<std::string, std::string> gold_of;  ///< predicted id to gold id, also of spare duplicates
    std::unordered_map<std::string, std::size_t>
        predicted_of;  ///< gold id to index of the predicted entity that counts for it

    /// The gold id of a predicted id; `?` and the id itself if it stands for none.
    [[nodiscard]] std::string gold_id(const std::string& predicted) const;
};

/// Matches entities by their primary names, then by aliases where at least half of the names are gold's; the same kind
/// first.
[[nodiscard]] EntityMatch match_entities(const std::vector<GoldEntity>& gold, const std::vector<GoldEntity>& predicted);

/// Matches quantities of one subject, value and unit, the most alike indicators first.
struct QuantityMatch {
    std::vector<std::size_t> gold_of;       ///< by predicted quantity: index into gold, or `none`
    std::vector<std::size_t> predicted_of;  ///< by quantity of gold: index into the predicted ones, or `none`
    std::vector<bool> repeats;              ///< by predicted quantity: says again what gold calls optional
    static constexpr std::size_t none = ~std::size_t{0};
};
[[nodiscard]] QuantityMatch match_quantities(const std::vector<GoldQuantity>& gold,
                                             const std::vector<GoldQuantity>& predicted, const EntityMatch& entities);

/// Matched facts: what was predicted (several readings of one relation), and what gold says.
template <typename Fact>
using Matched = std::vector<std::pair<std::vector<const Fact*>, const Fact*>>;

/// Counts the qualifiers that gold states and the prediction has, too, in order of first appearance.
[[nodiscard]] std::vector<QualifierRate> rate_qualifiers(const Matched<GoldRelation>& matched);
[[nodiscard]] std::vector<QualifierRate> rate_qualifiers(const Matched<GoldQuantity>& matched);

/// Whether two values are the same, up to rounding; `loose` for percentages and round figures.
enum class Tolerance { strict, loose };
[[nodiscard]] bool is_close(std::optional<double> a, std::optional<double> b, Tolerance tolerance);

}  // namespace guanxi
