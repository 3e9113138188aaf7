/** What is done to the matters of government, and how. */
const GOVERNING =
  '进一步 切实 努力 营造 优化 服务 保障 加快 加强 提高 提升 推进 推动 促进 强化 深化 建设 建立 健全 完善 落实 贯彻 学习 ' +
  '全面 深入 扎实 坚持 坚决 围绕 认真 积极 主动 牢固 树立 高度重视 统一 认识 明确 确保 取得 统筹 协调 组织 开展 持续 依法 管理 监督 ' +
  '着力 大力 不断 充分 发挥 严格 狠抓 抓好 做好 增强 拓展 督促 加大 化解 ' +
  '改善 保持 形成 打造 构建 创建 聚焦 紧扣 突出 压实 细化 夯实 补齐 筑牢 激发 凝聚 有效 有序 稳步 精准 严肃 ';

/** What it is done for. */
const MATTERS =
  '良好 环境 氛围 营商 企业 发展 新旧动能转换 高质量 平台 机制 制度 体系 工作 精神 方面 存在 问题 不足 差距 主要 以下 下一步 ' +
  '意识 理念 思想 作风 责任 任务 目标 措施 力度 实效 成效 新时代 中国特色 社会主义 习近平 党的 二十大 十九大 以来 中国共产党 ' +
  '决策部署 经济 社会 人民 群众 重点 稳定 健康 创新 改革 开放 优势 活力 动力 短板 弱项 ' +
  '底线 现代化 一体化 ';

/** Who does it, and to whom it is said. */
const PEOPLE =
  '干部 队伍 领导 全区 全市 全县 全镇 全省 我区 我市 我县 我镇 我省 全国 区委 区政府 市委 市政府 县委 县政府 省委 省政府 党委 政府 ' +
  '各级 各地 各部门 有关部门 相关部门 相关 有关 单位 个人 主管部门 行政 人民政府 负责 同志们 大家 汇报 如下 谢谢 党员 党组织 ';

/** What laws are made of. */
const STATUTES =
  '应当 规定 按照 根据 依照 法律 法规 本条例 本办法 违反 责令 改正 罚款 以上 以下 县级 情节严重 处罚 ' +
  '行政法规 国务院 人民代表大会 常务委员会 主管机关 情形 之一 前款 款规定 处以 予以 给予 处分 依法追究 刑事责任 ' +
  '限期 逾期 违法所得 没收 主管人员 责任人员 其他组织 本行政区域 ';

/**
 * Words that every official speech is made of. What is put together from them alone is a stock phrase (套话) and says
 * nothing of copying. Written down by hand; words, not phrases, so that no wording is forbidden.
 */
export const STOCK_WORDS: readonly string[] = (GOVERNING + MATTERS + PEOPLE + STATUTES).trim().split(/ +/u);
