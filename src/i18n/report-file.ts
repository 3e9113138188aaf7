import { REPORT_FILE as en } from './en/report-file.ts';
import type { LanguageTag } from './index.ts';
import { REPORT_FILE as zhCN, type ReportFileWords } from './zh-CN/report-file.ts';

export type { ReportFileWords } from './zh-CN/report-file.ts';

/** The words in a report's file: apart from the interface's, since only the worker that makes files needs them. */
export const reportFileWords: Readonly<Record<LanguageTag, ReportFileWords>> = { 'zh-CN': zhCN, en };
