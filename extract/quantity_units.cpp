#include "extract/quantity_units.hpp"

#include <algorithm>
#include <array>

#include "extract/word_table.hpp"

namespace guanxi {

namespace {

struct Entry {
    std::string_view written;
    std::string_view name;  // empty: as written
    UnitKind kind;
};

constexpr Entry money(std::string_view written, std::string_view code) {
    return {written, code, UnitKind::money};
}
constexpr Entry physical(std::string_view written) {
    return {written, {}, UnitKind::physical};
}
constexpr Entry count(std::string_view written) {
    return {written, {}, UnitKind::count};
}
constexpr Entry duration(std::string_view written) {
    return {written, {}, UnitKind::duration};
}
constexpr Entry label(std::string_view written) {
    return {written, {}, UnitKind::label};
}

constexpr std::array entries{
    money("元人民币", "CNY"), money("人民币", "CNY"), money("元", "CNY"), money("块钱", "CNY"), money("美元", "USD"),
    money("美金", "USD"), money("欧元", "EUR"), money("日元", "JPY"), money("港元", "HKD"), money("港币", "HKD"),
    money("英镑", "GBP"), money("韩元", "KRW"), money("卢布", "RUB"), money("新台币", "TWD"), money("澳元", "AUD"),
    money("加元", "CAD"), money("新加坡元", "SGD"), money("瑞士法郎", "CHF"), money("泰铢", "THB"),
    money("卢比", "INR"), Entry{"%", "%", UnitKind::share}, Entry{"％", "%", UnitKind::share},
    Entry{"‰", "‰", UnitKind::share}, Entry{"个百分点", "个百分点", UnitKind::points},
    Entry{"百分点", "个百分点", UnitKind::points}, Entry{"倍", "倍", UnitKind::times},
    // clang-format off
    physical("平方公里"), physical("平方千米"), physical("平方米"), physical("平米"), physical("立方米"), physical("延米"),
    physical("车道公里"), physical("公里"), physical("千米"), physical("海里"), physical("米"), physical("厘米"), physical("毫米"),
    physical("微米"), physical("纳米"), physical("公顷"), physical("亩"), physical("吨标准煤"), physical("吨标煤"),
    physical("吨"), physical("公斤"), physical("千克"), physical("克"), physical("斤"), physical("升"),
    physical("千瓦时"), physical("度电"), physical("千瓦"), physical("兆瓦"), physical("吉瓦"), physical("千伏安"),
    physical("千伏"), physical("标准箱"), physical("标箱"), physical("TEU"), physical("GW"), physical("MW"), physical("GWh"),
    physical("MWh"), physical("kW"), physical("km"), physical("kg"), physical("PFLOPS"), physical("EFLOPS"), physical("吨公里"),
    physical("人公里"), physical("摄氏度"), physical("℃"), physical("微克/立方米"), physical("微克每立方米"), physical("毫克/升"),
    count("人次"), count("户次"), count("家次"), count("件次"), count("场次"), count("班次"), count("架次"), count("车次"),
    count("批次"), count("例次"), count("项次"), count("台次"), count("辆次"), count("台套"), count("台（套）"), count("台(套)"),
    count("件（套）"), count("标台"), count("户家庭"), count("方面"), count("人日"), count("单元"), count("席位"),
    count("个"), count("家"), count("项"), count("件"), count("条"), count("座"), count("所"), count("处"), count("台"),
    count("套"), count("辆"), count("艘"), count("架"), count("列"), count("对"), count("支"), count("只"), count("名"),
    count("位"), count("人"), count("户"), count("场"), count("次"), count("起"), count("宗"), count("份"), count("部"),
    count("本"), count("篇"), count("张"), count("床"), count("间"), count("栋"), count("幢"), count("根"), count("棵"),
    count("株"), count("头"), count("批"), count("类"), count("种"), count("门"), count("款"), count("片"), count("块"),
    count("段"), count("枚"), count("颗"), count("首"), count("幅"), count("盏"), count("班"), count("道"), count("层"),
    count("轮"), count("笔"), count("例"), count("口"), count("尾"), count("羽"), count("匹"), count("册"), count("卷"),
    count("集"), count("顶"), count("组"), count("队"), count("股"), count("案"),
    count("趟"), count("航次"), count("航班"), count("幕"), count("粒"), count("瓶"), count("箱"), count("袋"), count("盒"),
    count("大"), count("站"), count("代表队"),
    count("个村"), count("个镇"), count("镇"), count("县"), count("村"),
    duration("个工作日"), duration("工作日"), duration("个小时"), duration("小时"), duration("分钟"), duration("秒"),
    duration("天"), duration("个月"), duration("周"), duration("个季度"), duration("年"), duration("个年头"), duration("连冠"),
    duration("年期"), duration("岁"),
    label("号线"), label("号"), label("届"), label("期"), label("强"), label("版"), label("代"), label("级"), label("年度"),
    label("年代"), label("周年"), label("周岁"), label("世纪"), label("月"), label("日"), label("时"), label("点"),
    label("英寸"), label("国道"), label("省道"), label("大精神"), label("中全会"), label("行动"),
    // clang-format on
};

const WordTable<const Entry*>& table() {
    static const auto units = [] {
        WordTable<const Entry*> built;
        for (const Entry& entry : entries) {
            if (const Entry*& place = built[entry.written]; place == nullptr) place = &entry;
        }
        return built;
    }();
    return units;
}

}  // namespace

bool is_common_classifier(std::string_view unit) {
    static constexpr std::array<std::string_view, 16> common{"家", "个", "项", "件", "条", "座", "所", "处",
                                                             "名", "位", "人", "户", "台", "套", "辆", "场"};
    return unit.size() > 3 || std::find(common.begin(), common.end(), unit) != common.end();
}

std::optional<Unit> unit_at(std::string_view text, std::uint32_t offset, std::uint32_t end) {
    const std::string_view rest = text.substr(offset, end > offset ? end - offset : 0);
    const auto [size, found] = table().longest_prefix(rest);
    if (found == nullptr) return std::nullopt;
    const Entry& entry = **found;
    return Unit{{offset, offset + static_cast<std::uint32_t>(size)},
                entry.name.empty() ? entry.written : entry.name,
                entry.kind};
}

}  // namespace guanxi
