#include "extract/frames.hpp"

#include <algorithm>
#include <array>

#include "extract/word_table.hpp"

namespace guanxi {

namespace {

using enum EntityType;

// Cue words of one meaning, separated by blanks.
struct Group {
    Predicate predicate;
    TypeSet things;
    Side side;
    Status aspect;
    std::string_view cues;
};

constexpr TypeSet built{project, park, platform, place, institution};
constexpr TypeSet works{project, park, platform, place};
constexpr TypeSet organisations{company, institution};

constexpr std::array groups{
    // What is built.
    Group{Predicate::builds, built, Side::behind, Status::done,
          "建成 新建成 落成 建成投用 建成运营 建成启用 完成 新成立 新设立 挂牌成立 获批建设 获批设立 改造完成 建好 "
          "投用 竣工"},
    Group{Predicate::builds, built, Side::behind, Status::none,
          "建设 打造 新建 改造 搭建 成立 上线 组建 设立 构建 建立 扩建 改扩建 改建 续建 迁建 筹建 兴建 共建 修建 "
          "布局建设 "
          "规划建设 开工 开工建设 创建 创设 开通 启用 开放 开馆 提升 改造提升 完善 布局 建强 建优 做优 做强 推出 开发 "
          "争取 确保 实现 力促 谋划 规划 高标准规划 启动 启动建设 获批 新增 开行 运营 用好 升级 修缮 更新 拓展"},
    Group{Predicate::builds, built, Side::behind, Status::ongoing,
          "推进 加快 推动 加快推进 加快建设 加速 加速推进 全力推进 稳步推进 扎实推进 持续推进 加快打造 推进建设 深化 "
          "统筹推进 "
          "抓好 突出抓好 全力推动 积极推动 促进 协同推进"},
    Group{Predicate::builds, TypeSet{project}, Side::behind, Status::none, "实施 开展 落实"},
    Group{
        Predicate::builds, built, Side::before, Status::done,
        "建成 竣工 通车 投产 投用 投入使用 投入运行 投入运营 开通 启用 开放 完工 封顶 挂牌 揭牌 上线 建成通车 建成投产 "
        "建成投用 开园 开馆 正式运营 开通运营 竣工投产 投产运营 贯通 建成运行 挂牌运行 建成启用 完成 获批 获批建设 "
        "完成建设 "
        "建成运营 开业 成立 运行 正式运行 完成征拆 交付 验收 整车下线 达产 落成 收官 开街"},
    Group{Predicate::builds, built, Side::before, Status::none,
          "建设 开工 开工建设 启动建设 动工 改造 改造提升 更新 扩建 规划建设 启动 提升 升级 布局 前期工作 工程"},
    Group{Predicate::builds, built, Side::before, Status::ongoing,
          "加快建设 加快推进 推进 有序推进 稳步推进 顺利推进 进展顺利 加快"},

    // What is planned and done by authorities.
    Group{Predicate::issues, TypeSet{program}, Side::behind, Status::done,
          "出台了 印发了 发布了 编制完成 制定了 推出了"},
    Group{Predicate::issues, TypeSet{program}, Side::behind, Status::none,
          "出台 发布 编制 制定 制订 印发 推出 修订 起草 批复 公布 颁布 出台实施 制定实施 编制实施 制定出台 研究制定 "
          "率先出台 完成编制"},
    Group{Predicate::issues, TypeSet{program}, Side::before, Status::done,
          "出台 获批 印发 发布 编制完成 获批复 获国家批复 颁布 出台实施"},
    Group{Predicate::implements, TypeSet{program}, Side::behind, Status::none,
          "实施 开展 落实 深化 推动 推进 完善 优化 健全 建立 探索 构建 构筑 加快 用好 坚持 参与 积极参与 启动 执行 "
          "贯彻 巩固 "
          "擦亮 创新 深入实施 深入开展 深入推进 组织实施 加强 强化 做优 做实 打响 打好 推行 推广 扩大 抓好 全面落实 "
          "落细 提升 "
          "聚焦 践行 沿着 按照 围绕 对接 融入 抢抓 试点 完成 打造 建设 加快建设 全面推进 持续推进 扎实推进 统筹推进 "
          "释放 办好 "
          "争取 加快推进 拓展 兑现 严格执行 持续深化 全面深化 全面推行 纵深推进 推进实施 谋划推进 建立健全"},
    Group{Predicate::implements, TypeSet{program}, Side::before, Status::none,
          "实施 落地 成效 推进 深入推进 见效 落实 启动 开展 深入实施 全面实施 有力推进 建设 改革 完成 全覆盖 扎实推进 "
          "稳步推进 深化"},
    Group{Predicate::implements, TypeSet{event}, Side::behind, Status::none, "开展 组织开展 深入开展"},

    // What is held, developed, given.
    Group{Predicate::holds, TypeSet{event}, Side::behind, Status::done,
          "成功举办 召开 成功承办 圆满举办 高质量举办 成功召开"},
    Group{Predicate::holds, TypeSet{event}, Side::behind, Status::none,
          "举办 承办 主办 办好 筹办 举行 办好办实 组织 策划 协办 参加 打造 开展 推出 组织开展"},
    Group{Predicate::holds, TypeSet{event}, Side::before, Status::done,
          "召开 成功举办 举办 举行 开幕 落幕 圆满举办 圆满成功"},
    Group{Predicate::develops, TypeSet{industry}, Side::behind, Status::none,
          "发展 培育 壮大 做强 做大 做优 布局 重点突破 突破 超前布局 前瞻布局 大力发展 加快发展 推动 促进 聚焦 打造 "
          "加快布局 "
          "培育壮大 做大做强 做强做优 巩固 提升 改造提升 抢抓 抢占 建设 加快 推进 引进 集聚 构建 支持发展 重点发展 "
          "谋划布局 "
          "发展壮大 加快培育 着力培育 积极培育 积极发展 布局发展 振兴 繁荣 激活"},
    Group{Predicate::develops, TypeSet{industry}, Side::before, Status::none,
          "发展 起势 壮大 集聚 提质 倍增 布局 高质量发展 加快发展 做大做强"},
    Group{Predicate::receives, TypeSet{award}, Side::behind, Status::done,
          "入选 获评 荣获 获得 认定为 列入 列为 成为 入围 上榜 跻身 被评为 被授予 获批 获批为 获批成为 创成 荣膺 当选 "
          "位列 跃居 获 纳入 "
          "成功创建 成功入选 获批创建 获评为 蝉联 摘得 夺得 进入 晋升 新获评 入列 获认定 成功争创 获批开展 获首批 "
          "获全国"},
    Group{Predicate::receives, TypeSet{award}, Side::behind, Status::planned,
          "争创 创建 争取 力争 申报 申创 大力创建 积极创建 积极争创 争当"},
    Group{Predicate::receives, TypeSet{award}, Side::behind, Status::none,
          "推进 建设 深化 打造 加快建设 巩固 新增 培育"},
    Group{Predicate::receives, TypeSet{award}, Side::before, Status::none, "创建 建设 称号"},

    // Money, help, arrivals.
    Group{Predicate::supports, TypeSet{company, industry, institution, platform, park, project, place, district},
          Side::behind, Status::none,
          "支持 扶持 助力 服务 赋能 服务保障 帮扶 支援 保障 大力支持 全力支持 重点支持 全力保障 对口支援"},
    Group{Predicate::attracts, TypeSet{company, institution, project}, Side::behind, Status::none,
          "引进 引入 招引 新引进 引进了 招引落地 签约引进 引育"},
    Group{Predicate::settles_in, TypeSet{company, institution, project, event}, Side::before, Status::none,
          "落户 落地 入驻 迁入 签约落地 落地建设 永久落户 正式落户 签约落户 落地落户"},
    Group{Predicate::settles_in, TypeSet{company, institution, project, event}, Side::behind, Status::none,
          "推动落地 争取落户 新落地 新落户 签约落地 签约"},
    // Who makes what is read by relate_by_reliance; here these verbs keep others from taking their things.
    Group{Predicate::produces, TypeSet{project, platform, program, industry}, Side::behind, Status::none,
          "研发 研制 生产 自主研发 牵头研制 研发生产"},
};

struct CueTable {
    std::vector<Frame> frames;
    WordTable<std::vector<Frame>> by_cue;
};

const CueTable& cue_table() {
    static const CueTable table = [] {
        CueTable built_table;
        for (const Group& group : groups) {
            for (std::size_t begin = 0; begin < group.cues.size();) {
                const std::size_t end = std::min(group.cues.find(' ', begin), group.cues.size());
                const std::string_view cue = group.cues.substr(begin, end - begin);
                built_table.frames.push_back({cue, group.predicate, group.things, group.side, group.aspect});
                begin = end + 1;
            }
        }
        for (const Frame& frame : built_table.frames) built_table.by_cue[frame.cue].push_back(frame);
        return built_table;
    }();
    return table;
}

}  // namespace

const Frame* Cue::frame(EntityType type, Side side) const {
    if (frames == nullptr) return nullptr;
    const auto found = std::find_if(frames->begin(), frames->end(),
                                    [&](const Frame& frame) { return frame.side == side && frame.things.has(type); });
    return found == frames->end() ? nullptr : &*found;
}

Cue cue_at(std::string_view text, std::uint32_t offset) {
    const auto [size, frames] = cue_table().by_cue.longest_prefix(text.substr(offset));
    return {{offset, offset + static_cast<std::uint32_t>(size)}, frames};
}

const std::vector<Frame>& all_frames() {
    return cue_table().frames;
}

}  // namespace guanxi
