import { REVISED as EN } from './en/revised.ts';
import { REVISED as ZH, type RevisedWords } from './zh-CN/revised.ts';

/** The words of Word files with revisions. Apart from all others, since only who writes such files needs them, and not the page. */
export const REVISED_WORDS: Readonly<Record<'zh-CN' | 'en', RevisedWords>> = { 'zh-CN': ZH, en: EN };
