#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/thing_name.hpp"

namespace guanxi {

/// An indicator as indicators of different documents are compared.
struct IndicatorName {
    std::u32string verb;  ///< the change it counts, each kind in one word: 新增 for 净增, 建 for 新建 and 建成; often
                          ///< empty
    std::u32string noun;  ///< what is counted or measured, in one word where there are several: 地区生产总值 for GDP
    bool change = false;  ///< 涨幅, 增速: the value is a change, whether the quantity says so or not
};

/// `places` as of place_prefixes: names of them in front are left out.
[[nodiscard]] IndicatorName indicator_name(std::string_view indicator, const std::vector<std::u32string>& places);

/// `same`: the same verb and noun. `likely`: one noun is the other with a word more that does not make it another
/// (新增学位, 新增中小学学位), or one counts what is
/// built and the other what is built or rebuilt.
[[nodiscard]] Likeness compare(const IndicatorName& a, const IndicatorName& b);

/// Whether the name alone does not say what is measured (完成投资): of a district it may be anything.
[[nodiscard]] bool says_nothing(const IndicatorName& name);

/// The indicators that one phrase names together, where each may stand alone (甲收入、乙收入); else the phrase.
[[nodiscard]] std::vector<std::string> joint_indicators(std::string_view indicator);

}  // namespace guanxi
