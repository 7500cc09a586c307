#include "extract/quantity_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

namespace guanxi {

namespace {

using Words = std::unordered_set<std::string_view>;

constexpr std::array<std::string_view, 23> rises{"增长", "增加", "提高", "提升", "上升", "扩大", "上涨", "上调",
                                                 "提前", "加快", "增幅", "增速", "攀升", "跃升", "增",   "升",
                                                 "增收", "涨",   "扩容", "上浮", "增多", "多",   "回升"};
constexpr std::array<std::string_view, 19> falls{"下降", "减少", "降低", "压缩", "压减", "缩短", "回落",
                                                 "下调", "收窄", "缩减", "精简", "下滑", "下跌", "降幅",
                                                 "降",   "减",   "跌",   "少",   "削减"};

constexpr Lead bound(std::string_view word, Bound value) {
    Lead lead;
    lead.word = word;
    lead.bound = value;
    return lead;
}

Lead reach(std::string_view word, Bound value = Bound::none) {
    Lead lead = bound(word, value);
    lead.reaches = true;
    return lead;
}

std::vector<Lead> make_leads() {
    std::vector<Lead> leads;
    static std::vector<std::string> joined;  // the table's words point into it
    joined.reserve((rises.size() + falls.size()) * 4);
    const auto turns = [&](const auto& words, Turn turn) {
        for (const std::string_view word : words) {
            Lead lead;
            lead.word = word;
            lead.turn = turn;
            leads.push_back(lead);
            for (const std::string_view end : {"到", "至", "为", "达"}) {
                joined.push_back(std::string(word) + std::string(end));
                // 增速为5% and 增幅达5% state the growth itself.
                const bool growth = word.ends_with("幅") || word == "增速";
                Lead longer = lead;
                longer.word = joined.back();
                longer.reaches = !growth;
                if (!growth) longer.turn = Turn::none;
                leads.push_back(longer);
            }
        }
    };
    turns(rises, Turn::up);
    turns(falls, Turn::down);
    for (const std::string_view word : {"超过", "超出", "超", "逾", "不低于", "不少于", "至少", "高于", "不止", "上"})
        leads.push_back(bound(word, Bound::min));
    leads.push_back(reach("突破", Bound::min));
    for (const std::string_view word : {"不超过", "不高于", "最多", "至多", "低于", "少于", "不多于"})
        leads.push_back(bound(word, Bound::max));
    for (const std::string_view word : {"约", "近", "大约", "将近", "接近", "约为", "左右"})
        leads.push_back(bound(word, Bound::approx));
    for (const std::string_view word : {"达", "达到", "为", "到", "至", "是", "有", "共有", "保持在", "稳定在",
                                        "控制在", "保持", "稳定", "高达", "仅", "仅为", "实现", "达成", "扩大到"})
        leads.push_back(reach(word));
    for (const std::string_view word :
         {"同比", "环比", "年均", "平均", "较上年", "比上年", "上年", "去年",   "同期", "预计",
          "合计", "总计", "共计", "双双", "分别",   "各",     "连续", "共",     "累计", "均",
          "已",   "再",   "只",   "每年", "较",     "逐年",   "首次", "历史性", "成功"}) {
        Lead lead;
        lead.word = word;
        lead.distributes = word == "分别";
        lead.continues = word == "连续";
        leads.push_back(lead);
    }
    std::stable_sort(leads.begin(), leads.end(),
                     [](const Lead& a, const Lead& b) { return a.word.size() > b.word.size(); });
    return leads;
}

}  // namespace

std::optional<Lead> lead_at_end(std::string_view text) {
    static const std::vector<Lead> leads = make_leads();
    for (const Lead& lead : leads) {
        if (text.ends_with(lead.word)) return lead;
    }
    return std::nullopt;
}

bool is_count_verb(std::string_view word) {
    static const Words words{
        "新增",   "净增", "新建",   "建成",   "完成",   "实施",   "引进",   "培育",   "认定",   "获评",   "入选",
        "签约",   "举办", "开展",   "发放",   "安排",   "投入",   "兑现",   "争取",   "提供",   "组建",   "成立",
        "设立",   "打造", "建设",   "创建",   "推出",   "出台",   "新签约", "新引进", "新认定", "新培育", "新落地",
        "新开工", "新设", "新开",   "增设",   "开通",   "开工",   "启动",   "推进",   "实现",   "落实",   "落地",
        "承接",   "招引", "引育",   "整治",   "清理",   "治理",   "改造",   "处置",   "盘活",   "出让",   "腾出",
        "淘汰",   "关停", "拆除",   "打通",   "开行",   "联合",   "共建",   "惠及",   "服务",   "帮助",   "集聚",
        "吸引",   "储备", "策划",   "生成",   "获批",   "上线",   "建立",   "改建",   "扩建",   "新改建", "改扩建",
        "修复",   "选派", "培训",   "招聘",   "新成立", "突破",   "攻克",   "攻关",   "研发",   "制定",   "修订",
        "发布",   "编制", "优化",   "整合",   "创成",   "新设立", "缓解",   "减免",   "筹集",   "筹建",   "供应",
        "投用",   "投放", "销售",   "生产",   "接待",   "受理",   "办理",   "解决",   "化解",   "查处",   "立案",
        "破获",   "审结", "挂牌",   "签订",   "达成",   "形成",   "产出",   "转化",   "受益",   "救助",   "资助",
        "帮扶",   "解放", "造林",   "种植",   "绿化",   "疏浚",   "铺设",   "安装",   "更新",   "配建",   "新投用",
        "加装",   "增加", "新组建", "新立项", "获得",   "荣获",   "导入",   "滚动",   "落户",   "申报",   "创作",
        "演出",   "举行", "召开",   "组织",   "参加",   "检查",   "巡查",   "排查",   "整改",   "收缴",   "追回",
        "挽回",   "帮办", "代办",   "推动",   "推行",   "支持",   "使用",   "取得",   "拥有",   "新开通", "新招引",
        "新建成", "再建", "建造",   "购置",   "采购",   "新购",   "招录",   "录用",   "拨付",   "下达",   "投资"};
    return words.contains(word);
}

bool is_light_verb(std::string_view word) {
    static const Words words{"推动", "促进", "推进", "支持", "实现", "服务", "助力"};
    return words.contains(word);
}

bool is_event_verb(std::string_view word) {
    static const Words words{
        "入选", "进入",     "获",   "获评", "获批", "获得", "荣获", "落地", "落户", "竣工", "投产",     "投用", "投入",
        "开工", "建成",     "挂牌", "签约", "完成", "实现", "推行", "晋升", "成为", "纳入", "当选",     "通过", "达到",
        "达标", "产出",     "加快", "加速", "用于", "联动", "投运", "开业", "开放", "上榜", "上市",     "入围", "列入",
        "位列", "位居",     "居",   "占",   "被",   "交付", "封顶", "通车", "运营", "超额", "解决",     "参与", "参加",
        "受益", "全力以赴", "启动", "实施", "转段", "进驻", "入驻", "签署", "推出", "率先", "增长",     "下降", "减少",
        "增加", "提高",     "超",   "超过", "突破", "达",   "为",   "是",   "有",   "开通", "投入使用", "试点", "推进",
        "接入", "覆盖",     "享受", "获奖", "得到", "取得", "申报", "落成", "启用", "亮相", "参展",     "居住", "受理",
        "办结", "下线",     "问世", "提前", "集聚", "结对", "搬迁", "前往", "免",   "带动", "促进",     "推动", "服务",
        "支持", "支撑",     "助力", "持续", "开展", "认定"};
    return words.contains(word);
}

bool is_preface(std::string_view word) {
    static const Words words{
        "其中",     "此外", "同时",   "全年", "全市",   "全区",   "全省",   "全县",   "全州", "全镇",   "我市",
        "我区",     "我省", "我县",   "我国", "年内",   "今年",   "去年",   "明年",   "力争", "确保",   "预计",
        "预期",     "累计", "共",     "已",   "目前",   "实现",   "使",     "让",     "并",   "且",     "还",
        "将",       "要",   "约",     "均",   "也",     "达到",   "全市的", "全区的", "当年", "当前",   "截至",
        "期间",     "五年", "五年来", "一年", "一年来", "过去",   "以来",   "来",     "的",   "了",     "在",
        "到",       "年度", "等",     "直接", "努力",   "上半年", "下半年", "首次",   "我们", "本市",   "本区",
        "争取到",   "计划", "拟",     "本届", "届时",   "年末",   "底",     "年底",   "末",   "持续",   "基本",
        "预期目标", "目标", "和",     "与",   "及",     "以及",   "又",     "再",     "支持", "力争到", "确定",
        "共有",     "共计", "总共",   "合计", "先后",   "成功",   "率先",   "全部",   "有序", "加快",   "积极"};
    return words.contains(word);
}

bool is_attribute(std::string_view phrase) {
    static const Words words{
        "投资",         "投资额",   "总投资",     "总投资额",   "计划投资", "计划总投资", "年度总投资", "年度计划投资",
        "三年计划投资", "协议投资", "协议投资额", "协议总投资", "投资总额", "完成投资",   "年度投资",   "注册资本",
        "注册资金",     "总规模",   "规模",       "总数",       "总量",     "数量",       "总额",       "总里程",
        "总面积",       "面积",     "建筑面积",   "总建筑面积", "占地面积", "产值",       "总产值",     "年产值",
        "营业收入",     "总值",     "增量",       "存量",       "处置率",   "认缴规模",   "实缴规模",   "金额",
        "合同金额",     "成交额",   "总价",       "投资规模",   "产业规模", "总长",       "全长",       "里程",
        "人数",         "户数",     "价值",       "份额",       "占比",     "总资产"};
    return words.contains(phrase);
}

bool is_measure_noun(std::string_view word) {
    static constexpr std::array<std::string_view, 25> ends{
        "增加值", "总产值", "产值", "余额", "零售额", "销售额", "投资", "总额", "收入", "规模", "时间", "产量", "数量",
        "出口",   "比重",   "面积", "人数", "率",     "额",     "量",   "数",   "指数", "支出", "利润", "总值"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

std::string_view rank_verb_at_end(std::string_view text) {
    static constexpr std::array<std::string_view, 36> verbs{
        "持续位居", "继续位居", "连续位居", "排名保持", "排名位居", "跃升至",   "跃升到", "前移至", "前移到",
        "上升至",   "上升到",   "提升至",   "提升到",   "跃升为",   "继续保持", "稳居",   "位居",   "跃居",
        "高居",     "升至",     "位列",     "名列",     "并列",     "排名",     "排在",   "位次",   "保持",
        "占据",     "处于",     "名次",     "领跑",     "列",       "居",       "排",     "获",     "为"};
    for (const std::string_view verb : verbs) {
        if (text.ends_with(verb)) return verb;
    }
    return {};
}

}  // namespace guanxi
