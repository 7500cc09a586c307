#include "extract/head_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace guanxi {

namespace {

using enum EntityType;

struct HeadList {
    EntityType type;
    std::string_view words;  // separated by blanks
};

constexpr std::array<HeadList, 12> head_lists{{
    {district, "省 市 区 县 州 盟 旗 街道 镇 乡 社区 村 社 自治区 自治州 自治县 开发区 新区 国家 国"},
    {place,
     "片区 新区 城区 地区 区域 路 大道 大街 街 巷 高速 高速公路 公路 国道 省道 快速路 连接线 隧道 通道 大桥 桥 立交 "
     "立交桥 机场 航空港 车站 站 东站 西站 "
     "南站 北站 港 港区 国际港 码头 航道 航线 水库 湖 江 河 海 湾 岛 山 岭 公园 植物园 动物园 广场 商圈 街区 购物中心 "
     "商城 花园 小区 家园 校区 院区 绿道 "
     "走廊 经济圈 生活圈 都市圈 城市圈 城市群 经济带 发展带 流域 沿岸 增长极 中轴线 号线 延长线 延伸线 专线 线 段 枢纽 "
     "集结中心 博览中心 会展中心 航运中心 "
     "污水处理厂 水厂 电厂 体育场 体育馆 景区 风景区 步行街 老街 古镇 古城 滑雪场 度假区 湿地 夜市 集市 示范区 "
     "先行示范区 合作区 协同发展区 自贸片区 自贸区 "
     "自由贸易区 综合试验区 试验区 保税区 艺术空间 货站 商务区 中心城区 新城 半岛 湾区 丘陵 草原 大厦 廊 项目区 作业区 "
     "中心 半月湾 校园 馆 剧院 剧场 大剧院"},
    {park,
     "产业园 产业园区 园区 工业园 工业园区 工业区 科技园 科技园区 创新园 软件园 物流园 创业园 科教园 园 开发区 "
     "经济开发区 经开区 高新区 综保区 综合保税区 保税区 "
     "基地 产业基地 示范基地 总部基地 研发基地 人才培养基地 实训基地 科学城 科技城 新城 创新城 智造城 小镇 特色小镇 谷 "
     "数谷 硅谷 港 科创港 孵化器 加速器 众创空间 "
     "合作区 先行区 合作先行区 先导区 先行示范区 集聚区 产业带 科创带 科创走廊 创新走廊 大走廊 生态城 示范城 知识城 "
     "示范区 示范园区 创新区 新区 试验区 自贸区 自贸片区 片区 "
     "自贸试验区 法务区 法律服务区 商务区 智谷 长廊 创新集群 产业平台 中心 科学中心 科技创新中心 产业城 智慧城 医药港 "
     "承载区 载体 经济区 街区 生态圈 产业圈 经济圈 增长极"},
    {project,
     "项目 工程 建设工程 改造工程 扩建工程 治理工程 二期 三期 一期 四期 五期 首期 扩建 改造 改扩建 迁建 搬迁 扩产 "
     "生产基地 制造基地 总部 装置 综合体 铁路 高铁 城际铁路 "
     "轨道 航线 设施 研究设施 枢纽节点 光源 智算中心 计算中心 安置房 航道 直联点 段 测试场 工厂 电池 半导体 集成电路 "
     "新材料 材料 生产线 中心 基地 总部区 智谷 智慧谷 "
     "大厦 二跑道 立面 院区 校区 学校 新馆 综合治理 旧改 城市更新 示范段 系统 专线 大通道 通道 健身圈 快速化改造 "
     "港务区 电站 水利枢纽 数据中心 产业园 书店 梦工厂 商场 商圈 "
     "北站 改造项目 场馆 医院 卫星 邮轮 客机 网络 研发中心 运营中心 货站 站 线"},
    {company,
     "公司 集团 集团公司 有限公司 分公司 子公司 银行 股份 企业 证券 科技 保险 电子 能源 半导体 汽车 通信 联通 电信 "
     "移动 证券公司 基金公司 药业 医药 重工 材料 新材 控股 实业 "
     "航空 物流 啤酒厂 厂 超市 百货 酒店 书店 传媒 置业 地产"},
    {institution,
     "政府 人民政府 委员会 常委会 管委会 党委 省委 市委 区委 县委 党组 人大 政协 局 厅 部 委 办 办公室 领导小组 大学 "
     "学院 学校 中学 小学 幼儿园 实验学校 "
     "医院 保健院 研究院 研究所 科学院 实验室 国家实验室 中心 创新中心 技术创新中心 产业创新中心 制造业创新中心 "
     "研究中心 工程研究中心 技术中心 测评中心 服务中心 仲裁中心 "
     "保护中心 促进中心 交易中心 医疗中心 调解中心 卫生服务中心 综治中心 检测中心 协会 联合会 联盟 商会 学会 基金会 "
     "母基金 基金 基金集群 子基金 法院 检察院 博物馆 图书馆 美术馆 "
     "记忆馆 文化馆 科技馆 交易所 服务站 党中央 中央 国务院 联合国 组织 工会 共青团 妇联 残联 红十字会 工商联 社 报社 "
     "电视台 代表处 智库 机构 公会 支队 大队 派出所 "
     "创新基地 实验室基地 创新平台 院 所 馆 台办 公安局"},
    {program,
     "行动 专项行动 攻坚行动 提升行动 三年行动 行动计划 三年行动计划 计划 人才计划 培育计划 工程 提升工程 培育工程 "
     "机制 工作机制 长效机制 体系 支撑体系 政策体系 改革 试点 改革试点 "
     "试点工作 政策 措施 若干措施 政策措施 举措 方案 实施方案 总体方案 规划 总体规划 发展规划 条例 意见 实施意见 办法 "
     "细则 制度 战略 模式 专项 专项债 协议 合作协议 清单 标准 "
     "一体化 同城化 补贴 补助 奖补 治理 综合治理 专项整治 建设 倡议 协定 理念 思想 精神 管理 攻坚战 大会战 攻坚 组合拳 "
     "新政 版 条 法 责任制 积分制 清单制 链长制 协作 合作 "
     "对口合作 普查 监管 审批 课改 指数 格局 布局 产业布局 结构 法典 承诺制 制 任务 攻关项目 攻关行动 攻关 服务 工作法 "
     "办法 经验 转型 消费券 债券 产品 供应链融资产品 "
     "扶贫 帮扶 振兴 乡村振兴 联动 赛马 互换 交流 防控 防治 创建 培育 提升 发展 发展战略 协同 倍增 集聚 支撑 研究 探源 "
     "配套 评价 评价指标体系 城市 高地 书 全书 报告 工作报告 公约"},
    {platform,
     "平台 服务平台 综合服务平台 公共服务平台 交易平台 监管平台 系统 管理系统 大脑 热线 品牌 服务品牌 一网通办 "
     "一网统管 单一窗口 窗口 网 一张网 班列 列车 专列 门户 数据库 库 专家库 "
     "服务网 app 小程序 大模型 云 通道 数据专用通道 节点 超级节点 一码通 码 办 通 中心 计算中心 登记中心 交易中心 基地 "
     "服务基地 驿站 服务港 之家 社区 市场 实验平台 试验平台 "
     "研发平台 创新平台 测试平台 体系 易办 信易贷 科创板 板 交易所"},
    {industry,
     "产业 产业链 产业链群 全产业链 产业集群 集群 业 经济 制造业 服务业 制造 贸易 金融 旅游 消费 材料 新材料 装备 能源 "
     "新能源 电子 信息 电子信息 医药 生物医药 储能 汽车 智能 "
     "人工智能 大数据 云计算 区块链 元宇宙 机器人 半导体 集成电路 芯片 新型显示 显示 软件 物联网 互联网 工业互联网 "
     "通信 网络 食品 纺织 服装 化工 石化 钢铁 建材 家电 轻工 造船 船舶 "
     "航空 航天 航空航天 海工 海洋 生物 医疗 医疗器械 健康 养老 康养 文旅 文创 文化 体育 会展 物流 航运 电商 跨境电商 "
     "电子商务 商贸 零售 批发 餐饮 住宿 房地产 建筑 农业 渔业 林业 种业 "
     "养殖 算力 数字 信创 氢能 光伏 风电 核电 电池 锂电 环保 检测 设计 咨询 科技 租赁 海外仓 业态 新业态 运输 联运 "
     "大模型 母机 机床 元器件 零部件 数据 安全 低空 技术 科学 开发 "
     "机械 仪表 分拨 快件 家政 育幼 智造 电信 工业"},
    {person, ""},
    {event,
     "大会 会议 全会 论坛 峰会 年会 博览会 展会 交易会 展览会 展销会 洽谈会 招聘会 对接会 推介会 发布会 研讨会 交流会 "
     "座谈会 会 活动 系列活动 节 艺术节 电影节 文化节 旅游节 "
     "音乐节 嘉年华 赛 大赛 赛事 创业赛会 联赛 锦标赛 公开赛 运动会 马拉松 双年展 展 周 创业周 海洋周 消费季 季 杯 "
     "盛典 二十大 十九大 全运会 亚运会 奥运会 冬奥会 仪式 交流 年 日 购 征集活动"},
    {award,
     "城市 示范城市 试点城市 标杆城市 建设城市 名城 之城 之都 企业 小巨人 小巨人企业 单项冠军 单项冠军企业 冠军 独角兽 "
     "示范企业 百强 强 500强 百强榜 百强城市 园区 奖 大奖 质量奖 技术奖 创新奖 "
     "称号 通报表扬 表扬 名单 培育名单 榜 榜单 培育池 示范区 示范县 示范市 示范镇 示范基地 实验区 试验区 先行区 先导区 "
     "集聚区 消费集聚区 达标区 样板街区 试点 建设试点 示范 案例 典型案例 创新案例 "
     "标杆 十大标杆 示范工厂 灯塔工厂 工厂 优秀场景 场景 优秀 老字号 景区 文明城市 卫生城市 模范城 街区 "
     "步行街 精品线路 示范工程 基地 创新基地 平台 基层组织 先进集体 单位 "
     "揭榜单位 项目 建设项目 标志性项目 共同体 集群 产业集群 高地 村 乡村 小镇 人才 院士 机构 中心 重大科技基础设施 "
     "八连冠 连冠 商圈 智慧商圈 国高企 领航企业 连锁店 鼎 认证"},
}};

// What a head of several kinds most often means.
constexpr std::array<HeadList, 11> usual_lists{{
    {district, "省 市 区 县 社区 村 镇 乡 街道"},
    {place,
     "片区 城区 港 港区 枢纽 自贸片区 自贸区 街区 公园 大厦 线 段 站 新区 商圈 货站 航道 通道 都市圈 地区 集结中心 "
     "航运中心 会展中心 博览中心 增长极 经济圈 生活圈 "
     "航空港 延长线 专线 体育馆 剧院 大剧院 广场 校园 合作示范区 岛 湖 江 河 湾"},
    {park,
     "新城 基地 产业基地 总部基地 研发基地 示范基地 小镇 谷 智谷 科学城 科技城 合作区 合作先行区 商务区 法务区 示范城 "
     "生态城 创新城 开发区 保税区 综合保税区 经开区 高新区 孵化器 产业园 园区 科技园 "
     "创新园 工业园 物流园 园 科创走廊 大走廊 先行区 承载区 集聚区 创新区 产业带 创新基地 知识城 科学中心 载体 "
     "众创空间 实训基地 人才培养基地 医药港 试验区 自贸试验区"},
    {project,
     "项目 建设工程 改造工程 扩建工程 治理工程 一期 二期 三期 四期 五期 首期 铁路 高铁 城际铁路 扩建 改扩建 迁建 搬迁 "
     "扩产 生产基地 制造基地 总部 装置 设施 研究设施 光源 安置房 直联点 测试场 "
     "生产线 院区 新馆 旧改 城市更新 水利枢纽 数据中心 电站 快速化改造 示范段 改造项目 航线 二跑道 立面 梦工厂 港务区 "
     "大通道 健身圈 总部区 综合治理 智慧谷"},
    {company,
     "公司 集团 集团公司 有限公司 分公司 子公司 银行 股份 证券 保险 控股 实业 药业 重工 啤酒厂 地产 置业 传媒 联通 "
     "电信"},
    {institution,
     "政府 人民政府 委员会 大学 学院 学校 中学 小学 幼儿园 医院 研究院 研究所 实验室 中心 创新中心 研究中心 "
     "技术创新中心 服务中心 交易中心 促进中心 保护中心 仲裁中心 协会 联合会 联盟 商会 "
     "学会 基金 子基金 母基金 基金集群 法院 检察院 博物馆 图书馆 美术馆 馆 交易所 服务站 局 厅 部 委 党组 组织 智库 "
     "机构 院 代表处 产业创新中心 制造业创新中心 工程研究中心 医疗中心"},
    {program,
     "行动 计划 机制 体系 改革 政策 方案 规划 条例 意见 措施 举措 办法 细则 制度 战略 模式 协议 清单 标准 一体化 "
     "同城化 补贴 补助 奖补 治理 整治 建设 倡议 协定 理念 思想 精神 管理 攻坚战 "
     "攻坚 组合拳 新政 条 版 法 责任制 积分制 清单制 专项 专项债 协作 合作 普查 监管 审批 课改 格局 布局 结构 任务 "
     "攻关 工作法 经验 赛马 联动 防控 防治 帮扶 振兴 乡村振兴 倍增 集聚 提升 "
     "专项行动 三年行动 提升行动 攻坚行动 行动计划 改革试点 试点工作 服务 工程 培育工程 提升工程 培育 支撑 转型 创建 "
     "战略部署 承诺制"},
    {platform,
     "平台 服务平台 综合服务平台 公共服务平台 系统 管理系统 大脑 热线 品牌 服务品牌 一网通办 一网统管 单一窗口 窗口 "
     "一张网 网 班列 列车 门户 数据库 专家库 app 小程序 大模型 超级节点 节点 易办 "
     "驿站 服务基地 创新平台 试验平台 监管平台 交易平台 研发平台"},
    {industry,
     "产业 产业链 产业链群 全产业链 产业集群 集群 业 经济 制造 贸易 金融 消费 材料 新材料 装备 能源 新能源 电子 信息 "
     "医药 储能 汽车 半导体 集成电路 网络 食品 航空 业态 新业态 科技 电池 "
     "通信 航天 数字 文旅 文创 文化 物流 技术 海外仓 快件 运输 联运 软件 旅游 建筑 农业 健康 电信 工业 零售"},
    {event, "大会 会议 论坛 峰会 年会 博览会 展会 会 活动 系列活动 节 赛 大赛 周 展 杯 年 日 购 季 交流 仪式"},
    {award,
     "城市 示范城市 试点城市 标杆城市 建设城市 名城 之城 企业 小巨人企业 单项冠军企业 案例 优秀场景 场景 工厂 示范工厂 "
     "灯塔工厂 强 百强 榜 榜单 名单 奖 称号 示范县 达标区 实验区 示范园区 "
     "基层组织 单位 共同体 典型案例 标杆 人才 景区 标志性项目 示范工程 连冠"},
}};

// Words that end like heads and are none.
constexpr std::string_view no_heads =
    "营业 就业 创业 行业 专业 事业 毕业 职业 失业 作业 社会 机会 部分 全部 内部 外部 局部 干部 做法 依法 执法 立法 "
    "司法 看法 道路 出路 思路 线路 路线 一线 主线 底线 红线 阶段 手段 时段 环节 季节 细节 今年 "
    "明年 全年 青年 少年 多年 常年 近年 去年 每年 周年 今日 近日 节日 每日 全市 城市群体 上市 超市 全区 全县 全国 我国 "
    "全省 农村 乡村地区 场所 证书 校园内 其中 集中 "
    "本级 市级 区级 省级 国家级 方面 问题 政协委员 一枢纽 三中心 用地 增加值 营业收入 收入 总额 余额 产值 规模 数量 "
    "比重 能力 水平 质量 环境 生活 工作部署 事项 功能 资金 结合部 周期 生命周期 主体 会议室 以上";

struct CueList {
    Frame frame;
    bool firm;
    std::string_view words;
};

constexpr std::array<CueList, 16> cue_lists{{
    {Frame::implement, true,
     "实施 开展 推进 深化 落实 推行 健全 贯彻 执行 推动 探索 坚持 推广 运用 采用 启动实施 深入实施 组织实施 推进实施 "
     "制定实施 统筹推进 打好 打赢 落实落细 沿着 畅通 做好 抓好 抓 完成 "
     "加快推进 加快实施 擦亮 梳理 打通 纳管 细化 加快 兑现 巩固 巩固提升 践行 牢记 胸怀 把握 用好 用足用好 先行先试 "
     "迭代 实行 试行 参照 "
     "发放"},
    {Frame::implement, false,
     "促进 完善 建立 优化 创新 强化 加强 构建 启动 提升 构筑 释放 规范 拓展 拓宽 统筹 优化完善 建立健全 建立完善 "
     "探索建立 深耕 丰富"},
    {Frame::issue, true,
     "出台 印发 发布 制定 编制 推出 修订 颁布 签署 制定出台 出台实施 编制实施 编制完成 印发实施 研究制定 谋划"},
    {Frame::build, true,
     "改建 新建改建 高标准建设 高起点建设 高质量建设 聚力打造 打造 建成 新建 搭建 筹建 组建 设立 成立 共建 续建 "
     "规划建设 加快建设 启动建设 开工建设 高标准建设 高水平建设 "
     "推进建设 布局建设 新开工 开建 做大 建好 建强 建立健全 扩建 "
     "迁建 改扩建 新改建 形成 挂牌 开行 开通 开放 上线"},
    {Frame::build, false, "建设 改造 启用 投用"},
    {Frame::develop, true,
     "做强 做优 壮大 聚焦 瞄准 做大做强 做强做大 做优做强 发展壮大 大力发展 加快发展 培育发展 培育壮大 围绕 超前布局 "
     "前瞻布局 加快布局 重点突破 布局"},
    {Frame::develop, false, "发展 培育 突破 扩大 支撑"},
    {Frame::receive, true,
     "入选 获评 荣获 获得 获批 列入 被评为 评为 被认定为 认定为 认定 创建 争创 创成 成为 上榜 跻身 入围 夺得 获封 蝉联 "
     "授予 争取 获 新增 位列 当选 进入 入列 纳入 争取设立 成功创建 新获评 "
     "成功入选 摘得 斩获 捧得 获授 涌现 被列为 被确定为 新认定 新评 新培育 申报 上升至 跃升至 建设国家 通过"},
    {Frame::hold, true, "举办 召开 承办 举行 筹办 主办 办好 成功举办 协办 参加 参与 开幕 精心办好 策划举办 出席 亮相"},
    {Frame::attract, true,
     "引进 招引 引入 吸引 对接 签约 集聚 引育 招引落地 落地建设 新引进 落户 携手 联合 聚集 储备 引进培育 新落地"},
    {Frame::support, true,
     "支持 助力 依托 发挥 赋能 服务保障 保障 鼓励 扶持 带动 推动建设 支撑建设 盘活 深度对接 深入对接 用足 借鉴 承接"},
    {Frame::support, false, "服务 合作"},
    {Frame::happen, true,
     "聚力建设 聚力 开工 竣工 投产 通车 落地 揭牌 获批 封顶 贯通 投入 试运营 运行 运营 达产 达效 开业 启航 首飞 收官 "
     "完工 下线 亮相 "
     "落成 召开 开馆 入驻 加快 初见 取得 "
     "实现 达到 突破 增长 下降 增至 提高 居 位居 排名 占 超 达 超过 保持 覆盖 惠及 兑现 位于 成效 链接 荣列 是 为 有 "
     "使 让 向 即 指 作 迈入 迈向 拉动 激发 营造 维护 提出 提供 增强 做实 确保 力争 "
     "牵引 引领 带领 抢抓 抢占 把 将 推出 争当 满足 汇聚 充分发挥 积极 投入使用 释放 降低 融入 主动融入 深度融入 "
     "积极融入 服务和融入 加大 加密 "
     "签订 加入 利用 参照 滚动 开启 吹响 顶住 克服 稳住 出让 完成投资"},
    {Frame::happen, false, "集中 改革 覆盖"},
    {Frame::none, true, "全国首个 全省首个 全市首个"},
    {Frame::none, false, "规划"},
}};

constexpr std::array<std::string_view, 22> light_tails{"建设", "发展", "工作", "实施", "落地", "创建", "改造", "编制",
                                                       "申报", "运营", "培育", "服务", "试点", "项目", "品牌", "需求",
                                                       "投资", "企业", "规模", "改革", "活动", "功能"};

template <typename Value>
using Table = std::unordered_map<std::string_view, Value>;

template <typename Visit>
void each_word(std::string_view words, Visit visit) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) visit(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

const Table<HeadWord>& heads() {
    static const Table<HeadWord> table = [] {
        Table<HeadWord> built;
        const auto add = [&](std::string_view word, EntityType type) -> HeadWord& {
            HeadWord& head = built[word];
            if (head.types.empty()) {
                head.usual = type;
            } else if (!head.types.has(type)) {
                head.usual.reset();
            }
            head.word = word;
            head.types.add(type);
            return head;
        };
        for (const HeadList& list : head_lists)
            each_word(list.words, [&](std::string_view word) { add(word, list.type); });
        each_word(no_heads, [&](std::string_view word) { built[word] = {.word = word}; });
        for (const HeadList& list : usual_lists)
            each_word(list.words, [&](std::string_view word) { add(word, list.type).usual = list.type; });
        return built;
    }();
    return table;
}

const Table<CueVerb>& cues() {
    static const Table<CueVerb> table = [] {
        Table<CueVerb> built;
        for (const CueList& list : cue_lists) {
            each_word(list.words, [&](std::string_view word) {
                built.try_emplace(word, CueVerb{word, list.frame, list.firm});
            });
        }
        return built;
    }();
    return table;
}

constexpr std::size_t longest_bytes = 24;

}  // namespace

