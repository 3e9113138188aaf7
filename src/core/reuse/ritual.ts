import type { DetectionSettings } from './pair.ts';

/** Ritual phrases of official prose: to share them is duty, not copying. The list that a user starts from and may edit. */
export const RITUAL_PHRASES: readonly string[] = (
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

/** What detection does while the user has set nothing. */
export const DEFAULT_DETECTION_SETTINGS: DetectionSettings = { ritualPhrases: RITUAL_PHRASES, templates: [] };
