import { en } from './en/messages.ts';
import { zhCN, type Messages } from './zh-CN/messages.ts';

export type { Messages } from './zh-CN/messages.ts';

/** All languages of the interface, by their BCP 47 tags. A new language is one folder and one line here. */
export const languages = { 'zh-CN': zhCN, en } satisfies Record<string, Messages>;

/** The tag of a language that the interface speaks. */
export type LanguageTag = keyof typeof languages;

/** The best language for a reader whose preferences are `wanted`, most wanted first; English when none fits. */
export function languageFor(wanted: readonly string[]): LanguageTag {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}
