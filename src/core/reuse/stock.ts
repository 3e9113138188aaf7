import { substanceOf } from './substance.ts';

/**
 * Words that every official speech is made of. What is put together from them alone is a stock phrase (套话) and says
 * nothing of copying. Written down by hand; words, not phrases, so that no wording is forbidden.
 */
const STOCK_WORDS = (
  '进一步 切实 努力 营造 良好 环境 氛围 优化 营商 服务 保障 企业 发展 加快 加强 提高 提升 推进 推动 促进 强化 深化 ' +
  '新旧动能转换 高质量 平台 建设 建立 健全 完善 机制 制度 体系 工作 落实 贯彻 学习 精神 全面 深入 扎实 坚持 坚决 ' +
  '围绕 方面 存在 问题 不足 差距 主要 以下 下一步 认真 积极 主动 牢固 树立 意识 理念 思想 作风 干部 队伍 领导 ' +
  '全区 全市 全县 全镇 全省 我区 我市 我县 我镇 区委 区政府 市委 市政府 党委 政府 各级 各部门 有关部门 相关 ' +
  '高度重视 统一 认识 明确 责任 任务 目标 措施 力度 确保 取得 实效 成效 新时代 中国特色 社会主义 习近平 ' +
  '党的 二十大 十九大 以来 中国共产党 决策部署 统筹 协调 经济 社会 人民 群众 组织 开展 重点 持续 稳定 健康 创新 改革 开放 ' +
  '应当 规定 按照 根据 依照 法律 法规 本条例 本办法 违反 责令 改正 罚款 以上 以下 主管部门 行政 人民政府 负责 ' +
  '县级 单位 个人 依法 管理 监督 情节严重 处罚 同志们 大家 汇报 如下 谢谢'
).split(' ');

/** Ritual phrases of official prose: to share them is duty, not copying. */
const RITUAL_PHRASES = (
  '增强四个意识 坚定四个自信 做到两个维护 四个意识 四个自信 两个维护 深刻领悟两个确立的决定性意义 两个确立 两个一百年 ' +
  '习近平新时代中国特色社会主义思想 以习近平同志为核心的党中央 以习近平新时代中国特色社会主义思想为指导 ' +
  '全面贯彻党的二十大精神 全面贯彻党的十九大精神 党的二十大精神 党的十九大精神 中华民族伟大复兴 ' +
  '五位一体总体布局 四个全面战略布局 稳中求进工作总基调 ' +
  '以人民为中心的发展思想 不忘初心牢记使命 党中央国务院决策部署 党中央决策部署 ' +
  '省委省政府 市委市政府 区委区政府 县委县政府 在的坚强领导下 坚强领导下 正确领导下 切实提高政治站位 提高政治站位 ' +
  '统一思想认识 提高思想认识 加强组织领导 强化组织领导 强化责任落实 压实责任 健全工作机制 加强宣传引导 强化督导检查 ' +
  '更加紧密地团结在 紧密团结在 高举中国特色社会主义伟大旗帜 中国特色社会主义伟大旗帜 中国梦而努力奋斗 努力奋斗 ' +
  '形成工作合力 齐抓共管 为实现而努力奋斗 各位领导同志们 各位代表 请予审议 不妥之处请批评指正 ' +
  '下一步主要开展以下工作 下一步工作打算 存在的主要问题 主要做法如下 现将有关情况汇报如下 有关情况汇报如下'
).split(' ');

/** How much a character inside a stock word weighs against any other. */
const STOCK_WEIGHT = 0.5;
/** How much a character inside a ritual phrase weighs: below the mean that a finding must have. */
const RITUAL_WEIGHT = 0.15;

/** Weighs folded text by what it is made of. */
export interface StockWords {
  /** Fills `weights[0 .. length)` for `codes[start .. start + length)`: the substance, or less inside a stock phrase. Linear time. */
  weigh(codes: Uint16Array, start: number, length: number, weights: Float64Array): void;
}

/** The stock words and ritual phrases as a table by first character. */
export function stockWords(): StockWords {
  const byFirst: (readonly Entry[] | undefined)[] = [];
  const add = (phrases: readonly string[], weight: number): void => {
    for (const phrase of phrases) {
      const first = phrase.charCodeAt(0);
      byFirst[first] = [...(byFirst[first] ?? []), { phrase, weight }];
    }
  };
  add(STOCK_WORDS, STOCK_WEIGHT);
  add(RITUAL_PHRASES, RITUAL_WEIGHT);
  return {
    weigh(codes, start, length, weights) {
      for (let i = 0; i < length; i++) weights[i] = substanceOf(codes[start + i] as number);
      for (let i = 0; i < length; i++) {
        for (const { phrase, weight } of byFirst[codes[start + i] as number] ?? []) {
          if (i + phrase.length > length || !stands(phrase, codes, start + i)) continue;
          for (let at = i; at < i + phrase.length; at++) {
            weights[at] = Math.min(weights[at] as number, weight);
          }
        }
      }
    },
  };
}

interface Entry {
  readonly phrase: string;
  readonly weight: number;
}

function stands(phrase: string, codes: Uint16Array, at: number): boolean {
  for (let i = 0; i < phrase.length; i++) if (phrase.charCodeAt(i) !== codes[at + i]) return false;
  return true;
}
