/**
 * Words that every official speech is made of. What is put together from them alone is a stock phrase (套话) and says
 * nothing of copying. Written down by hand; words, not phrases, so that no wording is forbidden.
 */
export const STOCK_WORDS: readonly string[] = (
  '进一步 切实 努力 营造 良好 环境 氛围 优化 营商 服务 保障 企业 发展 加快 加强 提高 提升 推进 推动 促进 强化 深化 ' +
  '新旧动能转换 高质量 平台 建设 建立 健全 完善 机制 制度 体系 工作 落实 贯彻 学习 精神 全面 深入 扎实 坚持 坚决 ' +
  '围绕 方面 存在 问题 不足 差距 主要 以下 下一步 认真 积极 主动 牢固 树立 意识 理念 思想 作风 干部 队伍 领导 ' +
  '全区 全市 全县 全镇 全省 我区 我市 我县 我镇 区委 区政府 市委 市政府 党委 政府 各级 各部门 有关部门 相关 ' +
  '高度重视 统一 认识 明确 责任 任务 目标 措施 力度 确保 取得 实效 成效 新时代 中国特色 社会主义 习近平 ' +
  '党的 二十大 十九大 以来 中国共产党 决策部署 统筹 协调 经济 社会 人民 群众 组织 开展 重点 持续 稳定 健康 创新 改革 开放 ' +
  '应当 规定 按照 根据 依照 法律 法规 本条例 本办法 违反 责令 改正 罚款 以上 以下 主管部门 行政 人民政府 负责 ' +
  '县级 单位 个人 依法 管理 监督 情节严重 处罚 同志们 大家 汇报 如下 谢谢'
).split(' ');
