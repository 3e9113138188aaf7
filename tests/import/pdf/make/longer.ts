import { readFileSync } from 'node:fs';
import type { Block, Setting, Source } from './fodt.ts';

/** Longer documents, of the texts in `seeds/`: set by LibreOffice where it is, and not kept. */

const SEED = new URL('../../../../seeds/000_5ce4e6a61f350004.txt', import.meta.url);
/** In characters: shorter pieces are no sentences. */
const SENTENCE_LEAST = 8;
const ENGLISH = [
  'The township shall keep every office open until six, and the committee shall report each quarter on the progress of the work, the difficulties that were met, and the measures that were taken to overcome them.',
  'Nobody shall be asked to come twice for one matter (see also Article 12), and what is efficient in one office shall be tried in the others.',
];

const sentences = readFileSync(SEED, 'utf8')
  .split(/[。\n]/u)
  .map((each) => each.trim().replace(/^#+\s*/u, ''))
  .filter((each) => each.length > SENTENCE_LEAST)
  .map((each) => `${each}。`);

/** Paragraphs of one to five sentences, of which no two are alike nearby. */
export function prose(count: number, setting: Setting, step: number): readonly Block[] {
  return Array.from({ length: count }, (_, i) => {
    const parts = Array.from({ length: 1 + ((i * step) % 5) }, (_none, j) => sentenceAt(i * step + j * 7));
    return { set: setting, text: parts.join('') };
  });
}

function sentenceAt(i: number): string {
  return sentences[i % sentences.length] as string;
}

function english(count: number): readonly Block[] {
  return Array.from({ length: count }, (_, i) => ({
    set: 'block',
    text: `${ENGLISH.slice(i % 2).join(' ')} This is the point ${i + 1} of ${count}.`,
  }));
}

const TITLE: Block = { set: 'title', text: '会议材料' };

export const LONGER: readonly Source[] = [
  { name: 'prose', header: '某区会议材料汇编', footer: '# / ##', blocks: prose(120, 'text', 5) },
  { name: 'ragged', ragged: true, footer: '第#页', blocks: prose(80, 'text', 3) },
  { name: 'spaced', header: '内部', blocks: prose(80, 'block', 13) },
  { name: 'two-columns', footer: '- # -', blocks: [TITLE, { columns: prose(60, 'text', 11) }] },
  { name: 'two-columns-spaced', footer: '- # -', blocks: [TITLE, { columns: prose(60, 'block', 17) }] },
  {
    name: 'numbered',
    footer: '— # —',
    blocks: prose(60, 'hanging', 19).map((block, i) => ({
      ...block,
      text: `（${i + 1}）${'text' in block ? block.text : ''}`,
    })),
  },
  { name: 'english', footer: 'Page # of ##', blocks: english(40) },
  { name: 'english-columns', ragged: true, footer: '#', blocks: [TITLE, { columns: english(30) }] },
  {
    name: 'long-table',
    footer: '#',
    blocks: [
      TITLE,
      {
        table: [
          ['序号', '重点任务', '牵头单位', '完成时限'],
          ...Array.from({ length: 40 }, (_, i) => [
            String(i + 1),
            sentenceAt(i).slice(0, 10 + ((i * 7) % 40)),
            ['区工信局', '区科技局', '区住建局和园区管委会'][i % 3] as string,
            '2024年12月',
          ]),
        ],
      },
    ],
  },
  {
    name: 'attendance',
    blocks: [
      { set: 'title', text: '某区委常委会会议纪要' },
      ...[
        '时间：2024年7月8日上午',
        '地点：区委会议室',
        '主持：李明',
        '出席：王建、张志、陈晓、刘海、赵文、周立',
        '列席：各部门主要负责同志',
      ].map((text): Block => ({ set: 'flush', text })),
      ...prose(12, 'text', 23),
      { set: 'right', text: '某区委办公室' },
      { set: 'right', text: '2024年7月8日' },
    ],
  },
];
