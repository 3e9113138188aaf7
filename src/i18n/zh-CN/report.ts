import type { ReportFormat } from '../../core/report/order.ts';
import { person } from './person.ts';

/** The words of the dialogue by which a report is made, in Chinese, and the shape that every other language must fill. */
export const REPORT = {
  open: '报告…',
  title: '报告',
  hint: '交审稿人：重复情况、清单、逐条比对',
  format: '格式',
  formats: { html: '网页', xlsx: 'Excel', csv: 'CSV', json: 'JSON' } satisfies Record<ReportFormat, string>,
  formatHints: {
    html: '一个文件，左右并排；可打印，或存为 PDF',
    xlsx: '重复情况、发言人、清单、对照各一张表',
    csv: '各表接成一张，Excel 可直接打开',
    json: '供程序读取，格式有说明',
  } satisfies Record<ReportFormat, string>,
  scope: '范围',
  everything: (n: number) => `全部 ${n} 条`,
  filtered: (n: number) => `筛选出的 ${n} 条`,
  decidedOnly: (n: number) => `只列已处理的（${n} 条）`,
  mask: '隐去姓名',
  maskHint: '发言人换成甲、乙、丙；标题、署名、职务、文件名、备注里的也换。正文照原样，其中提到的姓名不遮。',
  wholeHint: '重复率等数字总按全部稿件计算。',
  make: '生成报告',
  making: (percent: number) => `正在生成 ${percent}%`,
  saved: (name: string, n: number) => `已导出 ${name}，列出 ${n} 条`,
  failed: '报告没有生成，可能是内存不够。请少列一些条目，或换一种格式再试。稿件和处理结果都在。',
  person,
  stopped: '已停止，没有生成报告。',
};

/** The shape of the report dialogue's words. */
export type ReportDialogWords = typeof REPORT;