HeadWord head_word(std::string_view text) {
    for (std::size_t size = std::min(text.size(), longest_bytes); size > 0; --size) {
        if ((static_cast<unsigned char>(text[text.size() - size]) & 0xC0U) == 0x80U) continue;
        const auto found = heads().find(text.substr(text.size() - size));
        if (found != heads().end()) return found->second;
    }
    return {};
}

CueVerb cue_verb(std::string_view text) {
    for (std::size_t size = std::min(text.size(), longest_bytes); size > 0; --size) {
        if (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) continue;
        const auto found = cues().find(text.substr(0, size));
        if (found != cues().end()) return found->second;
    }
    return {};
}

std::string_view id(Frame frame) {
    static constexpr std::array<std::string_view, 10> names{"none",    "implement", "issue",   "build",   "develop",
                                                            "receive", "hold",      "attract", "support", "happen"};
    return names.at(static_cast<std::size_t>(frame));
}

TypeSet object_types(Frame frame) {
    switch (frame) {
        case Frame::implement:
        case Frame::issue:
            return {program};
        case Frame::build:
            return {project, park, institution};
        case Frame::develop:
            return {industry};
        case Frame::receive:
            return {award};
        case Frame::hold:
            return {event};
        case Frame::attract:
            return {company, project};
        case Frame::support:
            return {company, institution};
        default:
            return {};
    }
}

bool is_light_tail(std::string_view word) {
    return std::find(light_tails.begin(), light_tails.end(), word) != light_tails.end();
}

}  // namespace guanxi
